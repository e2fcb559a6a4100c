import type { ItemEdital } from '../domain/item.js';
import { parseValor } from './classify-linha.js';
import { SEM_NUMERO, type LinhaTabela } from './linha-tabela.js';
import { splitBlocos } from './split-blocos.js';
import { splitPorConteudo, type ConteudoDaPagina } from './split-por-conteudo.js';
import type { Coluna, LinhaBruta, TotalDeclarado } from './tabela.js';

/** How far a number may jump: rows may be missing, years and codes are no item numbers. */
const SALTO = 30;

interface Estado {
  numero: number[] | null;
  /** Lot of the last row as its own column prints it. */
  celulaDoLote: string;
  lote: string | null;
  beneficio: ItemEdital['beneficio'];
}

export interface LinhasLidas {
  readonly linhas: LinhaBruta[];
  readonly totais: TotalDeclarado[];
}

/** Rows of a table from the stream of its lines, over all its pages. */
export function readLinhas(fluxo: readonly LinhaTabela[], colunas: readonly Coluna[], colunaNumero: number, inicial: { lote: string | null; beneficio: ItemEdital['beneficio'] }, conteudoDe: (pagina: number) => ConteudoDaPagina): LinhasLidas {
  const estado: Estado = { numero: null, celulaDoLote: '', ...inicial };
  const saida: LinhasLidas = { linhas: [], totais: [] };
  const descricao = colunas.findIndex((c) => c.tipo === 'descricao');
  const centrado = isCentrado(fluxo, descricao);
  let trecho: LinhaTabela[] = [];
  const flush = (): void => {
    saida.linhas.push(...readTrecho(trecho, colunas, colunaNumero, estado, centrado, conteudoDe));
    trecho = [];
  };
  for (const l of fluxo) {
    if (l.tipo === 'corpo' || l.tipo === 'prosa') {
      if (l.tipo === 'corpo') trecho.push(l);
      continue;
    }
    flush();
    if (l.tipo === 'total' && l.total) saida.totais.push({ valor: l.total, ate: saida.linhas.length });
    if (l.tipo === 'lote' && l.lote !== estado.lote) Object.assign(estado, { lote: l.lote, numero: null });
    if (l.beneficio) estado.beneficio = l.beneficio;
  }
  flush();
  return { linhas: spreadLotes(saida.linhas, colunas, colunaNumero), totais: saida.totais };
}

/** The number stands in the middle of its description: many number lines have no description, or lines stand above the first. */
function isCentrado(fluxo: readonly LinhaTabela[], descricao: number): boolean {
  const corpo = fluxo.filter((l) => l.tipo === 'corpo');
  const numerados = corpo.filter((l) => l.numero !== null);
  const sem = numerados.filter((l) => !l.celulas[descricao]).length;
  const primeira = corpo.findIndex((l) => l.numero !== null);
  return sem > numerados.length * 0.2 || corpo.slice(0, Math.max(0, primeira)).some((l) => l.celulas[descricao]);
}

