import { startLibarchive, type Libarchive } from './libarchive.js';
import { BYTES_SEM_RAZAO, type LimitesReunir, type Orcamento } from './limites.js';
import { isNomeInseguro } from './nome-seguro.js';
import type { EntradaZip } from './read-zip.js';
import { RECUSAS, type Recusa } from './recusas.js';
import { findVolume } from './volume.js';

const TIPO = 0o170000;
const ARQUIVO = 0o100000;
const PASTA = 0o040000;
const PEDACO = 256 * 1024;
/** Entries looked at, wanted or not: a header of a few bytes may be repeated for as long as the file is. */
const MAX_CABECALHOS = 20_000;

/**
 * The files of one RAR, 7z or tar archive, in its order, one at a time in pieces that stop at the first bound passed (as
 * `readZip`). Neither passwords nor volumes are opened; each is told. Whatever the archive does to libarchive, even an
 * abort of the WASM, ends as a refusal: the instance serves this archive only.
 */
export async function* readCompactado(bytes: Buffer, limites: LimitesReunir, orcamento: Orcamento, wanted: (nome: string) => boolean = () => true): AsyncGenerator<EntradaZip> {
  const volume = findVolume(bytes);
  if (volume) return yield { nome: null, recusa: RECUSAS.compactado_em_partes(volume.parte ?? 0) };
  if (!endsAsZip(bytes)) return yield* readAberto(bytes, bytes.length, limites, orcamento, wanted);
  // What follows the last entry tells whether it was whole: in what was appended a missing end would be read as zeros.
  let pendente: EntradaZip | undefined;
  for await (const e of readAberto(Buffer.concat([bytes, Buffer.alloc(CAUDA_ZIP)]), bytes.length, limites, orcamento, wanted)) {
    const rompeu = e.nome === null && 'recusa' in e && e.recusa.codigo === 'compactado_corrompido';
    if (pendente) yield rompeu && 'bytes' in pendente ? { nome: pendente.nome, recusa: RECUSAS.compactado_corrompido() } : pendente;
    pendente = e;
  }
  if (pendente) yield pendente;
}

/** libarchive looks for a ZIP's end in the last 16 KB before it looks at the start: a RAR that keeps a ZIP uncompressed would be taken for that ZIP. Zeros after it prevent that. */
const CAUDA_ZIP = 20 * 1024;
const endsAsZip = (b: Buffer): boolean => b.subarray(0, 4).equals(RAR) && b.subarray(-CAUDA_ZIP).includes(FIM_DE_ZIP);
const RAR = Buffer.from('Rar!', 'latin1');
const FIM_DE_ZIP = Buffer.from('PK\x05\x06', 'latin1');

async function* readAberto(bytes: Buffer, comprimido: number, limites: LimitesReunir, orcamento: Orcamento, wanted: (nome: string) => boolean): AsyncGenerator<EntradaZip> {
  let cifradas = 0;
  try {
    const leitor = await openLeitor(bytes);
    for (let i = 0; i < MAX_CABECALHOS; i++) {
      const entrada = nextEntrada(leitor, i);
      if (!entrada) {
        // RAR 5 ends at the first encrypted entry, and says no more than this.
        if (!cifradas && leitor.lib.read_has_encrypted_entries(leitor.arquivo) === 1) yield { nome: null, recusa: RECUSAS.arquivo_com_senha() };
        return;
      }
      if (entrada.recusa) return yield { nome: null, recusa: entrada.recusa };
      if (entrada.tipo === PASTA || !wanted(entrada.nome)) continue;
      if (orcamento.entradas-- <= 0) return yield { nome: null, recusa: RECUSAS.zip_muitas_entradas(limites.maxEntradas) };
      if (entrada.cifrada) cifradas++;
      const lida = readEntrada(leitor, entrada, limites, orcamento, comprimido);
      yield Buffer.isBuffer(lida) ? { nome: entrada.nome, bytes: lida } : { nome: entrada.nome, recusa: lida };
      // A bomb is not followed by more reading: what comes after it would have to be unpacked through it.
      if (!Buffer.isBuffer(lida) && lida.codigo === 'zip_bomba') return;
    }
    yield { nome: null, recusa: RECUSAS.zip_muitas_entradas(limites.maxEntradas) };
  } catch (erro) {
    yield { nome: null, recusa: explain(String(erro)) };
  }
}

