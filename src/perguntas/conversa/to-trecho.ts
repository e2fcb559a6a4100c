import { neutralizar } from '../../agentes/index.js';
import type { TrechoAchado } from '../../editais/index.js';
import type { TrechoDaPergunta } from './resposta.js';

/** A passage found, as it is shown: a note where it talks to a machine. */
export const toTrecho = ({ documento, pagina, secao, texto, score }: TrechoAchado): TrechoDaPergunta => ({ documento, pagina, secao, texto: neutralizar(texto), score });
