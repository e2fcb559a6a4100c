import { fold } from './texto.js';

/**
 * Portuguese analysis for search and matching: words → terms that join what a reader takes for the same word
 * (ação/ações, prazo/prazos, contratação/contratar, licitante/licitantes, vencedor/vencedora) and keep apart what the
 * law keeps apart (contratante/contratada, habilitação/inabilitação, contrato/contratação). Rules work on folded text.
 */

/** A word with its place in the text it came from. */
export interface Palavra {
  /** Folded: lower case, no accents; thousands dots gone ("14.133" → "14133"). */
  readonly texto: string;
  readonly inicio: number;
  readonly fim: number;
}

const PALAVRA = /\d+(?:[.,]\d+)*|[a-z]+/g;
const PREFIXO_E_MAIL = /\be-mail/g;

/** Words and numbers of a text, in order. */
export function tokenize(texto: string): Palavra[] {
  const dobrado = fold(texto).replace(PREFIXO_E_MAIL, 'e mail');
  const palavras: Palavra[] = [];
  for (const m of dobrado.matchAll(PALAVRA)) {
    const digito = m[0].charCodeAt(0) < 58;
    palavras.push({ texto: digito ? m[0].replace(/\.(?=\d{3})/g, '') : m[0], inicio: m.index, fim: m.index + m[0].length });
  }
  return palavras;
}

const words = (lista: string): ReadonlySet<string> => new Set(lista.split(/\s+/));

/** Words that say nothing about the subject: articles, prepositions, pronouns, auxiliaries. */
const VAZIAS = words(`
  a o as os um uma uns umas ao aos da das do dos de del e em na nas no nos num numa pelo pela pelos pelas por para pra com sem sob sobre entre ate apos
  desde contra perante durante mediante conforme segundo ou nem mas que se como quando onde qual quais quem cujo cuja cujos cujas quanto quanta quantos quantas
  este esta estes estas esse essa esses essas isto isso aquele aquela aqueles aquelas aquilo deste desta destes destas desse dessa desses dessas daquele
  daquela neste nesta nestes nestas nesse nessa nesses nessas ele ela eles elas lhe lhes me mim seu sua seus suas meu minha meus minhas nosso nossa dele dela
  deles delas mesmo mesma mesmos mesmas outro outra outros outras algum alguma alguns algumas nenhum nenhuma todo toda todos todas cada qualquer quaisquer tal
  tais ser sera serao seja sejam sido sendo foi foram for forem eram era seria seriam e sao esta estao estar esteja estejam estiver estiverem tem teem ter tera
  terao tenha tenham tiver tiverem tinha haver ha havera haja houver pode podem podera poderao possa possam puder puderem deve devem devera deverao devendo
  vai vao ir ja nao sim tambem ainda apenas so somente muito muita muitos mais menos bem assim entao aqui ali la caso quer seja porque pois
  d n s i ii iii iv v vi vii viii ix x caput`);

/** Filler of questions: a bidder's "posso", "preciso", "tenho de" says nothing about where the answer stands. */
const DE_PERGUNTA = words(`
  posso poderia preciso precisa precisam precisar tenho temos devo devemos quero fazer faco faz existe existem algum consigo dar da acontece sou estou
  empresa licitante edital licitacao fornecedor`);

export const isVazia = (palavra: string): boolean => VAZIAS.has(palavra);
export const isDePergunta = (palavra: string): boolean => DE_PERGUNTA.has(palavra);

/** Words the rules would join with another, or leave apart from their own plural. */
const EXCECOES = new Map<string, string>(
  Object.entries({
    contrato: 'contrato', contratos: 'contrato', contratual: 'contrato', contratuais: 'contrato',
    contratado: 'contratad', contratada: 'contratad', contratados: 'contratad', contratadas: 'contratad',
    uteis: 'util', util: 'util', faceis: 'facil', facil: 'facil', dificeis: 'dificil', dificil: 'dificil', civis: 'civil', civil: 'civil', fiscais: 'fiscal',
    depois: 'depois', dois: '2', duas: '2', tres: '3', pais: 'pais', mais: 'mais', gratis: 'gratis', lapis: 'lapis', onus: 'onus', bonus: 'bonus', campus: 'campus',
    medicamento: 'medicament', medicamentos: 'medicament', equipamento: 'equipament', equipamentos: 'equipament', regular: 'regular', regulares: 'regular',
    referencia: 'referencia', referencias: 'referencia', estado: 'estado', estados: 'estado', mercado: 'mercado', mercados: 'mercado', objeto: 'objeto', objetos: 'objeto',
    parecer: 'parecer', pareceres: 'parecer', mediana: 'mediana', atestado: 'atestad', atestados: 'atestad', segurado: 'segurad', item: 'item', itens: 'item', bens: 'bem',
    microempresa: 'microempres', microempresas: 'microempres', empresa: 'empresa', empresas: 'empresa', empresarial: 'empresa',
  }),
);

