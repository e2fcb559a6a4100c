import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { invalido, naoEncontrado } from '../../kernel/index.js';

/** A register's file, opened: its text by pieces, decoded as it comes. */
export interface ArquivoAberto {
  /** Names that may tell the register and the day: the file's and, inside a ZIP, the entry's. Untrusted. */
  readonly nomes: readonly string[];
  readonly texto: AsyncIterable<string>;
  close(): void;
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const CABECA = 64 * 1024;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** More entries than the portal's ZIPs have, and few enough to be looked through. */
const MAX_ENTRADAS = 100;

/** A CSV, or the ZIP the portal gives. @throws AlicitError `arquivo_nao_encontrado`, `sancoes_zip` */
export async function openArquivo(caminho: string, { maxBytes }: { readonly maxBytes: number }): Promise<ArquivoAberto> {
  const nome = basename(caminho);
  if (!(await isZip(caminho, nome))) {
    const fluxo = createReadStream(caminho);
    return { nomes: [nome], texto: decode(limit(fluxo, maxBytes)), close: () => void fluxo.destroy() };
  }
  const zip = await openPromise(caminho, { lazyEntries: true, autoClose: false }).catch(() => {
    throw invalido('sancoes_zip', `O ZIP ${JSON.stringify(nome)} está corrompido: baixe-o de novo.`);
  });
  try {
    const entrada = await findCsv(zip, nome);
    const fluxo = await zip.openReadStreamPromise(entrada);
    return { nomes: [entrada.fileName, nome], texto: decode(limit(fluxo, maxBytes)), close: () => { fluxo.destroy(); zip.close(); } };
  } catch (erro) {
    zip.close();
    throw erro;
  }
}

async function isZip(caminho: string, nome: string): Promise<boolean> {
  try {
    const arquivo = await open(caminho);
    try {
      const { buffer, bytesRead } = await arquivo.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && buffer.equals(ZIP);
    } finally {
      await arquivo.close();
    }
  } catch {
    throw naoEncontrado('arquivo_nao_encontrado', `O arquivo ${JSON.stringify(nome)} não pôde ser aberto.`);
  }
}

async function findCsv(zip: ZipFile, nome: string): Promise<Entry> {
  const csvs: Entry[] = [];
  let vistas = 0;
  for await (const entrada of zip.eachEntry()) {
    if (++vistas > MAX_ENTRADAS) break;
    if (/\.csv$/i.test(entrada.fileName) && !entrada.isEncrypted()) csvs.push(entrada);
  }
  if (csvs.length !== 1) throw invalido('sancoes_zip', `O ZIP ${JSON.stringify(nome)} tem ${csvs.length ? `${csvs.length} arquivos CSV` : 'nenhum arquivo CSV'}: o do Portal da Transparência tem um só. Extraia o CSV que quer e importe-o.`);
  return csvs[0]!;
}

async function* limit(fluxo: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const pedaco of fluxo) {
    total += pedaco.length;
    if (total > maxBytes) throw invalido('sancoes_grande', `O arquivo passa de ${Math.floor(maxBytes / 1024 / 1024)} MB depois de aberto: confira se é o do CEIS ou do CNEP, ou aumente ALICIT_MAX_MB_TOTAL.`);
    yield pedaco;
  }
}

/** UTF-8 when the first bytes are (with or without BOM), else what the portal writes: Windows-1252. */
async function* decode(pedacos: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let cabeca: Buffer[] | null = [];
  let decodificador = new TextDecoder('windows-1252');
  const begin = (): string => {
    const inicio = Buffer.concat(cabeca!);
    cabeca = null;
    if (startsUtf8(inicio)) decodificador = new TextDecoder('utf-8', { fatal: true });
    return decodificador.decode(inicio, { stream: true });
  };
  try {
    for await (const pedaco of pedacos) {
      if (cabeca === null) yield decodificador.decode(pedaco, { stream: true });
      else {
        cabeca.push(pedaco);
        if (cabeca.reduce((n, p) => n + p.length, 0) >= CABECA) yield begin();
      }
    }
    if (cabeca !== null) yield begin();
    yield decodificador.decode();
  } catch (erro) {
    if ((erro as { code?: unknown }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw erro;
    throw invalido('sancoes_codificacao', 'O arquivo começa em UTF-8 e depois deixa de ser: foi cortado ou mexido. Baixe-o de novo.');
  }
}

/** Whole characters of UTF-8; the last one may be cut. */
const startsUtf8 = (b: Buffer): boolean => b.subarray(0, 3).equals(BOM) || [0, 1, 2, 3].some((n) => isUtf8(b.subarray(0, b.length - n)));
