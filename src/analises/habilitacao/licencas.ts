import type { Contexto } from '../contexto/contexto.js';
import type { Evidencia } from '../../kernel/index.js';
import { findPedido } from './pedido.js';

/** A licence that special law asks of who works in the field (arts. 66 and 67, IV). `dias`: our convention. */
interface Licenca {
  readonly id: string;
  readonly titulo: string;
  /** Kind of the edital's list. */
  readonly tipo: string;
  /** Which of the agencies that the kind covers. */
  readonly orgao?: RegExp;
  /** How the company's paper is described. */
  readonly descricao: RegExp;
  readonly dias: number;
}

const LICENCAS: readonly Licenca[] = [
  { id: 'licenca_afe', titulo: 'Autorização de funcionamento (AFE) da ANVISA', dias: 60, tipo: 'tecnica/afe_anvisa', descricao: /\bafe\b|anvisa|autorizacao\s+de\s+funcionamento/ },
  { id: 'licenca_sanitaria', titulo: 'Licença ou alvará sanitário', dias: 30, tipo: 'tecnica/alvara_sanitario', descricao: /sanitari|vigilancia/ },
  { id: 'licenca_funcionamento', titulo: 'Alvará de funcionamento', dias: 5, tipo: 'tecnica/alvara_funcionamento', descricao: /^(?!.*(?:sanitari|vigilancia|anvisa)).*(?:alvara|funcionamento|localizacao)/ },
  { id: 'licenca_ambiental', titulo: 'Licença ambiental de operação', dias: 60, tipo: 'tecnica/licenca_ambiental', descricao: /ambiental|operacao/ },
  { id: 'licenca_pf', titulo: 'Autorização da Polícia Federal', dias: 60, tipo: 'tecnica/autorizacao_especial', orgao: /\bpolicia federal\b/, descricao: /policia|seguranca/ },
  { id: 'licenca_anp', titulo: 'Autorização da ANP', dias: 60, tipo: 'tecnica/autorizacao_especial', orgao: /\banp\b/, descricao: /\banp\b/ },
  { id: 'licenca_anatel', titulo: 'Autorização da Anatel (SCM)', dias: 30, tipo: 'tecnica/autorizacao_especial', orgao: /\banatel\b|\bscm\b/, descricao: /anatel|scm/ },
];

/** Licences the edital asks of the bidder, each with its quote and whether only at the signature: then it is no condition to bid. */
export const pedidosDeLicenca = (c: Contexto): readonly (Licenca & { readonly evidencia: Evidencia; readonly naAssinatura: boolean })[] =>
  LICENCAS.flatMap((l) => {
    const p = findPedido(c, [l.tipo], (x, frase) => (!l.orgao || l.orgao.test(frase)) && x.quando !== 'execucao');
    return p ? [{ ...l, evidencia: p.evidencia, naAssinatura: p.quando === 'assinatura' }] : [];
  });
