import { VERSOES_LEITURA, type CorrecaoAConfirmar } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { hashDe } from '../../kernel/index.js';
import type { Licitacao } from '../../licitacoes/index.js';
import type { ConsultaSancoes } from '../../sancoes/index.js';
import type { Correcao } from '../domain/correcao.js';
import { VERSAO_ANALISE } from '../julgar.js';
import { REGRAS_VERSAO } from '../verificacoes/index.js';

/** Versions that decide what a judgement says. */
export const VERSOES_JULGAMENTO = { ...VERSOES_LEITURA, analise: VERSAO_ANALISE, regras: REGRAS_VERSAO } as const;

/** What a judgement depends on, the clock aside: with the same key it holds until its `valido_ate`. */
export interface BaseDoJulgamento {
  readonly chaveLeitura: string;
  readonly empresa: Empresa;
  readonly licitacao: Licitacao | null;
  readonly sancoes?: ConsultaSancoes;
  readonly correcoes?: readonly Correcao[];
  /** Not used, and asked about. */
  readonly aConfirmar?: readonly CorrecaoAConfirmar[];
  /** Default: those of the judgement; who keeps reports adds the report's. */
  readonly versoes?: Readonly<Record<string, string>>;
}

/** Name of a judgement by everything it depends on but `agora`. Corrections count in their order: the later wins. */
export const chaveJulgamento = ({ chaveLeitura, empresa, licitacao, sancoes, correcoes = [], aConfirmar = [], versoes = VERSOES_JULGAMENTO }: BaseDoJulgamento): string =>
  hashDe({ chaveLeitura, empresa, licitacao, ...(sancoes ? { sancoes } : {}), correcoes, aConfirmar, versoes });
