/** What one look found of one condition. */
export interface Observacao {
  /** Of the condition: `dependencia:openai`. */
  readonly chave: string;
  /** Null: it cannot be known now. */
  readonly ruim: boolean | null;
  /** What is wrong, in Portuguese: classes of errors and numbers only. */
  readonly detalhe: string;
}

/** Items that only the database tells: while it is away, it is the one to be told of. */
export const SO_O_BANCO_SABE: ReadonlySet<string> = new Set(['dependencia:fila', 'dependencia:trabalhadores', 'dependencia:sincronizacao']);

const CLASSE = /^[a-z][a-z0-9_]{0,59}$/;
const RUINS: ReadonlySet<string> = new Set(['indisponivel', 'chave_invalida', 'limite', 'degradado']);

/** What is not to be told: a pause PNCP asks for (429), its usual day; a heartbeat of ours that does not arrive, where others may work. */
const NORMAIS: ReadonlySet<string> = new Set(['pncp limite', 'trabalhadores degradado']);

/** An item of /health as a condition. */
export function fromItem(nome: string, { estado, erro, numeros }: { readonly estado: string; readonly erro: string | null; readonly numeros?: Readonly<Record<string, number>> | undefined }): Observacao {
  const ruim = RUINS.has(estado) && !NORMAIS.has(`${nome} ${estado}`);
  const medidos = Object.entries(numeros ?? {}).filter(([n]) => /^[a-zA-Z]{1,40}$/.test(n)).map(([n, v]) => `${n} ${v}`);
  const classe = erro === null ? [] : [CLASSE.test(erro) ? erro : 'erro_interno'];
  return { chave: `dependencia:${nome}`, ruim, detalhe: `O item ${nome} de /health está ${estado}${[...classe, ...medidos].length ? ` (${[...classe, ...medidos].join(', ')})` : ''}.` };
}
