import type { Fatos, ItemEdital, NaoLido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import type { Dia } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import type { ConsultaSancoes } from '../../sancoes/index.js';
import type { Natureza } from '../contexto/natureza.js';
import type { Ente } from '../habilitacao/sancoes.js';
import type { Analise, Divergencia, DocumentoAnalisado, Prazo, RequisitoHabilitacao, Verificacao } from '../domain/analise.js';

/** The n-th business day before `dia` in the agency's calendar; n = 0 is the day itself. */
export type SubtractDiasUteis = (dia: Dia, n: number) => Dia;

/** Everything a judgement depends on. Same input, same judgement. */
export interface EntradaDecisao {
  /** The moment of judgement, ISO with offset. */
  readonly agora: string;
  readonly regime: Analise['regime'];
  readonly empresa: Empresa;
  readonly licitacao: Licitacao | null;
  /** What CEIS and CNEP say of the company; absent or null: not consulted. */
  readonly sancoes?: ConsultaSancoes | null;
  /** Who buys, as stage 4 found out; PNCP's when absent. */
  readonly orgao?: Ente;
  /** What is bought, as stage 4 found out. */
  readonly natureza?: Natureza;
  readonly fatos: Fatos;
  readonly itens: readonly ItemEdital[];
  readonly prazos: readonly Prazo[];
  readonly verificacoes: readonly Verificacao[];
  readonly habilitacao: readonly RequisitoHabilitacao[];
  readonly divergencias: readonly Divergencia[];
  readonly documentos: readonly DocumentoAnalisado[];
  readonly naoLido: readonly NaoLido[];
  readonly subtractDiasUteis: SubtractDiasUteis;
}

/** What stage 5 adds to an analysis. */
export type ResultadoDecisao = Pick<
  Analise,
  'decisao' | 'decisoesPorUnidade' | 'plano' | 'riscos' | 'contas' | 'lacunas' | 'valido_ate' | 'validoAteMotivo'
>;
