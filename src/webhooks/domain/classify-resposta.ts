/** What became of one attempt. `recusada` is not tried again. */
export type DesfechoEntrega = 'entregue' | 'tentar_de_novo' | 'recusada';

export interface Classificacao {
  readonly desfecho: DesfechoEntrega;
  /** Stable, snake_case; null when delivered. */
  readonly codigo: string | null;
  /** Portuguese; null when delivered. */
  readonly motivo: string | null;
  /** The receiver said that the endpoint is gone: send it nothing more. */
  readonly desativar: boolean;
}

const PASSAGEIROS: ReadonlySet<number> = new Set([408, 425, 429]);

const falha = (desfecho: DesfechoEntrega, codigo: string, motivo: string, desativar = false): Classificacao => ({ desfecho, codigo, motivo, desativar });

/** @param status of the final answer, 200 to 599 */
export function classifyStatus(status: number): Classificacao {
  if (status >= 200 && status < 300) return { desfecho: 'entregue', codigo: null, motivo: null, desativar: false };
  if (status >= 500 || PASSAGEIROS.has(status)) return falha('tentar_de_novo', `http_${status}`, `O servidor respondeu ${status}.`);
  if (status === 410) return falha('recusada', 'http_410', 'O servidor respondeu 410: o endereço não existe mais e foi desativado.', true);
  if (status >= 300 && status < 400) return falha('recusada', 'redirecionamento', `O servidor respondeu ${status}: redirecionamentos não são seguidos. Cadastre o endereço final.`);
  return falha('recusada', `http_${status}`, `O servidor respondeu ${status} e a entrega não será repetida. Corrija o servidor e peça o reenvio.`);
}

/** An attempt without an answer. An address that is not public will not become so by trying: refused. */
export const classifyFalha = (codigo: string, motivo: string): Classificacao =>
  falha(codigo === 'endereco_nao_permitido' ? 'recusada' : 'tentar_de_novo', codigo, motivo);
