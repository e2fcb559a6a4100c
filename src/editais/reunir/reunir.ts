import { createHash } from 'node:crypto';
import type { Arquivo, NaoLido } from '../domain/documento.js';
import { detectTipo } from './detect-tipo.js';
import { LIMITES_REUNIR, toOrcamento, type LimitesReunir, type Orcamento } from './limites.js';
import { cleanNome, isLixo } from './nome-seguro.js';
import { readZip } from './read-zip.js';
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

interface Andamento {
  readonly limites: LimitesReunir;
  readonly orcamento: Orcamento;
  readonly achados: { nome: string; bytes: Buffer; tipo: Arquivo['tipo'] }[];
  readonly naoLido: NaoLido[];
}

/**
 * Files as given → documents as bytes: types told by content, ZIPs opened (nested too, within bounds), equal files
 * joined. Nothing that is wrong with one file stops the rest: it is listed with a stable code and a reason.
 */
export async function reunir(entradas: readonly Entrada[], limites: LimitesReunir = LIMITES_REUNIR): Promise<Reuniao> {
  const a: Andamento = { limites, orcamento: toOrcamento(limites), achados: [], naoLido: [] };
  for (const e of [...entradas].sort(byNome)) {
    if (a.orcamento.bytes < e.bytes.length) refuse(a, e.nome, RECUSAS.conjunto_grande(limites.maxBytesTotal));
    else {
      a.orcamento.bytes -= e.bytes.length;
      await take(a, cleanNome(e.nome), Buffer.from(e.bytes.buffer, e.bytes.byteOffset, e.bytes.byteLength), 0);
    }
  }
  return joinIguais(a);
}

async function take(a: Andamento, nome: string, bytes: Buffer, nivel: number): Promise<void> {
  if (!bytes.length) return refuse(a, nome, RECUSAS.arquivo_vazio());
  if (bytes.length > a.limites.maxBytesArquivo) return refuse(a, nome, RECUSAS.arquivo_grande(a.limites.maxBytesArquivo));
  const { tipo, cifrado } = await detectTipo(bytes);
  if (cifrado) return refuse(a, nome, RECUSAS.arquivo_cifrado());
  const recusa = refuseTipo(tipo);
  if (recusa) return refuse(a, nome, recusa);
  if (tipo !== 'zip') return void a.achados.push({ nome, bytes, tipo });
  if (nivel >= a.limites.maxNiveis) return refuse(a, nome, RECUSAS.zip_profundo(a.limites.maxNiveis));
  await openZip(a, nome, bytes, nivel);
}

async function openZip(a: Andamento, nome: string, bytes: Buffer, nivel: number): Promise<void> {
  let vistos = 0;
  for await (const e of readZip(bytes, a.limites, a.orcamento, (n) => !isLixo(n))) {
    vistos++;
    const completo = e.nome === null ? nome : cleanNome(`${nome}!${e.nome}`);
    if ('recusa' in e) refuse(a, completo, e.recusa);
    else await take(a, completo, e.bytes, nivel + 1);
  }
  if (!vistos) refuse(a, nome, { codigo: 'arquivo_vazio', motivo: 'O ZIP não tem nenhum arquivo dentro.' });
}

const refuse = (a: Andamento, documento: string, recusa: Recusa): void => void a.naoLido.push({ documento, ...recusa });

function joinIguais({ achados, naoLido }: Andamento): Reuniao {
  const arquivos: Arquivo[] = [];
  const duplicados: { nome: string; igualA: string }[] = [];
  const porHash = new Map<string, string>();
  const nomes = new Set<string>();
  for (const { nome: original, bytes, tipo } of achados.sort(byNome)) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const igualA = porHash.get(sha256);
    const nome = unique(original, nomes);
    if (igualA !== undefined) duplicados.push({ nome, igualA });
    else {
      porHash.set(sha256, nome);
      arquivos.push({ nome, bytes, tipo, sha256 });
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
