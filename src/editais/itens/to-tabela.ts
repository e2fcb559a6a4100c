import { Decimal } from 'decimal.js';
import { formatDinheiro, lettersOf, squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type DecimalTexto } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import { parseValor } from './classify-linha.js';
import { conferirItem } from './conferir-itens.js';
import { confere, resolvePapeis, type Papeis } from './resolve-papeis.js';
import { splitJuntas } from './split-juntas.js';
import type { LinhaBruta, TabelaBruta, TabelaItens } from './tabela.js';

const MAX_DESCRICAO = 3000;
const MAX_DIVERGENCIAS = 20;
/** "Bisnaga para administração oral: 90g/63ml". */
const MAX_UNIDADE = 80;

/** A raw table as items with their checks; null when it is no table of items. */
export function toTabela(lida: TabelaBruta, documento: DocumentoLido): TabelaItens | null {
  if (isQualificacao(lida)) return null;
  const bruta = splitJuntas(lida);
  const papeis = resolvePapeis(bruta);
  const lidos = bruta.linhas.map((l) => toItem(l, bruta, papeis, documento));
  const itens = lidos.filter((i) => i !== null).map((i) => conferirItem(i, papeis.vezes));
  if (!itens.length) return null;
  const divergencias = itens.flatMap((i) => (i.confere === false ? [`Item ${i.numero}: ${i.nota}`] : []));
  const calculado = sumTotais(itens);
  const total = matchTotal(bruta, calculado, lidos);
  // Rows without numbers of their own count only when they add up to what the table states.
  if (total.somaConfere !== true && !bruta.colunas.some((c) => c.tipo === 'numero' || c.tipo === 'lote')) return null;
  if (total.somaConfere === false) divergencias.push(`A soma dos itens (${formatDinheiro(calculado!)}) não é o total declarado (${formatDinheiro(total.declarado!)}).`);
  return {
    documento: bruta.documento, regiao: bruta.regiao, paginas: [...new Set(bruta.linhas.map((l) => l.pagina))], itens,
    total: { declarado: total.declarado, calculado }, somaConfere: total.somaConfere, divergencias: divergencias.slice(0, MAX_DIVERGENCIAS),
  };
}

/** Quantities that attestations must prove, criteria of points, schedules of penalties: rows of a table, not items to supply. */
function isQualificacao({ colunas, antes, linhas }: TabelaBruta): boolean {
  const titulos = colunas.map((c) => c.titulo).join(' ');
  if (/exigid|comprov|atestad|relevancia|pontos|pontuac|grau|multa|risco|infrac|prazo de|entregavel|melhor lance|vencedor|fornecedor/.test(titulos)) return true;
  // A column of makers that is filled in: what was won, not what is wanted.
  const marca = colunas.findIndex((c) => /marca.{0,4}fabricante/.test(c.titulo));
  if (marca >= 0 && linhas.filter((l) => /\p{L}{2}/u.test(l.celulas[marca]!)).length > linhas.length / 2) return true;
  return /parcelas? de maior|maior relevancia|acervo|atestad[oa]s? de (?:capacidade|responsab)|capacidade tecnic[oa]/.test(antes) && !colunas.some((c) => ['unitario', 'total', 'valor'].includes(c.tipo));
}

function toItem(l: LinhaBruta, { colunas, documento }: TabelaBruta, p: Papeis, lido: DocumentoLido): ItemEdital | null {
  const de = (tipo: string): string => colunas.flatMap((c, i) => (c.tipo === tipo ? [l.celulas[i]!] : [])).filter(Boolean).join(' ');
  const descricao = dropAspas(joinHifens(squeeze(de('descricao')))).slice(0, MAX_DESCRICAO);
  const { quantidade, valorUnitario, valorTotal } = readValores(l, p);
  if (!/\p{L}{2}/u.test(descricao) || (!quantidade && !valorUnitario && !valorTotal)) return null;
  const evidencia = findEvidencia(l, descricao, lido);
  if (!evidencia) return null;
  const unidade = squeeze(de('unidade')).replace(/[.,]$/, '');
  return {
    numero: l.numero, lote: l.lote, descricao, quantidade, valorUnitario, valorTotal, beneficio: l.beneficio,
    unidade: unidade && unidade.length <= MAX_UNIDADE && /\p{L}/u.test(unidade) ? unidade : null,
    evidencia: { documento, pagina: l.pagina, trecho: evidencia },
  };
}

type Valores = Pick<ItemEdital, 'quantidade' | 'valorUnitario' | 'valorTotal'>;

