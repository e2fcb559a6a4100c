import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import type { EventoAnalise } from './tipos.js';

/** Someone who follows an analysis. */
export interface Fluxo {
  /** No more is told. Safe to call twice. */
  close(): void;
}

export interface PedidoFluxo {
  readonly organizacaoId: string;
  readonly analiseId: string;
  /** Who pays for the open stream. */
  readonly chaveId: string;
  /** The last event the client has: those after it are told, in order, each once. */
  readonly depoisDe: number;
  readonly onEvento: (evento: EventoAnalise) => void;
  /** Nothing more will be told: the process stops, the analysis was erased, or the key no longer opens. */
  readonly onFim: () => void;
}

interface Assinante extends PedidoFluxo {
  ultima: number;
}

interface Linha {
  readonly id: string;
  readonly analise_id: string;
  readonly organizacao_id: string;
  readonly sequencia: number;
  readonly tipo: EventoAnalise['tipo'];
  readonly dados: Record<string, unknown>;
  readonly criado_em: Date;
}

/** How often the database is asked while someone follows, whatever their number. */
const BUSCA_MS = 400;
/** How soon a follower learns that the analysis was erased, or that its key no longer opens. */
const CONFERE_MS = 3000;
/** Events taken at once for all who follow. */
const MAX_LINHAS = 500;

/**
 * Events to whoever follows, whichever process they happen in: one query for all followers of this process, only while
 * there are any. No LISTEN: pooled connections have none.
 */
@Injectable()
export class FluxosService implements BeforeApplicationShutdown {
  private readonly log = new Logger('eventos');
  private readonly assinantes = new Set<Assinante>();
  private relogio: NodeJS.Timeout | undefined;
  private buscando = false;
  private parado = false;
  private conferido = 0;

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly fonte: DataSource) {}

  get abertos(): number {
    return this.assinantes.size;
  }

  /** @throws AlicitError `fluxos_demais` (429) when the key, or this process, has too many */
  open(pedido: PedidoFluxo): Fluxo {
    const { maxPorChave, maxPorProcesso } = this.config.eventos;
    const daChave = [...this.assinantes].filter((a) => a.chaveId === pedido.chaveId).length;
    if (this.parado || daChave >= maxPorChave || this.assinantes.size >= maxPorProcesso) {
      throw new AlicitError('limite', 'fluxos_demais', 'Há acompanhamentos demais abertos: feche algum ou consulte a análise de tempos em tempos.', { tentarEmS: 5 });
    }
    const assinante: Assinante = { ...pedido, ultima: pedido.depoisDe };
    this.assinantes.add(assinante);
    this.plan(0);
    return { close: () => void this.assinantes.delete(assinante) };
  }

  beforeApplicationShutdown(): void {
    this.closeAll();
  }

  /** Ends them all, and takes no more: who follows comes back to another process, or asks. */
  closeAll(): void {
    this.parado = true;
    clearTimeout(this.relogio);
    for (const a of this.assinantes) a.onFim();
    this.assinantes.clear();
  }

  private plan(ms: number): void {
    if (this.parado || this.buscando || !this.assinantes.size) return;
    clearTimeout(this.relogio);
    this.relogio = setTimeout(() => void this.poll(), ms);
  }

  private async poll(): Promise<void> {
    this.buscando = true;
    let cheia = false;
    try {
      const desde = new Map<string, number>();
      for (const a of this.assinantes) desde.set(a.analiseId, Math.min(desde.get(a.analiseId) ?? Number.MAX_SAFE_INTEGER, a.ultima));
      const linhas = await this.fonte.query<Linha[]>(
        `select e.id, e.analise_id, e.organizacao_id, e.sequencia, e.tipo, e.dados, e.criado_em
         from unnest($1::text[], $2::int[]) as p (analise_id, ultima) join alicit.evento e on e.analise_id = p.analise_id and e.sequencia > p.ultima
         order by e.analise_id, e.sequencia limit ${MAX_LINHAS}`,
        [[...desde.keys()], [...desde.values()]],
      );
      cheia = linhas.length === MAX_LINHAS;
      for (const linha of linhas) this.tell(linha);
      await this.dropGone();
    } catch (erro) {
      this.log.warn(`busca de eventos: ${String((erro as { code?: string }).code ?? 'sem código')}`);
    } finally {
      this.buscando = false;
      this.plan(cheia ? 0 : BUSCA_MS);
    }
  }

  /** Streams of what was erased, and of keys that were revoked or expired, end: who comes again is told why. */
  private async dropGone(): Promise<void> {
    if (performance.now() - this.conferido < CONFERE_MS || !this.assinantes.size) return;
    this.conferido = performance.now();
    const abertos = [...this.assinantes];
    const idas = await this.fonte.query<{ n: number }[]>(
      `select p.n::int as n from unnest($1::text[], $2::text[]) with ordinality as p (analise_id, chave_id, n)
       where not exists (select 1 from alicit.analise a where a.id = p.analise_id)
         or not exists (select 1 from alicit.chave_api c where c.id = p.chave_id and c.revogada_em is null and (c.expira_em is null or c.expira_em > now()))
       /* sistema: who follows was checked when the stream was opened */`,
      [abertos.map((a) => a.analiseId), abertos.map((a) => a.chaveId)],
    );
    for (const { n } of idas) {
      const assinante = abertos[n - 1]!;
      this.assinantes.delete(assinante);
      assinante.onFim();
    }
  }

  private tell(l: Linha): void {
    const evento: EventoAnalise = { id: l.id, organizacaoId: l.organizacao_id, analiseId: l.analise_id, sequencia: l.sequencia, tipo: l.tipo, dados: l.dados, criadoEm: l.criado_em };
    for (const a of this.assinantes) {
      if (a.analiseId !== evento.analiseId || a.organizacaoId !== evento.organizacaoId || evento.sequencia <= a.ultima) continue;
      a.ultima = evento.sequencia;
      a.onEvento(evento);
    }
  }
}
