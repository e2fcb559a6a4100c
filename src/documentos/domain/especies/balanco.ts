import type { ContaDoBalanco, DadosDoBalanco, IndiceDoBalanco } from '../../../empresas/index.js';
import { decimal, parseNumeroBr, type DecimalTexto } from '../../../kernel/index.js';
import type { LeitorEspecie, Rascunho } from '../leitor.js';
import type { Fileira, Papel } from '../papel.js';
import { numeroDaCelula } from '../valores.js';
import { computeIndices } from './indices.js';

/** How each account is called, folded, without its code. The first row that fits is the account's. */
const CONTAS: readonly (readonly [ContaDoBalanco, RegExp])[] = [
  ['ativoCirculante', /^(?:total\s+d[oe]\s+)?ativo\s+circulante$/], ['realizavelLongoPrazo', /^(?:ativo\s+)?(?:total\s+(?:d[oe]\s+)?)?realizavel\s+a\s+longo\s+prazo$/],
  ['ativoTotal', /^(?:total\s+(?:geral\s+)?d[oe]\s+ativo|ativo(?:\s+total)?|total\s+ativo)$/], ['passivoCirculante', /^(?:total\s+d[oe]\s+)?passivo\s+circulante$/],
  ['exigivelLongoPrazo', /^(?:total\s+d[oe]\s+)?(?:passivo\s+)?(?:exigivel\s+a\s+longo\s+prazo|(?:passivo\s+)?nao\s+circulante)$/],
  ['patrimonioLiquido', /^(?:total\s+d[oe]\s+)?patrimonio\s+liquido$/],
  ['receita', /^\(?[=+]?\)?\s*(?:receita\s+(?:operacional\s+|de\s+vendas\s+)?(?:bruta|liquida|total)(?:\s+de\s+vendas(?:\s+e\s+servicos)?|\s+operacional)?|receita\s+operacional\s+bruta)$/],
];
const CODIGO = /^(?:\d{1,2}(?:\.\d{1,6}){0,8}\.?\s*[-–]?\s+|[ivx]{1,4}\s*[-.)]\s+)/;
/** An amount in a row; always with cents, so that codes and notes are none. */
const VALOR = /(?:r\$\s*)?\(?-?\s?(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{2}(?![\d.,])\)?-?(?:\s?[dc]\b)?/g;
const INDICES: readonly (readonly [IndiceDoBalanco, RegExp])[] = [
  ['liquidezGeral', /\b(?:liquidez\s+geral|ilg|lg)\b/], ['solvenciaGeral', /\b(?:solvencia\s+geral|isg|sg)\b/], ['liquidezCorrente', /\b(?:liquidez\s+corrente|ilc|lc)\b/], ['endividamento', /\b(?:endividamento(?:\s+(?:geral|total))?|ieg|eg|get)\b/],
];
const MAX_ROTULO = 200;
const TOLERANCIA = '0.02';
const SEM_CONTAS: Readonly<Record<ContaDoBalanco, DecimalTexto | null>> = { ativoCirculante: null, realizavelLongoPrazo: null, ativoTotal: null, passivoCirculante: null, exigivelLongoPrazo: null, patrimonioLiquido: null, receita: null };

/** Balance sheet, with the result statement when it comes along; typed tables or the report of SPED ECD. */
export const readBalanco: LeitorEspecie = (r) => {
  const p = r.papel;
  const sped = /escrituracao\s+contabil\s+digital|\bsped\b|recibo\s+de\s+entrega/.test(p.corrido);
  const contas = readContas(r, sped);
  const exercicio = readExercicio(r);
  const indicesCalculados = computeIndices(contas);
  const indicesImpressos = readIndicesImpressos(r);
  r.emissor = null;
  r.lack('emissor', 'O balanço é da própria empresa e do contador dela.');
  r.valores = { balanco: { exercicio, sped, contas, indicesCalculados, indicesImpressos } };
  r.setValidade(null, 'nao_vence', 'O balanço vale para o exercício a que se refere; a lei aceita os dos dois últimos exercícios (art. 69, I, da Lei 14.133/2021).');
  check(r, { exercicio, sped, contas, indicesCalculados, indicesImpressos });
};

/** The column of the year in force: SPED prints "saldo inicial | saldo final"; others print the newest year first or last, under its date. */
function columnOf(p: Papel, sped: boolean): 'primeira' | 'ultima' {
  if (sped || /saldo\s+(?:inicial|anterior)[\s\S]{0,40}saldo\s+(?:final|atual)/.test(p.corrido)) return 'ultima';
  for (const f of p.fileiras) {
    const anos = [...f.dobrado.matchAll(/(?:31\s*[/.]\s*12\s*[/.]\s*)?\b(20\d{2})\b/g)].map((m) => Number(m[1]));
    if (anos.length === 2 && f.dobrado.length < 120 && Math.abs(anos[0]! - anos[1]!) === 1) return anos[1]! > anos[0]! ? 'ultima' : 'primeira';
  }
  return 'primeira';
}

function readContas(r: Rascunho, sped: boolean): Record<ContaDoBalanco, DecimalTexto | null> {
  const coluna = columnOf(r.papel, sped);
  const contas = { ...SEM_CONTAS };
  let lado: 'ativo' | 'passivo' | null = null;
  for (const f of r.papel.fileiras) {
    for (const { rotulo, valores } of splitFileira(f)) {
      if (/^ativo\b/.test(rotulo)) lado = 'ativo';
      else if (/^passivo\b/.test(rotulo)) lado = 'passivo';
      const conta = CONTAS.find(([, rx]) => rx.test(rotulo) || (lado && rx.test(`${lado} ${rotulo}`)))?.[0];
      const valor = valores.length ? valores[coluna === 'ultima' ? valores.length - 1 : 0]! : null;
      if (!conta || valor === null || contas[conta] !== null || (conta === 'exigivelLongoPrazo' && lado === 'ativo')) continue;
      contas[conta] = valor;
      proveFileira(r, `balanco.${conta}`, f);
    }
  }
  for (const conta of Object.keys(contas) as ContaDoBalanco[]) if (contas[conta] === null) r.lack(`balanco.${conta}`, 'A conta não foi achada no balanço com esse nome.');
  return contas;
}

/** Labels of a row with the amounts that follow each; a T-shaped balance has two side by side. Readers join and cut cells as they can: only the order counts. */
function splitFileira(f: Fileira): { rotulo: string; valores: DecimalTexto[] }[] {
  const partes: { rotulo: string; valores: DecimalTexto[] }[] = [];
  let fim = 0;
  const push = (texto: string): void => {
    if (texto.length > MAX_ROTULO) return;
    const rotulo = texto.replace(/r\$\s*$/, '').trim().replace(CODIGO, '').replace(/(?:\s+\d{1,3})?[:.…_\s]+$/, '').replace(/\s\d{1,2}$/, '').replace(/\s+/g, ' ');
    if (/[a-z]/.test(rotulo)) partes.push({ rotulo, valores: [] });
  };
  for (const m of f.dobrado.matchAll(VALOR)) {
    push(f.dobrado.slice(fim, m.index));
    const valor = numeroDaCelula(m[0]);
    if (valor !== null) partes.at(-1)?.valores.push(valor);
    fim = m.index + m[0].length;
  }
  push(f.dobrado.slice(fim));
  return partes;
}

/** The quote of a row: its label with the first amount, where the content order keeps them together. */
function proveFileira(r: Rascunho, campo: string, f: Fileira): void {
  const juntas = f.celulas.map((c) => c.dobrado).join(' ').replace(/\s+/g, ' ');
  const rx = new RegExp(juntas.slice(0, 120).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, String.raw`\s+`));
  const inicio = r.papel.find(rx) ?? r.papel.find(new RegExp(f.celulas[0]!.dobrado.slice(0, 60).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, String.raw`\s+`)));
  r.prove(campo, inicio);
}

