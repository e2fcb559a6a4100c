import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { LOJAS } from './domain/vector-store.js';
import { LojasService } from './lojas.service.js';
import { RegistroService, type Colecao } from './registro.service.js';

/** Collections of one turn. */
const LOTE = 50;

/** Erases collections that nobody needs: of passages nobody asked about for long, of files that were erased, copies that were moved elsewhere. */
@Injectable()
export class VarreduraService {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly lojas: LojasService, private readonly registro: RegistroService) {}

  /** @returns how many were erased. @throws AlicitError `vetores_indisponiveis` when a store does not answer: the next turn goes on */
  async sweep(): Promise<number> {
    const nossas = LOJAS.filter((l) => this.lojas.isConfigured(l));
    let apagadas = 0;
    for (const linha of await this.registro.findSobras(nossas, LOTE)) apagadas += await this.dropSobra(linha);
    for (const linha of await this.registro.findSemUso(nossas, this.config.vetores.diasSemUso, LOTE)) apagadas += await this.erase(linha);
    return apagadas;
  }

  private async dropSobra({ colecao, sobraEm, loja }: Colecao): Promise<number> {
    if (sobraEm && sobraEm !== loja) await (await this.lojas.open(sobraEm)).deleteColecao(colecao);
    await this.registro.clearSobra(colecao, sobraEm);
    return 1;
  }

  /** The row goes last: what an interrupted erasure leaves is found again. */
  private async erase({ colecao, loja, copiaPara }: Colecao): Promise<number> {
    const posse = randomUUID();
    if (!(await this.registro.takeToErase(colecao, posse, this.config.vetores.diasSemUso))) return 0;
    for (const onde of new Set([loja, copiaPara].filter((l) => l !== null && this.lojas.isConfigured(l)))) await (await this.lojas.open(onde!)).deleteColecao(colecao);
    await this.registro.delete(colecao, posse);
    return 1;
  }
}
