import 'reflect-metadata';
import { readConfig, readDesconhecidas, servesApi } from './config/index.js';
import { yieldToOthers } from './config/processo-node.js';
import { asErroPublico, createOcultador } from './kernel/index.js';
import { startServico } from './servico.js';

/** The service, once the process is as its role wants it (main.ts). A start that fails says why in one line and ends with code 1. */
const diz = (linha: string): void => void process.stderr.write(`${linha}\n`);

/** The first signal stops the service in order; a second one, at once. */
let servico: Awaited<ReturnType<typeof startServico>> | undefined;
let pedido = false;
const onSinal = (): void => {
  if (pedido) {
    diz('Encerrado à força: havia trabalho em curso, que será retomado na próxima partida.');
    process.exit(1);
  }
  pedido = true;
  diz('Encerrando: os pedidos em curso terminam antes. Um segundo sinal encerra à força.');
  // While starting: whoever starts stops it as soon as it is up.
  void servico?.stop().then(() => process.exit(0), () => process.exit(1));
};
for (const sinal of ['SIGTERM', 'SIGINT'] as const) process.on(sinal, onSinal);

try {
  const config = readConfig();
  for (const aviso of readDesconhecidas()) diz(`Atenção: ${aviso}`);
  servico = await startServico(config, { diz });
  if (!servesApi(config)) yieldToOthers();
  if (pedido) await servico.stop().then(() => process.exit(0));
} catch (erro) {
  const { codigo, mensagem } = asErroPublico(erro);
  diz(`${codigo}: ${mensagem}`);
  if (codigo === 'erro_interno') diz(createOcultador()(erro instanceof Error ? (erro.stack ?? erro.message) : String(erro)));
  process.exit(1);
}