function readExercicio(r: Rascunho): number | null {
  const p = r.papel;
  const m = p.find(/\b(?:encerrad[oa]s?\s+em|findo\s+em|levantado\s+em|em|exercicio(?:\s+social)?(?:\s+(?:de|findo\s+em|encerrado\s+em))?|periodo\s*(?:da\s+escrituracao)?\s*:?\s*[\d/]{10}\s*a|posicao\s+em)\s*:?\s*(?:31\s*(?:[/.]|\s+de\s+)\s*(?:12|dezembro)\s*(?:[/.]|\s+de\s+)\s*)?(20\d{2})\b/)
    ?? p.find(/\b31\s*[/.]\s*12\s*[/.]\s*(20\d{2})\b/);
  if (!m) {
    r.lack('balanco.exercicio', 'O balanço não diz, de modo reconhecível, a que exercício se refere.');
    return null;
  }
  r.prove('balanco.exercicio', m);
  const anos = p.findAll(/\b31\s*[/.]\s*12\s*[/.]\s*(20\d{2})\b/, 40).filter((x) => x.inicio < 6_000).map((x) => Number(x[1]));
  return Math.max(Number(m[1]), ...anos.filter((a) => a - Number(m[1]) === 1));
}

function readIndicesImpressos(r: Rascunho): Record<IndiceDoBalanco, DecimalTexto | null> {
  const lidos: Record<IndiceDoBalanco, DecimalTexto | null> = { liquidezGeral: null, solvenciaGeral: null, liquidezCorrente: null, endividamento: null };
  for (const [indice, rx] of INDICES) {
    for (const m of r.papel.findAll(rx, 20)) {
      const resto = r.papel.corrido.slice(m.fim, m.fim + 220);
      const proximo = Math.min(...INDICES.filter(([i]) => i !== indice).map(([, outro]) => resto.search(outro)).filter((k) => k >= 0), resto.length);
      const valores = [...resto.slice(0, proximo).matchAll(/(?<![\d.,])(\d{1,3},\d{1,4})(?![\d.,]|\s*%)/g)];
      const ultimo = valores.at(-1);
      const n = ultimo ? parseNumeroBr(ultimo[1]!) : null;
      if (n === null) continue;
      lidos[indice] = n;
      r.prove(`balanco.${indice}`, { inicio: m.inicio, fim: m.fim + ultimo!.index + ultimo![0].length });
      break;
    }
  }
  return lidos;
}

