/** What a key may do; each route asks for one. */
export const ESCOPOS = [
  'analises:ler', 'analises:escrever', 'analises:simular', 'empresas:ler', 'empresas:escrever', 'licitacoes:ler', 'licitacoes:escrever', 'correcoes:escrever', 'webhooks:gerir', 'organizacao:gerir',
] as const;
export type Escopo = (typeof ESCOPOS)[number];

/** Who asks: the organisation, and which of its keys. */
export interface Acesso {
  readonly organizacaoId: string;
  readonly chaveId: string;
  readonly escopos: ReadonlySet<Escopo>;
}
