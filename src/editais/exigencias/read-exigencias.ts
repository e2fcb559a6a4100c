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
import { detectDemanda } from './detect.js';
import { mergeRepetidas } from './merge-repetidas.js';
import type { TipoExigencia } from './tipo-exigencia.js';

const MAX_TEXTO = 1500;
const MAX_EXIGENCIAS = 600;
/** Parts that bind bidders. Studies prepare, forms only show how to write, contracts bind the one who won. */
const REGIOES: ReadonlySet<string> = new Set(['edital', 'tr', 'anexo']);

/** What the edital asks of those who bid, in the order of the text, each once, with its quote. Says nothing of any company. */
export const readExigencias = once((t: TextoEdital): readonly Exigencia[] => {
  const lidas: Exigencia[] = [];
  for (const c of cutClausulas(t)) {
    if (!REGIOES.has(c.regiao)) continue;
    const demanda = detectDemanda(c);
    if (!demanda || isModeloEmBranco(c.dobrado)) continue;
    for (const tipo of classifyClausula(c, demanda)) {
      const x = toExigencia(t, c, tipo);
      if (x) lidas.push(x);
    }
    if (lidas.length >= MAX_EXIGENCIAS) break;
  }
  return numberIds(mergeRepetidas(lidas));
});

function toExigencia(t: TextoEdital, c: Clausula, tipo: TipoExigencia): Exigencia | null {
  const evidencia = citar(t, c);
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

/** The clause on the page where it begins; what runs over is left to `texto`. */
function citar(t: TextoEdital, c: Clausula): Evidencia | null {
  const pagina = t.paginaEm(c.inicio);
  let trecho = squeeze(t.texto.slice(c.inicio, Math.min(c.fim, pagina.fim)));
  if (trecho.length > TRECHO_MAXIMO) trecho = trecho.slice(0, trecho.lastIndexOf(' ', TRECHO_MAXIMO));
  return trecho.length >= TRECHO_MINIMO ? { documento: pagina.documento, pagina: pagina.pagina, trecho } : t.trechoEm(c.inicio, Math.min(c.fim, pagina.fim));
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
