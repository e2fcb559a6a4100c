import type { Contexto } from '../contexto/contexto.js';
import { textoDaFrase } from '../contexto/frase.js';
import { evidenciaDoFato, findAchados, isNegado, type Achado } from '../../editais/index.js';
import { fold, type Evidencia } from '../../kernel/index.js';
import { citar } from '../verificacoes/trechos.js';

/** What the edital asks of capital or net worth, beyond the percentage. */
export interface ExigenciaCapital {
  /** `qualquer`: capital or net worth, at the bidder's choice. */
  readonly base: 'capital' | 'pl' | 'qualquer' | 'ambos';
  /** `se_indice_baixo`: only of those whose índices stay below the minimum. */
  readonly condicao: 'sempre' | 'se_indice_baixo';
  /** What the percentage is of: the estimate, a year of it, or the bidder's own proposal (both smaller). */
  readonly sobre: 'estimado' | 'anual' | 'proposta';
  /** Null: the value was given by a person, without a quote. */
  readonly evidencia: Evidencia | null;
}

const CAPITAL = String.raw`capital\s+(?:social\s+)?(?:minimo\s+|integralizado\s+|circulante\s+)?`;
const PL = String.raw`patrimonio\s+liquido`;
const EXIGENCIA = new RegExp(String.raw`\b(?:${CAPITAL}|${PL})[^;]{0,220}?(?:%|por\s+cento|r\$)`);
const AMBOS = [new RegExp(String.raw`\bcapital\s+(?:social\s+)?(?:minimo\s+|integralizado\s+)*\s*e\s+(?:(?:o|de|do)\s+)?${PL}`), new RegExp(String.raw`\b${PL}\s+(?:minimo\s+)?e\s+(?:(?:o|de|do)\s+)?capital\s+social`)];
/** "as que apresentarem resultado igual ou inferior a 1 em qualquer dos índices deverão comprovar…" */
const SE_INDICE = /\b(?:indices?|resultados?|liquidez|solvencia|lg|sg|lc)\b[^;]{0,260}?\b(?:inferior(?:es)?|menor(?:es)?|abaixo|nao\s+(?:ating|alcan|atend|obten|comprov|apresent)\w*)|\b(?:inferior(?:es)?|menor(?:es)?)\s+(?:ou\s+igual\s+)?(?:a|que)\s+1[^;]{0,200}?\bindices?\b/;
/** Context before the requirement that can make it conditional. */
const ANTES = 420;

/** Reads how capital or net worth is asked for; null when the edital asks for none. Looks near the fact's own quote first. */
export function readExigenciaCapital(c: Contexto): ExigenciaCapital | null {
  const fato = c.fatos.capital_ou_pl_minimo_pct;
  if (fato.valor === null) return null;
  const achados = findAchados(c.texto, EXIGENCIA, { regioes: ['edital', 'tr', 'anexo'] }).filter((a) => !isNegado(a) && /habilit|qualific|econom|liquidez|minimo|inabilita|licitante|estimad/.test(a.clausula));
  const pagina = (a: Achado): number => c.texto.paginaEm(a.inicio).pagina;
  const a = achados.find((x) => pagina(x) === fato.pagina) ?? achados[0];
  const condicional = fato.nota !== undefined && /condicional|so\s+quando|só\s+(?:quando|se)|índices?\s+(?:inferior|menor|abaixo)/i.test(fato.nota);
  if (!a) return { base: 'qualquer', condicao: condicional ? 'se_indice_baixo' : 'sempre', sobre: sobreOf(fold(fato.trecho ?? '')), evidencia: evidenciaDoFato(fato) };
  const frase = textoDaFrase(c.texto, a.inicio, a.fim);
  const contexto = `${afterInabilitacao(c.texto.dobrado.slice(Math.max(0, a.inicio - ANTES), a.inicio))} ${frase}`.replace(/\s+/g, ' ');
  return {
    base: baseOf(frase), sobre: sobreOf(frase), condicao: condicional || SE_INDICE.test(contexto) ? 'se_indice_baixo' : 'sempre',
    evidencia: citar(c.texto, a.inicio, a.fim) ?? evidenciaDoFato(fato),
  };
}

/** Where low índices already bar the bidder, what follows is asked of everyone. */
const afterInabilitacao = (antes: string): string => antes.split(/\b(?:inabilita|desclassifica)\w*/).at(-1)!;

const sobreOf = (frase: string): ExigenciaCapital['sobre'] =>
  /\bvalor\s+anual\b/.test(frase) ? 'anual' : /\bvalor\s+(?:total\s+|global\s+)?(?:d[ae]\s+(?:sua\s+)?proposta|ofertado|da\s+oferta)\b/.test(frase) ? 'proposta' : 'estimado';

function baseOf(frase: string): ExigenciaCapital['base'] {
  if (AMBOS.some((r) => r.test(frase)) && !/\be\s*\/\s*ou\b/.test(frase)) return 'ambos';
  const [capital, pl] = [/\bcapital\s+(?:social|minimo)/.test(frase), /\bpatrimonio\s+liquido/.test(frase)];
  return capital && pl ? 'qualquer' : capital ? 'capital' : 'pl';
}
