import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asErroPublico, AlicitError } from '../kernel/index.js';
import type { ContextoCli } from './contexto.js';

/** How many files are worked on at once: one is read in its thread while another's facts are extracted. */
const SIMULTANEOS = 3;

/** Runs the work on every file, in order of start; a failure becomes its result and the rest goes on. */
export async function runLote<T, R>(itens: readonly T[], trabalho: (item: T) => Promise<R>, onErro: (item: T, erro: unknown) => R): Promise<R[]> {
  const saida: R[] = new Array<R>(itens.length);
  let proximo = 0;
  const linha = async (): Promise<void> => {
    for (let i = proximo++; i < itens.length; i = proximo++) {
      const item = itens[i]!;
      saida[i] = await trabalho(item).catch((erro: unknown) => onErro(item, erro));
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIMULTANEOS, itens.length) }, linha));
  return saida;
}

/** `{"erro":{codigo,mensagem}}` of a file that failed, told on stderr too; a defect of ours with its cause under --verbose. */
export function toErro(ctx: ContextoCli, arquivo: string, erro: unknown, verbose: boolean): { readonly erro: { codigo: string; mensagem: string } } {
  const { codigo, mensagem } = asErroPublico(erro);
  ctx.fail();
  ctx.tell(`${arquivo}: ${codigo}: ${mensagem}`);
  if (verbose && !(erro instanceof AlicitError)) ctx.tell(erro instanceof Error ? (erro.stack ?? String(erro)) : String(erro));
  return { erro: { codigo, mensagem } };
}

/** Writes `DIR/<id>.json`. */
export function writeResultado(pasta: string, id: string, conteudo: unknown): void {
  mkdirSync(pasta, { recursive: true });
  writeFileSync(join(pasta, `${id}.json`), `${JSON.stringify(conteudo, null, 1)}\n`);
}
