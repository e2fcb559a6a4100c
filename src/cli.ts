import 'reflect-metadata';
import { runCli } from './cli/run-cli.js';
import { readConfig, readDesconhecidas } from './config/index.js';
import { asErroPublico, showable } from './kernel/index.js';

/** The door of the command line. A broken pipe (`alicit … | head`) ends it quietly. */
process.stdout.on('error', (erro: NodeJS.ErrnoException) => process.exit(erro.code === 'EPIPE' ? 0 : 1));

const tell = (mensagem: string): void => void process.stderr.write(`${showable(mensagem)}\n`);
// What goes to a file or another program stays as it is.
const print = (texto: string): void => void process.stdout.write(process.stdout.isTTY ? showable(texto) : texto);

try {
  const config = readConfig();
  for (const aviso of readDesconhecidas()) tell(`Atenção: ${aviso}`);
  process.exitCode = await runCli(process.argv.slice(2), config, { print, tell });
} catch (erro) {
  const { codigo, mensagem } = asErroPublico(erro);
  tell(`${codigo}: ${mensagem}`);
  process.exitCode = 1;
}
