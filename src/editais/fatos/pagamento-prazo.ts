import { isEqual, preferEdital, mergeSobrepostos } from '../extracao/autoridade-contrato.js';
import { defineCampo } from '../extracao/candidato.js';
import { readPeriodosDaFolha } from '../extracao/linhas-da-folha.js';
import { readPeriodosRotulados, type PeriodoRotulado } from '../extracao/periodos-rotulados.js';

const PAGAMENTO = /\bpagamentos?\b(?:\(s\))?|\bpag[oa]s?\b|\bquitad[oa]s?\b|\bpagara\b/;
const OUTRO_PRAZO =
  /multa|repos(?:i[cg]|to)|qualquer obrigac|debito|garantia|caucao|indeniz|regulariz|atras|\bmora\b|corrig|correc|substitu|devol|reapresent|suspen|notific|defesa|recolh|antecip|desconto|salari|encarg|tribut|retenc|impost|fgts|trabalhist|confer|rescis|sancion|validade|juros|prorrog|informar|vigencia|assinatura|entregar|boletim|boletins|fornecimento devera|prazo de (?:entrega|execucao)|impe[cd]|recusa|irregular|parcela unica ou|(?:devera|deverao|sera|serao)\s+(?:ser\s+)?(?:comprovad|emitid|apresentad|encaminhad|protocolad|enviad)/;
/** Paid by the bidder, not to it. */
const A_CARGO_DO_LICITANTE = /contribuic|\btaxas?\b|outorga|arrematante|\b(?:[oa]s?|pel[oa]s?)\s+licitantes?\b(?!(?:\(s\))?\s+vencedor)|inscricao|emolument|aluguel|concessionari/;
const MARCO = /nota|fatura|liquida|aceit|recebimento|entrega|atest|certific|apresenta|protocol|emissao|adimpl|medic|documento|servico|conclus/;
const SECAO_ALHEIA = /sanc|penal|infrac|garantia|habilita|protecao de dados|lgpd/;

function judgePagamento({ periodo, antes, meio, depois, rotulo: a }: PeriodoRotulado): number | null | 'fim' {
  const { n, unidade } = periodo.valor;
  if (OUTRO_PRAZO.test(meio) || SECAO_ALHEIA.test(a.secao)) return 'fim';
  if (/multa|debito|atras|garantia|caucao|previament|\bnao\b|sem|comprov|guia|depois|data d[eo]\s*$|suspen|salari|valor[^.]{0,30}$/.test(antes.slice(-45)) && !/prazo/.test(antes.slice(-25))) return 'fim';
  if (A_CARGO_DO_LICITANTE.test(antes.slice(-60) + meio) || /\bnao\s+(?:ocorr|seja|for\b|efetu|realiz)/.test(meio) || /^.{0,30}antecipad/.test(depois)) return 'fim';
  if (unidade === 'meses' || unidade === 'horas' || n > 120) return null;
  if (/^\s*(?:\([^)]{1,30}\)\s*)?(?:util\s*)?,?\s*(?:d[eo]\s+(?:cada\s+)?mes\b|dos? mes|fora\s+(?:o\s+mes|a\s+(?:quinzena|dezena)))/.test(depois)) return 'fim';
  if (/^.{0,25}\bpara\s+(?:fins\s+de\s+|a\s+|o\s+)?(?:liquida|confer|atest|analis|aprova|realizar|regulariz|que\b)/.test(depois) || /^\s*(?:corridos\s*|uteis\s*)?(?:de atraso|antes)/.test(depois)) return 'fim';
  if (/^[^,]{0,40}(?:correcao|regulariza|reapresenta|substituic)/.test(depois)) return 'fim';
  const introduzido = /(?:prazo|ate|\bem|periodo|maximo|:|de|no|apos|efetuad[oa]|realizad[oa]|feit[oa])(?:\s+[oa])?[\s(:]*$/.test(meio) || /^\s*[:-]?\s*$/.test(meio);
  if (!introduzido) return null;
  return (MARCO.test(depois.slice(0, 120)) || MARCO.test(meio) ? 0.93 : 0.84) - (meio.length > 170 ? 0.1 : 0);
}

/** Days from the mark (invoice, liquidação, acceptance) to the payment of the contractor (art. 141 of Lei 14.133/2021 sets only the order). */
export const pagamentoPrazo = defineCampo<'pagamento_prazo'>({
  campo: 'pagamento_prazo',
  read: ({ t }) => {
    const daFolha = readPeriodosDaFolha(t, /\bpagament[^.;]{0,60}\bprazo|\bprazo[^.;]{0,40}\bpagament/, 0.95).filter((c) => c.valor.unidade.startsWith('dias') && c.valor.n <= 120);
    const lidos = [...readPeriodosRotulados(t, PAGAMENTO, judgePagamento), ...daFolha];
    return preferEdital(t, mergeSobrepostos(lidos, isEqual), isEqual);
  },
});
