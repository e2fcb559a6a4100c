import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { createPerfil, type ArquivoLido } from '../documentos/index.js';
import { EstagiosDocumentos } from '../documentos/documentos-cli.module.js';
import { listCaminhos, type NaoLido } from '../editais/index.js';
import { mergePapeis, parseEmpresa, type PapelLido, type PerfilComPapeis } from '../empresas/index.js';
import { diaDoInstante, invalido } from '../kernel/index.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { parseAgora, readJson } from './entradas.js';
import { formatPapeis } from './format-papeis.js';
import { runLote } from './lote.js';

interface Opcoes {
  readonly documentos: string;
  readonly perfil?: string;
  readonly saida?: string;
  readonly formato: 'texto' | 'json';
  readonly agora?: string;
}

/** More files than any company keeps; the rest is listed as not read. */
const MAX_ARQUIVOS = 500;

/**
 * `empresa --documentos PASTA [--perfil empresa.json] [--saida empresa.json] [--formato texto|json]`: reads the company's papers,
 * tells how each stands today and writes the profile that `analisar --empresa` takes.
 */
export const empresaCommand = (ctx: ContextoCli): Command =>
  new Command('empresa')
    .description('Lê a pasta de documentos da empresa (certidões, cartão CNPJ, contrato social, balanço, atestados) e monta ou completa o perfil.')
    .requiredOption('--documentos <pasta>', 'pasta, arquivo ou ZIP com os documentos da empresa')
    .option('--perfil <json>', 'perfil a completar; o que a pessoa informou nunca é trocado')
    .option('--saida <json>', 'onde gravar o perfil')
    .addOption(new Option('--formato <formato>', 'formato do resultado').choices(['texto', 'json']).default('texto'))
    .option('--agora <instante>', 'momento em que se julga a validade (ISO 8601); o de agora quando ausente')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async (opcoes: Opcoes) => {
      const hoje = diaDoInstante(parseAgora(opcoes.agora))!;
      const dado = opcoes.perfil === undefined ? null : parseEmpresa(readJson(ctx.entrada(opcoes.perfil), 'empresa_invalida'));
      for (const a of dado?.avisos ?? []) ctx.tell(`perfil ${a.ponteiro}: ${a.mensagem}`);
      const { papeis, naoLido } = await readPasta(ctx, ctx.entrada(opcoes.documentos));
      if (!papeis.length && !dado) throw invalido('nada_lido', `Nenhum documento da pasta pôde ser lido.${naoLido[0] ? ` O primeiro: ${naoLido[0].documento}: ${naoLido[0].motivo}` : ''}`);
      const feito = mergePapeis(dado?.empresa ?? createPerfil(papeis), papeis, hoje);
      parseEmpresa(feito.empresa);
      if (opcoes.saida) writePerfil(ctx, ctx.saida(opcoes.saida), feito);
      ctx.print(opcoes.formato === 'json' ? `${JSON.stringify({ hoje, papeis: feito.papeis, naoLido, avisos: feito.avisos, empresa: feito.empresa }, null, 1)}\n` : formatPapeis(feito, naoLido, hoje));
    });

/** Every file of the folder, archives too, a few at a time; one that cannot be read stops no other. */
async function readPasta(ctx: ContextoCli, pasta: string): Promise<{ papeis: PapelLido[]; naoLido: NaoLido[] }> {
  if (!existsSync(pasta)) throw new MauUso('pasta_nao_encontrada', `A pasta ${JSON.stringify(pasta.split(/[\\/]/).at(-1))} não existe ou não pode ser aberta.`);
  const caminhos = await listCaminhos([pasta]);
  const estagios = (await ctx.app()).get(EstagiosDocumentos);
  const lidos = await runLote(
    caminhos.slice(0, MAX_ARQUIVOS),
    async (arquivo) => {
      const lido = await estagios.ler(arquivo, { onOcr: (documento, { feitas, total }) => ctx.tell(`OCR de ${documento}: página ${feitas} de ${total}`) });
      ctx.tell(`lido: ${arquivo.nome}`);
      return lido;
    },
    ({ nome }, erro): ArquivoLido => {
      ctx.fail();
      return { documentos: [], naoLido: [{ documento: nome, codigo: 'erro_interno', motivo: `Falha interna ao ler o arquivo: ${erro instanceof Error ? erro.name : 'erro'}.` }] };
    },
  );
  const alem = caminhos.slice(MAX_ARQUIVOS).map(({ nome }): NaoLido => ({ documento: nome, codigo: 'muitos_arquivos', motivo: `A pasta tem mais de ${MAX_ARQUIVOS} arquivos: este não foi lido.` }));
  return {
    papeis: lidos.flatMap((l) => l.documentos.flatMap((d) => d.papeis.map((leitura) => ({ arquivo: d.nome, leitura })))),
    naoLido: [...lidos.flatMap((l) => [...l.naoLido, ...l.documentos.flatMap((d) => d.naoLido)]), ...alem],
  };
}

/** Whole or not at all: written beside and renamed. */
function writePerfil(ctx: ContextoCli, arquivo: string, { empresa }: PerfilComPapeis): void {
  mkdirSync(dirname(arquivo), { recursive: true });
  const provisorio = `${arquivo}.${process.pid}.tmp`;
  writeFileSync(provisorio, `${JSON.stringify(empresa, null, 1)}\n`);
  renameSync(provisorio, arquivo);
  ctx.tell(`perfil gravado em ${arquivo}`);
}
