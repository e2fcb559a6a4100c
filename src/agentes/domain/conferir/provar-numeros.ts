import { fold } from '../../../kernel/index.js';
import { diasEntre } from './dias-entre.js';
import { isEnumeracao } from './contagens.js';
import type { Conhecidos, ConhecidoLido } from './conhecidos.js';
import { readNumeros } from './numeros/read-numeros.js';
import type { NumeroLido } from './numeros/tipos.js';
import type { Parte } from './partes.js';
import { clausesOf, common, radicaisDe, share, termosDe } from './termos.js';
import { recusa, type Recusa } from './tipos.js';

/** A quote of the claim, read: its numbers, and the numbering of the clause that it stands in. */
export interface ProvaLida {
  readonly texto: string;
  readonly numeros: readonly NumeroLido[];
  readonly termos: ReadonlySet<string>;
  /** Laws, articles and clauses named in the clause that holds it. */
  readonly normasDoContexto: readonly NumeroLido[];
  /** Words of the clause that holds it. */
  readonly contexto: ReadonlySet<string>;
  readonly termosDaPagina: ReadonlySet<string>;
  /** Text of the page that holds it. */
  readonly daPagina: string;
  readonly pagina: number;
  /** "8.1.2", "8.1", "8" when the quote stands in clause 8.1.2. */
  readonly clausulas: readonly string[];
  /** Whose list of duties it stands in; null: none is told. */
  readonly parte: Parte | null;
}

/** Share of a label's words that the sentence must have for the known value to be its proof. */
const DO_MESMO_ASSUNTO = 0.6;

/** A number of the claim with the clause it stands in. */
interface NumeroDaFrase {
  readonly numero: NumeroLido;
  readonly clausula: string;
}

/** Every number of the claim must be of its quotes, or of a known thing that the claim speaks of. */
export function provarNumeros(texto: string, citadas: readonly ProvaLida[], conhecidos: Conhecidos, agora: string): Recusa | null {
  const frase = termosDe(texto);
  const provas = [...citadas, ...joinQuebradas(citadas)];
  const clausulas = clausesOf(texto);
  for (const numero of readNumeros(texto)) {
    if (isEnumeracao(numero, texto)) continue;
    const c = clausulas.find((x) => numero.inicio >= x.inicio && numero.inicio < x.fim) ?? { inicio: 0, fim: texto.length };
    const n: NumeroDaFrase = { numero, clausula: texto.slice(c.inicio, c.fim) };
    const contra = findContradicao(n, texto, provas, conhecidos);
    if (contra) return recusa('contradiz_fato', `“${numero.bruto}” contraria o que as regras apuraram: ${contra.de.rotulo} é ${contra.de.valor}.`);
    if (provadoPorCitacao(n, texto, provas) || !isSoOposto(numero, texto, provas) && provadoPorConhecido(n, frase, conhecidos, agora)) continue;
    return recusa('numero_sem_prova', `O número “${numero.bruto}” não está nas citações da afirmação nem nos fatos do dossiê sobre o mesmo assunto: cite o trecho que o mostra ou tire-o.`);
  }
  return null;
}

/** A sentence that two quotes share, cut by the end of a page: "no prazo de 1 (uma)" and "hora contada…". */
function joinQuebradas(provas: readonly ProvaLida[]): ProvaLida[] {
  return provas.slice(1).flatMap((p, i) => {
    const antes = provas[i]!;
    if (p.pagina - antes.pagina > 1 || p.pagina < antes.pagina || /[.;:!?]\s*$/.test(antes.texto) || !/^\s*\p{Ll}/u.test(p.texto)) return [];
    const texto = `${antes.texto} ${p.texto}`;
    return [{ ...antes, texto, numeros: readNumeros(texto), termos: new Set([...antes.termos, ...p.termos]) }];
  });
}

/** The quotes have the number, and always with the other bound: what rules know of it proves nothing. */
function isSoOposto(n: NumeroLido, texto: string, provas: readonly ProvaLida[]): boolean {
  const iguais = provas.flatMap((p) => p.numeros.filter((q) => matches(n, q)).map((q) => isLimiteOposto(n, texto, q, p.texto)));
  return iguais.length > 0 && iguais.every(Boolean);
}

const sameValue = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

