import type { Quantia } from '../extracao/quantias.js';

/** What an amount is called: the estimated total in full, an estimate without "total", the total of a table, or a period's share. */
export type ClasseDeValor = 'total_estimado' | 'estimado' | 'total_de_tabela';
export interface RotuloDeValor {
  readonly classe: ClasseDeValor;
  /** The amount is of one year when the label says "anual". */
  readonly anual: boolean;
  readonly rotulo: string;
}

const BASE = /\b(?:valor(?:es)?|precos?|custos?|despesas?|montante|orcamento|importancia|investimento|teto|quantia|estimativa)\b/;
const TOTAL = /\b(?:total|totais|global|globais|geral)\b/;
const ESTIMADO = /\b(?:estim\w+|maxim[oa]s?|referencia\w*|previst[oa]s?|orcad[oa]s?|orcamento\s+(?:base|basico|da|do|estimado)|valor\s+d[oe]\s+orcamento|aceitave(?:l|is)|admiss?ive(?:l|is)|admitid[oa])\b|^orcamento(?:\s+(?:total|global|basico))?$/;
const TOTAL_ESTIMADO = /\b(?:total|global)\s+(?:geral\s+)?(?:estimad|maxim|orcad|previst|de\s+referencia)/;
const DA_CONTRATACAO = /\b(?:contratac(?:ao|oes)|licitac(?:ao|oes)|certame|objeto|obras?|aquisic(?:ao|oes)|dispensa|pregao|concorrencia|registro\s+de\s+precos)\b/;
const TABELA = /^(?:-\s*)?(?:(?:valor|preco|custo)\s+)?(?:sub)?(?:total(?:\s+(?:geral|global|maximo|d[oae]s?\s+\w+))?|global|geral|soma(?:torio)?)\b[^a-z]{0,12}(?:\(?\s*r?\$?\s*\)?)?[^a-z]{0,6}$/;
const PERIODO = /^\(?\s*(?:para\s+|em\s+|por\s+)?\d{1,3}\s*(?:\([a-z\s]+\)\s*)?(?:anos?|meses)\b[^a-z]*(?:r\$)?$/;

/** Amounts that are named like a total and are something else. */
const ALHEIO = new RegExp(String.raw`\b(?:${[
  'capital', 'patrimonio', 'garantia', 'caucao', 'seguro', 'apolice', 'multas?', 'penalidade', 'lances?', 'intervalo', 'diferenca', 'decrement\\w+', 'reducao\\s+minima',
  'unitari[oa]s?', 'mensa(?:l|is)', 'diari[oa]', 'semanal', 'receita', 'faturament\\w+', 'saldo', 'empenh\\w+', 'atestad\\w+', 'repasse', 'contrapartida', 'taxa', 'tarifa',
  'emolument\\w+', 'indeniz\\w+', 'aditiv\\w+', 'parcela', 'medic(?:ao|oes)', 'inexeq\\w+', 'adesao', 'caron\\w+', 'subtotal', 'sub-total', 'contratos?\\s+(?:firmados?|vigentes?|celebrados?)',
  'sem\\s+bdi', 'd[oe]\\s+bdi', 'desconto', 'economia', 'avaliac(?:ao|oes)', 'contratos?\\s+(?:anterior|atual|em\\s+vigor)', 'foi\\s+(?:de|pag[oa]|gast[oa])', 'historico', 'insumos?', 'encargos', 'mao\\s+de\\s+obra', 'materia(?:l|is)', 'consumo', 'custos?\\s+diret\\w+', 'salari\\w+', 'remunerac\\w+', 'beneficios?', 'tributos?', 'impostos?', 'modulo', 'montante\\s+[ab]', 'posto', 'postos', 'exclusiv\\w+', 'microempresas?', 'pequeno\\s+porte', 'me/epp',
].join('|')})\b|\b(?:por|cada|d[oae]s?|para\s+[oa]|no)\s+(?:cada\s+)?(?:item|itens|lote|grupo|unidade|hora|mes|metro|quilo|usuario|licenca|etapa|ano|exercicio)\b(?!\s+(?:unic[oa]|global))|\b(?:item|lote|grupo)\s*(?:n[º.o]*\s*)?\d|\b(?:superior(?:es)?|inferior(?:es)?|acima\s+d|abaixo\s+d|excedente|ultrapass\w+|exced\w+)|\bart(?:igo)?\.?\s*\d|\blei\b|\bdecreto\b|\bproposta\s+(?:vencedora|apresentada|ofertada|final)\b`);
/** A leilão's estimate: what all its lots were appraised at. */
const AVALIACAO_TOTAL = /\b(valor\s+(?:total|global)(?:\s+geral)?)\s+d[aeo]s?\s+(?:avaliac(?:ao|oes)|premi(?:acao|os))\b/;
/** The heads of a table's columns: the amount under them is of one row. */
const COLUNAS = String.raw`\b(?:item|itens|qtde?|quant\w*|und?|unid\w*|descric\w+|especificac\w+|catmat|catser|codigo)\b.{0,80}\b(?:qtde?|quant\w*|und?|unid\w*|valor|preco)\b`;
const CABECALHO = new RegExp(COLUNAS);
const SOB_CABECALHO = new RegExp(String.raw`${COLUNAS}.{0,60}\d`);
/** "…, totalizando R$ X": goes on from the amount before. */
const TOTALIZA = /\b(?:totaliza\w*|perfazendo|somando|num\s+total|importando)\b/;
/** A sentence with these is of another amount even when they stand far from it. */
const FRASE_ALHEIA = /\b(?:capital\s+social|patrimonio\s+liquido|garantia\s+d[ae]\s+(?:proposta|execucao|contrato)|seguro-garantia|80\.000|4\.800\.000|receita\s+bruta|multa)\b/;

/** The class of an amount by its label; null when nothing says it is the tender's value. */
export function classify(q: Quantia, anterior: RotuloDeValor | null): RotuloDeValor | null {
  const [perto = '', longe = ''] = q.rotulos.map(clean).map((r) => r.replace(AVALIACAO_TOTAL, '$1 estimado')).filter((r) => r.length > 1);
  if (!perto) return null;
  if (PERIODO.test(perto) && anterior?.classe === 'total_estimado') return { ...anterior, anual: false, rotulo: perto };
  if (TOTALIZA.test(perto) && anterior && anterior.classe !== 'total_de_tabela') return { classe: 'total_estimado', anual: false, rotulo: perto };
  if (SOB_CABECALHO.test(perto) || ALHEIO.test(perto) || FRASE_ALHEIA.test(perto)) return null;
  return classifyFrase(perto) ?? (perto.split(' ').length <= 4 && !ALHEIO.test(longe) ? classifyComCabeca(perto, longe) : null);
}

/** "Anual:", "R$", "03 anos" under a heading that names the value. */
function classifyComCabeca(perto: string, longe: string): RotuloDeValor | null {
  const curta = /^(?:anual|total|global|geral|valor|r\$|de|em|[^a-z]*)[\s:()r$-]*$/.test(perto) || PERIODO.test(perto);
  const daCabeca = curta && !CABECALHO.test(longe) && longe.split(' ').length <= 9 ? classifyFrase(longe) : null;
  return daCabeca && { ...daCabeca, anual: daCabeca.anual || /\banual\b/.test(perto), rotulo: `${longe} ${perto}` };
}

function classifyFrase(frase: string): RotuloDeValor | null {
  const [base, total, estimado, contratacao] = [BASE.test(frase) || /\bestima(?:-se|d[ao]|tiva)?\b/.test(frase), TOTAL.test(frase), ESTIMADO.test(frase), DA_CONTRATACAO.test(frase)];
  const anual = /\b(?:anua(?:l|is)|por\s+ano)\b/.test(frase);
  if (total && (base || TOTAL_ESTIMADO.test(frase)) && (estimado || contratacao)) return { classe: 'total_estimado', anual, rotulo: frase };
  if (TABELA.test(frase)) return { classe: 'total_de_tabela', anual, rotulo: frase };
  if (base && (estimado || contratacao)) return { classe: 'estimado', anual, rotulo: frase };
  if (base && total) return { classe: 'total_de_tabela', anual, rotulo: frase };
  return null;
}

/** The last 230 characters of a phrase, without the "R$" and numbering around. */
const clean = (frase: string): string => frase.slice(-230).replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s*[.)-]\s*(?=[a-z])/, '').replace(/^(?:art(?:igo|\.)?\s*\d{1,3}\s?[º.]{0,2}|§\s?\d{1,2}\s?[º.]{0,2})\s*[-.]?\s*(?=[a-z])/, '').replace(/\s+/g, ' ').trim();
