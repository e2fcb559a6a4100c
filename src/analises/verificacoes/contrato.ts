import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { isLicitacao, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { findTrechos, mentions } from './trechos.js';

/** The contract was among what was read: only then can the absence of a clause be held against the edital. */
const leuContrato = (c: Contexto): boolean => !c.texto.incompleto && c.texto.regioes.some((r) => r.tipo === 'minuta');

/** Silence of the edital on a clause it must have. */
function ausente(c: Contexto, motivo: string, sugestao: string): Veredito {
  return leuContrato(c)
    ? { resultado: 'violado', motivo, sugestao }
    : { resultado: 'nao_aferivel', motivo: `${motivo} A minuta do contrato não foi lida por inteiro, e a cláusula pode estar nela.`, sugestao };
}

/** An adjustment index, whatever the term (arts. 25 § 7º and 92, V and § 3º). */
export const reajusteIndice: Regra = {
  id: 'reajuste_art25', titulo: 'Índice de reajuste', dispositivo: 'arts. 25, § 7º, e 92, V e § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (!isLicitacao(c)) return null;
    const f = readFato(c.fatos, 'reajuste_indice');
    if (f) return { resultado: 'ok', motivo: `O edital fixa o reajuste por ${f.valor}.`, valor: f.valor, evidencias: evidenciasDe(f) };
    const sugestao = 'Pedir a indicação do índice de reajuste e da data-base, vinculada à data do orçamento estimado.';
    if (!mentions(c.texto, /\breajust|\brepactua/)) return ausente(c, 'O edital não traz reajuste, obrigatório qualquer que seja a duração do contrato.', sugestao);
    const fixo = findTrechos(c.texto, /\b(?:fixos?\s+e\s+)?irreajustave(?:l|is)\b/, { exceto: /um\s+ano|12\s*\(doze\)\s*meses|doze\s+meses|primeiro\s+ano|interregno/ })[0];
    const outroIndice = mentions(c.texto, /(?<!ir)reajust[^;]{0,200}?\b(?:indice|ipca|igp|inpc|incc|sinapi)/);
    if (fixo && !outroIndice) return { resultado: 'violado', motivo: 'O edital diz que o preço é irreajustável, e o índice de reajuste é obrigatório qualquer que seja a duração do contrato.', evidencias: [fixo.evidencia], sugestao };
    return { resultado: 'indicio', motivo: 'O edital fala em reajuste e não foi achado o índice.', sugestao };
  },
};

/** The base date is that of the estimate (arts. 25 § 7º and 92 § 3º), not of the proposal or of the signature. */
export const reajusteDataBase: Regra = {
  id: 'reajuste_data_base_art92', titulo: 'Data-base do reajuste na data do orçamento', dispositivo: 'arts. 25, § 7º, e 92, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (!isLicitacao(c) || !mentions(c.texto, /\breajust/)) return null;
    const certo = findTrechos(c.texto, /\breajust[^;]{0,400}?\bdata\s*(?:-\s*base\s+)?(?:vinculada\s+a\s+data\s+)?d[oe]\s+orcamento|\bdata\s+d[oe]\s+orcamento[^;]{0,300}?\breajust|\borcamento\s+estimado[^;]{0,300}?\breajust|\breajust[^;]{0,300}?\borcamento\s+(?:estimad|a\s+que)/)[0];
    if (certo) return { resultado: 'ok', motivo: 'O reajuste conta da data do orçamento estimado.', evidencias: [certo.evidencia] };
    const errado = findTrechos(c.texto, /\breajust[^;]{0,260}?\b(?:a\s+partir|contad\w+|da\s+data)\b[^;]{0,60}?\b(?:apresentacao\s+da\s+proposta|data\s+(?:da|limite\s+(?:para|da))\s+(?:apresentacao\s+da\s+)?proposta|assinatura\s+d[oa])/, { exceto: /orcamento|repactua/ })[0];
    const sugestao = 'Pedir que a data-base do reajuste seja a do orçamento estimado.';
    if (errado) return { resultado: 'indicio', motivo: 'O reajuste conta da proposta ou da assinatura; a lei o vincula à data do orçamento estimado.', evidencias: [errado.evidencia], sugestao };
    return { resultado: 'nao_aferivel', motivo: 'O edital fala em reajuste e não foi achada a data-base.', sugestao };
  },
};

