import { Command } from 'commander';
import { LOJAS, type NomeLoja } from '../vetores/index.js';
import type { Reindexacao } from '../vetores/vetores.module.js';
import { createBarra } from './barra.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { withInterrupcao } from './interrupcao.js';

interface Opcoes {
  readonly de: string;
  readonly para: string;
  readonly colecao?: string;
}

/** `reindexar --de exact --para pinecone [--colecao x]`: moves vectors to another store without paying for them again. */
export const reindexarCommand = (ctx: ContextoCli): Command =>
  new Command('reindexar')
    .description('Leva os vetores de uma loja para outra, sem pedi-los de novo ao modelo. As buscas seguem servidas pela loja antiga até cada coleção estar inteira na nova. Interrompido, continua de onde parou ao ser repetido.')
    .requiredOption('--de <loja>', 'onde os vetores estão: exact, pgvector ou pinecone')
    .requiredOption('--para <loja>', 'para onde vão; tem de ser a que ALICIT_VETORES (ou a chave do Pinecone) escolhe')
    .option('--colecao <nome>', 'só esta coleção')
    .action(async ({ de, para, colecao }: Opcoes) => {
      const lojas = { de: readLoja('de', de), para: readLoja('para', para) };
      const { ReindexacaoService } = await import('../vetores/vetores.module.js');
      const reindexacao = (await ctx.banco()).get(ReindexacaoService);
      await withInterrupcao(ctx, 'Parando: o que já foi copiado está guardado. Repita o comando para continuar.', async (sinal) => {
        const barra = createBarra(ctx.tell);
        const feita = await reindexacao
          .run({ ...lojas, colecao, sinal, onProgresso: (p) => barra.show('vetores', p.feitos, p.total, `coleção ${p.colecoes[0] + 1} de ${p.colecoes[1]}`) })
          .finally(() => barra.stop());
        ctx.print(summarize(lojas, feita));
        if (feita.ocupadas.length || feita.faltam.length) ctx.fail();
      });
    });

function readLoja(opcao: string, valor: string): NomeLoja {
  const loja = LOJAS.find((l) => l === valor);
  if (!loja) throw new MauUso('mau_uso', `--${opcao} espera exact, pgvector ou pinecone; veio “${valor.slice(0, 20)}”.`);
  return loja;
}

function summarize({ de, para }: { readonly de: NomeLoja; readonly para: NomeLoja }, { colecoes, vetores, ocupadas, faltam }: Reindexacao): string {
  const linhas = [
    colecoes ? `${colecoes === 1 ? '1 coleção' : `${colecoes} coleções`} com ${vetores} vetores, de ${de} para ${para}: ${colecoes === 1 ? 'levada e conferida' : 'levadas e conferidas'}.` : ocupadas.length || faltam.length ? '' : `Nada a levar: não há coleções em ${de}.`,
    ocupadas.length ? `Em uso por outro processo, ficaram onde estavam: ${ocupadas.join(', ')}. Repita o comando em instantes.` : '',
    faltam.length ? `FALTAM vetores na cópia de ${faltam.join(', ')}: continuam em ${de}. Repita o comando.` : '',
  ];
  return `${linhas.filter(Boolean).join('\n')}\n`;
}
