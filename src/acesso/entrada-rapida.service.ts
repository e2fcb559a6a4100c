import { Injectable } from '@nestjs/common';
import { ChavesConhecidas } from './chaves-conhecidas.js';
import { parseBearer } from './decorators.js';
import type { Acesso, Escopo } from './escopos.js';
import { LimitesService, type CabecalhosDeLimite } from './limites.service.js';
import { UsoDasChaves } from './uso-das-chaves.js';

/** The guard's answer when nobody has to be asked: for answers that are ready in memory. It only ever says yes. */
@Injectable()
export class EntradaRapida {
  constructor(private readonly conhecidas: ChavesConhecidas, private readonly limites: LimitesService, private readonly uso: UsoDasChaves) {}

  /** Who asks, when the key is remembered, is good, has the scope and has requests left; null: the guard tells. Spends nothing. */
  recognise(authorization: string | undefined, escopo: Escopo, agora: number): Acesso | null {
    const chave = parseBearer(authorization);
    const nome = chave === undefined ? null : this.conhecidas.nameOf(chave);
    const acesso = nome === null ? undefined : this.conhecidas.peek(nome, agora)?.acesso;
    return acesso?.escopos.has(escopo) && this.limites.fits(acesso.chaveId) ? acesso : null;
  }

  /** Spends the request of who was recognised. @returns the headers that tell what is left */
  spend({ chaveId }: Acesso, agora: number): CabecalhosDeLimite {
    this.conhecidas.countLembrada();
    this.uso.mark(chaveId, agora);
    return this.limites.spend(chaveId).cabecalhos;
  }
}
