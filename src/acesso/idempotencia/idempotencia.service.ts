import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { conflito } from '../../kernel/index.js';

/** How long an answer is repeated, s. */
export const VALIDADE_S = 86_400;
/** How long a key is held without a sign of life of the process that works on it, s: what a client waits after a kill. */
export const POSSE_S = 20;
const PULSO_MS = 5000;
/** How long a request may take once it has arrived; one that never ended is not kept alive any more after that, ms. */
const DEPOIS_DE_CHEGAR_MS = 180_000;
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
export class IdempotenciaService implements OnApplicationShutdown {
  /** What this process holds, by claim: kept alive in one statement for all. */
  private readonly nossas = new Map<string, NomeDoPedido & { readonly desde: number }>();
  private pulso: NodeJS.Timeout | undefined;

  private readonly maiorMs: number;

  constructor(private readonly fonte: DataSource, @Inject(CONFIG) { pressao }: Pick<Config, 'pressao'>) {
    this.maiorMs = pressao.pedidoMs + DEPOIS_DE_CHEGAR_MS;
  }

  onApplicationShutdown(): void {
    clearInterval(this.pulso);
  }

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
      if (tomada.length) return this.hold({ organizacaoId, chave }, posse);
      const [linha] = await this.fonte.query<Linha[]>('select rota, corpo_hash, estado, status, cabecalhos, corpo from alicit.idempotencia where organizacao_id = $1 and chave = $2', [organizacaoId, chave]);
      if (linha) return toReserva(linha);
    }
    throw emAndamento();
  }

  /** Keeps the answer, when the key is still ours. From here on it is not kept alive: one that cannot be written is free soon. */
  async finish({ organizacaoId, chave }: NomeDoPedido, posse: string, hash: string, { status, cabecalhos, corpo, selada }: Guardada): Promise<void> {
    this.nossas.delete(posse);
    await this.fonte.query(
      `update alicit.idempotencia set estado = 'feita', corpo_hash = $4, status = $5, cabecalhos = $6, corpo = $7, expira_em = now() + $8 * interval '1 second'
       where organizacao_id = $1 and chave = $2 and posse = $3`,
      [organizacaoId, chave, posse, hash, status, JSON.stringify({ selada, valores: cabecalhos }), corpo, VALIDADE_S],
    );
  }

  /** The request came to nothing: its key is free again. */
  async release({ organizacaoId, chave }: NomeDoPedido, posse: string): Promise<void> {
    this.nossas.delete(posse);
    await this.fonte.query('delete from alicit.idempotencia where organizacao_id = $1 and chave = $2 and posse = $3', [organizacaoId, chave, posse]);
  }

  private hold(nome: NomeDoPedido, posse: string): Reserva {
    this.nossas.set(posse, { ...nome, desde: Date.now() });
    this.pulso ??= setInterval(() => void this.renew().catch(() => undefined), PULSO_MS).unref();
    return { tipo: 'nossa', posse };
  }

  /** Says that what this process works on is still worked on. Once that fails, the next time does. */
  async renew(): Promise<void> {
    for (const [posse, { desde }] of this.nossas) if (Date.now() - desde > this.maiorMs) this.nossas.delete(posse);
    if (!this.nossas.size) return;
    const nomes = [...this.nossas];
    await this.fonte.query(
      `update alicit.idempotencia i set expira_em = now() + $4 * interval '1 second' from unnest($1::text[], $2::text[], $3::text[]) as n (organizacao_id, chave, posse)
       where i.organizacao_id = n.organizacao_id and i.chave = n.chave and i.posse = n.posse and i.estado = 'em_andamento'`,
      [nomes.map(([, n]) => n.organizacaoId), nomes.map(([, n]) => n.chave), nomes.map(([posse]) => posse), POSSE_S],
    );
  }
}

/** The same key is being worked on. */
export const emAndamento = (): Error => conflito('idempotencia_em_andamento', 'Um pedido com esta Idempotency-Key ainda está em andamento: repita daqui a pouco para receber a resposta dele.', { tentarEmS: 2 });

function toReserva(l: Linha): Reserva {
  if (l.estado === 'em_andamento') return { tipo: 'em_andamento', rota: l.rota, hash: l.corpo_hash };
  return { tipo: 'feita', rota: l.rota, hash: l.corpo_hash, guardada: { status: l.status ?? 200, cabecalhos: l.cabecalhos?.valores ?? {}, corpo: l.corpo, selada: l.cabecalhos?.selada ?? false } };
}
