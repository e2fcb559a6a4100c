import { evidenciaDoFato, type Campo, type Fato } from '../../editais/index.js';
import { formatValor } from '../../relatorios/index.js';
import type { Caso } from './caso.js';
import { enumerar, limpar, maiuscula, nomeDoDocumento } from './palavras.js';
import { base, semRepetir, type Ponto } from './ponto.js';
import { toFrase } from './voz.js';

/** Fields whose contradictions matter to who bids, and how they are called (the same as in the analysis's points). */
export const ASSUNTOS: Partial<Readonly<Record<Campo, string>>> = {
  criterio_julgamento: 'o critério de julgamento', adjudicacao: 'a forma de adjudicação', modo_disputa: 'o modo de disputa', srp: 'o registro de preços', regime_execucao: 'o regime de execução', sessao_abertura: 'a data da sessão',
  propostas_fim: 'o fim das propostas', valor_estimado_total: 'o valor estimado', me_epp: 'o tratamento de ME/EPP', validade_proposta_dias: 'a validade da proposta', garantia_proposta_pct: 'a garantia de proposta', garantia_execucao_pct: 'a garantia de execução',
  capital_ou_pl_minimo_pct: 'o capital ou patrimônio líquido mínimo', indices_minimos: 'os índices mínimos', balanco_exercicios: 'os exercícios do balanço', visita_tecnica: 'a visita técnica', consorcio: 'o consórcio', subcontratacao: 'a subcontratação',
  atestado_min_pct: 'o percentual do atestado', prazo_execucao: 'o prazo de execução', vigencia_contrato: 'a vigência', pagamento_prazo: 'o prazo de pagamento', reajuste_indice: 'o índice de reajuste', multa_mora_pct_dia: 'a multa de mora',
};
/** What a bare number counts: one, more. */
const UNIDADE: Partial<Readonly<Record<Campo, readonly [string, string]>>> = { validade_proposta_dias: [' dia', ' dias'], multa_mora_pct_dia: [' ao dia', ' ao dia'], balanco_exercicios: [' exercício', ' exercícios'] };

const semArtigo = (assunto: string): string => assunto.replace(/^(?:os|as|o|a)\s/, '');
const CRASE: Readonly<Record<string, string>> = { o: 'ao', a: 'à', os: 'aos', as: 'às' };
const CONFLITO = /^CONFLITO:\s*/;
/** A note that only says that there are other readings. */
const NOTA_VAZIA = /traz outra leitura|veja as alternativas/i;

/** A field that the documents state in more than one way; null when they agree, or a person settled it. */
export function pontoDoFato(campo: Campo, f: Fato): Ponto | null {
  const assunto = ASSUNTOS[campo];
  if (!assunto || f.valor === null || f.corrigido || !(f.alternativas?.length || f.nota?.startsWith('CONFLITO'))) return null;
  const evidencia = evidenciaDoFato(f);
  const outras = (f.alternativas ?? []).slice(0, 2);
  const show = (valor: unknown): string => `“${limpar(formatValor(campo, valor), 160)}${UNIDADE[campo]?.[valor === 1 ? 0 : 1] ?? ''}”`;
  const onde = (e: { readonly documento: string; readonly pagina: number } | null): string => (e ? ` (p. ${e.pagina}${outras.some((o) => o.documento !== e.documento) || (evidencia && e.documento !== evidencia.documento) ? ` de ${nomeDoDocumento(e.documento)}` : ''})` : '');
  const leituras = [...new Set([`${show(f.valor)}${onde(evidencia)}`, ...outras.map((o) => `${show(o.valor)}${onde(o)}`)])];
  const nota = f.nota && !NOTA_VAZIA.test(f.nota) ? limpar(f.nota.replace(CONFLITO, '')) : '';
  const comum = { ...base, id: `fato.${campo}`, titulo: `${maiuscula(semArtigo(assunto))}: mais de uma leitura`, evidencias: semRepetir([...(evidencia ? [evidencia] : []), ...outras.map(({ documento, pagina, trecho, ocr }) => ({ documento, pagina, trecho, ...(ocr === undefined ? {} : { ocr }) }))]), pedido: `a correção do edital, para que fique claro ${assunto}` };
  if (leituras.length < 2) return { ...comum, duvida: `O edital não é uniforme sobre ${assunto}${nota ? `: ${nota.replace(/\.$/, '')}` : ''}.`, pergunta: `O que prevalece quanto ${CRASE[assunto.split(' ')[0]!] ?? 'a'} ${semArtigo(assunto)}?` };
  return { ...comum, duvida: toFrase(`O edital não é uniforme sobre ${assunto}: traz ${enumerar(leituras)}`), pergunta: `Qual das leituras prevalece: ${enumerar([...new Set([show(f.valor), ...outras.map((o) => show(o.valor))])], 'ou')}? O edital será corrigido no outro ponto?` };
}

export const pontosDeFatos = ({ analise: { fatos } }: Caso): readonly Ponto[] => (Object.keys(ASSUNTOS) as Campo[]).flatMap((campo) => pontoDoFato(campo, fatos[campo]) ?? []);
