import type { ConfigSincronizacao } from '../config/index.js';
import type { Indicador, Verificacao } from '../observacao/index.js';
import type { EstadoSincronizacao } from './estado.service.js';

const VALIDADE_MS = 30_000;
/** A schedule that ran lately is some other process's: this one tells how fresh its copy is. Older, it was turned off. */
const AGENDA_MS = 7 * 86_400_000;

type Lida = Pick<EstadoSincronizacao, 'lidaEm' | 'execucoes'>;

/**
 * Whether the copy of PNCP is fresh: by the newest list proved whole, whoever read it. Where nothing is read on a schedule,
 * here or elsewhere, an old copy is no fault.
 */
export function judgeSincronizacao({ lidaEm, execucoes }: Lida, { ativa, atrasoMs }: Pick<ConfigSincronizacao, 'ativa' | 'atrasoMs'>, agora: Date): Verificacao {
  const idadeMs = lidaEm && Math.max(0, agora.getTime() - lidaEm.getTime());
  const medida = idadeMs === null ? {} : { numeros: { idadeS: Math.round(idadeMs / 1000) } };
  const agendada = ativa || execucoes.some((e) => e.motivo !== 'comando' && agora.getTime() - e.iniciadaEm.getTime() <= AGENDA_MS);
  if (!agendada) return { estado: 'nao_configurado', erro: null, ...medida };
  if (idadeMs === null) return { estado: 'indisponivel', erro: 'nunca_sincronizado' };
  return { ...(idadeMs <= atrasoMs ? { estado: 'ok', erro: null } : { estado: 'indisponivel', erro: 'sincronizacao_atrasada' }), ...medida };
}

/** Optional: an old copy still answers. */
export const createSaudeSincronizacao = (config: ConfigSincronizacao, read: () => Promise<Lida>, agora: () => Date): Indicador => ({
  nome: 'sincronizacao', obrigatorio: false, validadeMs: VALIDADE_MS, check: async () => judgeSincronizacao(await read(), config, agora()),
});
