import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../config/index.js';
import { createBarra } from './barra.js';
import type { ContextoCli } from './contexto.js';
import { describeCopia, describeVolta } from './descrever-copia.js';
import { withInterrupcao } from './interrupcao.js';

/** `restaurar ARQUIVO`: what `backup` saved, in the place of what the database holds. */
export const restaurarCommand = (ctx: ContextoCli): Command =>
  new Command('restaurar')
    .description('Traz de volta o que o comando backup guardou: o banco e os arquivos. Confere a cópia inteira antes de tocar em algo; o que falhar no caminho deixa tudo como estava.')
    .argument('<arquivo>', 'o ZIP feito por alicit backup, desta versão ou de uma anterior')
    .option('--substituir <banco>', 'apaga os dados que já estão no banco; para confirmar, dê o nome dele')
    .addHelpText('after', '\nPare antes todos os processos do ALICIT. As análises que estavam na fila ou em curso quando a cópia foi feita voltam a ela no minuto seguinte ao início do serviço.')
    .action(async (arquivo: string, { substituir }: { substituir?: string }) => {
      const [{ restoreCopia }, { readConfig }, { openBanco }, { createFileStore }, { migrate }] = await Promise.all([import('../copia/index.js'), import('../config/index.js'), import('../storage/index.js'), import('../storage/storage.module.js'), import('../migrar.js')]);
      const config = readConfig();
      await withInterrupcao(ctx, 'Parando: nada foi mudado.', async (sinal) => {
        const banco = await openBanco(config);
        const barra = createBarra(ctx.tell);
        try {
          const { manifesto, linhas, apagados } = await restoreCopia({
            url: banco.url, banco: config.banco, origem: ctx.entrada(arquivo), store: await createFileStore(config), substituir: substituir ?? null, sinal, onProgresso: (parte, feitos, total) => barra.show(parte, feitos, total, ''),
          }).finally(() => barra.stop());
          await migrate(banco.url, config);
          ctx.print(describeCopia(manifesto));
          ctx.tell(describeVolta(manifesto, linhas, apagados));
          const faltam = await findSelosSemChave(config, manifesto.selos);
          if (faltam.length) ctx.tell(`Os segredos de webhooks estão cifrados com a chave ${faltam.join(', ')}, que não está aqui: ponha de volta ALICIT_SEGREDO_MESTRE ou o arquivo segredo-mestre da pasta de dados, ou troque o segredo de cada webhook.`);
        } finally {
          await banco.stop();
        }
      });
    });

/** Of the keys that sealed secrets, those this process would not have. */
async function findSelosSemChave(config: Pick<Config, 'segredoMestre' | 'pastaDados'>, selos: readonly string[]): Promise<readonly string[]> {
  const { ARQUIVO_CHAVE, toChaveMestra } = await import('../webhooks/index.js');
  const chaves = config.segredoMestre?.map((s) => s.reveal()) ?? readSeHouver(join(config.pastaDados, ARQUIVO_CHAVE));
  const ids = new Set(chaves.map((c) => toChaveMestra(c).id));
  return selos.filter((s) => !ids.has(s));
}

function readSeHouver(caminho: string): string[] {
  try {
    return [readFileSync(caminho, 'utf8').trim()];
  } catch {
    return [];
  }
}