interface Leitor {
  readonly lib: Libarchive;
  readonly arquivo: number;
  readonly pedaco: number;
}

async function openLeitor(bytes: Buffer): Promise<Leitor> {
  const lib = await startLibarchive(bytes.length);
  const dados = lib.module._malloc(bytes.length);
  const pedaco = lib.module._malloc(PEDACO);
  if (!dados || !pedaco) throw new Error('memory');
  lib.module.HEAPU8.set(bytes, dados);
  return { lib, pedaco, arquivo: lib.read_new_memory(dados, bytes.length) };
}

interface EntradaAberta {
  readonly nome: string;
  readonly tipo: number;
  readonly tamanho: number;
  readonly cifrada: boolean;
  readonly recusa?: Recusa;
}

/** Null at a clean end; a refusal of all the rest when the archive breaks there. */
function nextEntrada({ lib, arquivo }: Leitor, indice: number): EntradaAberta | null {
  const e = lib.read_next_entry(arquivo);
  if (!e) {
    const erro = lib.error_string(arquivo);
    if (!erro) return null;
    return { nome: '', tipo: 0, tamanho: 0, cifrada: false, recusa: explain(erro) };
  }
  const link = Boolean(lib.entry_hardlink(e));
  return {
    nome: (lib.entry_pathname(e) || `sem-nome-${indice + 1}`).replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''),
    tipo: link ? 0 : lib.entry_filetype(e) & TIPO, tamanho: lib.entry_size(e), cifrada: lib.entry_is_encrypted(e) === 1,
  };
}

function readEntrada({ lib, arquivo, pedaco }: Leitor, e: EntradaAberta, limites: LimitesReunir, orcamento: Orcamento, comprimido: number): Buffer | Recusa {
  if (e.tipo !== ARQUIVO || isNomeInseguro(e.nome)) return RECUSAS.zip_caminho_inseguro();
  if (e.cifrada) return RECUSAS.arquivo_com_senha();
  if (e.tamanho > limites.maxBytesArquivo) return RECUSAS.arquivo_grande(limites.maxBytesArquivo);
  const pedacos: Buffer[] = [];
  let total = 0;
  try {
    for (;;) {
      const lidos = lib.read_data(arquivo, pedaco, PEDACO);
      if (!lidos) return Buffer.concat(pedacos, total);
      total += lidos;
      // Files of a solid archive share one stream: the ratio is that of the archive as a whole.
      if (total > orcamento.bytes || (total > BYTES_SEM_RAZAO && total > comprimido * limites.maxRazao)) return RECUSAS.zip_bomba();
      if (total > limites.maxBytesArquivo) return RECUSAS.arquivo_grande(limites.maxBytesArquivo);
      pedacos.push(Buffer.from(lib.module.HEAPU8.subarray(pedaco, pedaco + lidos)));
    }
  } catch (erro) {
    if (isFatal(erro)) throw erro;
    return explain(String(erro));
  } finally {
    orcamento.bytes -= total;
  }
}

/** The WASM itself broke down: nothing more can be asked of it. libarchive's own errors are plain ones. */
const isFatal = (erro: unknown): boolean => !(erro instanceof Error) || erro.name !== 'Error';

function explain(erro: string): Recusa {
  if (/encrypt|passphrase/i.test(erro)) return RECUSAS.arquivo_com_senha();
  if (/multi-?volume/i.test(erro)) return RECUSAS.compactado_em_partes(0);
  if (/memory|dictionary size/i.test(erro)) return RECUSAS.compactado_memoria();
  if (/not supported|unsupported|unavailable|unrecognized/i.test(erro)) return RECUSAS.compactado_metodo();
  return RECUSAS.compactado_corrompido();
}
