import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/** How long a claim lives without being renewed, ms: what the next process waits after a kill. */
export const POSSE_MS = 10_000;

/**
 * Claims of this process on what it is asking: kept alive while the work lasts, so that another process neither asks the
 * same nor waits long for a dead one. Renewed in one statement for all.
 */
export class Posses {
  private readonly vivas = new Set<string>();
  private relogio: NodeJS.Timeout | undefined;
  private readonly log = new Logger('modelos');

  constructor(private readonly fonte: DataSource, readonly duracaoMs = POSSE_MS) {}

  open(): string {
    const posse = randomUUID();
    this.vivas.add(posse);
    this.relogio ??= setInterval(() => void this.renew(), this.duracaoMs / 3).unref();
    return posse;
  }

  close(posse: string): void {
    this.vivas.delete(posse);
    if (this.vivas.size) return;
    clearInterval(this.relogio);
    this.relogio = undefined;
  }

  private async renew(): Promise<void> {
    const ate = [[...this.vivas], this.duracaoMs];
    try {
      await this.fonte.query(`update alicit.modelo_resposta set posse_ate = clock_timestamp() + $2 * interval '1 millisecond' where posse = any($1) /* sistema: claims of this process, of any organizacao_id */`, ate);
      await this.fonte.query(`update alicit.modelo_embedding set posse_ate = clock_timestamp() + $2 * interval '1 millisecond' where posse = any($1)`, ate);
    } catch {
      this.log.warn('posse de chamadas a modelos não renovada: continua na próxima');
    }
  }
}
