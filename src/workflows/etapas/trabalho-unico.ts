import { PossePerdida } from '../../analises/analises.module.js';
import type { TrabalhosService } from '../../storage/storage.module.js';
import type { Execucao } from './tipos.js';

export interface TrabalhoPedido {
  readonly chave: string;
  readonly etapa: string;
  /** Null: made from documents alone, shared by all. */
  readonly organizacaoId: string | null;
  readonly arquivos: readonly string[];
  readonly make: () => Promise<Uint8Array>;
}

/** Work of this process under way, by its key: two analyses of one edital read it once. */
const emCurso = new Map<string, Promise<Uint8Array>>();

/**
 * The work, found done or done now and stored under the run's lease. Whoever loses the race for a key uses what the
 * winner stored. @throws PossePerdida when the lease is another's
 */
export async function findOrMake(trabalhos: TrabalhosService, { posse, sinal }: Execucao, pedido: TrabalhoPedido): Promise<{ readonly resultado: Uint8Array; readonly reaproveitado: boolean }> {
  const { chave, etapa, organizacaoId, arquivos } = pedido;
  const pronto = await trabalhos.find(chave);
  if (pronto) return { resultado: pronto, reaproveitado: true };
  const deOutra = emCurso.get(chave);
  if (deOutra) {
    // Another run's failure or end is not this one's: it then does the work itself.
    const feito = await deOutra.catch(() => null);
    sinal.throwIfAborted();
    if (feito) return { resultado: feito, reaproveitado: true };
    return findOrMake(trabalhos, { posse, sinal }, pedido);
  }
  const fazendo = (async () => {
    const resultado = await pedido.make();
    const gravacao = await trabalhos.put({ chave, etapa, organizacaoId, resultado, arquivos }, { analiseId: posse.analiseId, token: posse.token });
    if (gravacao === 'sem_posse') throw new PossePerdida();
    return gravacao === 'ja_existia' ? ((await trabalhos.find(chave)) ?? resultado) : resultado;
  })();
  emCurso.set(chave, fazendo);
  try {
    return { resultado: await fazendo, reaproveitado: false };
  } finally {
    emCurso.delete(chave);
  }
}
