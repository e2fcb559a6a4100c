import { Decimal } from 'decimal.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe } from '../contexto/lido.js';
import { fold, formatDinheiro } from '../../kernel/index.js';
import { diaDeReferencia, VIGENCIA_14133, type Regra } from './regra.js';
import { valoresEm } from './valores-atualizados.js';
import { mentions } from './trechos.js';

/** Amparo ids of PNCP: 18 = art. 75, I; 19 = art. 75, II. */
const AMPAROS: Readonly<Record<number, 'I' | 'II'>> = { 18: 'I', 19: 'II' };

/** Direct contracting by amount: BELOW the limit of the year (art. 75, I and II); the limit itself does not dispense. */
export const dispensaLimite: Regra = {
  id: 'dispensa_limite_art75', titulo: 'Limite da dispensa por valor', dispositivo: 'art. 75, I, II e § 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const inciso = c.certame.modalidade?.valor === 'dispensa' ? incisoDe(c) : null;
    if (!inciso) return null;
    const dia = diaDeReferencia(c);
    const ano = valoresEm(dia);
    const total = c.certame.valorEstimado;
    if (!ano) return { resultado: 'nao_aferivel', motivo: `O limite da dispensa em ${dia.slice(0, 4)} não está na tabela de valores.` };
    if (!total) return { resultado: 'nao_aferivel', motivo: 'O valor estimado da dispensa não é conhecido.' };
    const limite = inciso === 'I' ? ano.dispensaObras : ano.dispensaDemais;
    const base = { valor: formatDinheiro(total.valor), limite: `menos de ${formatDinheiro(limite)}`, evidencias: evidenciasDe(total), nivelFonte: ano.nivelFonte };
    if (new Decimal(total.valor).lt(limite)) return { ...base, resultado: 'ok', motivo: `${formatDinheiro(total.valor)} é menos que ${formatDinheiro(limite)}, limite do inciso ${inciso} (${ano.norma}).` };
    const dobro = hasDobro(c) && new Decimal(total.valor).lt(new Decimal(limite).mul(2));
    if (dobro) return { ...base, resultado: 'nao_aferivel', motivo: `${formatDinheiro(total.valor)} passa de ${formatDinheiro(limite)}, mas o limite dobra para consórcio público e agência executiva (§ 2º): confirme.` };
    return { ...base, resultado: 'violado', motivo: `${formatDinheiro(total.valor)} não é menos que ${formatDinheiro(limite)}, limite do inciso ${inciso} (${ano.norma}).`, sugestao: 'Perguntar por que o valor cabe em dispensa.' };
  },
};

function incisoDe(c: Contexto): 'I' | 'II' | null {
  const pncp = c.licitacao?.amparoLegalCodigo;
  if (pncp != null) return AMPAROS[pncp] ?? null;
  if (mentions(c.texto, /\binciso\s+ii\b[^.;]{0,40}\bart(?:igo|\.)?\s*75|\bart(?:igo|\.)?\s*75\s*,?\s*(?:inciso\s+|caput,?\s*)?ii\b/)) return 'II';
  if (mentions(c.texto, /\binciso\s+i\b[^.;]{0,40}\bart(?:igo|\.)?\s*75|\bart(?:igo|\.)?\s*75\s*,?\s*(?:inciso\s+|caput,?\s*)?i\b/)) return 'I';
  return null;
}

const hasDobro = (c: Contexto): boolean => /\b(?:consorcio|agencia|autarquia|fundacao|instituto)\b/.test(fold(c.certame.orgao.nome ?? ''));
