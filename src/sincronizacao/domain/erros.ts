/** What a failed request says of the window it was for. */
export type Culpa =
  /** Of this page: counted against it. */
  | 'pagina'
  /** Of PNCP as a whole, or of the way to it: everybody waits, nobody is blamed. */
  | 'geral'
  /** Of nobody: the process stops. */
  | 'fim';

const GERAIS: ReadonlySet<string> = new Set(['pncp_limite', 'pncp_disjuntor_aberto', 'pncp_fila_cheia']);
const FINAIS: ReadonlySet<string> = new Set(['pncp_cancelado', 'pncp_encerrado', 'sincronizacao_perdida', 'encerrando']);

/**
 * Whose fault a failure is. What any page could suffer is the page's only while others are answered: `respondeHa` is how
 * long ago PNCP last answered anything, ms (null: not since the start).
 */
export function blame(codigo: string, respondeHa: number | null, toleranciaMs: number): Culpa {
  if (FINAIS.has(codigo)) return 'fim';
  if (GERAIS.has(codigo)) return 'geral';
  return codigo === 'pncp_sem_resposta' && (respondeHa === null || respondeHa > toleranciaMs) ? 'geral' : 'pagina';
}
