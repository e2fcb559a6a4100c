import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conflito } from '../../kernel/index.js';

/** How long an answer is repeated, s. */
export const VALIDADE_S = 86_400;
/** How long a request may take before its key is another's: longer than the server lets any request last, s. */
export const POSSE_S = 300;
const MAX_VOLTAS = 3;

/** What names a request: the organisation, and the client's key. */
export interface NomeDoPedido {
  readonly organizacaoId: string;
  readonly chave: string;
}

/** An answer that is kept. */
export interface Guardada {
  readonly status: number;
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly corpo: Buffer | null;
  /** The body is readable only by the API key that asked. */
  readonly selada: boolean;
}

/** What was found under a key: ours now, somebody's, or answered already. */
export type Reserva =
  | { readonly tipo: 'nossa'; readonly posse: string }
  | { readonly tipo: 'em_andamento'; readonly rota: string; readonly hash: string }
  | { readonly tipo: 'feita'; readonly rota: string; readonly hash: string; readonly guardada: Guardada };

interface Linha {
  readonly rota: string;
  readonly corpo_hash: string;
  readonly estado: 'em_andamento' | 'feita';
  readonly status: number | null;
  readonly cabecalhos: { readonly selada: boolean; readonly valores: Record<string, string> } | null;
  readonly corpo: Buffer | null;
}

/** Requests named by their clients and their answers, for 24 hours. The clock is the database's, one for all processes. */
@Injectable()
export class IdempotenciaService {
  constructor(private readonly fonte: DataSource) {}

  /** Takes the key when it is free or its time is over. `hash` is empty while the body is not read. */
  async reserve({ organizacaoId, chave }: NomeDoPedido, rota: string, hash: string): Promise<Reserva> {
    for (let volta = 0; volta < MAX_VOLTAS; volta++) {
      const posse = randomUUID();
      const tomada = await this.fonte.query<unknown[]>(
        `insert into alicit.idempotencia as i (organizacao_id, chave, rota, corpo_hash, estado, posse, expira_em)
         values ($1, $2, $3, $4, 'em_andamento', $5, now() + $6 * interval '1 second')
         on conflict (organizacao_id, chave) do update set rota = excluded.rota, corpo_hash = excluded.corpo_hash, estado = excluded.estado, posse = excluded.posse,
           status = null, cabecalhos = null, corpo = null, criada_em = now(), expira_em = excluded.expira_em
         where i.expira_em <= now() returning 1`,
        [organizacaoId, chave, rota, hash, posse, POSSE_S],
      );
      if (tomada.length) return { tipo: 'nossa', posse };
      const [linha] = await this.fonte.query<Linha[]>('select rota, corpo_hash, estado, status, cabecalhos, corpo from alicit.idempotencia where organizacao_id = $1 and chave = $2', [organizacaoId, chave]);
      if (linha) return toReserva(linha);
    }
    throw emAndamento();
  }

  /** Keeps the answer, when the key is still ours. */
  async finish({ organizacaoId, chave }: NomeDoPedido, posse: string, hash: string, { status, cabecalhos, corpo, selada }: Guardada): Promise<void> {
    await this.fonte.query(
      `update alicit.idempotencia set estado = 'feita', corpo_hash = $4, status = $5, cabecalhos = $6, corpo = $7, expira_em = now() + $8 * interval '1 second'
       where organizacao_id = $1 and chave = $2 and posse = $3`,
      [organizacaoId, chave, posse, hash, status, JSON.stringify({ selada, valores: cabecalhos }), corpo, VALIDADE_S],
    );
  }

  /** The request came to nothing: its key is free again. */
  async release({ organizacaoId, chave }: NomeDoPedido, posse: string): Promise<void> {
    await this.fonte.query('delete from alicit.idempotencia where organizacao_id = $1 and chave = $2 and posse = $3', [organizacaoId, chave, posse]);
  }
}

/** The same key is being worked on. */
export const emAndamento = (): Error => conflito('idempotencia_em_andamento', 'Um pedido com esta Idempotency-Key ainda está em andamento: repita daqui a pouco para receber a resposta dele.', { tentarEmS: 2 });

function toReserva(l: Linha): Reserva {
  if (l.estado === 'em_andamento') return { tipo: 'em_andamento', rota: l.rota, hash: l.corpo_hash };
  return { tipo: 'feita', rota: l.rota, hash: l.corpo_hash, guardada: { status: l.status ?? 200, cabecalhos: l.cabecalhos?.valores ?? {}, corpo: l.corpo, selada: l.cabecalhos?.selada ?? false } };
}