function readTrecho(trecho: readonly LinhaTabela[], colunas: readonly Coluna[], colunaNumero: number, estado: Estado, centrado: boolean, conteudoDe: (pagina: number) => ConteudoDaPagina): LinhaBruta[] {
  const ancoras: number[] = [];
  /** Order in the table, where it prints no numbers. */
  const ordens = new Map<number, string>();
  const loteEm = colunas.findIndex((c) => c.tipo === 'lote');
  trecho.forEach((l, i) => {
    if (l.numero === null) return;
    if (colunaNumero < 0) {
      estado.numero = [(estado.numero?.[0] ?? 0) + 1];
      ancoras.push(i);
      ordens.set(i, String(estado.numero[0]));
      return;
    }
    const chave = l.numero.split('.').map(Number);
    // Another lot in its column: its numbers may start again.
    const celulaDoLote = loteEm >= 0 && loteEm !== colunaNumero ? l.celulas[loteEm]! : '';
    if (celulaDoLote && celulaDoLote !== estado.celulaDoLote && chave.every((n) => n === 1)) estado.numero = null;
    if (celulaDoLote) estado.celulaDoLote = celulaDoLote;
    const recomeca = chave.join('.') === '1' && estado.numero !== null && estado.numero[0]! > 1;
    if (!follows(estado.numero, chave) && !recomeca) return;
    estado.numero = chave;
    ancoras.push(i);
  });
  if (!ancoras.length) return [];
  const descricao = colunas.findIndex((c) => c.tipo === 'descricao');
  const porEspaco = splitBlocos(trecho, ancoras, centrado, descricao);
  const porConteudo = centrado && ancoras.some((a) => trecho[a]!.numero !== SEM_NUMERO) ? splitPorConteudo(trecho, ancoras, descricao, conteudoDe) : null;
  const blocos = porConteudo && countCheias(porConteudo, descricao) >= countCheias(porEspaco, descricao) ? porConteudo : porEspaco;
  return ancoras.map((a, k) => {
    const ancora = trecho[a]!;
    const valores = richest(blocos[k]!, ancora, descricao);
    const celulas = colunas.map((c, i) => cellText(blocos[k]!, ancora, valores, c, i));
    const proprio = loteEm >= 0 && loteEm !== colunaNumero ? /^(?:lote\s*)?(\d{1,3}|[ivxl]{1,5})$/i.exec(celulas[loteEm]!.trim())?.[1] : undefined;
    return {
      numero: ordens.get(a) ?? ancora.numero!, pagina: ancora.pagina, celulas, ancora: ancora.texto, valores: valores.texto,
      lote: loteEm >= 0 && loteEm === colunaNumero ? ancora.numero : (proprio ?? estado.lote),
      beneficio: blocos[k]!.map((l) => l.beneficio).find((b) => b) ?? estado.beneficio,
    };
  });
}

/** The line with most figures apart from the description; the number's own when it has as many. */
function richest(bloco: readonly LinhaTabela[], ancora: LinhaTabela, descricao: number): LinhaTabela {
  const figuras = (l: LinhaTabela): number => l.celulas.filter((c, i) => i !== descricao && /\d/.test(c)).length;
  return bloco.reduce((melhor, l) => (figuras(l) > figuras(melhor) ? l : melhor), ancora);
}

/** Rows with a description and with figures after it. */
const countCheias = (blocos: readonly (readonly LinhaTabela[])[], descricao: number): number =>
  blocos.filter((b) => b.some((l) => l.celulas[descricao]) && b.some((l) => l.celulas.some((c, i) => i !== descricao && i > 0 && /\d/.test(c)))).length;

/** Item numbers only go up: the next, or one not much further; "2.1" only right under "2". */
function follows(anterior: readonly number[] | null, novo: readonly number[]): boolean {
  if (!anterior) return true;
  if (novo.length > anterior.length) return novo.length === anterior.length + 1 && novo.at(-1)! <= 1 && anterior.every((n, i) => n === novo[i]);
  const nivel = novo.findIndex((n, i) => n !== anterior[i]);
  if (nivel < 0) return false;
  const salto = novo[nivel]! - anterior[nivel]!;
  return salto > 0 && salto <= SALTO && novo.slice(nivel + 1).every((n) => n <= 1);
}

