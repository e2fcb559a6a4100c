import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AlicitError, naoEncontrado } from '../kernel/index.js';
import type { OnProgresso } from './create-copia.js';
import { corrompida, MAX_BYTES_MANIFESTO, parseEntrada, parseManifesto, type Entrada, type Manifesto } from './domain/manifesto.js';
import { Medida } from './medir.js';

/** More than any backup has. */
const MAX_ENTRADAS = 20_000_000;

interface Achada {
  readonly o: Entrada;
  readonly entrada: Entry;
}

/** Opens a backup for as long as `usar` takes. @throws AlicitError `arquivo_nao_encontrado`, `copia_invalida` */
export async function withCopia<T>(caminho: string, usar: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openPromise(caminho, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch((erro: NodeJS.ErrnoException) => {
    if (erro.code === 'ENOENT' || erro.code === 'EACCES' || erro.code === 'EISDIR') throw naoEncontrado('arquivo_nao_encontrado', 'O arquivo da cópia não pôde ser aberto: confira o caminho e a permissão.');
    throw corrompida('está cortado, ou não é um ZIP');
  });
  try {
    return await usar(zip);
  } finally {
    zip.close();
  }
}

/** What the ZIP library says is damage, unless the disk said it. */
const explainDano = (erro: unknown): Error => (erro instanceof AlicitError || (erro as NodeJS.ErrnoException).syscall ? (erro as Error) : corrompida('está danificado'));

/** The entries, in order, none of them of an unknown kind. @throws AlicitError `copia_invalida` */
export async function* eachAchada(zip: ZipFile): AsyncGenerator<Achada> {
  let vistas = 0;
  try {
    for await (const entrada of zip.eachEntry()) {
      const o = parseEntrada(entrada.fileName);
      if (!o || ++vistas > MAX_ENTRADAS) throw corrompida('tem uma entrada que nenhuma cópia tem');
      if (entrada.isEncrypted() || !entrada.canDecodeFileData()) throw corrompida('tem uma entrada cifrada ou comprimida por método desconhecido');
      yield { o, entrada };
    }
  } catch (erro) {
    throw explainDano(erro);
  }
}

/** The content of an entry. Its errors are those of the ZIP alone, never of whoever reads it. @throws AlicitError `copia_invalida`, also as the stream's error */
export async function openEntrada(zip: ZipFile, entrada: Entry): Promise<Readable> {
  const fonte = await zip.openReadStreamPromise(entrada).catch((erro: unknown) => {
    throw explainDano(erro);
  });
  const saida = new PassThrough();
  fonte.on('error', (erro) => saida.destroy(explainDano(erro)));
  saida.once('close', () => fonte.destroy());
  return fonte.pipe(saida);
}

/**
 * Reads a backup to its last byte: every table and file is what the manifest and its name say, and none is missing.
 * @throws AlicitError `arquivo_nao_encontrado`, `copia_invalida`, `copia_mais_nova`
 */
export async function checkCopia(caminho: string, { sinal, onProgresso }: { readonly sinal?: AbortSignal; readonly onProgresso?: OnProgresso } = {}): Promise<Manifesto> {
  return withCopia(caminho, (zip) => checkTudo(zip, sinal, onProgresso));
}

async function checkTudo(zip: ZipFile, sinal: AbortSignal | undefined, onProgresso: OnProgresso | undefined): Promise<Manifesto> {
  const tabelas = new Map<string, Medida>();
  let manifesto: Manifesto | null = null;
  let [quantos, bytes, feitas] = [0, 0, 0];
  for await (const { o, entrada } of eachAchada(zip)) {
    sinal?.throwIfAborted();
    onProgresso?.('conferência', feitas, zip.entryCount);
    feitas += 1;
    if (o.tipo === 'manifesto') {
      if (manifesto) throw corrompida('tem dois manifestos');
      manifesto = parseManifesto(await readTexto(zip, entrada));
      continue;
    }
    const medida = await measure(zip, entrada, o.tipo === 'tabela');
    if (o.tipo === 'tabela') {
      if (tabelas.has(o.tabela)) throw corrompida(`tem a tabela ${o.tabela} duas vezes`);
      tabelas.set(o.tabela, medida);
    } else {
      if (medida.sha256 !== o.sha256) throw corrompida(`o arquivo ${o.sha256.slice(0, 12)}… está danificado`);
      quantos += 1;
      bytes += medida.bytes;
    }
  }
  if (!manifesto) throw corrompida('falta o manifesto');
  requireTudo(manifesto, tabelas, { quantos, bytes });
  return manifesto;
}

function requireTudo({ tabelas: esperadas, arquivos }: Manifesto, tabelas: ReadonlyMap<string, Medida>, vistos: { readonly quantos: number; readonly bytes: number }): void {
  if (esperadas.length !== tabelas.size) throw corrompida('as tabelas não são as do manifesto');
  for (const { nome, linhas, bytes, sha256 } of esperadas) {
    const m = tabelas.get(nome);
    if (m?.sha256 !== sha256 || m.bytes !== bytes || m.linhas !== linhas) throw corrompida(`a tabela ${nome} está danificada ou falta`);
  }
  if (vistos.quantos !== (arquivos?.quantos ?? 0) || vistos.bytes !== (arquivos?.bytes ?? 0)) throw corrompida('faltam arquivos, ou sobram');
}

async function measure(zip: ZipFile, entrada: Entry, contaLinhas: boolean): Promise<Medida> {
  const medida = new Medida(contaLinhas);
  medida.resume();
  await pipeline(await openEntrada(zip, entrada), medida);
  return medida;
}

async function readTexto(zip: ZipFile, entrada: Entry): Promise<string> {
  if (entrada.uncompressedSize > MAX_BYTES_MANIFESTO) throw corrompida('o manifesto é grande demais');
  const pedacos: Buffer[] = [];
  for await (const pedaco of await openEntrada(zip, entrada)) pedacos.push(pedaco as Buffer);
  return Buffer.concat(pedacos).toString('utf8');
}

