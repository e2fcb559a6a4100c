import { evidenciaDoFato, type CorrecaoAConfirmar } from '../../editais/index.js';
import type { Analise, Desfecho, Motivo, Pergunta } from '../domain/analise.js';
import { classeDe, sortDesfechos } from '../decidir/index.js';

/** Judges with one more correction in use: the same input gives the same answer. */
export type JulgaCom = (correcao: CorrecaoAConfirmar) => Desfecho;

const MOTIVOS = 3;
const MAX_MUDANCAS = 8;

/**
 * The judgement over what the machine reads now, with a question for each correction that an amendment touched. What each
 * answer would do is found by judging with it, one at a time: the tender is PENDENTE when outcomes of different kinds
 * (bid, challenge, stay out) are within reach of one answer. Parts keep the outcome of the machine's reading.
 */
export function askConfirmacoes(a: Analise, aConfirmar: readonly CorrecaoAConfirmar[], julgaCom: JulgaCom): Analise {
  if (!aConfirmar.length) return a;
  const { decisao } = a;
  const perguntas = aConfirmar.map((c) => toPergunta(c, [decisao.desfecho, julgaCom(c)]));
  const mudam = perguntas.filter((q) => q.podeMudarPara.length);
  const pendente = mudam.some((q) => new Set(q.podeMudarPara.map(classeDe)).size > 1);
  const motivos: Motivo[] = mudam.map((q) => ({ texto: q.texto, evidencia: evidenciaDoFato(a.fatos[aConfirmar.find((c) => c.id === q.correcaoId)!.campo]) }));
  return {
    ...a,
    decisao: {
      ...decisao,
      ...(pendente ? { desfecho: 'PENDENTE', pode: 'indefinido', motivos: [...motivos, ...decisao.motivos].slice(0, MOTIVOS) } : {}),
      perguntas: [...perguntas, ...decisao.perguntas],
      oQueMudaADecisao: [...mudam.map((q) => `A resposta a esta pergunta pode mudar o desfecho: ${q.texto}`), ...decisao.oQueMudaADecisao].slice(0, MAX_MUDANCAS),
    },
  };
}

const toPergunta = (c: CorrecaoAConfirmar, desfechos: readonly Desfecho[]): Pergunta => {
  const pode = sortDesfechos(desfechos);
  return { id: `correcao_a_confirmar:${c.campo}`, correcaoId: c.id, texto: c.pergunta, quemResponde: 'empresa', podeMudarPara: pode.length > 1 ? pode : [] };
};
