import { decimal } from '../../kernel/index.js';
import { AUTORIDADE } from '../extracao/autoridade.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro, type Frase } from '../extracao/sentencas.js';
import { PERCENTUAL, readPercentual } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

/** Attestation of what was done before, in the sentence or not far above it. */
const DE_ATESTADO = /atestad[oa]s?\b|capac(?:idade|itacao)\s+tecnic|acervo\s+tecnic|aptidao|maior\s+relevancia|quantitativos?\s+minim|quantidades?\s+minim/;
const COMPROVA = /comprov\w+\s+(?:\w+\s+){0,3}(?:execu\w+|fornec\w+|prestac\w+|experiencia)/;
/** Shares of money, of the company, of the dispute. */
const OUTRO =
  /consorci|adesao|aderente|\bata\s+de\s+registro|orgaos?\s+participante|\bcotas?\b|nota\s+fiscal|faturament|pagament|glosa|requisitos|conceito|\bamostra|subcontrat|microempresa|\bbdi\b|\bmultas?\b|inexequi|desconto|reten[cg]|garantia|patrimonio|capital\s+social|tributo|imposto|encargo|acrescim|supressa|reajuste|aprendiz|reserva\s+de\s+cargos|mao\s+de\s+obra\s+local|disponibilidade|funcionalidades|\bsla\b|umidade|concentracao/;
const BASE_VALOR = /^\s*(?:\([^)]{0,50}\)\s*)?(?:,\s*)?(?:do|sobre\s+o)\s+(?:valor|preco|custo|orcamento|montante)|^\s*(?:\([^)]{0,50}\)\s*)?(?:do\s+)?valor\b/;
const BASE_QUANTIDADE =
  /^\s*(?:\([^)]{0,60}\)\s*)?(?:,?\s*(?:ou\s+(?:mais|superior)|no\s+minimo)\s*,?\s*)?(?:(?:a\s+)?(?:incidir|calculad\w+|incident\w+)\s+)?(?:d[aeo]s?|sobre\s+[ao]s?|em\s+relacao\s+a[os]?s?|para\s+(?:cada|[ao]s?))\s+(?:(?:total|respectiv\w+|cada|quantia|seguintes|mesm\w+)\s+)*(?:d[aeo]s?\s+)?(?:quantit\w+|quantidad\w+|quantia|numero|parcel\w+|execuc\w+|item|itens|objeto|volume|volumetria|serv\w+|licitad\w+|previst\w+|total|area|lote|fornecimento|estimativa|demanda|postos?|licenca|exig\w+|produt\w+|bens|unidades|metragem|extensao|relacao|planilha|um\s+dos|uma\s+das)/;
const MINIMO_ANTES = /(?:no\s+minimo|minim[oa]s?\s+(?:de|igual\s+a)?|pelo\s+menos|(?:igual|equivalente)\s+ou\s+superior\s+a|nao\s+inferior(?:es)?\s+a|correspond\w+\s+a|equivalen\w+\s+a|ao\s+menos|superior\s+a)\s*[,:]?\s*$/;
/** Art. 67 §2º in its own words, or a ceiling: no quantity is asked there. */
const CITACAO =
  /sera\s+admitid\w*\s+a\s+exigencia|admitindo-se\s+a\s+imposicao|(?:podera|poderao|pode)\s+(?:ser\s+)?(?:exigi|estabelec|fixad)|permitid\w*\s+a\s+exigencia|limitad[ao]s?\s+a|limite\s+(?:maximo|legal)?\s*de|valor\s+individual\s+igual\s+ou\s+superior|vedad\w+\s+(?:a\s+)?(?:limitac|exigenc)|nao\s+poder?\w+\s+(?:exceder|ultrapassar|ser\s+superior)/;
/** "Qtd. exigida (50%)", "Mínimo Acervo Exigido (50%)": a table's heading. */
const CABECALHO =
  /\b(?:quant(?:idade|itativo)?s?|qtde?s?|minim[oa]s?|acervo)\b\.?(?:\s+(?:exigid[oa]s?|minim[oa]s?|requerid[oa]s?|a\s+comprovar|acervo)){0,3}\s{0,3}\(\s*(?<pct>\d{1,2}(?:[.,]\d{1,2})?)\s*%\s*\)/;
