import type { ValorPorCampo } from '../domain/fato.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { CRITERIO } from '../extracao/criterios.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

type Adjudicacao = ValorPorCampo['adjudicacao'];

const UNIDADES = String.raw`(?:item|itens|lotes?|grupos?)`;
const VARIAS = new RegExp(String.raw`\b${UNIDADES}\s*(?:/|,|e/ou|ou)\s*(?:por\s+)?(?:item|itens|lotes?|grupos?)\b(?!\s+(?:unic|[\di]))`);
/** Words that may stand between the criterion and the unit: "menor preço unitário por item", "maior desconto – compras – por lote". */
const ENTRE = String.raw`(?:[\s"'(),:/-]|\b(?:preco|valor|percentual|adicional|ofertado|unitari[oa]|total|global|geral|maximo|mensal|anual|compras|servicos|materiais|tipo|comparacao|julgamento|adjudicacao|linear|e|sendo)\b)*?`;
const POR_UNIDADE = new RegExp(String.raw`^${ENTRE}\b(?:por|d[oe]|para\s+o|para\s+cada|em|cada|a\s+cada)\s*:?\s*(?:cada\s+)?(?:[a-z]{3,12}\s*\(\s*)?(?<u>${UNIDADES})\b`);

/** Unit named by the words that follow a criterion. "Global por lote" is by lot: the unit beats "global". */
function unidadeDe(texto: string): Adjudicacao | null {
  const s = texto.replace(/\s+/g, ' ');
  if (VARIAS.test(s)) return null;
  if (/^\W*(?:por )?(?:lote ?\/ ?global|global ?\/ ?lote)/.test(s)) return 'lote';
  const u = POR_UNIDADE.exec(s)?.groups?.['u'] ?? new RegExp(String.raw`^\W*(${UNIDADES})\b`).exec(s)?.[1];
  if (u) return u.startsWith('it') ? 'item' : 'lote';
  if (/^\W*(?:(?:por|pelo|ao|o) (?:(?:menor )?(?:preco|valor) )?)?(?:global|total)\b/.test(s) || /^(?:o )?(?:preco|valor) (?:global|total)\b/.test(s)) return 'global';
  return /^\W*unitario\b/.test(s) ? 'item' : null;
}

const lida = (a: Achado): Adjudicacao | null => {
  if (isHipotese(a, 160) || isEmentaDeNorma(a) || /\bnao\b[^.;]{0,70}$/.test(a.antes(80))) return null;
  return unidadeDe(a.nome['unidade'] ?? '');
};

