import { Command } from 'commander';
import type { Manifesto } from '../copia/index.js';
import { createBarra } from './barra.js';
import type { ContextoCli } from './contexto.js';
import { describeCopia } from './descrever-copia.js';
import { withInterrupcao } from './interrupcao.js';

/** `backup ARQUIVO`: everything of the service in one file, made while it works. */
export const backupCommand = (ctx: ContextoCli): Command =>
  new Command('backup')
    .description('Grava em um arquivo ZIP tudo o que o serviço guarda: o banco (embutido ou de DATABASE_URL), como está em um mesmo instante, e os arquivos recebidos. O serviço pode estar de pé.')
    .argument('<arquivo>', 'o ZIP a criar; nunca é gravado por cima de outro')
    .option('--sem-arquivos', 'só o banco')
    .option('--conferir', 'não faz uma cópia: lê até o fim a que está no arquivo e diz se está inteira')
    .addHelpText('after', '\nO arquivo tem dados pessoais e os resumos das chaves de API: guarde-o como se guarda o banco. ALICIT_SEGREDO_MESTRE (ou o arquivo segredo-mestre da pasta de dados) não está nele: guarde-o à parte.')
    .action(async (arquivo: string, { semArquivos = false, conferir = false }: { semArquivos?: boolean; conferir?: boolean }) => {
      const { checkCopia, createCopia } = await import('../copia/index.js');
      await withInterrupcao(ctx, 'Parando.', async (sinal) => {
        const barra = createBarra(ctx.tell);
        const onProgresso = (parte: string, feitos: number, total: number): void => barra.show(parte, feitos, total, '');
        if (conferir) {
          const manifesto = await checkCopia(ctx.entrada(arquivo), { sinal, onProgresso }).finally(() => barra.stop());
          ctx.tell('A cópia está inteira.');
          ctx.print(describeCopia(manifesto));
          return;
        }
        const [{ readConfig }, { openBanco }, { createFileStore }] = await Promise.all([import('../config/index.js'), import('../storage/index.js'), import('../storage/storage.module.js')]);
        const config = readConfig();
        const banco = await openBanco(config);
        try {
          const { manifesto, faltam } = await createCopia({ url: banco.url, destino: ctx.saida(arquivo), store: semArquivos ? null : await createFileStore(config), versao: config.versao, agora: new Date(), sinal, onProgresso }).finally(() => barra.stop());
          ctx.print(describeCopia(manifesto));
          tellSelos(ctx, manifesto);
          if (!faltam.length) return;
          ctx.tell(`Há arquivos que o banco cita e que não puderam ser copiados (ausentes ou danificados no armazenamento), entre eles ${faltam.join(', ')}.`);
          ctx.fail();
        } finally {
          await banco.stop();
        }
      });
    });

function tellSelos(ctx: ContextoCli, { selos }: Manifesto): void {
  if (selos.length) ctx.tell(`Há segredos de webhooks cifrados com a chave ${selos.join(', ')}, que não está na cópia: guarde à parte ALICIT_SEGREDO_MESTRE ou o arquivo segredo-mestre da pasta de dados.`);
}