const NOMES: Readonly<Record<IndiceDoBalanco, string>> = { liquidezGeral: 'liquidez geral', solvenciaGeral: 'solvência geral', liquidezCorrente: 'liquidez corrente', endividamento: 'endividamento' };

/** The sums of the balance, and the printed índices against those of the accounts. */
function check(r: Rascunho, { contas, indicesCalculados, indicesImpressos }: DadosDoBalanco): void {
  const br = (v: string): string => v.replace('.', ',');
  for (const indice of Object.keys(NOMES) as IndiceDoBalanco[]) {
    const [impresso, calculado] = [indicesImpressos[indice], indicesCalculados[indice]];
    if (impresso !== null && calculado !== null && decimal(impresso).minus(calculado).abs().gt(TOLERANCIA)) r.warn(`indice_diverge_${indice}`, `O índice de ${NOMES[indice]} impresso é ${br(impresso)} e as contas do balanço dão ${br(calculado)}: vale conferir.`);
  }
  const { ativoTotal: at, passivoCirculante: pc, exigivelLongoPrazo: elp, patrimonioLiquido: pl } = contas;
  if (at !== null && pc !== null && pl !== null && elp !== null && decimal(pc).plus(elp).plus(pl).minus(at).abs().gt(1)) r.warn('balanco_nao_fecha', 'O ativo lido não é igual à soma do passivo com o patrimônio líquido: confira as contas lidas.');
  if (pl !== null && decimal(pl).lt(0)) r.warn('patrimonio_negativo', 'O patrimônio líquido é negativo.');
}
