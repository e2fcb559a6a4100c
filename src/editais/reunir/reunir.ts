import { sha256De } from '../../kernel/index.js';
import type { Arquivo, NaoLido, TipoArquivo } from '../domain/documento.js';
import { detectTipo } from './detect-tipo.js';
import { LIMITES_REUNIR, toOrcamento, type LimitesReunir, type Orcamento } from './limites.js';
import { cleanNome, DOCUMENTO_ASSINADO, isLixo, isNomeDeParte } from './nome-seguro.js';
import { readAssinado } from './read-assinado.js';
import { readCompactado } from './read-compactado.js';
import { readZip, type EntradaZip } from './read-zip.js';
import { RECUSAS, refuseTipo, type Recusa } from './recusas.js';

/** A file as the user gave it. `nome` is untrusted text. */
export interface Entrada {
  readonly nome: string;
  readonly bytes: Uint8Array;
}

/** The set taken apart: every document once, in the order of their names, and what could not be taken. */
export interface Reuniao {
  readonly arquivos: readonly Arquivo[];
  readonly naoLido: readonly NaoLido[];
  /** Same bytes under another name: read once. */
  readonly duplicados: readonly { readonly nome: string; readonly igualA: string }[];
}

/** A file as it lies somewhere: opened only when its turn comes, so that a set is never whole in memory. */
export interface EntradaLenta {
  readonly nome: string;
  /** Bytes, as its folder tells. */
  readonly tamanho: number;
  /** Rejects when it cannot be opened. */
  readonly read: () => Promise<Uint8Array>;
}

/** A document found, before it is let go of. `entrada`: the file it is, null for one that came out of an archive. */
export interface Achado<E> {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly entrada: E | null;
}

/** A document without its bytes, and what `keep` made of them. */
export interface ArquivoGuardado<T> extends Pick<Arquivo, 'nome' | 'tipo' | 'sha256'> {
  readonly tamanho: number;
  readonly guardado: T;
}

interface Andamento<E, T> {
  readonly limites: LimitesReunir;
  readonly orcamento: Orcamento;
  readonly keep: (achado: Achado<E>) => T | Promise<T>;
  readonly achados: ArquivoGuardado<T>[];
  readonly naoLido: NaoLido[];
}

/**
 * Files as given → documents as bytes: types told by content, archives, signatures and attachments
 * opened (nested too, within bounds), equal files joined. Nothing that is wrong with one file stops the rest: it is listed with a stable code and a reason.
 */
export async function reunir(entradas: readonly Entrada[], limites: LimitesReunir = LIMITES_REUNIR): Promise<Reuniao> {
  const lentas = entradas.map(({ nome, bytes }) => ({ nome, tamanho: bytes.length, read: async () => bytes }));
  const { arquivos, ...resto } = await reunirGuardando(lentas, limites, (a) => a.bytes);
  return { ...resto, arquivos: arquivos.map(({ nome, tipo, sha256, guardado }) => ({ nome, bytes: guardado, tipo, sha256 })) };
}

/** As `reunir`, one file at a time in memory: `keep` puts each document away and what it returns stands for the bytes. */
export async function reunirGuardando<E extends EntradaLenta, T>(entradas: readonly E[], limites: LimitesReunir, keep: (achado: Achado<E>) => T | Promise<T>): Promise<Omit<Reuniao, 'arquivos'> & { arquivos: ArquivoGuardado<T>[] }> {
  const a: Andamento<E, T> = { limites, orcamento: toOrcamento(limites), keep, achados: [], naoLido: [] };
  for (const e of [...entradas].sort(byNome)) {
    if (a.orcamento.bytes < e.tamanho) refuse(a, e.nome, RECUSAS.conjunto_grande(limites.maxBytesTotal));
    else {
      a.orcamento.bytes -= e.tamanho;
      const bytes = await e.read().catch(() => null);
      if (bytes) await take(a, cleanNome(e.nome), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, e);
      else refuse(a, cleanNome(e.nome), RECUSAS.nao_encontrado());
    }
  }
  return joinIguais(a);
}