function provadoPorCitacao({ numero, clausula }: NumeroDaFrase, texto: string, provas: readonly ProvaLida[]): boolean {
  if (numero.tipo === 'pagina') return provas.some((p) => numero.chaves.includes(`pagina:${p.pagina}`));
  if (numero.tipo === 'item') return provas.some((p) => numero.chaves.some((c) => p.clausulas.includes(c.slice(5)) || p.numeros.some((q) => q.chaves.includes(c))));
  if ((numero.tipo === 'norma' || numero.tipo === 'artigo') && provas.some((p) => p.normasDoContexto.some((q) => matches(numero, q)))) return true;
  return provas.some((p) => {
    if (isVerbatim(numero, texto, p)) return true;
    if (isTrocadoNoLugar(numero, texto, p)) return false;
    const iguais = p.numeros.filter((q) => matches(numero, q) || matchesEliptico(numero, texto, q));
    return iguais.length > 0 && !isDeOutroAssunto(numero, clausula, iguais, p) && !iguais.every((q) => isLimiteOposto(numero, texto, q, p.texto));
  });
}

/** "dura cinco anos e pode chegar a dez": the bare number takes the unit of another of the sentence. */
function matchesEliptico(n: NumeroLido, texto: string, q: NumeroLido): boolean {
  if (n.tipo !== 'plano') return false;
  const valor = Number(n.chaves[0]!.slice('plano:'.length));
  return readNumeros(texto).some((o) => COM_UNIDADE.has(o.tipo) && o.fim < n.inicio && n.inicio - o.fim < 60 && o.tipo === q.tipo && q.chaves.some((c) => c === `${o.tipo}:${/anos?\b/i.test(o.bruto) ? valor * 12 : valor}`));
}
const COM_UNIDADE: ReadonlySet<string> = new Set(['dias', 'dias_uteis', 'meses', 'horas', 'minutos', 'pct']);

const AO_LADO = 14;
/** The number with the words on both sides of it, as the quote has them. */
function isVerbatim({ inicio, fim }: NumeroLido, texto: string, p: ProvaLida): boolean {
  const antes = texto.slice(Math.max(0, inicio - AO_LADO), inicio).trimStart();
  const depois = texto.slice(fim, fim + AO_LADO).trimEnd().replace(/[.,;:]$/, '');
  if (antes.length < 6 || depois.length < 6) return false;
  return fold(p.texto).includes(fold(antes + texto.slice(inicio, fim) + depois));
}

const valorDe = (n: NumeroLido): number => Number(n.chaves[0]!.split(':').at(-1));

/** The quote has the same words before another number, and nowhere before this one. */
function isTrocadoNoLugar(n: NumeroLido, texto: string, p: ProvaLida): boolean {
  const antes = fold(texto.slice(Math.max(0, n.inicio - AO_LADO), n.inicio));
  if (antes.trim().length < 10) return false;
  const citado = fold(p.texto);
  const noLugar: NumeroLido[] = [];
  for (let i = citado.indexOf(antes); i >= 0; i = citado.indexOf(antes, i + 1)) noLugar.push(...p.numeros.filter((q) => q.inicio === i + antes.length));
  return noLugar.length > 0 && !noLugar.some((q) => matches(n, q));
}

/** Same type and value; a day and month are of a date, a year of a date or of a month. */
function matches(a: NumeroLido, b: NumeroLido): boolean {
  if (sameValue(a.chaves, b.chaves)) return true;
  if (a.folga !== undefined && b.tipo === a.tipo) return Math.abs(valorDe(a) - valorDe(b)) <= a.folga;
  // "Lei 14.133" in the claim is "Lei 14.133/2021" in the quote; the other way round only for laws whose year is known.
  if (a.tipo === 'norma' && !a.chaves.some((c) => c.includes('/'))) return b.chaves.some((c) => c.startsWith(`${a.chaves[0]!}/`));
  const [chave] = a.chaves;
  const valor = chave!.slice(chave!.indexOf(':') + 1);
  const data = b.chaves.find((c) => c.startsWith('data:'))?.slice(5);
  if (data !== undefined) return (a.tipo === 'dia_mes' && data.endsWith(valor)) || ((a.tipo === 'ano' || a.tipo === 'mes_ano') && data.startsWith(valor));
  if (a.tipo === 'ano') return b.chaves.some((c) => c.startsWith(`mes_ano:${valor}`)) || (b.tipo === 'codigo' && b.chaves[0]!.endsWith(`/${valor}`));
  // A count ("3 atestados") against a measure or a period is no proof; a bare number of a table is.
  return false;
}

