import 'reflect-metadata';
import { tmpdir } from 'node:os';
import { runCli } from '../../src/cli/run-cli.js';
import { parseConfig } from '../../src/config/index.js';

/** What a command line did. */
export interface FeitoAqui {
  readonly codigo: number;
  readonly saida: string;
  readonly avisos: string;
}

/** A command line in this process, over the given environment alone: as `alicit` does it, without starting a program for it. */
export async function runAqui(argv: readonly string[], ambiente: Readonly<Record<string, string>> = {}): Promise<FeitoAqui> {
  let [saida, avisos] = ['', ''];
  const codigo = await runCli(argv, parseConfig(ambiente, tmpdir()), { print: (t) => void (saida += t), tell: (t) => void (avisos += `${t}\n`) });
  return { codigo, saida, avisos };
}
