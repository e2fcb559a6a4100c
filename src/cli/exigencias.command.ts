import { Command } from 'commander';
import { readListas, TextoEdital } from '../editais/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { renderExigencias } from './render-exigencias.js';

const FORMATOS = ['texto', 'json'] as const;

/** `exigencias ARQUIVO... [--formato json|texto]`: what the edital in force of a set asks of bidders, with quotes. */
export const exigenciasCommand = (ctx: ContextoCli): Command =>
  new Command('exigencias')
    .description('Lista o que o edital exige de quem disputa, as penalidades e os anexos citados, com página e trecho.')
    .argument('<arquivos...>', 'edital e anexos da mesma licitação')
    .option('--formato <formato>', `saída: ${FORMATOS.join(' ou ')}`, 'texto')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (arquivos: string[], { formato }: { formato: string }) => {
      if (!FORMATOS.some((f) => f === formato)) throw new MauUso('mau_uso', `--formato espera ${FORMATOS.join(' ou ')}; veio “${formato}”.`);
      const editais = (await ctx.app()).get(EditaisService);
      const conjunto = await editais.open(arquivos.map((a) => ctx.entrada(a)), ctx.tell);
      await editais.release();
      const listas = readListas(new TextoEdital(conjunto.partes));
      const saida = { emVigor: conjunto.emVigor, ...listas, ...(conjunto.naoLido.length ? { naoLido: conjunto.naoLido } : {}) };
      ctx.print(formato === 'json' ? `${JSON.stringify(saida, null, 1)}\n` : renderExigencias(listas, conjunto.emVigor));
    });
