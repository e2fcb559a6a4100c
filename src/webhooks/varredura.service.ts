import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { MAX_POR_DESTINO } from './domain/reserva.js';
import { EntregasService } from './entregas.service.js';
import { CRON_VARREDURA, FILA_VARREDURA } from './filas.js';

/** A delivery whose time passed this long ago lost its job: the queue was away, or its process died. */
const ATRASO_MS = 2 * 60_000;
/** Found again at most once in this while. */
const UM_POR_S = 10 * 60;
const MAX_ACHADAS = 500;
/** Lines of the log erased at a time, and times in one sweep. */
const LOTE = 1000;
const MAX_LOTES = 50;
const DIA_MS = 24 * 3600 * 1000;

/** Finds lost deliveries and erases the old ones. */
@Injectable()
export class VarreduraService {
  constructor(private readonly fonte: DataSource, private readonly entregas: EntregasService, jobs: JobsService, @Inject(CONFIG) private readonly config: Config) {
    jobs.schedule(FILA_VARREDURA, CRON_VARREDURA, async () => void (await this.sweep()));
  }

  async sweep(agora = new Date()): Promise<{ achadas: readonly string[]; apagadas: number }> {
    const achadas = await this.findPerdidas(agora);
    for (const id of achadas) await this.entregas.ask(null, id, { lento: false, umPorS: UM_POR_S });
    return { achadas, apagadas: await this.eraseAntigas(new Date(agora.getTime() - this.config.webhooks.diasRegistro * DIA_MS)) };
  }

  /** Of each destination as many as it may have at once: each wakes the next, and no destination hides another. */
  private async findPerdidas(agora: Date): Promise<string[]> {
    const linhas = await this.fonte.query<{ id: string }[]>(
      `select id from (
         select id, proxima_em, row_number() over (partition by destino order by proxima_em, id) as vez from alicit.webhook_entrega /* sistema: sweeps all */
         where estado = 'pendente' and proxima_em < $1 and (reservada_ate is null or reservada_ate < $2)) e
       where vez <= ${MAX_POR_DESTINO} order by vez, proxima_em limit ${MAX_ACHADAS}`, [new Date(agora.getTime() - ATRASO_MS), agora],
    );
    return linhas.map((l) => l.id);
  }

  private async eraseAntigas(antes: Date): Promise<number> {
    let apagadas = 0;
    for (let i = 0; i < MAX_LOTES; i++) {
      const [{ n } = { n: 0 }] = await this.fonte.query<{ n: number }[]>(
        `with a as (delete from alicit.webhook_entrega where id in (select id from alicit.webhook_entrega /* sistema: sweeps all */ where criada_em < $1 and estado <> 'pendente' order by criada_em limit ${LOTE}) returning 1) select count(*)::int as n from a`, [antes],
      );
      apagadas += n;
      if (n < LOTE) break;
    }
    return apagadas;
  }
}
