import { Command } from 'commander';
import type { ContextoCli } from './contexto.js';

/** `alerta testar`: whether alerts arrive where they should, before they are needed. Needs no database. */
export const alertaCommand = (ctx: ContextoCli): Command =>
  new Command('alerta')
    .description('Confere o envio de alertas ao endereço de ALERTA_WEBHOOK_URL.')
    .addCommand(
      new Command('testar')
        .description('Manda uma mensagem de teste e diz se ela chegou: 0 quando sim, 1 quando não.')
        .action(async () => {
          const [{ readConfig }, { sendTeste }] = await Promise.all([import('../config/index.js'), import('../alertas/index.js')]);
          const { status, formato, tentativas } = await sendTeste(readConfig(), new Date());
          ctx.print(`entregue: HTTP ${status}, formato ${formato}${tentativas > 1 ? `, na ${tentativas}ª tentativa` : ''}\n`);
        }),
    );
