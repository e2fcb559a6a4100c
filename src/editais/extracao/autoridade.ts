import type { TipoRegiao } from '../domain/estrutura.js';
import type { TextoEdital } from '../domain/texto-edital.js';

/**
 * How much a clear statement weighs by where it stands, for what is asked of bidders: the edital's body rules, then the
 * terms of reference and untitled annexes; drafts of contracts, studies and forms only repeat or prepare.
 */
export const AUTORIDADE: Readonly<Record<TipoRegiao, number>> = {
  edital: 0.95, tr: 0.93, anexo: 0.9, planilha: 0.82, minuta: 0.7, etp: 0.6, modelo: 0.6, sumario: 0,
};

/** A form fills a page or two; five pages of "form" are the edital's body after a misread heading. */
const MAIOR_MODELO = 14_000;

/** The kind of region at an offset, a form too long to be one taken as an untitled annex. */
export function regiaoUtil(t: TextoEdital, offset: number): TipoRegiao {
  const { tipo, inicio, fim } = t.regiaoEm(offset);
  return tipo === 'modelo' && fim - inicio > MAIOR_MODELO ? 'anexo' : tipo;
}
