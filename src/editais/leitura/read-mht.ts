import type { Pagina } from '../domain/pagina.js';
import { readHtml } from './read-html.js';
import { readTexto } from './read-texto.js';

/** A part of a MIME message. */
interface ParteMime {
  readonly tipo: string;
  readonly corpo: Buffer;
}

const MAX_NIVEIS = 4;
const MAX_PARTES = 200;

/** Web archive (.mht, what browsers and Word save) or mail → logical pages of its text: the first HTML part, else the first plain one. Pictures and attachments are passed over. */
export function readMht(bytes: Uint8Array): Pagina[] {
  const partes = [...listPartes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0)];
  const html = partes.find((p) => p.tipo === 'text/html');
  if (html) return readHtml(html.corpo);
  const texto = partes.find((p) => p.tipo === 'text/plain');
  return texto ? readTexto(texto.corpo) : [];
}

function* listPartes(mensagem: string, nivel: number): Generator<ParteMime> {
  const corte = /\r?\n\r?\n/.exec(mensagem);
  const cabecalho = mensagem.slice(0, corte?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  const corpo = corte ? mensagem.slice(corte.index + corte[0].length) : '';
  const tipo = /^content-type:\s{0,5}([\w.+/-]{3,80})/im.exec(cabecalho)?.[1]?.toLowerCase() ?? 'text/plain';
  const limite = /^content-type:[^\r\n]{0,500}boundary="?([^";\r\n]{1,200})/im.exec(cabecalho)?.[1];
  if (tipo.startsWith('multipart/') && limite && nivel < MAX_NIVEIS) {
    for (const parte of corpo.split(`--${limite}`).slice(1, MAX_PARTES)) if (!parte.startsWith('--')) yield* listPartes(parte.replace(/^\r?\n/, ''), nivel + 1);
  } else if (tipo.startsWith('text/')) yield { tipo, corpo: decodeCorpo(corpo, /^content-transfer-encoding:\s{0,5}([\w-]{1,30})/im.exec(cabecalho)?.[1]?.toLowerCase()) };
}

function decodeCorpo(corpo: string, codificacao: string | undefined): Buffer {
  if (codificacao === 'base64') return Buffer.from(corpo, 'base64');
  if (codificacao !== 'quoted-printable') return Buffer.from(corpo, 'latin1');
  return Buffer.from(corpo.replace(/=[ \t]{0,5}\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
}
