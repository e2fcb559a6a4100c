import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

/** A key's last use is written at most this often, ms. */
const INTERVALO_MS = 60_000;
/** Uses of many keys go in one statement, this long after the first of them, ms. */
const ESPERA_MS = 1000;
const MAX_CHAVES = 10_000;

/** Notes when keys were last used, apart from the requests that use them: no request waits for it or fails by it. */
@Injectable()
export class UsoDasChaves implements BeforeApplicationShutdown {
  private readonly escritas = new LRUCache<string, true>({ max: MAX_CHAVES, ttl: INTERVALO_MS });
  private readonly pendentes = new Map<string, Date>();
  private espera: NodeJS.Timeout | null = null;
  private readonly log = new Logger('acesso');

  constructor(private readonly fonte: DataSource) {}

  mark(chaveId: string, agora: number): void {
    if (this.escritas.has(chaveId) || this.pendentes.size >= MAX_CHAVES) return;
    this.escritas.set(chaveId, true);
    this.pendentes.set(chaveId, new Date(agora));
    this.espera ??= setTimeout(() => void this.flush(), ESPERA_MS).unref();
  }

  /** Writes what was noted. Another process's later note stays. Never fails: a lost note is written at the next use. */
  async flush(): Promise<void> {
    if (this.espera) clearTimeout(this.espera);
    this.espera = null;
    if (!this.pendentes.size) return;
    const ids = [...this.pendentes.keys()];
    const instantes = [...this.pendentes.values()];
    this.pendentes.clear();
    try {
      await this.fonte.query(
        `update alicit.chave_api c set usada_em = u.em from unnest($1::text[], $2::timestamptz[]) u(id, em)
         where c.id = u.id and (c.usada_em is null or c.usada_em < u.em) /* sistema: last use of keys of all */`, [ids, instantes],
      );
    } catch (erro) {
      for (const id of ids) this.escritas.delete(id);
      this.log.warn(`uso das chaves não anotado: ${(erro as { code?: string }).code ?? 'sem código'}`);
    }
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.flush();
  }
}
