import { Command } from 'commander';
import { z } from 'zod';
import { createIndiceBusca, searchTrechos, TextoEdital } from '../editais/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { pedidoSchema, readLista } from './lista.js';
import { runLote, toErro, writeResultado } from './lote.js';

const buscaSchema = pedidoSchema.extend({ perguntas: z.array(z.string()) });

/** `buscar --lista lista.json --saida DIR [--top 5]`: for each file, the passages that answer each question, best first. */
export const buscarCommand = (ctx: ContextoCli): Command =>
  new Command('buscar')
    .description('Procura, em cada edital da lista, os trechos que respondem às perguntas.')
    .requiredOption('--lista <json>', 'lista de {"id","arquivo","perguntas"}')
    .requiredOption('--saida <dir>', 'pasta que recebe um <id>.json por edital')
    .option('--top <n>', 'trechos por pergunta', '5')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async ({ lista, saida, top, verbose }: { lista: string; saida: string; top: string; verbose?: boolean }) => {
      if (!/^[1-9]\d?$/.test(top)) throw new MauUso('mau_uso', `--top espera um número de 1 a 99; veio “${top}”.`);
      const pedidos = readLista(ctx, lista, buscaSchema);
      const editais = (await ctx.app()).get(EditaisService);
      const write = (id: string, conteudo: unknown): void => writeResultado(ctx.saida(saida), id, conteudo);
      await runLote(
        pedidos,
        async (p) => {
          ctx.tell(`${p.arquivo}: buscando`);
          const { partes } = await editais.open([p.caminho], undefined, ctx.tell);
          await editais.release();
          const indice = createIndiceBusca(new TextoEdital(partes));
          write(p.id, p.perguntas.map((pergunta) => ({ pergunta, trechos: searchTrechos(indice, pergunta, { top: Number(top) }).map(({ documento, pagina, secao, texto, score, tambem }) => ({ documento, pagina, secao, texto, score, ...(tambem.length ? { tambem } : {}) })) })));
        },
        (p, erro) => write(p.id, toErro(ctx, p.arquivo, erro, verbose ?? false)),
      );
      ctx.tell(`${pedidos.length} editais em ${saida}`);
    });
