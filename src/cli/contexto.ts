import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AlicitError } from '../kernel/index.js';

/** Exit codes others script against: done · failed · misuse. */
export const SAIDA = { feito: 0, falhou: 1, mau_uso: 2 } as const;
export type CodigoSaida = (typeof SAIDA)[keyof typeof SAIDA];

/** The command was given wrong: nothing was tried. */
export class MauUso extends AlicitError {
  constructor(codigo: string, mensagem: string) {
    super('invalido', codigo, mensagem);
  }
}

/** What a command may use of the world: the program's services and the two streams. */
export interface ContextoCli {
  /** The application, started when first asked for: help costs nothing. */
  readonly app: () => Promise<INestApplicationContext>;
  /** The services over the database, opened and migrated when first asked for. */
  readonly banco: () => Promise<INestApplicationContext>;
  /** A path to read, from where the user is; also looked for in `outras` folders. */
  readonly entrada: (caminho: string, outras?: readonly string[]) => string;
  /** A path to write. */
  readonly saida: (caminho: string) => string;
  /** The result: stdout. */
  readonly print: (texto: string) => void;
  /** Progress and notices: stderr. */
  readonly tell: (mensagem: string) => void;
  /** Something failed and the rest went on: the exit code will say so. */
  readonly fail: () => void;
}

/** The first folder in which the path exists; the first of all when in none. */
export function resolveEntrada(caminho: string, pastas: readonly string[]): string {
  if (isAbsolute(caminho)) return caminho;
  const candidatos = pastas.map((p) => join(p, caminho));
  return candidatos.find((c) => existsSync(c)) ?? candidatos[0] ?? resolve(caminho);
}
