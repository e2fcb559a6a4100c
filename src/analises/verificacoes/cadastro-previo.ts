import { fold } from '../../kernel/index.js';
import { clausulaRestritiva } from './clausula-restritiva.js';

const COMPRAS_GOV = /compras\.?gov|comprasnet|gov\.br\/compras|compras\s+do\s+governo\s+federal/;

/** Previous registration in SICAF to be qualified (Súmula TCU 274). On compras.gov the system itself needs it. */
export const sicafPrevio = clausulaRestritiva({
  id: 'sicaf_previo_sumula274', titulo: 'Inscrição prévia no SICAF', dispositivo: 'art. 70, II, da Lei 14.133/2021; Súmula TCU 274', nivelFonte: 'V', resultado: 'indicio',
  padroes: [
    /\b(?:cadastr|inscri|credencia|registr)\w+[^.;]{0,120}?\bsicaf\b[^.;]{0,110}?\b(?:ate\s+o\s+(?:terceiro|3|dia)|previamente|condicao)/,
    /\b(?:obrigatori\w+|previamente|condicao|indispensavel)\b[^.;]{0,120}?\b(?:cadastr|inscri|credencia|registr)\w+[^.;]{0,80}?\bsicaf\b/,
  ],
  opcoes: { exceto: /podera\w*\s+ser\s+substitu|facultad|opta|penalidad|sanc(?:ao|oes)|fiscaliza|regulariz|pagament|nota\s+fiscal|contratad[oa]\s+devera/ },
  aplica: (c) => !COMPRAS_GOV.test(c.fatos.plataforma.valor === null ? c.texto.dobrado : fold(c.fatos.plataforma.valor)),
  oQue: 'exija inscrição prévia no SICAF', motivo: 'O edital condiciona a participação ou a habilitação à inscrição prévia no SICAF.', sugestao: 'Pedir que se aceitem os documentos de quem não tem SICAF.',
});

/** The edital and its annexes are open to all, without registration (arts. 25 § 3º and 87 § 2º). */
export const cadastroParaEdital = clausulaRestritiva({
  id: 'cadastro_para_edital_art25', titulo: 'Cadastro para obter o edital', dispositivo: 'arts. 25, § 3º, e 87, § 2º, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\b(?:edital|anexos?|projetos?)\b[^.;]{0,120}?\b(?:retirad|obtid|disponibilizad|fornecid|acessad)\w+[^.;]{0,80}?\b(?:mediante|apos|desde\s+que)\b[^.;]{0,40}?\b(?:cadastr|inscri|pagamento|recolhimento|preenchimento)\w*/],
  oQue: 'exija cadastro ou pagamento para obter o edital', motivo: 'O edital condiciona o acesso a ele ou aos anexos a cadastro ou pagamento.', sugestao: 'Pedir que o edital e os anexos fiquem abertos sem cadastro.',
});
