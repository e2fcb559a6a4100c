import { AUTORIDADE, regiaoUtil } from '../extracao/autoridade.js';
import { findAchados, isModeloEmBranco, type Achado } from '../extracao/achados.js';
import { blocoEm, dobradoDe, fraseEm } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const EXERCICIOS = String.raw`exercicios?(?:\s+(?:sociais|social|financeiros?|fisca(?:l|is)|contabe(?:l|is)))?`;
const PADRAO = new RegExp(
  String.raw`${inteiroRx('a')}\s+ultimos?\s+(?:${EXERCICIOS}|anos)|(?<dois>penultimo\s+e\s+(?:d?o\s+)?ultimo)\s+${EXERCICIOS}|${EXERCICIOS}\s+(?:de\s+|encerrados\s+em\s+)?(?<anos>20\d\d(?:\s{0,2}[,/]\s{0,2}20\d\d){0,3}\s{0,2}(?:e|\/|,)\s{0,2}(?:de\s+)?20\d\d)|ultimos?\s+${inteiroRx('b')}\s+(?:${EXERCICIOS}|anos)|(?:relativ|referent)[a-z]{1,3}\s+a(?:os)?\s+${inteiroRx('c')}\s+exercicios\s+socia\w+|(?<um>ultimo\s+${EXERCICIOS}|${EXERCICIOS}\s+(?:do\s+ano\s+)?(?:imediatamente\s+)?anterior\b|exercicio\s+(?:social\s+|financeiro\s+)?(?:de\s+|encerrado\s+em\s+)?20\d\d(?!\s{0,2}(?:[,/]|e\s|a\s)\s{0,2}(?:de\s+)?20\d)|ultimo\s+ano\s+(?:fiscal|contabil|calendario)|${EXERCICIOS}\s+encerrado|ano[-\s]calendario\s+anterior)`,
);
const BALANCO = /balancos?\b|demonstrac(?:ao|oes)\s+(?:contab|financeir|d[oe]s?\s+resultado)|demonstrativos?\s+(?:contab|d[oe]s?\s+resultado)|\bdre\b|escrituracao\s+contabil/;
/** "limitar-se-ão ao último exercício", waivers, start-ups: not the rule. */
const EXCECAO =
  /limitar|limitad[ao]s?\s+ao|ha\s+menos\s+de|menos\s+de\s+(?:\d|dois|um|h?uma?\b)|inferior\s+a?\s*\d|prazo\s+inferior|dispensad|nao\s+sera\s+exigid|isent|nao\s+(?:encerr|conclu|possu)|ordens?\s+bancari|receita\s+bruta|faturamento|limites?\s+previst|substitu\w*\s+por\s+declara/;
/** "… ou do último exercício, no caso de pessoa jurídica constituída há menos de dois anos". */
const JOVEM = /^[^.;]{0,70}(?:constituid|ha\s+menos\s+de|criad[ao]s?\s+(?:ha|a)\s+menos)/;
/** The balance only named to show something else (net worth, a company's form): weak evidence of the rule. */
const ACESSORIA = /declarac|acompanhad|tendo\s+por\s+base|extraid|por\s+meio\s+d[ao]s?\s+(?:apresentacao|balanco)|capital\s+circulante|patrimonio\s+liquido|sociedades?\s+anonima|\bsped\b|escrituracao\s+contabil\s+digital|imposto\s+de\s+renda|simples[-\s]nacional|boa\s+situacao\s+financeira\s+da\s+empresa\s+licitante\s+correspondente|compromissos\s+assumidos/;
const MAX_EXERCICIOS = 5;

/** How many financial years the balance sheets must cover (art. 69 I: two; only the last for companies under two years, §6º). */
export const balancoExercicios = defineCampo<'balanco_exercicios'>({
  campo: 'balanco_exercicios',
  read: ({ t }) => findAchados(t, PADRAO).flatMap((a) => toCandidato(t, a)),
});

function toCandidato(t: TextoEdital, a: Achado): Candidato<number>[] {
  const lido = readExercicios(a);
  if (!lido || lido.n < 1 || lido.n > MAX_EXERCICIOS) return [];
  const frase = fraseEm(t, a.inicio, a.fim);
  const texto = dobradoDe(t, frase);
  const antes = t.dobrado.slice(Math.max(frase.inicio, a.inicio - 320), a.inicio).replace(/\s+/g, ' ');
  const depois = t.dobrado.slice(a.fim, Math.min(frase.fim, a.fim + 130)).replace(/\s+/g, ' ');
  const jovem = a.nome['um'] !== undefined && (JOVEM.test(depois) || (EXCECAO.test(texto) && !BALANCO.test(antes.slice(0, 160))));
  const excecao = EXCECAO.test(antes.slice(-130)) || jovem;
  if (!BALANCO.test(antes) || excecao || isModeloEmBranco(a.g[0] ?? '')) return [];
  const item = dobradoDe(t, blocoEm(t, a.inicio, a.fim));
  const abre = BALANCO.test(item.slice(0, 70));
  // "último exercício" is often only named to prove something else; a number of years seldom is.
  const solto = lido.n === 1 ? 0.2 : 0.12;
  const acessoria = ACESSORIA.test(antes) || (lido.n === 1 && ACESSORIA.test(depois));
  const peso = AUTORIDADE[regiaoUtil(t, a.inicio)] - (abre ? 0 : solto) - (acessoria ? (lido.n === 1 ? 0.4 : 0.1) : 0);
  const conflito = lido.conflito !== undefined ? { nota: `CONFLITO: o número (${lido.n}) e o extenso (${lido.conflito}) divergem.` } : {};
  const inicio = a.inicio - Math.min(130, antes.length);
  const mesmaPagina = t.paginaEm(inicio) === t.paginaEm(a.inicio);
  return [{ valor: lido.n, inicio: mesmaPagina ? startOfPalavra(t, inicio, a.inicio) : a.inicio, fim: a.fim, peso, ...conflito }];
}

/** "dois últimos", "último", "penúltimo e último", "2024 e 2025", "relativos a 2 exercícios". */
function readExercicios(a: Achado): { readonly n: number; readonly conflito?: number } | null {
  if (a.nome['um']) return { n: 1 };
  if (a.nome['dois']) return { n: 2 };
  if (a.nome['anos']) return { n: new Set(a.nome['anos'].match(/20\d\d/g)).size };
  return readInteiro(a.nome, 'a') ?? readInteiro(a.nome, 'b') ?? readInteiro(a.nome, 'c');
}

/** First word at or after `i`, before `limite`. */
function startOfPalavra(t: TextoEdital, i: number, limite: number): number {
  let k = i;
  while (k < limite && /\S/.test(t.dobrado[k - 1] ?? ' ')) k++;
  return k;
}