/** The three figures of a row. One that is misprinted ("4,300,83") counts when the other two say what it is. */
function readValores(l: LinhaBruta, p: Papeis): Valores {
  const ler = (i: number): DecimalTexto | null => (i < 0 ? null : positive(parseValor(l.celulas[i]!)));
  const lidos: Valores = { quantidade: ler(p.quantidade), valorUnitario: ler(p.unitario), valorTotal: ler(p.total) };
  const faltam = (['quantidade', 'valorUnitario', 'valorTotal'] as const).filter((k) => lidos[k] === null);
  const [falta] = faltam;
  if (faltam.length !== 1 || !falta) return lidos;
  const coluna = { quantidade: p.quantidade, valorUnitario: p.unitario, valorTotal: p.total }[falta];
  for (const candidato of coluna < 0 ? [] : misread(l.celulas[coluna]!)) {
    const v = { ...lidos, [falta]: candidato };
    if (confere(v.quantidade!, v.valorUnitario!, v.valorTotal!, p.vezes)) return v;
  }
  return lidos;
}

/** What a misprinted figure may be: its digits with two, four or no decimals. */
function misread(celula: string): DecimalTexto[] {
  const digitos = celula.replace(/\D/g, '');
  if (!/^\D*\d[\d.,\s]{2,20}$/.test(celula) || digitos.length > 14) return [];
  return [2, 4, 0].map((casas) => new Decimal(digitos).div(10 ** casas).toString());
}

/** Zero in a price column is a blank to fill in, not a price. */
const positive = (v: DecimalTexto | null): DecimalTexto | null => (v !== null && new Decimal(v).gt(0) ? v : null);
const joinHifens = (t: string): string => t.replace(/(\p{Ll})- (\p{Ll})/gu, '$1-$2');
/** Quotes around the whole description: what a spreadsheet leaves when it is pasted. */
const dropAspas = (t: string): string => (/^["“”]/.test(t) ? t.replace(/^["“”]\s*/, '').replace(/\s*["”]$/, '') : t);

const letras = new WeakMap<DocumentoLido, Map<number, string>>();

/** A quote that stands on the page: the row as printed, else its values, else the start of its description. */
function findEvidencia(l: LinhaBruta, descricao: string, lido: DocumentoLido): string | null {
  let paginas = letras.get(lido);
  if (!paginas) letras.set(lido, (paginas = new Map(lido.paginas.map((p) => [p.numero, `${lettersOf(p.texto)} ${lettersOf(p.linhas.map((x) => x.celulas.map((c) => c.texto).join(' ')).join(' '))}`]))));
  const pagina = paginas.get(l.pagina) ?? '';
  const candidatos = [l.valores, l.ancora, `${l.numero} ${descricao.slice(0, 160)}`, descricao.slice(0, 160), descricao.slice(0, 60)].map((c) => squeeze(c).slice(0, TRECHO_MAXIMO));
  return candidatos.find((c) => c.length >= TRECHO_MINIMO && lettersOf(c).length >= TRECHO_MINIMO / 2 && pagina.includes(lettersOf(c))) ?? null;
}

function sumTotais(itens: readonly ItemEdital[]): DecimalTexto | null {
  if (itens.some((i) => i.valorTotal === null)) return null;
  return itens.reduce((s, i) => s.plus(i.valorTotal!), new Decimal(0)).toString();
}

/** The stated total that the sum must equal: of the whole table, or of each stretch of rows that a total closes. */
function matchTotal({ totais }: TabelaBruta, calculado: DecimalTexto | null, lidos: readonly (ItemEdital | null)[]): { declarado: DecimalTexto | null; somaConfere: boolean | null } {
  if (!totais.length) return { declarado: null, somaConfere: null };
  // Each printed total was rounded to the cent.
  const igual = (a: DecimalTexto, b: DecimalTexto): boolean => new Decimal(a).minus(b).abs().lte(Decimal.max('0.05', new Decimal(lidos.length).times('0.005')));
  const maior = totais.map((t) => t.valor).reduce((a, b) => (new Decimal(a).gt(b) ? a : b));
  if (calculado === null) return { declarado: maior, somaConfere: null };
  const geral = totais.find((t) => igual(t.valor, calculado));
  if (geral) return { declarado: geral.valor, somaConfere: true };
  const trechos = totais.filter((t, i) => t.ate > (totais[i - 1]?.ate ?? 0));
  const porTrecho = trechos.at(-1)?.ate === lidos.length && trechos.every((t, i) => {
    const soma = sumTotais(lidos.slice(trechos[i - 1]?.ate ?? 0, t.ate).filter((x) => x !== null));
    return soma !== null && igual(soma, t.valor);
  });
  return porTrecho ? { declarado: trechos.reduce((s, t) => s.plus(t.valor), new Decimal(0)).toString(), somaConfere: true } : { declarado: maior, somaConfere: false };
}