const MINIMO = /\b(?:no minimo|minim[oa]s?|pelo menos|ao menos|superior(?:es)? a|mais de|maior(?:es)? (?:do )?que|acima de|a partir de|nao inferior(?:es)? a)\b\W{0,3}(?:de\s)?[^\d,.;]{0,12}$/;
const MAXIMO = /\b(?:no maximo|maxim[oa]s?|ate|inferior(?:es)? a|menos de|menor(?:es)? (?:do )?que|abaixo de|nao superior(?:es)? a|limitad[oa]s? a|nao (?:podera |pode |devera )?(?:exceder|ultrapassar))\b\W{0,3}(?:de\s)?[^\d,.;]{0,12}$/;
function limitOf(texto: string, n: NumeroLido): 'minimo' | 'maximo' | null {
  const antes = texto.slice(Math.max(0, n.inicio - 48), n.inicio).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const nega = /\bnao\s+(?:\w+\s+){0,3}?(inferior|menor|menos|abaixo|superior|maior|mais|acima|exced\w+|ultrapass\w+|pass\w+)\b/.exec(antes);
  if (nega) return /^(?:inferior|menor|menos|abaixo)$/.test(nega[1]!) ? 'minimo' : 'maximo';
  const min = MINIMO.test(antes);
  const max = MAXIMO.test(antes);
  return min === max ? null : min ? 'minimo' : 'maximo';
}
const ELIMINA = /\b(?:desclassific|elimin|inabilit|exclu|reprov|recus|rejeit|derrub|afast|nao\s+(?:e|sera|serao|sao)\s+(?:aceit|admit))\w*/;
const SEM_ELIMINAR = /\bnao\s+(?:signific|implic|acarret|lev|result|ger)\w*\s+(?:[aeo]m?\s+)?\w+/g;
const COMPARA = /\b(?:abaixo\s+de|inferior(?:es)?\s+a|menos\s+de|menor(?:es)?\s+(?:do\s+)?que|aquem\s+de|acima\s+de|superior(?:es)?\s+a|mais\s+de|maior(?:es)?\s+(?:do\s+)?que)\s[^\d,.;]{0,12}$/;
/** "abaixo de 50 é desclassificada", "há mais de 60 dias não será aceita": the number bounds what is let in. */
const isCorte = (texto: string, n: NumeroLido): boolean => {
  const antes = fold(texto.slice(Math.max(0, n.inicio - 40), n.inicio));
  return ELIMINA.test(fold(texto).replace(SEM_ELIMINAR, ' ')) && COMPARA.test(antes) && !/\bnao\s/.test(antes);
};
/** "no máximo 30" is not proven by "no mínimo 30". */
function isLimiteOposto(n: NumeroLido, texto: string, q: NumeroLido, prova: string): boolean {
  const a = limitOf(texto, n);
  const b = limitOf(prova, q);
  // "abaixo de 50 é desclassificada" and "mínima de 50" bound alike.
  const vira = isCorte(texto, n) !== isCorte(prova, q);
  return a !== null && b !== null && (a !== b) !== vira;
}

/** More values than this in a quote are a table's: what stands beside a number there says little. */
const MAX_OUTROS = 4;

/** The quote has two values of the type, and the clause of the claim speaks of the other one. */
function isDeOutroAssunto(n: NumeroLido, clausula: string, iguais: readonly NumeroLido[], p: ProvaLida): boolean {
  const outros = p.numeros.filter((q) => q.tipo === n.tipo && !iguais.includes(q) && !matches(n, q));
  if (!outros.length || n.tipo === 'plano' || outros.length > MAX_OUTROS) return false;
  const assunto = termosDe(clausula);
  const best = (numeros: readonly NumeroLido[]): number => Math.max(...numeros.map((q) => common(assunto, termosDe(aroundNumber(p, q)))));
  const certo = best(iguais);
  return certo === 0 && best(outros) >= 2;
}

/** What a quote says around a number: from the number before to the number after, its clause when that is shorter. */
function aroundNumber(p: ProvaLida, q: NumeroLido): string {
  const i = p.numeros.indexOf(q);
  const de = Math.max(p.numeros[i - 1]?.fim ?? 0, q.inicio - 160);
  const ate = Math.min(p.numeros[i + 1]?.inicio ?? p.texto.length, q.fim + 120);
  return p.texto.slice(de, ate);
}

