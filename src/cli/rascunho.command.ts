import { writeFileSync } from 'node:fs';
import { Argument, Command, Option } from 'commander';
import { buildRascunho, renderRascunhoDocx, renderRascunhoMarkdown, TIPOS_RASCUNHO, type TipoRascunho } from '../rascunhos/index.js';
import { analisarArquivos } from './analisar.command.js';
import { MauUso, type ContextoCli } from './contexto.js';

interface Opcoes {
  readonly empresa: string;
  readonly licitacao?: string;
  readonly agora?: string;
  readonly pontos?: string;
  readonly saida?: string;
}

/** `rascunho esclarecimento|impugnacao|checklist --empresa F.json [--pncp pncp.json] [--agora ISO] [--pontos A,B] [--saida arquivo.md|.docx] ARQUIVO...` */
export const rascunhoCommand = (ctx: ContextoCli): Command =>
  new Command('rascunho')
    .description('Escreve o pedido de esclarecimento, a impugnação ou o checklist, a partir da análise, para uma pessoa completar e assinar.')
    .addArgument(new Argument('<tipo>', 'o documento').choices(TIPOS_RASCUNHO))
    .argument('<arquivos...>', 'edital e anexos: arquivos, pastas ou ZIP')
    .requiredOption('--empresa <json>', 'perfil da empresa')
    .addOption(new Option('--pncp, --licitacao <json>', 'registro da contratação no PNCP'))
    .option('--agora <instante>', 'momento do julgamento e data do documento (ISO 8601); o de agora quando ausente')
    .option('--pontos <códigos>', 'só estes pontos, pelos códigos da folha de conferência, separados por vírgula')
    .option('--saida <arquivo>', 'onde gravar: .docx ou .md; sem isso, Markdown na saída padrão')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (tipo: TipoRascunho, arquivos: string[], opcoes: Opcoes) => {
      const { saida } = opcoes;
      if (saida !== undefined && !/\.(?:md|docx)$/i.test(saida)) throw new MauUso('mau_uso', '--saida espera um arquivo .md ou .docx.');
      const pontos = opcoes.pontos === undefined ? null : opcoes.pontos.split(',').map((x) => x.trim()).filter(Boolean);
      const analise = await analisarArquivos(ctx, arquivos.map((a) => ctx.entrada(a)), opcoes);
      const rascunho = buildRascunho({ analise, tipo, agora: analise.agora, pontos, avisos: [] });
      if (rascunho.lacunas.length) ctx.tell(`a completar antes de enviar: ${rascunho.lacunas.join('; ')}`);
      if (saida === undefined) return ctx.print(renderRascunhoMarkdown(rascunho));
      writeFileSync(ctx.saida(saida), /\.docx$/i.test(saida) ? await renderRascunhoDocx(rascunho) : renderRascunhoMarkdown(rascunho));
      ctx.tell(`gravado em ${saida}`);
    });
