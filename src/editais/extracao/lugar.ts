import type { TipoRegiao } from '../domain/estrutura.js';
import type { TextoEdital } from '../domain/texto-edital.js';

/**
 * Where a reading stands, in order of authority: `capa` is the first two pages of the edital (cover, summary table,
 * preamble), `abertura` the next four; after that the region decides.
 */
export type Lugar = 'capa' | 'abertura' | TipoRegiao;

const PAGINAS_CAPA = 2;
const PAGINAS_ABERTURA = 6;

/**
 * The place of an offset. The first pages belong to the edital even when a list of annexes printed there was taken
 * for the beginning of one.
 */
export function lugarEm(t: TextoEdital, offset: number): Lugar {
  const { documento, pagina } = t.paginaEm(offset);
  const tipo = t.regiaoEm(offset).tipo;
  if (t.partes.find((p) => p.documento.nome === documento)?.regiao !== 'edital') return tipo;
  if (pagina <= PAGINAS_CAPA) return 'capa';
  if (pagina <= PAGINAS_ABERTURA && tipo !== 'minuta' && tipo !== 'modelo') return 'abertura';
  return tipo;
}

/** What is taken from a reading's weight for standing there. */
export const DESCONTO_LUGAR: Readonly<Record<Lugar, number>> = {
  capa: 0, abertura: 0.02, edital: 0.08, tr: 0.12, anexo: 0.18, planilha: 0.25, minuta: 0.25, etp: 0.3, modelo: 0.4, sumario: 1,
};