const VALOR_ANTES = /valor\s+(?:individual|igual|significativo)?\s*(?:igual\s+ou\s+superior\s+a|[≥>=]*)\s*$/;
/** "50 % a 60 % da execução": the floor is what is asked. */
const FAIXA = /^\s*(?:\([^)]{0,50}\)\s*)?(?:a|ate)\s+\d{1,3}\s*%\s*/;
const TETO = /\bate\s*$|%\s*(?:\([^)]{0,50}\)\s*)?a\s*$/;
const PORCENTO = /%|por\s+cento/;
const MIN_PCT = 5;
const MAX_PCT = 100;

/**
 * Minimum share of the quantities that technical attestations must show (art. 67 §2º: up to 50 % of the parcels of
 * greatest relevance). Shares of value, absolute quantities and the statute's ceiling alone are not it.
 */
export const atestadoMin = defineCampo<'atestado_min_pct'>({
  campo: 'atestado_min_pct',
  read: ({ t }) => [...findFrases(t, PORCENTO).flatMap((f) => readFrase(t, f)), ...findFrases(t, CABECALHO).flatMap((f) => readCabecalho(t, f))],
  same: (a, b) => decimal(a).eq(b),
});

const ACIMA = 520;
function readFrase(t: TextoEdital, f: Frase): Candidato<string>[] {
  if (OUTRO.test(f.texto) || CITACAO.test(f.texto) || isModeloEmBranco(f.texto) || f.regiao === 'minuta') return [];
  const naFrase = DE_ATESTADO.test(f.texto);
  const comprova = COMPROVA.test(f.texto);
  const acima = comprova || DE_ATESTADO.test(t.dobrado.slice(Math.max(0, f.inicio - ACIMA), f.inicio).replace(/\s+/g, ' '));
  if (!naFrase && !acima) return [];
  return matchTudo(t, f, new RegExp(PERCENTUAL)).flatMap((m) => {
    const pct = readPercentual(m.nome);
    if (pct === null || decimal(pct).lt(MIN_PCT) || decimal(pct).gt(MAX_PCT)) return [];
    const desconto = judge(t, f, m, naFrase);
    if (desconto === null) return [];
    const ancora = matchTudo(t, f, DE_ATESTADO)[0] ?? m;
    const todo = { inicio: Math.min(ancora.inicio, m.inicio), fim: Math.max(m.fim, ancora.fim) };
    return [{ valor: pct, ...chooseProva(t, todo, m), peso: AUTORIDADE[f.regiao] - desconto }];
  });
}

/** What to take off the weight; null when the percentage is of something else. */
function judge(t: TextoEdital, f: Frase, m: Encontro, naFrase: boolean): number | null {
  const seguinte = t.dobrado.slice(m.fim, Math.min(f.fim, m.fim + 190)).replace(/\s+/g, ' ');
  const depois = seguinte.replace(FAIXA, '');
  const antes = t.dobrado.slice(Math.max(f.inicio, m.inicio - 60), m.inicio).replace(/\s+/g, ' ');
  if (BASE_VALOR.test(depois) || VALOR_ANTES.test(antes) || TETO.test(antes)) return null;
  const minimo = MINIMO_ANTES.test(antes);
  if (BASE_QUANTIDADE.test(depois)) return (minimo ? 0 : 0.04) + (naFrase ? 0 : 0.1);
  return minimo && naFrase ? 0.1 : null;
}

function readCabecalho(t: TextoEdital, f: Frase): Candidato<string>[] {
  const m = matchTudo(t, f, CABECALHO)[0];
  const pct = m && readPercentual(m.nome);
  const perto = t.dobrado.slice(Math.max(0, f.achado.inicio - 900), f.achado.fim + 500).replace(/\s+/g, ' ');
  if (!m || !pct || !DE_ATESTADO.test(perto) || f.regiao === 'minuta') return [];
  return [{ valor: pct, inicio: m.inicio, fim: m.fim, peso: AUTORIDADE[f.regiao] - 0.08 }];
}
