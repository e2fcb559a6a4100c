import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme } from '../contexto/lido.js';
import { addDiasUteis, countDiasUteis, diaDoInstante, fold, formatDia, type Dia } from '../../kernel/index.js';
import { readEspecial } from './natureza-especial.js';
import { prazoMinimoArt39, prazoMinimoArt55, type PrazoMinimo } from './prazo-minimo-tabela.js';
import { isLicitacao, VIGENCIA_13303, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';

/** Amparo 159: Lei 14.981/2024 (calamity) sets its own deadlines. */
const AMPARO_CALAMIDADE = 159;

/** Minimum interval between publication and proposals (art. 55 of Lei 14.133/2021). */
export const prazoMinimo14133: Regra = {
  id: 'prazo_minimo_art55', titulo: 'Prazo mínimo entre a divulgação e as propostas', dispositivo: 'art. 55 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => (isLicitacao(c) ? checkPrazoMinimo(c, prazoMinimoArt55(chave(c)), ehSoftware(c)) : null),
};

/** The same under Lei 13.303/2016 (art. 39). */
export const prazoMinimo13303: Regra = {
  id: 'prazo_minimo_art39', titulo: 'Prazo mínimo entre a divulgação e as propostas', dispositivo: 'art. 39 da Lei 13.303/2016', nivelFonte: 'V', vigencia: VIGENCIA_13303, regimes: ['13303'],
  verificar: (c) => (isLicitacao(c) ? checkPrazoMinimo(c, prazoMinimoArt39(chave(c)), ehSoftware(c)) : null),
};

const chave = (c: Contexto) => ({
  natureza: c.certame.natureza, criterio: c.certame.criterio?.valor ?? null, regimeExecucao: c.certame.regimeExecucao?.valor ?? null, modalidade: c.certame.modalidade?.valor ?? null,
  especial: c.certame.natureza === 'bens' ? null : readEspecial(c.texto),
});
/** Licences are bought as goods by some and as services by others. */
const ehSoftware = (c: Contexto): boolean => /\b(?:softwares?|licencas?|subscric\w+|assinaturas?|saas|nuvem)\b/.test(fold(c.certame.objeto ?? ''));

function checkPrazoMinimo(c: Contexto, minimo: PrazoMinimo | null, duvidoso: boolean): Veredito {
  const { publicacao } = c.certame;
  const fim = c.certame.propostasFim ?? c.certame.sessao;
  const ate = fim && diaDoInstante(fim.valor);
  if (!minimo) return { resultado: 'nao_aferivel', motivo: 'Não se sabe o critério de julgamento ou a natureza do objeto, dos quais depende o prazo mínimo.' };
  if (!publicacao) return { resultado: 'nao_aferivel', motivo: `O prazo mínimo é de ${minimo.dias} dias úteis (${minimo.hipotese}), mas a data de divulgação no PNCP não é conhecida.`, limite: `${minimo.dias} dias úteis` };
  if (!ate) return { resultado: 'nao_aferivel', motivo: 'Não se sabe quando termina o recebimento das propostas.', limite: `${minimo.dias} dias úteis` };
  if (c.licitacao?.amparoLegalCodigo === AMPARO_CALAMIDADE) return { resultado: 'nao_aferivel', motivo: 'A contratação invoca a Lei 14.981/2024 (calamidade), que tem prazos próprios.' };
  if (ate <= publicacao) return { resultado: 'nao_aferivel', motivo: `As datas não combinam: divulgado no PNCP em ${formatDia(publicacao)} e propostas até ${formatDia(ate)}.`, limite: `${minimo.dias} dias úteis`, sugestao: 'Conferir no PNCP a data da divulgação e a do fim das propostas.' };
  return compare(c, minimo, publicacao, ate, duvidoso || minimo.inferido === true || !isFirme(fim) || c.certame.criterio?.conflito === true, evidenciasDe(fim));
}

function compare(c: Contexto, minimo: PrazoMinimo, publicacao: Dia, ate: Dia, duvidoso: boolean, evidencias: Veredito['evidencias']): Veredito {
  const dados = countDiasUteis(c.calendario, publicacao, ate, 'otimista');
  const cedo = addDiasUteis(c.calendario, publicacao, minimo.dias, 'otimista');
  const tarde = addDiasUteis(c.calendario, publicacao, minimo.dias, 'conservadora');
  const base = { valor: `${dados} dias úteis`, limite: `${minimo.dias} dias úteis`, evidencias };
  const conta = `Divulgado no PNCP em ${formatDia(publicacao)}, propostas até ${formatDia(ate)}: ${dados} dias úteis, para um mínimo de ${minimo.dias} (${minimo.hipotese})`;
  if (ate >= tarde) return folga(c, minimo, publicacao, ate, base, conta);
  if (ate >= cedo) return { ...base, resultado: 'indicio', motivo: `${conta}. Só cumpre se os pontos facultativos do intervalo forem dias de expediente.`, sugestao: PEDIDO };
  const reducao = isMinisterioDaSaude(c) && dados * 2 >= minimo.dias;
  if (duvidoso || reducao) {
    return { ...base, resultado: 'indicio', motivo: `${conta}. ${reducao ? 'O Ministério da Saúde pode reduzir o prazo até a metade com decisão fundamentada (§ 2º): peça-a.' : 'Os dados de que a conta depende não são firmes.'}`, sugestao: PEDIDO };
  }
  return { ...base, resultado: 'violado', motivo: `${conta}. O mais cedo possível seria ${formatDia(cedo)}.`, sugestao: PEDIDO };
}

const PEDIDO = 'Pedir a reabertura do prazo, com nova data que respeite o mínimo legal.';

function folga(c: Contexto, minimo: PrazoMinimo, publicacao: Dia, ate: Dia, base: Partial<Veredito>, conta: string): Veredito {
  const parcial = 'Conferido só pela divulgação no PNCP: a data do extrato no Diário Oficial e no jornal (art. 54, § 1º) não é conhecida, e depois de retificação o PNCP mantém a data original.';
  const outro = minimo.ouEntao;
  if (outro && ate < addDiasUteis(c.calendario, publicacao, outro.dias, 'otimista')) {
    return { ...base, resultado: 'ok', motivo: `${conta}. Seriam ${outro.dias} se ${outro.se}, e então o prazo não bastaria. ${parcial}` };
  }
  return { ...base, resultado: 'ok', motivo: `${conta}. ${parcial}` };
}

/** Art. 55 § 2º reaches only the Ministry itself; a State or municipal health department that halves the term breaks the rule. */
const isMinisterioDaSaude = (c: Contexto): boolean => /\bministerio\s+da\s+saude\b/.test(fold(c.certame.orgao.nome ?? ''));
