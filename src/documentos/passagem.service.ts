import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';

const HORA_MS = 3_600_000;
/** Longer than any file takes to be read and stored: one older was left by a process that died. */
const VELHA_MS = 3 * HORA_MS;

/** Folders below the data folder's `passagem`, where documents out of archives lie while they are read and stored: people's data, that stay no longer. */
@Injectable()
export class PassagemService implements OnModuleInit, OnApplicationShutdown {
  private readonly raiz: string;
  private relogio: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) { pastaDados }: Pick<Config, 'pastaDados'>) {
    this.raiz = join(pastaDados, 'passagem');
  }

  async onModuleInit(): Promise<void> {
    this.relogio = setInterval(() => void this.sweep(new Date()), HORA_MS).unref();
    await this.sweep(new Date());
  }

  onApplicationShutdown(): void {
    clearInterval(this.relogio);
  }

  /** The work over a folder of its own, made by whoever first writes to it and gone when the work ends, however it ends. */
  async use<T>(trabalho: (pasta: string) => Promise<T>): Promise<T> {
    const pasta = join(this.raiz, randomUUID());
    try {
      return await trabalho(pasta);
    } finally {
      await rm(pasta, { recursive: true, force: true });
    }
  }

  /** Removes what processes that died left behind. Never fails: what could not be removed is tried again. @returns how many folders */
  async sweep(agora: Date): Promise<number> {
    let apagadas = 0;
    for (const nome of await readdir(this.raiz).catch(() => [])) {
      const pasta = join(this.raiz, nome);
      const info = await stat(pasta).catch(() => null);
      if (!info || agora.getTime() - info.mtimeMs <= VELHA_MS) continue;
      apagadas += await rm(pasta, { recursive: true, force: true }).then(() => 1, () => 0);
    }
    return apagadas;
  }
}