/** What the law bounds, beside what the notice has. */
const DA_LEI = /\b(?:limite|lei|legal|teto|maxim[oa]|permit\w+|justificativa|admite)\b/;

function provadoPorConhecido({ numero: n, clausula }: NumeroDaFrase, frase: ReadonlySet<string>, conhecidos: Conhecidos, agora: string): boolean {
  if (n.tipo === 'norma' || n.tipo === 'artigo') return conhecidos.todos.some((k) => k.numeros.some((q) => matches(n, q)));
  if ((n.tipo === 'data' || n.tipo === 'dia_mes' || n.tipo === 'ano') && matches(n, { ...n, tipo: 'data', chaves: [`data:${agora}`] })) return true;
  const doAssunto = conhecidos.todos.filter((k) => k.termos.size > 0 && share(k.termos, frase) >= DO_MESMO_ASSUNTO);
  return doAssunto.some((k) => k.numeros.some((q) => matches(n, q)) || textoProva(k, n, clausula) || faltam(n, k, agora));
}

/** A number of the sentence that explains a known thing; when the thing has a value of its own, only beside it, as a limit. */
const textoProva = (k: ConhecidoLido, n: NumeroLido, clausula: string): boolean =>
  k.numerosDoTexto.some((q) => matches(n, q)) && (!k.numeros.some((q) => q.tipo === n.tipo) || DA_LEI.test(fold(clausula)));

/** "faltam 12 dias": from today to a known date. */
const faltam = (n: NumeroLido, k: ConhecidoLido, agora: string): boolean =>
  n.tipo === 'dias' && k.numeros.some((q) => q.chaves.some((c) => c.startsWith('data:') && n.chaves.includes(`dias:${diasEntre(agora, c.slice(5))}`)));

const TETO = /\b(?:teto|maxim[oa]s?|limite|limitad[oa]s?|ate|nao\s+(?:\w+\s+)?(?:exced\w+|ultrapass\w+|passa\w*|super[ae]\w*))\s[^\d.;]{0,36}$/;
const isTeto = (texto: string, n: NumeroLido): boolean => TETO.test(fold(texto.slice(Math.max(0, n.inicio - 48), n.inicio)));
/** "com teto de 15%": the bound that a quote gives to the same thing, beside its rate. */
const isTetoCitado = (n: NumeroLido, texto: string, provas: readonly ProvaLida[], assunto: ReadonlySet<string>): boolean =>
  isTeto(texto, n) && provas.some((p) => share(assunto, p.contexto) >= 0.5 && p.numeros.some((q) => matches(n, q) && isTeto(p.texto, q)));

interface Contradicao {
  readonly de: ConhecidoLido['de'];
}

/** The clause speaks of one known thing, gives another value of its type, and no quote shows that value for it. */
function findContradicao({ numero, clausula }: NumeroDaFrase, texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Contradicao | null {
  const doTipo = conhecidos.valores.filter((k) => k.radicais.size > 0 && k.numeros.some((q) => q.tipo === numero.tipo));
  for (const onde of [clausula, texto]) {
    const assunto = radicaisDe(onde);
    const candidatos = doTipo.map((k) => ({ k, parte: share(k.radicais, assunto), quantos: common(k.radicais, assunto) })).filter((c) => c.parte >= 0.5);
    const melhor = candidatos.filter((c) => c.parte >= (c.k.radicais.size === 1 ? 1 : 0.75)).sort((a, b) => b.quantos - a.quantos || b.parte - a.parte)[0];
    if (!melhor || (onde === texto && onde !== clausula && melhor.k.radicais.size === 1)) continue;
    if (conhecidos.todos.some((k) => common(k.radicais, assunto) >= Math.min(melhor.quantos, k.radicais.size) && share(k.radicais, assunto) >= 0.5 && (k.numeros.some((q) => matches(numero, q) || matches(q, numero)) || textoProva(k, numero, clausula)))) return null;
    if (provas.some((p) => p.numeros.some((q) => matches(numero, q) && share(melhor.k.radicais, radicaisDe(aroundNumber(p, q))) >= 0.5))) return null;
    if (isTetoCitado(numero, texto, provas, melhor.k.termos)) return null;
    if (onde === texto && onde !== clausula && readNumeros(texto).filter((q) => q.tipo === numero.tipo).length > 1) return null;
    return { de: melhor.k.de };
  }
  return null;
}
