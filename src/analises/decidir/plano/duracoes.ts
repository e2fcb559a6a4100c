/**
 * Business days that the usual tasks take: usual pace and fastest pace. Conventions of ours, from the ranges that
 * consultants work with (certidão 1–10, vistoria 1–3, seguro 2–5, cotação 3–5, proposta técnica 10 or more), not law.
 * Too little time at the *fastest* pace is what caps the score.
 */
export interface Duracao {
  readonly usual: number;
  readonly minima: number;
}

export const DURACOES = {
  consulta_sancoes: { usual: 1, minima: 0 },
  declaracoes: { usual: 1, minima: 0 },
  cadastro_plataforma: { usual: 2, minima: 1 },
  esclarecimento: { usual: 1, minima: 1 },
  impugnacao: { usual: 2, minima: 1 },
  vistoria: { usual: 2, minima: 1 },
  garantia_proposta: { usual: 3, minima: 2 },
  cotacao: { usual: 3, minima: 1 },
  proposta: { usual: 2, minima: 1 },
  proposta_obra: { usual: 5, minima: 3 },
  proposta_tecnica: { usual: 12, minima: 10 },
  documento: { usual: 5, minima: 1 },
  consorcio: { usual: 5, minima: 3 },
  envio: { usual: 0, minima: 0 },
} as const satisfies Readonly<Record<string, Duracao>>;
