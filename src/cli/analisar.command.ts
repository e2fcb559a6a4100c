import { Command, Option } from 'commander';
import { julgar, readLeitura, requireEdital, type Analise } from '../analises/index.js';
import { EditaisService } from '../editais/editais-cli.module.js';
import { parseEmpresa } from '../empresas/index.js';
import { readLicitacaoPncp } from '../licitacoes/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../relatorios/index.js';
import type { ContextoCli } from './contexto.js';
import { parseAgora, readJson } from './entradas.js';

export type Formato = 'json' | 'md' | 'html';
interface Opcoes {
  readonly empresa: string;
  readonly licitacao?: string;
  readonly agora?: string;
  readonly formato: Formato;
  readonly agentes?: boolean;
}

/** `analisar --empresa F.json [--licitacao pncp.json] [--agora ISO] [--formato json|md|html] [--agentes] ARQUIVO|PASTA|ZIP...` */
export const analisarCommand = (ctx: ContextoCli): Command =>
  new Command('analisar')
    .description('Decide, com a prova na página, se a empresa pode e se deve participar da licitação.')
    .argument('<arquivos...>', 'edital e anexos: arquivos, pastas ou ZIP')
    .requiredOption('--empresa <json>', 'perfil da empresa')
    .option('--licitacao <json>', 'registro da contratação no PNCP')
    .option('--agora <instante>', 'momento do julgamento (ISO 8601); o de agora quando ausente')
    .addOption(new Option('--formato <formato>', 'formato do resultado').choices(['json', 'md', 'html']).default('json'))
    .option('--agentes', 'ouve também os agentes, com o modelo de OPENAI_API_KEY; a decisão segue a das regras')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (arquivos: string[], opcoes: Opcoes) => {
      const analise = await analisarArquivos(ctx, arquivos.map((a) => ctx.entrada(a)), opcoes);
      ctx.print(formatAnalise(analise, opcoes.formato));
    });

/** The five stages over files on disk. */
export async function analisarArquivos(ctx: ContextoCli, caminhos: readonly string[], opcoes: Pick<Opcoes, 'empresa' | 'licitacao' | 'agora' | 'agentes'>): Promise<Analise> {
  if (opcoes.agentes) await (await import('./aconselhar.js')).requireModelo(ctx);
  const agora = parseAgora(opcoes.agora);
  const { empresa, avisos } = parseEmpresa(readJson(ctx.entrada(opcoes.empresa), 'empresa_invalida'));
  for (const a of avisos) ctx.tell(`empresa ${a.ponteiro}: ${a.mensagem}`);
  const licitacao = opcoes.licitacao ? readLicitacaoPncp(readJson(ctx.entrada(opcoes.licitacao), 'pncp_invalido')) : null;
  const editais = (await ctx.app()).get(EditaisService);
  ctx.tell('1/5 reunir e 2/5 ler');
  const conjunto = await editais.open(caminhos, ctx.tell);
  await editais.release();
  requireEdital(conjunto);
  ctx.tell('3/5 fatos');
  const leitura = readLeitura(conjunto);
  ctx.tell('4/5 analisar e 5/5 decidir');
  const analise = julgar({ conjunto, leitura, empresa, licitacao, agora });
  ctx.tell(`decisão: ${analise.decisao.desfecho}`);
  return opcoes.agentes ? (await import('./aconselhar.js')).aconselhar(ctx, analise, { conjunto, leitura, empresa }) : analise;
}

/** The analysis in the asked format, ending in a line break. */
export function formatAnalise(analise: Analise, formato: Formato): string {
  if (formato === 'json') return `${JSON.stringify(analise, null, 1)}\n`;
  const relatorio = buildRelatorio(analise);
  return formato === 'md' ? renderMarkdown(relatorio) : renderHtml(relatorio);
}
