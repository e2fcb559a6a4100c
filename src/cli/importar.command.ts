import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { MauUso, type ContextoCli } from './contexto.js';

const PASSO_MS = 3000;

/** `importar arquivo…`: dumps of PNCP's records into the collection. */
export const importarCommand = (ctx: ContextoCli): Command =>
  new Command('importar')
    .description('Guarda no acervo, no banco do serviço, registros de contratações como o PNCP os publica.')
    .argument('<arquivos...>', 'JSON Lines, lista JSON ou páginas da API ({"data": […]}), também em gzip')
    .option('--visto-em <data>', 'quando o PNCP foi visto assim (ISO 8601; padrão: a data do arquivo)')
    .addHelpText('after', '\nRepetir a importação não muda nada; interrompida, continua de onde estava ao ser repetida. O que não é registro do PNCP é recusado e contado, com o motivo.')
    .action(async (arquivos: readonly string[], { vistoEm }: { vistoEm?: string }) => {
      const dada = vistoEm === undefined ? null : new Date(vistoEm);
      if (dada && Number.isNaN(dada.getTime())) throw new MauUso('data_invalida', 'A data de --visto-em não se entende: escreva como 2026-11-30T09:00:00-03:00.');
      const { AcervoService, importRegistros, readDump } = await import('../acervo/acervo.module.js');
      const acervo = (await ctx.banco()).get(AcervoService);
      for (const arquivo of arquivos) {
        const caminho = ctx.entrada(arquivo);
        const inicio = performance.now();
        const porSegundo = (n: number): number => Math.round((n / Math.max(1, performance.now() - inicio)) * 1000);
        let dito = inicio;
        const vistaEm = dada ?? (await mtimeOf(caminho, arquivo));
        const resumo = await importRegistros(acervo, readDump(caminho), {
          vistaEm,
          onLote: (feito) => {
            if (performance.now() - dito < PASSO_MS) return;
            dito = performance.now();
            ctx.tell(`${arquivo}: ${feito.registros} registros lidos (${porSegundo(feito.registros)}/s), ${feito.novas} novos, ${feito.mudadas} mudados`);
          },
        });
        const recusados = resumo.recusados.reduce((t, r) => t + r.quantos, 0);
        ctx.tell(`${arquivo}: ${resumo.registros} registros em ${((performance.now() - inicio) / 1000).toFixed(1)} s (${porSegundo(resumo.registros)}/s): ${resumo.novas} novos, ${resumo.mudadas} mudados, ${resumo.iguais} iguais, ${resumo.antigas} mais antigos que os guardados, ${recusados} recusados.`);
        for (const { motivo, quantos, exemplo } of resumo.recusados) ctx.tell(`  ${quantos} × ${motivo}${exemplo ? ` (por exemplo ${exemplo})` : ''}`);
        ctx.print(`${JSON.stringify({ arquivo, ...resumo })}\n`);
        if (resumo.registros === recusados) ctx.fail();
      }
    });

/** Of the file, never in the future. */
async function mtimeOf(caminho: string, arquivo: string): Promise<Date> {
  const { AlicitError } = await import('../kernel/index.js');
  const { mtime } = await stat(caminho).catch(() => {
    throw new AlicitError('nao_encontrado', 'arquivo_nao_encontrado', `O arquivo ${arquivo} não existe, ou não pode ser lido.`);
  });
  return mtime > new Date() ? new Date() : mtime;
}
