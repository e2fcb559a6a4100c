import type { ChaveApiEntity } from './chave-api.entity.js';
import type { ChaveJson } from './chaves.schema.js';

type Datas = Pick<ChaveApiEntity, 'criadaEm' | 'expiraEm' | 'revogadaEm'>;
type Visivel = Omit<ChaveApiEntity, 'organizacaoId' | 'hash'>;

/** Whether a key opens at `agora`, and why not. */
export function estadoOf({ expiraEm, revogadaEm }: Pick<Datas, 'expiraEm' | 'revogadaEm'>, agora: Date): ChaveJson['estado'] {
  if (revogadaEm) return 'revogada';
  return expiraEm && expiraEm <= agora ? 'expirada' : 'ativa';
}

/** The end of the key that takes another's place: it lives as long as the other was made to live. */
export function expiraDaNova({ criadaEm, expiraEm }: Datas, agora: Date): Date | null {
  return expiraEm && new Date(agora.getTime() + expiraEm.getTime() - criadaEm.getTime());
}

/** A key as the API shows it: never the key, never its hash. */
export const toChaveJson = (c: Visivel, agora: Date): ChaveJson => ({
  id: c.id, nome: c.nome, prefixo: c.prefixo, escopos: c.escopos, estado: estadoOf(c, agora), criadaEm: c.criadaEm.toISOString(),
  expiraEm: c.expiraEm?.toISOString() ?? null, revogadaEm: c.revogadaEm?.toISOString() ?? null, usadaEm: c.usadaEm?.toISOString() ?? null, substituidaPor: c.substituidaPor,
});
