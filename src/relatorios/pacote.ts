import type { RelatorioPronto } from './estagios/estagios-relatorio.js';

/** Forms a report is read in, besides the analysis's own JSON. */
export type FormaRelatorio = 'md' | 'html';

const CABECALHO = 8;

/** Both forms, compressed, in one piece: two lengths (big-endian, 4 bytes each), Markdown, HTML. */
export function packRelatorio({ md, html }: Pick<RelatorioPronto, 'md' | 'html'>): Uint8Array {
  const cabecalho = Buffer.alloc(CABECALHO);
  cabecalho.writeUInt32BE(md.gzip.length, 0);
  cabecalho.writeUInt32BE(html.gzip.length, 4);
  return Buffer.concat([cabecalho, md.gzip, html.gzip]);
}