/** Terms of payment (art. 92, V and VI): the law fixes no number, the contract must. */
export const pagamentoPrazo: Regra = {
  id: 'pagamento_art92', titulo: 'Prazo de pagamento', dispositivo: 'art. 92, V e VI, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const f = readFato(c.fatos, 'pagamento_prazo');
    if (f) return { resultado: 'ok', motivo: `O edital fixa o prazo de pagamento em ${f.valor.n} ${UNIDADES[f.valor.unidade]}.`, valor: `${f.valor.n} ${UNIDADES[f.valor.unidade]}`, evidencias: evidenciasDe(f) };
    const sugestao = 'Pedir a indicação dos prazos de liquidação e de pagamento.';
    if (!mentions(c.texto, /\bpagament/)) return ausente(c, 'O edital não traz prazo de pagamento.', sugestao);
    return { resultado: 'nao_aferivel', motivo: 'O edital trata do pagamento e não foi achado o prazo.', sugestao };
  },
};
const UNIDADES = { dias: 'dias', dias_uteis: 'dias úteis', meses: 'meses', horas: 'horas' } as const;

/** Monetary correction of late payment (art. 92, V). */
export const pagamentoAtualizacao: Regra = {
  id: 'pagamento_atualizacao_art92', titulo: 'Atualização monetária do pagamento em atraso', dispositivo: 'art. 92, V, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const t = findTrechos(c.texto, /\b(?:atualizacao|correcao|compensacao)\s+(?:monetaria|financeira)\b|\batualizad\w+\s+(?:monetariamente|financeiramente|pel[oa])|\bcorrigid\w+\s+(?:monetariamente|pel[oa])|\bencargos\s+moratorios\b|\bjuros\s+(?:de\s+mora|moratorios)\b|\bem\s*=\s*i\s*x\s*n/, { requer: /pagament|atraso|adimplement|parcela|devid|fatura|nota\s+fiscal|vp\b/, exceto: /multa|garantia|saldo|caucao|sem\s+que\s+(?:isso\s+|isto\s+)?(?:ger|haja|caiba|implique|acarrete)|\bnao\s+(?:gera|cabe|havera|sera\s+devid|tera\s+direito|fara\s+jus|incidi|se\s+aplica)/ })[0];
    if (t) return { resultado: 'ok', motivo: 'O edital prevê a atualização do pagamento feito em atraso.', evidencias: [t.evidencia] };
    return { resultado: leuContrato(c) ? 'indicio' : 'nao_aferivel', motivo: 'Não foi achada a atualização monetária do pagamento em atraso, que o contrato tem de prever.', sugestao: 'Pedir a previsão de atualização monetária entre o vencimento e o pagamento.' };
  },
};

/** Integrated and semi-integrated contracts need a risk matrix (art. 22 § 3º). */
export const matrizDeRiscos: Regra = {
  id: 'matriz_riscos_art22', titulo: 'Matriz de riscos em contratação integrada ou semi-integrada', dispositivo: 'art. 22, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const r = c.certame.regimeExecucao;
    if (r?.valor !== 'contratacao_integrada' && r?.valor !== 'contratacao_semi_integrada') return null;
    if (mentions(c.texto, /\bmatriz\s+(?:de\s+)?(?:alocacao\s+de\s+)?riscos?\b|\balocacao\s+de\s+riscos\b/)) return { resultado: 'ok', motivo: 'O edital traz ou cita a matriz de riscos.', evidencias: evidenciasDe(r) };
    return { resultado: c.texto.incompleto ? 'nao_aferivel' : 'indicio', motivo: 'A contratação é integrada ou semi-integrada e não foi achada a matriz de alocação de riscos, obrigatória.', evidencias: evidenciasDe(r), sugestao: 'Pedir a matriz de riscos.' };
  },
};