async function take<E, T>(a: Andamento<E, T>, nome: string, bytes: Buffer, nivel: number, entrada: E | null): Promise<void> {
  if (!bytes.length) return refuse(a, nome, RECUSAS.arquivo_vazio());
  if (bytes.length > a.limites.maxBytesArquivo) return refuse(a, nome, RECUSAS.arquivo_grande(a.limites.maxBytesArquivo));
  const { tipo, cifrado } = await detectTipo(bytes);
  if (cifrado) return refuse(a, nome, RECUSAS.arquivo_cifrado());
  const recusa = tipo === 'desconhecido' && isNomeDeParte(nome) ? RECUSAS.compactado_em_partes(0) : refuseTipo(tipo);
  if (recusa) return refuse(a, nome, recusa);
  const readPacote = PACOTES[tipo];
  if ((readPacote || tipo === 'p7s') && nivel >= a.limites.maxNiveis) return refuse(a, nome, RECUSAS.zip_profundo(a.limites.maxNiveis));
  if (readPacote) return openPacote(a, nome, readPacote(bytes, a.limites, a.orcamento, (n) => !isLixo(n)), nivel);
  if (tipo === 'p7s') return openAssinado(a, nome, bytes, nivel);
  const sha256 = sha256De(bytes);
  a.achados.push({ nome, tipo, sha256, tamanho: bytes.length, guardado: await a.keep({ bytes, sha256, entrada }) });
  if (tipo === 'pdf') await openAnexos(a, nome, bytes, nivel);
}

/** How each kind of archive is read. */
const PACOTES: Partial<Record<TipoArquivo, typeof readZip>> = { zip: readZip, rar: readCompactado, '7z': readCompactado, tar: readCompactado };

async function openPacote<E, T>(a: Andamento<E, T>, nome: string, entradas: AsyncGenerator<EntradaZip>, nivel: number): Promise<void> {
  let vistos = 0;
  for await (const e of entradas) {
    vistos++;
    const completo = e.nome === null ? nome : cleanNome(`${nome}!${e.nome}`);
    if ('recusa' in e) refuse(a, completo, e.recusa);
    else await take(a, completo, e.bytes, nivel + 1, null);
  }
  if (!vistos) refuse(a, nome, { codigo: 'arquivo_vazio', motivo: 'O arquivo compactado não tem nenhum arquivo dentro.' });
}

/** What lies inside a digital signature takes its place; it is bytes of the file itself, already counted. */
async function openAssinado<E, T>(a: Andamento<E, T>, nome: string, bytes: Buffer, nivel: number): Promise<void> {
  const documento = readAssinado(bytes);
  if (Buffer.isBuffer(documento)) await take(a, cleanNome(`${nome}!${DOCUMENTO_ASSINADO}`), documento, nivel + 1, null);
  else refuse(a, nome, documento);
}

/** Files attached to a PDF, those that are documents: what else is attached (data, XML of invoices) is nobody's edital. */
async function openAnexos<E, T>(a: Andamento<E, T>, nome: string, bytes: Buffer, nivel: number): Promise<void> {
  // An embedded file is a stream, whose dictionary never hides in a compressed object.
  if (nivel >= a.limites.maxNiveis || !bytes.includes('/EmbeddedFile')) return;
  const { readAnexos } = await import('../leitura/pdf-anexos.js');
  for (const anexo of await readAnexos(bytes)) {
    if (a.orcamento.entradas-- <= 0 || a.orcamento.bytes < anexo.bytes.length) return refuse(a, nome, RECUSAS.zip_muitas_entradas(a.limites.maxEntradas));
    a.orcamento.bytes -= anexo.bytes.length;
    if (refuseTipo((await detectTipo(anexo.bytes)).tipo) === null) await take(a, cleanNome(`${nome}!${anexo.nome}`), anexo.bytes, nivel + 1, null);
  }
}

const refuse = (a: Pick<Andamento<unknown, unknown>, 'naoLido'>, documento: string, recusa: Recusa): void => void a.naoLido.push({ documento, ...recusa });

function joinIguais<E, T>({ achados, naoLido }: Andamento<E, T>): Omit<Reuniao, 'arquivos'> & { arquivos: ArquivoGuardado<T>[] } {
  const arquivos: ArquivoGuardado<T>[] = [];
  const duplicados: { nome: string; igualA: string }[] = [];
  const porHash = new Map<string, string>();
  const nomes = new Set<string>();
  for (const achado of achados.sort(byNome)) {
    const igualA = porHash.get(achado.sha256);
    const nome = unique(achado.nome, nomes);
    if (igualA !== undefined) duplicados.push({ nome, igualA });
    else {
      porHash.set(achado.sha256, nome);
      arquivos.push({ ...achado, nome });
    }
  }
  return { arquivos, naoLido, duplicados };
}

/** Two documents never share a name: quotes point to documents by name. */
function unique(nome: string, usados: Set<string>): string {
  let livre = nome;
  for (let i = 2; usados.has(livre); i++) livre = `${nome} (${i})`;
  usados.add(livre);
  return livre;
}

/** By code unit: the same order on every machine, whatever its language. */
const byNome = (x: { nome: string }, y: { nome: string }): number => (x.nome < y.nome ? -1 : x.nome > y.nome ? 1 : 0);
