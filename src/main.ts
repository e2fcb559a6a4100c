import 'reflect-metadata';
import { readConfig } from './config/index.js';
import { asErroPublico } from './kernel/index.js';
import { startServico } from './servico.js';

/** The door of the service. A start that fails says why in one line and ends with code 1. */
const diz = (linha: string): void => void process.stderr.write(`${linha}\n`);

try {
  const servico = await startServico(readConfig(), { diz });
  let parando = false;
  for (const sinal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(sinal, () => {
      if (parando) return;
      parando = true;
      void servico.stop().then(() => process.exit(0), () => process.exit(1));
    });
  }
} catch (erro) {
  const { codigo, mensagem } = asErroPublico(erro);
  diz(`${codigo}: ${mensagem}`);
  if (codigo === 'erro_interno') diz(erro instanceof Error ? (erro.stack ?? erro.message) : String(erro));
  process.exit(1);
}
