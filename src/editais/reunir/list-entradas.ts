import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { NaoLido } from '../domain/documento.js';
import { LIMITES_REUNIR, type LimitesReunir } from './limites.js';
import { cleanNome, isLixo } from './nome-seguro.js';
import { RECUSAS } from './recusas.js';
import type { Entrada } from './reunir.js';

const MAX_PASTAS = 12;

/**
 * Reads files and folders (all levels, links not followed) from disk, within the bounds. A file is named by its base
 * name, one in a folder by its path below it. What cannot be opened is listed, never thrown.
 */
export async function listEntradas(caminhos: readonly string[], limites: LimitesReunir = LIMITES_REUNIR): Promise<{ entradas: Entrada[]; naoLido: NaoLido[] }> {
  const entradas: Entrada[] = [];
  const naoLido: NaoLido[] = [];
  let total = 0;
  for (const { caminho, nome } of await listCaminhos(caminhos)) {
    const documento = cleanNome(nome);
    try {
      const { size } = await stat(caminho);
      if (size > limites.maxBytesArquivo) naoLido.push({ documento, ...RECUSAS.arquivo_grande(limites.maxBytesArquivo) });
      else if (total + size > limites.maxBytesTotal || entradas.length >= limites.maxEntradas) naoLido.push({ documento, ...RECUSAS.conjunto_grande(limites.maxBytesTotal) });
      else {
        total += size;
        entradas.push({ nome: documento, bytes: await readFile(caminho) });
      }
    } catch {
      naoLido.push({ documento, ...RECUSAS.nao_encontrado() });
    }
  }
  return { entradas, naoLido };
}

/** Files and folders as files (all levels, links not followed), each with the name it goes by. */
export const listCaminhos = async (caminhos: readonly string[]): Promise<{ caminho: string; nome: string }[]> => (await Promise.all(caminhos.map(expand))).flat();

async function expand(caminho: string): Promise<{ caminho: string; nome: string }[]> {
  try {
    if ((await stat(caminho)).isDirectory()) {
      const raiz = await realpath(caminho);
      return (await listPasta(raiz)).map((c) => ({ caminho: c, nome: relative(raiz, c).split(sep).join('/') }));
    }
  } catch {
    // Told as `nao_encontrado` when it is opened.
  }
  return [{ caminho, nome: basename(caminho) }];
}

async function listPasta(pasta: string, nivel = 0): Promise<string[]> {
  const saida: string[] = [];
  for (const nome of (await readdir(pasta)).sort()) {
    const caminho = join(pasta, nome);
    const info = await lstat(caminho);
    if (info.isDirectory() && nivel < MAX_PASTAS && nome !== '__MACOSX') saida.push(...(await listPasta(caminho, nivel + 1)));
    else if (info.isFile() && !isLixo(nome)) saida.push(caminho);
  }
  return saida;
}
