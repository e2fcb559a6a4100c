import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { parseEmpresa, type Empresa } from '../empresas/index.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { MauUso, type ContextoCli } from './contexto.js';
import { readJson } from './entradas.js';

interface Opcoes {
  readonly empresas: string;
  readonly licitacoes: string;
  readonly saida: string;
  readonly top: string;
}

/** More companies than a file of profiles should have. */
const MAX_EMPRESAS = 100_000;

/** `recomendar --empresas F --licitacoes F --saida rank.tsv [--top 300]`: which tenders suit each company, by topic alone. */
export const recomendarCommand = (ctx: ContextoCli): Command =>
  new Command('recomendar')
    .description('Diz, de um arquivo de licitações, quais têm a ver com o que cada empresa faz. Só pelo objeto: região, valor, porte e prazo não contam.')
    .requiredOption('--empresas <json>', 'perfil de uma empresa, ou uma lista de perfis')
    .requiredOption('--licitacoes <arquivo>', 'licitações em JSONL, em lista JSON ou na resposta do PNCP')
    .requiredOption('--saida <tsv>', 'arquivo que recebe as linhas: empresa, numeroControlePNCP, posição, nota de 0 a 1')
    .option('--top <n>', 'licitações por empresa', '300')
    .option('--verbose', 'mostra no stderr a causa de falhas internas')
    .action(async ({ empresas, licitacoes, saida, top }: Opcoes) => {
      if (!/^[1-9]\d{0,4}$/.test(top)) throw new MauUso('mau_uso', `--top espera um número de 1 a 99999; veio “${top.slice(0, 20)}”.`);
      const perfis = readEmpresas(ctx, empresas);
      const { createColecao, rankColecao, readLicitacoes } = await import('../recomendacoes/index.js');
      const lidas = await readLicitacoes(ctx.entrada(licitacoes));
      if (lidas.totalRuins) ctx.tell(`${lidas.totalRuins} registros não foram usados. ${lidas.ruins.slice(0, 5).map((r) => `Registro ${r.linha}: ${r.motivo}.`).join(' ')}`);
      if (lidas.repetidas) ctx.tell(`${lidas.repetidas} registros repetiam um número: valeu o último de cada.`);
      const colecao = createColecao(lidas.licitacoes);
      const linhas = perfis.flatMap(({ id, empresa }) => rankColecao(colecao, empresa, Number(top)).map((c, i) => `${id}\t${clean(c.numero)}\t${i + 1}\t${c.score.toFixed(4)}`));
      write(ctx, saida, linhas.length ? `${linhas.join('\n')}\n` : '');
      ctx.tell(`${linhas.length} recomendações para ${perfis.length} ${perfis.length === 1 ? 'empresa' : 'empresas'} entre ${lidas.licitacoes.length} licitações, em ${saida}`);
    });

/** One profile or a list; each may carry an `id`, else its CNPJ names it. */
function readEmpresas(ctx: ContextoCli, arquivo: string): { readonly id: string; readonly empresa: Empresa }[] {
  const dado = readJson(ctx.entrada(arquivo), 'empresa_invalida');
  const lista: readonly unknown[] = Array.isArray(dado) ? dado : [dado];
  if (!lista.length || lista.length > MAX_EMPRESAS) throw invalido('empresa_invalida', `O arquivo de empresas traz ${lista.length} perfis: são aceitos de 1 a ${MAX_EMPRESAS}.`);
  const vistos = new Set<string>();
  return lista.map((bruto, i) => {
    const { id: informado, ...perfil } = (typeof bruto === 'object' && bruto !== null && !Array.isArray(bruto) ? bruto : {}) as Record<string, unknown>;
    const empresa = readEmpresa(ctx, Object.keys(perfil).length ? perfil : bruto, i);
    const id = clean(typeof informado === 'string' || typeof informado === 'number' ? String(informado) : typeof perfil['cnpj'] === 'string' ? perfil['cnpj'] : empresa.cnpj);
    if (vistos.has(id)) throw invalido('empresa_invalida', `Duas empresas têm o mesmo id (${id}): cada uma precisa do seu.`);
    vistos.add(id);
    return { id, empresa };
  });
}

/** Stands for a CNPJ that was mistyped: the topic does not read it. */
const CNPJ_QUALQUER = '00000000000191';

function readEmpresa(ctx: ContextoCli, perfil: unknown, i: number): Empresa {
  try {
    return parseEmpresa(perfil).empresa;
  } catch (erro) {
    if (erro instanceof AlicitError && isSoCnpj(erro)) {
      ctx.tell(`Empresa ${i + 1}: o CNPJ é inválido; a recomendação não depende dele e segue. Confira-o no perfil.`);
      return parseEmpresa({ ...(perfil as object), cnpj: CNPJ_QUALQUER }).empresa;
    }
    throw erro instanceof AlicitError ? invalido(erro.codigo, `Empresa ${i + 1}: ${erro.message}`, erro.detalhes) : erro;
  }
}

/** The CNPJ is all that is wrong with the profile. */
function isSoCnpj({ detalhes }: AlicitError): boolean {
  const erros = detalhes?.['erros'];
  return Array.isArray(erros) && erros.length === 1 && (erros[0] as { ponteiro?: unknown }).ponteiro === '/cnpj';
}

/** A TSV field: no tabs, no line breaks, bounded. */
const clean = (texto: string): string => texto.replace(/[\t\r\n]+/g, ' ').trim().slice(0, 120);

function write(ctx: ContextoCli, saida: string, conteudo: string): void {
  try {
    writeFileSync(ctx.saida(saida), conteudo);
  } catch {
    throw invalido('saida_invalida', `Não foi possível gravar ${JSON.stringify(basename(saida))}: a pasta existe e permite gravação?`);
  }
}
