import { Injectable } from '@nestjs/common';
import { AlicitError } from '../kernel/index.js';

/** Questions being answered at once: of one key, and by this process. Each may hold a thread and a model's answer. */
const MAX_POR_CHAVE = 4;
const MAX_POR_PROCESSO = 32;

/** How many questions this process answers at once. */
@Injectable()
export class Vagas {
  private readonly porChave = new Map<string, number>();
  private total = 0;

  get emCurso(): number {
    return this.total;
  }

  /** @throws AlicitError `perguntas_demais` (429); what `fazer` throws */
  async use<T>(chaveId: string, fazer: () => Promise<T>): Promise<T> {
    const daChave = this.porChave.get(chaveId) ?? 0;
    if (daChave >= MAX_POR_CHAVE || this.total >= MAX_POR_PROCESSO) throw new AlicitError('limite', 'perguntas_demais', 'Há perguntas demais sendo respondidas: espere a resposta de alguma e repita.', { tentarEmS: 2 });
    this.porChave.set(chaveId, daChave + 1);
    this.total++;
    try {
      return await fazer();
    } finally {
      this.total--;
      const restam = (this.porChave.get(chaveId) ?? 1) - 1;
      if (restam) this.porChave.set(chaveId, restam);
      else this.porChave.delete(chaveId);
    }
  }
}