const FORA = { edital: 0.12, tr: 0.14, anexo: 0.2, minuta: 0.3, modelo: 0.5, etp: 0.35 };
const PADROES: readonly Padrao<Adjudicacao>[] = [
  // "MENOR PREÇO POR ITEM", "menor preço global por lote", "MAIOR DESCONTO ADICIONAL POR LOTE"
  { rx: new RegExp(String.raw`\b${CRITERIO}(?=(?<unidade>[^.;]{1,60}))`), peso: 0.9, desconto: FORA, valor: (a) => (/^menor\s+valor/.test(a.nome['criterio'] ?? '') && /^\s*unitario/.test(a.nome['unidade'] ?? '') ? null : lida(a)) },
  { rx: new RegExp(String.raw`\btipo\s+(?:de\s+)?(?:comparacao|julgamento|adjudicacao|disputa)\s*:?\s*(?<unidade>(?:por\s+)?(?:item|lote|grupo|global))\b`), peso: 0.93, desconto: FORA, valor: lida },
  // "adjudicação por item", "forma de adjudicação: GLOBAL"
  { rx: /\badjudica(?:cao|do|da|dos|das)\b(?:\s+d[aeo]\s+objeto)?\s*(?:sera|ocorrera|dar-se-a|serao)?\s*(?:feita|realizada|individualmente)?\s*:?\s*(?:de\s+forma\s+)?(?<unidade>(?:por|d[eo]|a[o]?)?\s*(?:menor\s+preco\s+)?(?:cada\s+)?(?:item|itens|lotes?|grupos?|global|valor\s+global|preco\s+global)(?:\s*\/\s*\w+)?)\b/, peso: 0.9, desconto: FORA, valor: lida },
  // "A licitação será dividida em itens", "será realizada em grupo único"
  { rx: /\b(?:licitacao|objeto|certame|contratacao|pregao)\b[^.;]{0,40}?\b(?:sera|esta|foi|e)\s+(?:dividid[oa]|divid[oa]|compost[oa]|realizad[oa]|parcelad[oa]|agrupad[oa]|licitad[oa]|organizad[oa])\s+(?:em|por|de)\s+(?:\d{1,3}\s*(?:\([a-z\s]{2,30}\)\s*)?|mais\s+de\s+um\s+)?(?<unidade>itens|lotes?|grupos?)\b/, peso: 0.84, desconto: FORA, valor: lida },
  { rx: /\b(?<unidade>(?:lote|grupo)\s+unico|unico\s+(?:lote|grupo)|por\s+valor\s+global)\b/, peso: 0.78, desconto: FORA, valor: lida },
  { rx: /\b(?:em|de|por)\s+(?:um\s+)?(?:unico\s+item|item\s+unico|um\s+item)\b/, peso: 0.72, desconto: FORA, valor: (a) => (isHipotese(a) ? null : 'global') },
  // "cada quiosque constitui um lote"
  { rx: /\bcada\s+[a-z]{3,20}\s+(?:constitui(?:ra)?|corresponde(?:ra)?\s+a|forma(?:ra)?|sera|compoe)\s+(?:um\s+)?(?<unidade>item|lote|grupo)\b/, peso: 0.8, desconto: FORA, valor: lida },
  // what a bid must be
  { rx: /\blances?\b[^.;]{0,60}\b(?:ofertad[oa]s?|corresponder\w*|apresentad[oa]s?|feit[oa]s?|formulad[oa]s?)\b[^.;]{0,30}?\b(?:pelo|ao|por|no)\s+(?<unidade>(?:valor|preco|menor\s+preco)\s+(?:global|total|unitario)?(?:\s*(?:d[oe]|por|para\s+o)\s+(?:cada\s+)?(?:item|lote|grupo))?)/, peso: 0.64, desconto: FORA, valor: (a) => { const u = lida(a); return u === 'item' && /unitario/.test(a.nome['unidade'] ?? '') ? null : u; } },
  { rx: /\b(?:apresentar|ofertar|cotar)\s+(?<unidade>(?:o\s+)?(?:valor|preco)\s+global)\b/, peso: 0.6, desconto: FORA, valor: lida },
  { rx: /\bvalor\s+global\s*(?::|r\$)/, peso: 0.62, desconto: { ...FORA, edital: 0.3, abertura: 0.1 }, valor: () => 'global' },
];
/** Nothing names items or lots: one work, or one object that takes no partial bid. */
const COMO_UM_TODO: readonly Padrao<Adjudicacao>[] = [
  { rx: /\bobjeto\b[^.;]{0,50}?\b(?:licitad|contratad|adjudicad|concedid)[oa]\b[^.;]{0,30}\b(?:em|na|por)\s+(?:sua\s+)?(?:totalidade|integralidade)\b(?!\s+d[eo]s?\s+(?:item|itens|lotes?|grupos?))/, peso: 0.74, desconto: FORA, valor: (a) => (isHipotese(a) ? null : 'global') },
  { rx: /\b(?:nao\s+(?:se\s+admit\w+|ser(?:a|ao)\s+(?:admitid|aceit)[oa]s?)|vedad[oa]s?)\s+(?:as?\s+)?(?:propostas?|cotac(?:ao|oes)|ofertas?)\s+parcia(?:l|is)\b(?![^.;]{0,40}\b(?:itens?|lotes?|grupos?)\b)/, peso: 0.66, desconto: FORA, valor: (a) => (isHipotese(a) || /\b(?:item|lote|grupo)\b[^.;]{0,60}$/.test(a.antes(80)) ? null : 'global') },
  { rx: /\bempreitada\s+(?:por\s+)?(?:preco\s+|valor\s+)?(?<unidade>global)\b(?!\s*(?:,|ou|e)\s+(?:empreitada|contratacao))/, peso: 0.66, desconto: FORA, valor: lida },
];

/** What is awarded as one: each item, each lot (or group), or everything (Lei 14.133/2021, arts. 40 V b and 47 II). */
export const adjudicacao = defineCampo<'adjudicacao'>({
  campo: 'adjudicacao',
  read: ({ t }) => {
    const diretos = readPadroes(t, PADROES);
    // one work contracted as a whole, when nothing speaks of items or lots
    return diretos.some((c) => c.peso >= 0.6) ? diretos : [...diretos, ...readPadroes(t, COMO_UM_TODO)];
  },
  corteAlternativa: 0.9,
});
