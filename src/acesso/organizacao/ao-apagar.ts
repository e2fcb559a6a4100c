import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Erases what a part of the system keeps of an organisation outside the tables that name it, in the same transaction. */
export type Apagador = (manager: EntityManager, organizacaoId: string) => Promise<void>;

/** Who must be asked when an organisation is erased: parts add themselves when they start. */
@Injectable()
export class AoApagar {
  private readonly apagadores: Apagador[] = [];

  add(apagador: Apagador): void {
    this.apagadores.push(apagador);
  }

  /** Before the organisation's rows go: they still say what it had. */
  async run(manager: EntityManager, organizacaoId: string): Promise<void> {
    for (const apagar of this.apagadores) await apagar(manager, organizacaoId);
  }
}
