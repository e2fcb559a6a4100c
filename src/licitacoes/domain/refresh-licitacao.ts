import type { Licitacao } from '../../acervo/index.js';
import { toMillis } from '../../kernel/index.js';

/**
 * What an organisation keeps of a tender after PNCP changed it: PNCP's record, but for the fields a person changed here, which
 * stay the person's until they are given again. A record older than the kept one (by PNCP's own clock) changes nothing.
 */
export function refreshLicitacao(guardada: Licitacao | null, publicada: Licitacao, editados: readonly string[]): Licitacao {
  if (!guardada) return publicada;
  if (guardada.atualizacao !== null && publicada.atualizacao !== null && toMillis(publicada.atualizacao) < toMillis(guardada.atualizacao)) return guardada;
  const daPessoa = Object.fromEntries(Object.entries(guardada).filter(([campo]) => editados.includes(campo))) as Partial<Licitacao>;
  // Items follow the record: until they arrive, those that are known stay.
  const itens = publicada.itens.length ? publicada.itens : guardada.itens;
  return { ...publicada, itens, ...daPessoa };
}
