import type { ConfigSincronizacao } from '../config/index.js';
import { BEM, type Indicador } from '../observacao/index.js';
import type { EstadoSincronizacao } from './estado.service.js';

const VALIDADE_MS = 30_000;

/** Whether the copy of PNCP is fresh. Optional: an old copy still answers. */
export const createSaudeSincronizacao = ({ atrasoMs }: ConfigSincronizacao, read: () => Promise<EstadoSincronizacao>, agora: () => Date): Indicador => ({
  nome: 'sincronizacao', obrigatorio: false, validadeMs: VALIDADE_MS,
  async check() {
    const { lidaEm } = await read();
    return lidaEm && agora().getTime() - lidaEm.getTime() <= atrasoMs ? BEM : { estado: 'indisponivel', erro: lidaEm ? 'sincronizacao_atrasada' : 'nunca_sincronizado' };
  },
});