/** Text of a column in a row: a value on the number's own line wins over what stands above or below; the unit stands by the values. */
function cellText(bloco: readonly LinhaTabela[], ancora: LinhaTabela, valores: LinhaTabela, coluna: Coluna, i: number): string {
  const partida = DE_FIGURAS.has(coluna.tipo) ? joinPartida(bloco, i) : null;
  if (partida !== null) return partida;
  if (coluna.tipo !== 'descricao' && coluna.tipo !== 'unidade' && /\d/.test(ancora.celulas[i]!) && !ABERTO.test(ancora.celulas[i]!)) return ancora.celulas[i]!;
  if (coluna.tipo === 'unidade') return unidadeDe(bloco, valores, i);
  const partes = bloco.map((l) => l.celulas[i]!).filter(Boolean);
  if (coluna.tipo === 'descricao') return partes.join(' ');
  // Words that ran into a column of figures do not hide the one figure it holds.
  const figuras = DE_FIGURAS.has(coluna.tipo) ? partes.filter((p) => parseValor(p) !== null) : [];
  if (figuras.length === 1 && !partes.some((p) => ABERTO.test(p))) return figuras[0]!;
  // A figure too wide for its column goes on in the line below: "1.234.5" over "67,00".
  return partes.reduce((t, parte) => (ABERTO.test(t) && /^\d[\d.,]*$/.test(parte) ? `${t}${parte}` : t ? `${t} ${parte}` : parte), '');
}

/** Lines of a figure follow each other closer than this, in line heights: cells centred beside each other put half lines between. */
const VAO_FIGURA = 1.75;
const INTEIRA = /^\d{1,3}(?:\.\d{3})*,\d{2,4}$|^\d+,\d{2,4}$|^\d{1,3}(?:\.\d{3})+$/;

/** A figure over several lines of a narrow column ("26.248" over ",32", "712,15" over "64"); null when the column holds anything else. */
function joinPartida(bloco: readonly LinhaTabela[], i: number): string | null {
  const linhas = bloco.filter((l) => l.celulas[i]);
  const partes = linhas.map((l) => l.celulas[i]!.replace(/r\$|\s/gi, '')).filter(Boolean);
  if (partes.length < 2 || partes.length > 4 || partes.some((p) => !/^[\d.,]+$/.test(p))) return null;
  if (linhas.some((l, k) => k > 0 && l.y - linhas[k - 1]!.y > VAO_FIGURA * l.altura)) return null;
  const cortada = partes.slice(1).every((p, k) => /^[.,]/.test(p) || ABERTO.test(partes[k]!) || (/,\d{2,3}$/.test(partes[k]!) && /^\d{1,2}$/.test(p)));
  const inteira = partes.join('');
  return cortada && INTEIRA.test(inteira) ? inteira : null;
}

const DE_FIGURAS: ReadonlySet<Coluna['tipo']> = new Set(['quantidade', 'unitario', 'total', 'valor']);
/** A figure cut at its line's end: a separator, or one with too few digits after it. */
const ABERTO = /\d(?:[.,]|\.\d{1,2}|,\d)$/;

/** Lines of a unit follow each other closer than this, in line heights. */
const VAO_UNIDADE = 1.75;

/** The unit's lines that follow each other, of those the ones nearest to the values. */
function unidadeDe(bloco: readonly LinhaTabela[], valores: LinhaTabela, i: number): string {
  const cheias = bloco.filter((l) => l.celulas[i]).sort((a, b) => a.y - b.y);
  const grupos = cheias.reduce<LinhaTabela[][]>((g, l) => {
    const ultima = g.at(-1)?.at(-1);
    if (ultima && l.y - ultima.y <= VAO_UNIDADE * Math.max(l.altura, ultima.altura)) g.at(-1)!.push(l);
    else g.push([l]);
    return g;
  }, []);
  const distancia = (g: readonly LinhaTabela[]): number => Math.min(...g.map((l) => Math.abs(l.y - valores.y)));
  const perto = grupos.sort((a, b) => distancia(a) - distancia(b))[0];
  return perto?.map((l) => l.celulas[i]!).join(' ') ?? '';
}

/** A lot printed once for its rows (a merged cell) holds for those without one, down to the next. */
function spreadLotes(linhas: readonly LinhaBruta[], colunas: readonly Coluna[], colunaNumero: number): LinhaBruta[] {
  if (!colunas.some((c, i) => c.tipo === 'lote' && i !== colunaNumero)) return [...linhas];
  let lote: string | null = linhas[0]?.lote ?? linhas.find((l) => l.lote)?.lote ?? null;
  return linhas.map((l) => ({ ...l, lote: (lote = l.lote ?? lote) }));
}