/** Nouns of verbs that Portuguese builds on another root (interromper/interrupção): what the rules leave of one → of the other. */
const FAMILIAS = new Map<string, string>(
  Object.entries({
    interrupcao: 'interromp', suspens: 'suspend', suspensao: 'suspend', rescisao: 'rescind', rescisor: 'rescind', extincao: 'extingu', extint: 'extingu',
    admissao: 'admit', emissao: 'emit', omissao: 'omit', omiss: 'omit', permissao: 'permit', transmissao: 'transmit', concessao: 'conced', adesao: 'ader', aderent: 'ader',
    inclusao: 'inclu', exclusao: 'exclu', conclusao: 'conclu', decisao: 'decid', divisao: 'divid', insercao: 'inser', correcao: 'corrig', devolut: 'devolv',
    retencao: 'ret', retid: 'ret', redut: 'reduz', justificativ: 'justific', substitut: 'substitu',
  }),
);

const PLURAIS: readonly [RegExp, string][] = [
  [/(?:o|a)es$/, 'ao'], [/aos$/, 'ao'], [/ais$/, 'al'], [/eis$/, 'el'], [/ois$/, 'ol'], [/ns$/, 'm'], [/(?<!u)s$/, ''],
];

/** Suffix, what takes its place, letters that must remain. The first that fits wins: longer ones first. */
const SUFIXOS: readonly [RegExp, string, number][] = [
  [/ibilidade$/, 'ivel', 3], [/abilidade$/, 'avel', 3],
  [/(?:ariamente|amente|mente)$/, '', 4],
  [/acao$/, '', 3], [/icao$/, '', 3], [/ucao$/, 'ut', 3],
  [/(?:amento|imento)$/, '', 3], [/atura$/, '', 4], [/(?:encia|ancia)$/, '', 4],
  [/(?:ariam|eriam|iriam|aria|eria|iria|arao|erao|irao|aremos)$/, '', 4], [/(?:assem|essem|issem|asse|esse|isse)$/, '', 4],
  [/(?:ara|era|ira)$/, '', 4], [/(?:ando|endo|indo)$/, '', 3], [/(?:ado|ada|ido|ida)$/, '', 4], [/(?:arem|erem|irem)$/, '', 4],
  [/(?:ar|er|ir)$/, '', 3], [/(?:am|em)$/, '', 4],
];

const raizes = new Map<string, string>();
const MAX_RAIZES = 200_000;

/** The term a folded word is filed under. Not a word of the language: "contratação" → "contrat". */
export function stem(palavra: string): string {
  const pronta = EXCECOES.get(palavra);
  if (pronta !== undefined) return pronta;
  if (palavra.length < 4 || palavra.charCodeAt(0) < 58) return palavra;
  let raiz = raizes.get(palavra);
  if (raiz === undefined) {
    raiz = reduce(palavra);
    if (raizes.size < MAX_RAIZES) raizes.set(palavra, raiz);
  }
  return raiz;
}

function reduce(palavra: string): string {
  let p = palavra;
  for (const [r, por] of PLURAIS) {
    if (!r.test(p)) continue;
    p = p.replace(r, por);
    break;
  }
  for (const [r, por, minimo] of SUFIXOS) {
    const m = r.exec(p);
    if (!m || m.index < minimo) continue;
    p = p.slice(0, m.index) + por;
    break;
  }
  for (let i = 0; i < 2 && p.length > 3 && /[aeio]$/.test(p) && !/ao$/.test(p); i++) p = p.slice(0, -1);
  return FAMILIAS.get(p) ?? p;
}

/** Terms of a text in order, empty words left out: what indexes and queries compare. */
export const analyze = (texto: string): string[] =>
  tokenize(texto).flatMap((p) => (VAZIAS.has(p.texto) ? [] : [stem(p.texto)]));
