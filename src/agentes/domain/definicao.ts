import { z } from 'zod';
import type { NomeAgente } from '../../analises/index.js';
import type { Campo, GrupoExigencia } from '../../editais/index.js';
import { hashDe } from '../../kernel/index.js';

/** Parts of the dossier that only some agents need. */
export type SecaoDoDossie = 'itens' | 'habilitacao' | 'plano' | 'contas' | 'riscos' | 'multas' | 'divergencias' | 'verificacoes' | 'prazos';

/** What makes an agent the one it is: everything a model sees of it but the dossier. */
export interface DefinicaoAgente {
  readonly nome: NomeAgente;
  /** System message, Portuguese. */
  readonly instrucoes: string;
  /** Asked of the documents beforehand: what they answer is in the first prompt. */
  readonly perguntas: readonly string[];
  /** Facts shown with their quotes; the others are named with their values. */
  readonly campos: readonly Campo[];
  /** Requirements of the edital shown with their quotes, when they are not the usual ones. */
  readonly exigencias: readonly GrupoExigencia[];
  readonly secoes: readonly SecaoDoDossie[];
}

/** Version of a prompt: the hash of its own text and of the schema it answers in, so that none has to be raised by hand. */
export const versaoDoPrompt = (nome: string, partes: object, saida: z.ZodType): string => `${nome}@${hashDe({ partes, saida: z.toJSONSchema(saida) }).slice(0, 12)}`;
