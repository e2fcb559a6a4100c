import { writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Command, Option } from 'commander';
import { itensToCsv, itensToXlsx, readLeitura, tituloDosItens, type LeituraDoEdital } from '../editais/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { invalido } from '../kernel/index.js';
import { MauUso, type ContextoCli } from './contexto.js';

const FORMATOS = ['json', 'csv', 'xlsx'] as const;
type Formato = (typeof FORMATOS)[number];

interface Opcoes {
  readonly saida?: string;
  readonly formato?: Formato;
}

/** `itens ARQUIVO|PASTA|ZIP... [--saida itens.xlsx] [--formato json|csv|xlsx]`: the items of one tender, to read or to quote on. */
export const itensCommand = (ctx: ContextoCli): Command =>
  new Command('itens')
    .description('Lista os itens e lotes do edital, com as contas conferidas; em XLSX, pronto para cotar.')
    .argument('<arquivos...>', 'edital e anexos de uma licitação: arquivos, pastas ou ZIP')
    .option('--saida <arquivo>', 'arquivo que recebe o resultado; sem ele, sai na tela (json ou csv)')
    .addOption(new Option('--formato <formato>', 'formato do resultado; sem ele, o da extensão de --saida, ou json').choices(FORMATOS))
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (arquivos: string[], opcoes: Opcoes) => {
      const formato = formatoDe(opcoes);
      const editais = (await ctx.app()).get(EditaisService);
      const conjunto = await editais.open(arquivos.map((a) => ctx.entrada(a)), ctx.tell);
      await editais.release();
      const leitura = readLeitura(conjunto);
      tellConferencia(ctx, leitura);
      const resultado = await format(leitura, formato);
      if (opcoes.saida === undefined) ctx.print(resultado.toString());
      else write(ctx, opcoes.saida, resultado);
    });

function formatoDe({ saida, formato }: Opcoes): Formato {
  const extensao = saida === undefined ? '' : extname(saida).slice(1).toLowerCase();
  const escolhido = formato ?? FORMATOS.find((f) => f === extensao) ?? 'json';
  if (escolhido === 'xlsx' && saida === undefined) throw new MauUso('mau_uso', 'XLSX não sai na tela: diga o arquivo com --saida itens.xlsx.');
  return escolhido;
}

async function format(leitura: LeituraDoEdital, formato: Formato): Promise<string | Buffer> {
  const { itens, conferencia, fatos } = leitura;
  const titulo = tituloDosItens(fatos);
  if (formato === 'csv') return itensToCsv(itens);
  if (formato === 'xlsx') return itensToXlsx({ titulo, itens, conferencia });
  return `${JSON.stringify({ ...titulo, itens, conferencia }, null, 1)}\n`;
}

function tellConferencia(ctx: ContextoCli, { itens, conferencia }: LeituraDoEdital): void {
  ctx.tell(itens.length ? `${itens.length} ${itens.length === 1 ? 'item' : 'itens'}` : 'Nenhuma tabela de itens foi encontrada nos documentos.');
  for (const d of conferencia.divergencias) ctx.tell(d);
}

function write(ctx: ContextoCli, saida: string, conteudo: string | Buffer): void {
  try {
    writeFileSync(ctx.saida(saida), conteudo);
  } catch {
    throw invalido('saida_invalida', `Não foi possível gravar ${JSON.stringify(basename(saida))}: a pasta existe e permite gravação?`);
  }
  ctx.tell(`gravado: ${saida}`);
}
