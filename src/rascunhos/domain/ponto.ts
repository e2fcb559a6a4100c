import type { NivelFonte } from '../../analises/index.js';
import { invalido, type Evidencia } from '../../kernel/index.js';

/** Something of the edital to ask about or to challenge. */
export interface Ponto {
  /** The check's id ("consorcio_art15"), or of what it is: "fato.reajuste_indice", "prazo.impugnacao", "divergencia.propostas_fim", "ponto.2". */
  readonly id: string;
  readonly titulo: string;
  /** What the law says of it, in a sentence; null when not written. */
  readonly norma: string | null;
  /** Quotes, three at most. */
  readonly evidencias: readonly Evidencia[];
  /** What is in doubt, or against the law: complete sentences, as told to the agency. */
  readonly duvida: string;
  /** "art. 15, caput, da Lei 14.133/2021"; null when no article is at stake. */
  readonly dispositivo: string | null;
  readonly pergunta: string;
  /** What follows "requer": "a correção das sanções". */
  readonly pedido: string;
  /** Set when the rule's source was not read in the official text. */
  readonly aConferir: boolean;
  /** Source level of the rule; null when the point is of no rule. */
  readonly nivelFonte: NivelFonte | null;
  /** What the edital has and the limit, as the check gives them. */
  readonly valor: string | null;
  readonly limite: string | null;
  readonly excluiEmpresa: boolean;
}

/** Points a draft holds at most: beyond this nobody reads it. */
export const MAX_PONTOS = 40;
const MAX_EVIDENCIAS = 3;

export const semRepetir = (evidencias: readonly Evidencia[]): readonly Evidencia[] =>
  evidencias.filter((e, i) => evidencias.findIndex((x) => x.documento === e.documento && x.pagina === e.pagina && (x.trecho.includes(e.trecho) || (e.trecho.includes(x.trecho) && x === e))) === i).slice(0, MAX_EVIDENCIAS);

export const base = { norma: null, dispositivo: null, aConferir: false, nivelFonte: null, valor: null, limite: null, excluiEmpresa: false } as const;

/** The points asked for by id, in the document's order; all when none was. @throws AlicitError `ponto_desconhecido` */
export function pickPontos(todos: readonly Ponto[], ids: readonly string[] | null): readonly Ponto[] {
  if (ids === null) return todos.slice(0, MAX_PONTOS);
  const fora = ids.filter((id) => !todos.some((x) => x.id === id));
  if (fora.length) throw invalido('ponto_desconhecido', `Esta análise não tem, para este rascunho, o ponto “${fora[0]!.slice(0, 60)}”. ${todos.length ? `Há: ${todos.slice(0, MAX_PONTOS).map((x) => x.id).join(', ')}.` : 'Não há nenhum.'}`, { erros: [{ ponteiro: '/pontos', mensagem: 'ponto desconhecido' }] });
  return todos.filter((x) => ids.includes(x.id)).slice(0, MAX_PONTOS);
}
