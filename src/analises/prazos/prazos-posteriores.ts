import type { Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { addDiasUteis, addDiasUteisDaInternet, instanteEm, type Dia } from '../../kernel/index.js';
import { toPrazo } from './leituras.js';

const HIPOTESE = 'Hipótese: ato praticado no dia da sessão; a data certa depende da intimação.';
const SEGURO = 'Guie-se pela data mais cedo, que conta sem o art. 183, § 1º, I (limite seguro); a mais tarde conta com ele.';

/** Appeal: 3 business days (art. 165) or 5 (art. 59 § 1º of Lei 13.303), counted safely without art. 183 § 1º I. */
export function prazoRecurso(c: Contexto): Prazo | null {
  const regra = recursoDe(c);
  if (!regra) return null;
  return toPrazo(c, {
    id: 'recurso', titulo: `Recurso (${regra.dias} dias úteis)`, ...hipotese(c, c.certame.diaAbertura, regra.dias), dispositivo: regra.dispositivo, informativo: true,
    observacoes: [regra.observacao, HIPOTESE, SEGURO],
  });
}

/** Contrarrazões: 3 business days from notice of the appeal (art. 165 § 4º). Lei 13.303 leaves them to the company's regulation. */
export function prazoContrarrazoes(c: Contexto): Prazo | null {
  if (c.regime.regime !== '14133' || isContratacaoDireta(c)) return null;
  const abertura = c.certame.diaAbertura;
  const recurso = abertura && addDiasUteis(c.calendario, abertura, 3, 'otimista');
  return toPrazo(c, {
    id: 'contrarrazoes', titulo: 'Contrarrazões (3 dias úteis)', ...hipotese(c, recurso, 3), dispositivo: 'art. 165, § 4º, da Lei 14.133/2021', informativo: true,
    observacoes: ['Hipótese: recurso divulgado no último dia do prazo, contado da sessão.', SEGURO],
  });
}

/** Regularisation of fiscal and labour papers by ME/EPP (LC 123, art. 43 § 1º). Null for a company that is surely larger. */
export function prazoRegularizacaoMeEpp(c: Contexto): Prazo | null {
  if (c.empresa.porte === 'demais') return null;
  const abertura = c.certame.diaAbertura;
  return toPrazo(c, {
    id: 'regularizacao_me_epp', titulo: 'Regularização fiscal e trabalhista de ME/EPP (5 dias úteis)', ...hipotese(c, abertura, 5), dispositivo: 'art. 43, § 1º, da LC 123/2006', informativo: true,
    observacoes: ['Conta de quando a empresa é declarada vencedora; prorrogável por mais 5 dias úteis a critério da Administração. Não alcança falência, balanço nem atestado.', HIPOTESE],
  });
}

/** Guarantee of execution by seguro-garantia: at least one month from the homologação, before signing (art. 96 § 3º). */
export function prazoGarantiaExecucao(c: Contexto): Prazo | null {
  const garantia = readFato(c.fatos, 'garantia_execucao_pct');
  if (!garantia || c.regime.regime !== '14133') return null;
  return toPrazo(c, {
    id: 'garantia_execucao', titulo: 'Prestação da garantia de execução', dispositivo: 'art. 96, § 3º, da Lei 14.133/2021', evidencias: evidenciasDe(garantia), informativo: true,
    observacoes: ['Por seguro-garantia, o edital deve dar ao menos 1 mês da homologação, antes de assinar; a data depende da homologação.'],
  });
}

/** Direct contracting is no licitação: the law gives it no phase of appeals (arts. 17, V, and 72 to 75). */
const isContratacaoDireta = (c: Contexto): boolean => c.certame.modalidade?.valor === 'dispensa' || c.certame.modalidade?.valor === 'inexigibilidade';

function recursoDe(c: Contexto): { dias: number; dispositivo: string; observacao: string } | null {
  if (isContratacaoDireta(c)) return null;
  if (c.regime.regime === '13303') return { dias: 5, dispositivo: 'art. 59, § 1º, da Lei 13.303/2016', observacao: 'Fase única após a habilitação, salvo inversão.' };
  if (c.regime.regime === '14133') return { dias: 3, dispositivo: 'art. 165, I e § 1º, da Lei 14.133/2021', observacao: 'A intenção tem de ser manifestada na hora, sob pena de preclusão.' };
  return null;
}

/** `conservador` is the safe limit (without art. 183 § 1º I, facultative days counted: the earlier); `otimista` the other. */
function hipotese(c: Contexto, dia: Dia | null, n: number): { otimista: string | null; conservador: string | null } {
  if (!dia) return { otimista: null, conservador: null };
  return {
    conservador: instanteEm(addDiasUteis(c.calendario, dia, n, 'otimista'), c.certame.deslocamento),
    otimista: instanteEm(addDiasUteisDaInternet(c.calendario, dia, n, 'otimista'), c.certame.deslocamento),
  };
}
