import { Command } from 'commander';
import type { ContextoCli } from './contexto.js';

/** `migrar`: the schemas of the database, ours, the queue's and the workflows', to this version; nothing else. */
export const migrarCommand = (ctx: ContextoCli): Command =>
  new Command('migrar')
    .description('Traz o banco do serviço ao esquema desta versão (o nosso, o da fila e o das execuções), e diz o que fez. Repetido, não faz nada.')
    .action(async () => {
      const [{ readConfig }, { openBanco }, { migrate }] = await Promise.all([import('../config/index.js'), import('../storage/index.js'), import('../migrar.js')]);
      const config = readConfig();
      const banco = await openBanco(config);
      try {
        const feitas = await migrate(banco.url, config);
        ctx.print(`${feitas.length ? feitas.join('\n') : `Nada a migrar: o banco já tem o esquema da versão ${config.versao}.`}\n`);
      } finally {
        await banco.stop();
      }
    });
