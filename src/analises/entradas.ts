import type { ClassesCorrigidas, CorrecaoFatoViva, CorrecaoRequisitoVigente } from '../editais/index.js';
import type { Empresa } from '../empresas/index.js';
import { hashDe } from '../kernel/index.js';
import type { Licitacao } from '../licitacoes/index.js';
import type { ConsultaSancoes } from '../sancoes/index.js';
import type { VersoesAnalise } from './domain/execucao.js';

/** A file of the tender as it was when the analysis was asked for. `nome` is untrusted text. */
export interface ArquivoDaAnalise {
  readonly nome: string;
  readonly sha256: string;
}

/** What an analysis starts from, taken when it was asked for: later changes make another analysis. */
export interface Entradas {
  readonly empresa: Empresa;
  readonly licitacao: Licitacao | null;
  /** What CEIS and CNEP said of the company; absent when neither was imported. */
  readonly sancoes?: ConsultaSancoes;
  readonly arquivos: readonly ArquivoDaAnalise[];
  /** People's corrections of facts that nobody took back: the run tells apart those that its reading asks again about. */
  readonly fatos: readonly CorrecaoFatoViva[];
  readonly requisitos: readonly CorrecaoRequisitoVigente[];
  /** Classes of documents given by people, by sha256. */
  readonly classes: ClassesCorrigidas;
}

export interface BaseDaAnalise {
  readonly organizacaoId: string;
  readonly empresaId: string;
  readonly licitacaoId: string;
  readonly entradas: Entradas;
  /** A simulated moment; null: when it runs. */
  readonly agora: string | null;
  readonly versoes: VersoesAnalise;
}

/** Name of an analysis by everything that decides its answer but the clock: equal requests have equal keys. */
export function chaveAnalise({ entradas, ...base }: BaseDaAnalise): string {
  const arquivos = entradas.arquivos.map(({ nome, sha256 }) => ({ nome, sha256 })).sort((a, b) => (a.sha256 + a.nome < b.sha256 + b.nome ? -1 : 1));
  return hashDe({ ...base, entradas: { ...entradas, arquivos } });
}
