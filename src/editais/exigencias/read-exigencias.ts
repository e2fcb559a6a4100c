import { squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type Evidencia } from '../../kernel/index.js';
import type { Exigencia } from '../domain/exigencia.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { once } from '../extracao/once.js';
import { findAlternativas } from './alternativas.js';
import { classifyClausula } from './classify.js';
import type { Clausula } from './clausula.js';
import { findCondicao, quandoApresenta, quemApresenta } from './condicoes.js';
import { cutClausulas } from './cut-clausulas.js';
import { readDados } from './dados.js';
import { findDeclaradas } from './declaracoes-de-modelo.js';
import { detectDemanda } from './detect.js';
import { mergeRepetidas } from './merge-repetidas.js';
import type { TipoExigencia } from './tipo-exigencia.js';

/** In a form where some boxes are marked, an empty one leaves the option out. */
const CAIXA_CHEIA = /[☒☑]|[([]\s?x\s?[)\]]/;
const CAIXA_VAZIA = /^\s*(?:☐|[([]\s{0,4}[)\]])/;
const MAX_TEXTO = 1500;
const MAX_EXIGENCIAS = 600;
/** Parts that bind bidders. Studies prepare, forms only show how to write, contracts bind the one who won. */
const REGIOES: ReadonlySet<string> = new Set(['edital', 'tr', 'anexo']);

/** What the edital asks of those who bid, in the order of the text, each once, with its quote. Says nothing of any company. */
export const readExigencias = once((t: TextoEdital): readonly Exigencia[] => {
  const lidas: Exigencia[] = [];
  const clausulas = cutClausulas(t);
  const marcado = CAIXA_CHEIA.test(t.dobrado);
  for (const c of clausulas) {
    if (!REGIOES.has(c.regiao) || (marcado && CAIXA_VAZIA.test(t.dobrado.slice(c.inicio, c.inicio + 40)) && !/\bdeclar/.test(c.dobrado))) continue;
    const demanda = detectDemanda(c);
    // A numbered clause of the edital with a blank left in it still demands; an annex with blanks is a form.
    if (!demanda || ((c.regiao === 'anexo' || c.numero === null) && isModeloEmBranco(c.dobrado))) continue;
    for (const tipo of classifyClausula(c, demanda)) {
      const x = toExigencia(t, c, tipo);
      if (x) lidas.push(x);
    }
    if (lidas.length >= MAX_EXIGENCIAS) break;
  }
  const dosModelos = findDeclaradas(t, clausulas, lidas).flatMap(({ clausula, tipo, repete }) => {
    const x = toExigencia(t, clausula, tipo);
    return x ? [{ x, repete }] : [];
  });
  const novas = dosModelos.filter((d) => !d.repete).map((d) => d.x);
  return numberIds(addRepetidas(mergeRepetidas([...lidas, ...novas]), dosModelos.filter((d) => d.repete).map((d) => d.x)));
});

/** A form's statement of what is already asked says where else the first demand of its kind stands. */
function addRepetidas(lista: readonly Exigencia[], repetidas: readonly Exigencia[]): readonly Exigencia[] {
  if (!repetidas.length) return lista;
  const vistas = new Set<string>();
  return lista.map((x) => {
    if (x.grupo !== 'declaracao' || vistas.has(x.tipo)) return x;
    vistas.add(x.tipo);
    return { ...x, tambemEm: [...x.tambemEm, ...repetidas.filter((r) => r.tipo === x.tipo).map((r) => r.evidencia)] };
  });
}

function toExigencia(t: TextoEdital, c: Clausula, tipo: TipoExigencia): Exigencia | null {
  const evidencia = citar(t, c, tipo);
  if (!evidencia) return null;
  const original = squeeze(t.texto.slice(c.corpo, c.fim));
  // Same lengths unless the two spellings of white space differ: then the folded words are shown.
  const fonte = original.length === c.dobrado.length ? original : c.dobrado;
  const cut = (x: { inicio: number; fim: number }): string => fonte.slice(x.inicio, x.fim).trim();
  const quem = quemApresenta(c, tipo);
  const condicao = findCondicao(c);
  const dependeDeQuem = quem !== 'todos' && quem !== 'vencedor';
  return {
    id: tipo.tipo, tipo: tipo.tipo, grupo: tipo.grupo, titulo: tipo.titulo, evidencia, texto: fonte.slice(0, MAX_TEXTO), clausula: c.numero, quem, quando: quandoApresenta(c, tipo),
    condicional: condicao !== null || dependeDeQuem, condicao: condicao && cut(condicao), alternativas: findAlternativas(c.dobrado).map(cut), dados: readDados(c.dobrado, tipo.tipo),
    fundamento: tipo.fundamento, atipica: tipo.atipica === true, tambemEm: [],
  };
}

/** A clause that names the kind so far from its start is quoted from there. */
const LONGE = 280;

/** The clause on the page where it begins, or from the sentence that names the kind; what runs over is left to `texto`. */
function citar(t: TextoEdital, c: Clausula, tipo: TipoExigencia): Evidencia | null {
  const onde = tipo.tipo.endsWith('/outra') ? 0 : c.dobrado.search(tipo.padrao);
  const inicio = onde > LONGE ? startOfFrase(t, c, onde) : c.inicio;
  const pagina = t.paginaEm(inicio);
  let trecho = squeeze(t.texto.slice(inicio, Math.min(c.fim, pagina.fim)));
  if (trecho.length > TRECHO_MAXIMO) trecho = trecho.slice(0, trecho.lastIndexOf(' ', TRECHO_MAXIMO));
  return trecho.length >= TRECHO_MINIMO ? { documento: pagina.documento, pagina: pagina.pagina, trecho } : t.trechoEm(inicio, Math.min(c.fim, pagina.fim));
}

/** Offset in the text of the sentence that holds a character of the clause's folded text. */
function startOfFrase(t: TextoEdital, c: Clausula, i: number): number {
  const antes = c.dobrado.slice(0, i);
  const corte = Math.max(antes.lastIndexOf('. ') + 2, antes.lastIndexOf('; ') + 2, antes.lastIndexOf(': ') + 2, antes.lastIndexOf(' ', i - 90) + 1);
  let contados = 0;
  let offset = c.corpo;
  while (/\s/.test(t.dobrado[offset] ?? '')) offset++;
  for (; offset < c.fim && contados < corte; offset++) if (!/\s/.test(t.dobrado[offset]!) || !/\s/.test(t.dobrado[offset - 1]!)) contados++;
  return offset;
}

/** The kind, and from the second on its number: "fiscal/cndt", "fiscal/cndt#2". */
function numberIds(lista: readonly Exigencia[]): Exigencia[] {
  const vezes = new Map<string, number>();
  return lista.map((x) => {
    const n = (vezes.get(x.tipo) ?? 0) + 1;
    vezes.set(x.tipo, n);
    return n === 1 ? x : { ...x, id: `${x.tipo}#${n}` };
  });
}
