import type { Contexto } from '../contexto/contexto.js';
import type { Evidencia } from '../../kernel/index.js';
import { quoteExigencia } from './quote.js';

/** A licence that special law asks of who works in the field (arts. 66 and 67, IV). `dias`: our convention. */
interface Licenca {
  readonly id: string;
  readonly titulo: string;
  readonly padrao: RegExp;
  /** How the company's paper is described. */
  readonly descricao: RegExp;
  readonly dias: number;
}

const LICENCAS: readonly Licenca[] = [
  { id: 'licenca_afe', titulo: 'Autorização de funcionamento (AFE) da ANVISA', dias: 60, padrao: /\bautorizacao\s+(?:especial\s+)?de\s+funcionamento\b|\bafe\b/, descricao: /\bafe\b|anvisa|autorizacao\s+de\s+funcionamento/ },
  { id: 'licenca_sanitaria', titulo: 'Licença ou alvará sanitário', dias: 30, padrao: /\b(?:licenca|alvara)\s+(?:(?:\(\s*|ou\s+|e\/ou\s+)(?:licenca|alvara)\s*\)?\s*)?(?:de\s+funcionamento\s+)?(?:sanitari[ao]|d[ae]\s+(?:vigilancia\s+)?(?:sanitaria|saude))\b/, descricao: /sanitari|vigilancia/ },
  { id: 'licenca_funcionamento', titulo: 'Alvará de funcionamento', dias: 5, padrao: /\balvara\s+de\s+(?:localizacao|funcionamento|licenca)\b/, descricao: /^(?!.*(?:sanitari|vigilancia|anvisa)).*(?:alvara|funcionamento|localizacao)/ },
  { id: 'licenca_ambiental', titulo: 'Licença ambiental de operação', dias: 60, padrao: /\blicenca\s+(?:ambiental|de\s+operacao)\b/, descricao: /ambiental|operacao/ },
  { id: 'licenca_pf', titulo: 'Autorização da Polícia Federal', dias: 60, padrao: /\b(?:autorizacao|alvara|certificado|revisao)\b[^.;]{0,100}?\bpolicia\s+federal\b/, descricao: /policia|seguranca/ },
  { id: 'licenca_anp', titulo: 'Autorização da ANP', dias: 60, padrao: /\b(?:autorizacao|registro|certificado)\b[^.;]{0,80}?\banp\b/, descricao: /\banp\b/ },
  { id: 'licenca_anatel', titulo: 'Autorização da Anatel (SCM)', dias: 30, padrao: /\b(?:autorizacao|outorga|licenca|termo)\b[^.;]{0,80}?\banatel\b/, descricao: /anatel|scm/ },
];

/** Asked of the bidder, not of the works or of the contract: so the sentence says, or the licence is itself an item of the list ("h) Alvará de funcionamento"). */
const PEDE_DO_LICITANTE = /\b(?:licitante|empresa|proponente|comprov\w+|apresent\w+|copia|prova|documento)\b|^(?:[a-z]{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?\)?)?\s*(?:-\s*)?(?:licenca|alvara|autorizacao|certificado)\b/;

/** Asked only of who wins, when the contract is signed: no condition to bid. */
const NA_ASSINATURA = /\b(?:somente|apenas|exclusivamente|so)\s+(?:d[ao]|a|o|pel[ao])?\s*(?:empresa\s+|licitante\s+)?(?:vencedor|adjudicatari|contratad)\w*|\b(?:na|ate\s+a|antes\s+da|no\s+(?:ato|momento)\s+da|para\s+(?:fins\s+de\s+)?(?:a\s+)?|(?:como\s+)?condicao\s+(?:para|de)\s+(?:a\s+)?)\s*assinatura\s+d[oa]\s+(?:contrato|ata|termo)/;

/** Licences the edital asks of the bidder, each with its quote and whether only at the signature. */
export const pedidosDeLicenca = (c: Contexto): readonly (Licenca & { readonly evidencia: Evidencia; readonly naAssinatura: boolean })[] =>
  LICENCAS.flatMap((l) => {
    const q = quoteExigencia(c.texto, l.padrao, PEDE_DO_LICITANTE);
    return q && /habilita|qualifica|tecnic|juridic|documenta/.test(q.achado.secao + q.achado.clausula.slice(0, 400)) && !/contratada\s+devera|durante\s+a\s+execucao|projetista/.test(q.achado.clausula) ? [{ ...l, evidencia: q.evidencia, naAssinatura: NA_ASSINATURA.test(q.achado.clausula) }] : [];
  });
