import { asTarefa } from '../../oficina/index.js';
import type { Melhores } from '../domain/melhores.js';
import { scoreBloco, type Bloco } from '../domain/pontuar.js';

/** Scores a block of vectors; its memory is shared or was given away, never copied. */
export const pontuar = asTarefa(async (bloco: Bloco): Promise<Melhores[]> => scoreBloco(bloco));
