import { Command, CommanderError } from 'commander';
import { asErroPublico } from '../kernel/index.js';
import { buscarCommand } from './buscar.command.js';
import { fatosCommand } from './fatos.command.js';

/** Exit codes others script against: done · failed · misuse. */
export const SAIDA = { feito: 0, falhou: 1, mau_uso: 2 } as const;

/** The command line: JSON or the asked format to stdout, everything else to stderr. */
export function buildPrograma(): { run: (argv: readonly string[]) => Promise<number> } {
  let codigo: number = SAIDA.feito;
  const programa = new Command('alicit').description('Lê editais de licitação e decide, com a prova na página.').exitOverride();
  programa.addCommand(fatosCommand((c) => (codigo = c)).exitOverride());
  programa.addCommand(buscarCommand((c) => (codigo = c)).exitOverride());
  return {
    run: async (argv) => {
      try {
        await programa.parseAsync(['node', 'alicit', ...argv]);
        return codigo;
      } catch (erro) {
        if (erro instanceof CommanderError) return erro.exitCode === 0 ? SAIDA.feito : SAIDA.mau_uso;
        process.stderr.write(`${JSON.stringify(asErroPublico(erro))}\n${process.env['ALICIT_DEBUG'] ? String((erro as Error).stack) : ''}\n`);
        return SAIDA.falhou;
      }
    },
  };
}
