import { PossePerdida } from '../../analises/analises.module.js';
import { AlicitError } from '../../kernel/index.js';
import type { TrabalhosService } from '../../storage/storage.module.js';
import type { Execucao } from './tipos.js';

/** Work under way in this process, by name. */
const emCurso = new Map<string, Promise<unknown>>();

/**
 * Work that several analyses share, done once at a time in this process: who comes while another does it waits, then
 * looks again and finds it done. Another's failure is not one's own: it is then tried.
 */
export async function umPorVez<T>(nome: string, sinal: AbortSignal, fazer: () => Promise<T>): Promise<T> {
  for (let outra = emCurso.get(nome); outra; outra = emCurso.get(nome)) {
    await Promise.race([outra.catch(() => undefined), onAbort(sinal)]);
    sinal.throwIfAborted();
  }
  const nossa = fazer();
  emCurso.set(nome, nossa);
  try {
    return await nossa;
  } finally {
    if (emCurso.get(nome) === nossa) emCurso.delete(nome);
  }
}

const onAbort = (sinal: AbortSignal): Promise<void> => new Promise((resolve) => (sinal.aborted ? resolve() : sinal.addEventListener('abort', () => resolve(), { once: true })));

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
