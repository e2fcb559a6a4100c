import { toSingular } from './plural.js';

const list = (termos: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(termos).flatMap(([termo, palavras]) => palavras.split(' ').map((p) => [p, termo] as const)));

/** Singular words that the rules would join with another, or part from their family: term → words. */
const EXCECOES = list({
  contrato: 'contrato contratual', contratad: 'contratado contratada', contratant: 'contratante', atestad: 'atestado',
  // Nouns in -mento, -ação, -ado, -ida that are not of the verb they look like.
  medicament: 'medicamento', equipament: 'equipamento', departament: 'departamento', regulament: 'regulamento regulamentar regulamentacao', paviment: 'pavimento', fundament: 'fundamento', lancament: 'lancamento',
  loteament: 'loteamento', chamament: 'chamamento', venciment: 'vencimento', estabeleciment: 'estabelecimento', fundacao: 'fundacao', estado: 'estado', mercado: 'mercado', partida: 'partida', corrid: 'corrido corrida',
  liquid: 'liquido liquida liquidar liquidado liquidacao', segurad: 'segurado segurada', comunicado: 'comunicado', privado: 'privado privada', medicacao: 'medicacao', locacao: 'locacao', dotacao: 'dotacao', relacao: 'relacao', estacao: 'estacao',
  // Agents, adjectives and other words of their own.
  regular: 'regular', referencia: 'referencia', objeto: 'objeto', parecer: 'parecer', mediana: 'mediana', empresa: 'empresa', empresarial: 'empresarial', microempres: 'microempresa', contabil: 'contabil contabilidade', mora: 'mora moratorio moratoria', conta: 'conta',
  cargo: 'cargo', carga: 'carga', porto: 'porto', porta: 'porta', corpo: 'corpo', metro: 'metro', praca: 'praca', caso: 'caso', casa: 'casa', fato: 'fato', marco: 'marco', minuta: 'minuta', modo: 'modo', moda: 'moda', cota: 'cota', banco: 'banco', banca: 'banca', ponto: 'ponto', ponta: 'ponta', barra: 'barra', pasta: 'pasta', posto: 'posto', nivel: 'nivel', movel: 'movel', imovel: 'imovel', autor: 'autor autora', meio: 'meio', meia: 'meia', selo: 'selo', sela: 'sela', falta: 'falta', mesa: 'mesa',
  // Numbers in words are the numbers.
  '2': 'dois duas', '3': 'tres', '4': 'quatro', '5': 'cinco', '6': 'seis', '7': 'sete', '8': 'oito', '9': 'nove', '10': 'dez', '12': 'doze', '15': 'quinze', '20': 'vinte', '30': 'trinta', '40': 'quarenta', '60': 'sessenta', '90': 'noventa',
  // Present tense of verbs in -rar that looks like a future.
  declar: 'declara', prepar: 'prepara', separ: 'separa', compar: 'compara', consider: 'considera', recuper: 'recupera', cooper: 'coopera', integr: 'integra', procur: 'procura', reiter: 'reitera', pondera: 'pondera', configur: 'configura', assegur: 'assegura', encontr: 'encontra', demonstr: 'demonstra',
  produz: 'producao', ped: 'pedido pedir', pag: 'paga pago pagar pagamento pagador', orc: 'orcado orcar orcamento orcamentario', ret: 'reter retencao', uso: 'uso', us: 'usar usado usa',
});

