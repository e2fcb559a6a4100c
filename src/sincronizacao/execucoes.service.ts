import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflito } from '../kernel/index.js';
import { Contagem } from './contagem.js';

/** What may be done by one process at a time. */
export type TipoExecucao = 'janelas' | 'complementos';

export interface NovaExecucao {
  readonly tipo: TipoExecucao;
  /** Who asked: the schedule, or a person. */
  readonly motivo: 'agenda' | 'agenda_funda' | 'comando';
  readonly pedido: object;
  /** Silent for so long, the process is taken for dead, ms. */
  readonly posseMs: number;
}

/** A reading under way in this process. */
export interface Execucao {
  readonly id: string;
  readonly contagem: Contagem;
  /** Aborts when another process took over, or when whoever asked gave up. */
  readonly sinal: AbortSignal;
  /** Writes in the transaction only while this process is still the one. @throws `sincronizacao_perdida` */
  guarded<T>(fazer: (m: EntityManager) => Promise<T>): Promise<T>;
  end(estado: 'concluida' | 'interrompida' | 'falhou', erro: string | null): Promise<void>;
}

const BATIDAS = 4;
const OLHADA_MS = 250;
/** Old rows are of no use. */
const GUARDADAS = 200;

const emCurso = () => conflito('sincronizacao_em_curso', 'Outra sincronização está em curso neste banco: espere que termine (GET /v1/sincronizacao mostra o andamento) e repita.');
const perdida = () => conflito('sincronizacao_perdida', 'Esta sincronização ficou sem dar sinal e outro processo a continuou.');

/**
 * One reading at a time over all processes: a row that is beaten while its process lives. No lock is held on a
 * connection, so that it works behind a pooler; every write checks the row, so that a process that was only slow does
 * no harm.
 */
@Injectable()
export class ExecucoesService {
  constructor(private readonly fonte: DataSource) {}

  /** Waits for a holder that has gone silent, never for one that lives. @throws `sincronizacao_em_curso` */
  async begin(nova: NovaExecucao, sinalDeFora?: AbortSignal): Promise<Execucao> {
    for (let antes: { id: string; batida: string } | null = null; ; ) {
      const id = await this.take(nova);
      if (id !== null) return this.hold(id, nova, sinalDeFora);
      const [outra] = await this.fonte.query<{ id: string; batida: string }[]>(`select id, batida_em::text as batida from alicit.sinc_execucao where tipo = $1 and estado = 'executando'`, [nova.tipo]);
      if (sinalDeFora?.aborted || (antes && outra && (outra.id !== antes.id || outra.batida !== antes.batida))) throw emCurso();
      antes ??= outra ?? null;
      await new Promise((r) => setTimeout(r, OLHADA_MS));
    }
  }

  /** Whether one ended less than so many ms ago: what piled up behind a long one need not be done again. */
  async endedWithin(tipo: TipoExecucao, ms: number): Promise<boolean> {
    const linhas = await this.fonte.query<unknown[]>(`select 1 from alicit.sinc_execucao where tipo = $1 and estado = 'concluida' and terminada_em > now() - $2 * interval '1 millisecond' limit 1`, [tipo, ms]);
    return linhas.length > 0;
  }

  private take({ tipo, motivo, pedido, posseMs }: NovaExecucao): Promise<string | null> {
    return this.fonte.transaction(async (m) => {
      await m.query(`update alicit.sinc_execucao set estado = 'interrompida', terminada_em = now(), erro = 'processo_morto' where tipo = $1 and estado = 'executando' and batida_em < now() - posse_ms * interval '1 millisecond'`, [tipo]);
      const [criada] = await m.query<{ id: string }[]>(
        `insert into alicit.sinc_execucao (tipo, motivo, pedido, posse_ms) values ($1, $2, $3, $4) on conflict (tipo) where estado = 'executando' do nothing returning id`, [tipo, motivo, JSON.stringify(pedido), posseMs],
      );
      if (criada) await m.query(`delete from alicit.sinc_execucao where tipo = $1 and id < $2::bigint - ${GUARDADAS} and estado <> 'executando'`, [tipo, criada.id]);
      return criada?.id ?? null;
    });
  }

  private hold(id: string, { posseMs }: NovaExecucao, sinalDeFora?: AbortSignal): Execucao {
    const contagem = new Contagem();
    const perda = new AbortController();
    let ultima = performance.now();
    const beat = async (): Promise<void> => {
      const [, n] = await this.fonte.query<[unknown[], number]>(`update alicit.sinc_execucao set batida_em = now(), contagem = $2, erros = $3 where id = $1 and estado = 'executando'`, [id, JSON.stringify(contagem.numeros), JSON.stringify(contagem.erros)]);
      if (n === 0) perda.abort(perdida());
      else ultima = performance.now();
    };
    const pulso = setInterval(() => void beat().catch(() => performance.now() - ultima > posseMs && perda.abort(perdida())), posseMs / BATIDAS);
    pulso.unref();
    return {
      id, contagem, sinal: sinalDeFora ? AbortSignal.any([perda.signal, sinalDeFora]) : perda.signal,
      guarded: (fazer) => this.fonte.transaction(async (m) => {
        const [minha] = await m.query<unknown[]>(`select 1 from alicit.sinc_execucao where id = $1 and estado = 'executando' for share`, [id]);
        if (!minha) throw perdida();
        return fazer(m);
      }),
      end: async (estado, erro) => {
        clearInterval(pulso);
        await this.fonte.query(
          `update alicit.sinc_execucao set estado = $2, erro = $3, terminada_em = now(), batida_em = now(), contagem = $4, erros = $5 where id = $1 and estado = 'executando'`, [id, estado, erro, JSON.stringify(contagem.numeros), JSON.stringify(contagem.erros)],
        );
      },
    };
  }
}
