import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { invalido } from '../../kernel/index.js';
import { isObjeto } from '../domain/mudancas/index.js';
import { splitLinhas, splitValores, type Pedaco } from './split-json.js';

/** A page of PNCP's API with 50 records has some 150 kB. */
const MAX_BYTES_VALOR = 32 * 1024 * 1024;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** What a dump holds, one by one: a record as it came, or a piece that is no JSON. */
export type DoDump = { readonly registro: unknown } | { readonly quebrado: string };

/**
 * Records of a dump, streamed: JSON lines, a JSON list, PNCP's envelopes (`{"data": […]}`), values over many lines, with or without gzip.
 * @throws AlicitError `arquivo_ilegivel`
 */
export async function* readDump(caminho: string): AsyncGenerator<DoDump> {
  try {
    const bytes = await peek(withoutBom(open(await readComeco(caminho), caminho)));
    for await (const pedaco of split(bytes)) yield* unwrap(pedaco);
  } catch (erro) {
    const codigo = (erro as { code?: string }).code;
    if (codigo?.startsWith('Z_')) throw invalido('arquivo_ilegivel', 'O arquivo está comprimido e corrompido (gzip).');
    if (codigo && /^E[A-Z]+$/.test(codigo)) throw invalido('arquivo_ilegivel', `O arquivo não pôde ser lido (${codigo}).`);
    throw erro;
  }
}

async function readComeco(caminho: string): Promise<Buffer> {
  for await (const pedaco of createReadStream(caminho, { end: 1 })) return pedaco as Buffer;
  return Buffer.alloc(0);
}

function open(comeco: Buffer, caminho: string): AsyncIterable<Buffer> {
  const bruto = createReadStream(caminho, { highWaterMark: 1 << 18 });
  if (comeco[0] !== 0x1f || comeco[1] !== 0x8b) return bruto;
  const aberto = createGunzip();
  bruto.on('error', (erro) => aberto.destroy(erro)).pipe(aberto);
  return aberto;
}

async function* withoutBom(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let primeiro = true;
  for await (const pedaco of bytes) {
    yield primeiro && pedaco.subarray(0, 3).equals(BOM) ? pedaco.subarray(3) : pedaco;
    primeiro = false;
  }
}

interface Espiado {
  readonly comeco: string;
  readonly bytes: AsyncIterable<Buffer>;
}

/** The first line (what fits in one chunk) tells how the file is written. */
async function peek(bytes: AsyncGenerator<Buffer>): Promise<Espiado> {
  const primeiro = await bytes.next();
  if (primeiro.done) return { comeco: '', bytes: (async function* () {})() };
  const inteiro = async function* (): AsyncGenerator<Buffer> {
    yield primeiro.value;
    yield* bytes;
  };
  return { comeco: primeiro.value.toString('utf8').trimStart(), bytes: inteiro() };
}

function split({ comeco, bytes }: Espiado): AsyncGenerator<Pedaco> {
  const [linha = ''] = comeco.split('\n', 1);
  const varias = comeco.length > linha.length;
  if (linha.startsWith('[') && !(varias && isJson(linha))) return splitValores(bytes, 1, MAX_BYTES_VALOR);
  // `{` alone, or with its first field: an object over many lines.
  if (varias && linha.startsWith('{') && !isJson(linha) && !linha.trimEnd().endsWith('}') && !/^\s*\{/.test(comeco.slice(linha.length))) return splitValores(bytes, 0, MAX_BYTES_VALOR);
  return splitLinhas(bytes, MAX_BYTES_VALOR);
}

function isJson(texto: string): boolean {
  try {
    JSON.parse(texto);
    return true;
  } catch {
    return false;
  }
}

function* unwrap(pedaco: Pedaco): Generator<DoDump> {
  if (pedaco === null) return yield { quebrado: `Há um trecho cortado, ou maior que ${MAX_BYTES_VALOR / 1024 / 1024} MB, que não é um registro.` };
  let valor: unknown;
  try {
    valor = JSON.parse(pedaco.toString('utf8'));
  } catch {
    return yield { quebrado: 'Há um trecho que não é JSON.' };
  }
  const lista = Array.isArray(valor) ? valor : isObjeto(valor) && Array.isArray(valor['data']) ? valor['data'] : [valor];
  for (const registro of lista) yield { registro };
}