/** What the rules leave of a word → what they leave of its family on another root (suspender/suspensão). */
const FAMILIAS = list({
  interromp: 'interrupcao', suspend: 'suspens suspensao', rescind: 'rescisao rescisor', extingu: 'extincao extint exting', admit: 'admissao', emit: 'emissao', omit: 'omissao omiss', permit: 'permissao', transmit: 'transmissao',
  conced: 'concessao', ader: 'adesao aderent', inclu: 'inclusao', exclu: 'exclusao', conclu: 'conclusao', decid: 'decisao', divid: 'divisao', inser: 'insercao', corrig: 'correcao correc', devolv: 'devolut', ret: 'retencao retid retiv',
  reduz: 'redut', som: 'somad somator', document: 'documental', justific: 'justificativ', substitu: 'substitut', constru: 'construt', instru: 'instrut', selecion: 'selecao', sancao: 'sancion', inspecao: 'inspecion', proteg: 'protecao', fracao: 'fracion',
  vig: 'vigenc vigent vigor', abert: 'abertur abr', dispon: 'disponibiliz', apreend: 'apreensao', compreend: 'compreensao', solut: 'solucion', distribu: 'distribut', inscrev: 'inscricao inscrit inscr',
  previ: 'previsao previst prev', revis: 'revisao', suger: 'sugestao', invest: 'investiment', pretend: 'pretens', defend: 'defes', ofend: 'ofens', respond: 'respost', cobr: 'cobranc', mud: 'mudanc',
  mant: 'manutencao mantid', obt: 'obtencao obtid', adicion: 'adicao', invalid: 'inval',
});

/** Suffix, what takes its place, letters that must remain. The first that fits wins: longer ones first. */
const SUFIXOS: readonly (readonly [RegExp, string, number])[] = [
  [/ibilidade$/, '', 4], [/abilidade$/, '', 4], [/toriedade$/, 'tori', 3],
  [/(?:ariamente|amente|mente)$/, '', 4],
  [/acao$/, '', 3], [/icao$/, '', 3], [/ucao$/, 'ut', 3],
  [/agem$/, '', 4], [/os[oa]$/, '', 4], [/(?:amento|imento)$/, '', 3], [/atura$/, '', 4], [/(?:encia|ancia)$/, '', 4], [/(?:avel|ivel)$/, '', 4],
  [/(?:ariam|eriam|iriam|aria|eria|iria|arao|erao|irao|aremos)$/, '', 4], [/(?:assem|essem|issem|asse|esse|isse)$/, '', 4],
  [/(?:ara|era|(?<!e)ira)$/, '', 4], [/(?:ando|endo|indo)$/, '', 3], [/(?:ado|ada|ido|ida)$/, '', 4], [/(?:arem|erem|irem)$/, '', 4],
  [/(?:ar|er|ir)$/, '', 3], [/(?:ou|eu|iu)$/, '', 4], [/(?:am|em)$/, '', 4],
];

const raizes = new Map<string, string>();
const MAX_RAIZES = 200_000;

/** The term a folded word is filed under. Not a word of the language: "contratacao" → "contrat". */
export function stem(palavra: string): string {
  if (palavra.charCodeAt(0) < 58) return palavra;
  let raiz = raizes.get(palavra);
  if (raiz === undefined) {
    raiz = reduce(toSingular(palavra));
    if (raizes.size < MAX_RAIZES) raizes.set(palavra, raiz);
  }
  return raiz;
}

function reduce(singular: string): string {
  const fixa = EXCECOES.get(singular);
  if (fixa !== undefined) return fixa;
  if (singular.length < 4) return singular;
  const radical = stripVogais(stripSufixo(singular));
  return FAMILIAS.get(radical) ?? radical;
}

function stripSufixo(palavra: string): string {
  for (const [r, por, minimo] of SUFIXOS) {
    const m = r.exec(palavra);
    if (m && m.index >= minimo) return palavra.slice(0, m.index) + por;
  }
  return palavra;
}

/** Gender and theme vowels off ("exigid|o", "eletronic|a"), "entregue" with "entrega", "aplique" with "aplicar". */
function stripVogais(palavra: string): string {
  let p = palavra;
  for (let i = 0; i < 2 && p.length > 3 && /[aeio]$/.test(p) && !/ao$/.test(p); i++) p = p.slice(0, -1);
  if (p.length > 4 && p.endsWith('gu')) return p.slice(0, -1);
  return p.length > 4 && p.endsWith('qu') ? `${p.slice(0, -2)}c` : p;
}
