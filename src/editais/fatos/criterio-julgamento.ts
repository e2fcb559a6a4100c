import type { CriterioJulgamento } from '../domain/fato.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { CRITERIO, criterioDe } from '../extracao/criterios.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

/** "menor preço ou maior desconto": the law's list, not the choice. */
const LISTA = /^\s*["')]?\s*(?:,|ou|e\/ou|\/)\s*(?:o\s+|de\s+|do\s+|por\s+){0,2}(?:maior|menor\s+preco|tecnica|melhor)/;
const LISTA_ANTES = /(?:preco|desconto|tecnica|lance|artistico|economico)["')]?\s*(?:,|ou|e\/ou)\s*(?:o\s+|de\s+|do\s+|por\s+|pelo\s+){0,2}["'(]?$/;
const NEGADO = /\bnao\s+(?:sera|se)\b[^.;]{0,40}$/;

const lido = (a: Achado): CriterioJulgamento | null => {
  const s = a.span('criterio');
  if (!s || LISTA.test(a.depois(40)) || isHipotese(a, 160) || isEmentaDeNorma(a) || NEGADO.test(a.antes(60))) return null;
  const antes = (a.g[0] ?? '').slice(0, s.inicio - a.inicio);
  if (LISTA_ANTES.test(antes.slice(-40)) || /\b(?:caso|quando|se\s+(?:o|for)|na\s+hipotese|podera)\b/.test(antes)) return null;
  return criterioDe(a.nome['criterio'] ?? '');
};

const FIXADO = String.raw`(?:adotad[oa]|sera|e|utilizad[oa]|definid[oa]|eleit[oa]|escolhid[oa]|o\s+de|o|d[eo]|pel[oa]|por|com|base|n[oa]|em|tipo|:|-|–|"|'|\(|\[\s?x\s?\]|\(\s?x\s?\)|[[(]\s*[\])]\s*[a-z]+(?:\s+[a-z]+){1,3}(?=\s*[[(]))`;
const FORA = { edital: 0.14, tr: 0.14, anexo: 0.2, minuta: 0.3, modelo: 0.5, etp: 0.35 };
const PADROES: readonly Padrao<CriterioJulgamento>[] = [
  // "Critério de julgamento: MENOR PREÇO POR LOTE", "o critério de julgamento adotado será o de menor preço"
  { rx: new RegExp(String.raw`\bcriterio\s+(?:d[eo]\s+)?(?:julgamento|selecao|avaliacao|escolha)(?:\s+d[ae]s?\s+(?:proposta|licitac)\w*)?\s*(?:${FIXADO}\s*){0,7}["'(]?\s*${CRITERIO}`), peso: 0.94, desconto: FORA, valor: lido },
  // "(do) tipo MENOR PREÇO", "TIPO DE LICITAÇÃO: …", "FORMA DE JULGAMENTO: …"
  { rx: new RegExp(String.raw`\b(?:(?:do|pelo|sob\s+o|o)\s+)?(?:tipo(?:\s+d[eao]\s+(?:licitacao|julgamento|concorrencia|pregao))?|forma\s+de\s+julgamento|julgamento)\s*(?:${FIXADO}\s*){0,5}["'(]?\s*${CRITERIO}`), peso: 0.9, desconto: FORA, valor: lido },
  // "pelo critério de menor preço", "será adotado o critério do MENOR PREÇO"
  { rx: new RegExp(String.raw`\bcriterio\s*(?:${FIXADO}\s*){0,5}["'(]?\s*${CRITERIO}`), peso: 0.86, desconto: FORA, valor: lido },
  // "o julgamento das propostas será feito pelo menor preço", "julgada pelo MAIOR DESCONTO"
  { rx: new RegExp(String.raw`\b(?:julga\w+|classifica\w+|vencedor[a]?|vencera|adjudica\w+)\b[^.;]{0,70}?\b(?:pel[oa]|por|d[eo]|o|(?:apresentar|ofertar|oferecer|propuser)(?:\s+[ao])?)\s+["'(]?${CRITERIO}`), peso: 0.72, desconto: FORA, valor: lido },
  // "fará licitação, Pregão Eletrônico, menor preço por item"
  { rx: new RegExp(String.raw`\b(?:pregao|concorrencia|dispensa)\s+(?:eletronic[oa]|presencial)\s*,\s*(?:pelo\s+|do\s+)?${CRITERIO}(?=\s*(?:por\s|global|unitario|,))`), peso: 0.8, desconto: FORA, valor: lido },
  // "PREGÃO ELETRÔNICO … MENOR PREÇO POR ITEM" on the cover
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}["'(]?${CRITERIO}(?=\s*(?:por\s+|global|unitario|total|-|–|\n|\)|"))`), peso: 0.72, desconto: { ...FORA, edital: 0.5, abertura: 0.2 }, valor: lido },
];

/** Criterion of judgement, by its value: labels are often swapped with the regime ("CRITÉRIO DE JULGAMENTO: EMPREITADA…"). */
export const criterioJulgamento = defineCampo<'criterio_julgamento'>({
  campo: 'criterio_julgamento',
  read: ({ t, lidos }) => {
    const candidatos = readPadroes(t, PADROES);
    return lidos.modalidade === 'credenciamento' || lidos.modalidade === 'inexigibilidade' ? candidatos.filter((c) => c.peso >= 0.85) : candidatos;
  },
  corteAlternativa: 0.9,
});
