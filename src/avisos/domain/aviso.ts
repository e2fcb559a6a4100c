import type { AvisoDados } from '../../webhooks/index.js';

/** Kinds of aviso: a tender that suits the company, a deadline near, a certidão that will not last, a tender that changed. */
export const TIPOS_AVISO = ['recomendacao', 'prazo', 'certidao', 'mudanca'] as const;
export type TipoAviso = (typeof TIPOS_AVISO)[number];

/** What is told, by kind: the `dados` of the webhook event, without ids and links. */
export type { AvisoDados };
export type LicitacaoDoAviso = AvisoDados['licitacao'];

/** Something to be told to a company, once. */
export interface AvisoNovo {
  readonly empresaId: string;
  readonly organizacaoId: string;
  /** The same thing has the same key: it is told once. */
  readonly chave: string;
  readonly dados: AvisoDados;
  /** ISO instant after which the e-mail would come too late; null when there is none. */
  readonly limite: string | null;
}

/** How a tender is named in keys: its PNCP number, else the organisation's own id. */
export const referenciaDe = ({ numeroControlePNCP, licitacaoId }: Pick<LicitacaoDoAviso, 'numeroControlePNCP' | 'licitacaoId'>): string => numeroControlePNCP ?? licitacaoId ?? 'sem-numero';
