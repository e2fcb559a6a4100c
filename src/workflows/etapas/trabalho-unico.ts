import { PossePerdida } from '../../analises/analises.module.js';
import { AlicitError } from '../../kernel/index.js';
import type { TrabalhosService } from '../../storage/storage.module.js';
import type { Execucao } from './tipos.js';

/**
 * An organisation's work, found done or done now and stored under the run's lease.
 * @throws PossePerdida when the lease is another's
 */
export async function findOrMake(trabalhos: TrabalhosService, { posse }: Execucao, { chave, etapa, make }: { readonly chave: string; readonly etapa: string; readonly make: () => Promise<Uint8Array> }): Promise<{ readonly reaproveitado: boolean }> {
  if (await trabalhos.has(chave)) return { reaproveitado: true };
  const resultado = await make();
  const arquivos = [...new Set(posse.entradas.arquivos.map((a) => a.sha256))];
  const gravacao = await trabalhos.put({ chave, etapa, organizacaoId: posse.organizacaoId, resultado, arquivos }, { analiseId: posse.analiseId, token: posse.token });
  if (gravacao === 'sem_posse') throw new PossePerdida();
  return { reaproveitado: gravacao === 'ja_existia' };
}

/** The reading stages refuse a write without a live lease under this code. */
export const isPossePerdida = (erro: unknown): boolean => erro instanceof PossePerdida || (erro instanceof AlicitError && erro.codigo === 'posse_perdida');
