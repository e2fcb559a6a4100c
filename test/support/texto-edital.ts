import { TextoEdital } from '../../src/editais/domain/texto-edital.js';
import type { DocumentoLido } from '../../src/editais/domain/documento.js';
import type { TipoRegiao } from '../../src/editais/domain/estrutura.js';
import { resolveCampo } from '../../src/editais/extracao/resolve.js';
import type { DefinicaoCampo } from '../../src/editais/extracao/candidato.js';
import type { FatosDaLicitacao } from '../../src/editais/extracao/contexto.js';
import type { Campo, Fato } from '../../src/editais/domain/fato.js';

/** A document as read, from the text of its pages. */
export function documentoDe(paginas: readonly string[], nome = 'edital.pdf'): DocumentoLido {
  return {
    nome, sha256: '0'.repeat(64), tipo: 'pdf', bytes: 1, totalPaginas: paginas.length, naoLido: [], versaoLeitor: 'teste',
    paginas: paginas.map((texto, i) => ({ numero: i + 1, texto, linhas: [], origem: 'nativo' as const })),
  };
}

/** The text of an edital, a string per page. */
export const textoDe = (paginas: readonly string[] | string, regiao: TipoRegiao = 'edital'): TextoEdital =>
  new TextoEdital([{ documento: documentoDe(typeof paginas === 'string' ? [paginas] : paginas), regiao }]);

/** Reads one field of a text. */
export const readCampo = <C extends Campo>(def: DefinicaoCampo<C>, paginas: readonly string[] | string, lidos: FatosDaLicitacao = {}): Fato<C> =>
  resolveCampo(def, { t: textoDe(paginas), lidos });
