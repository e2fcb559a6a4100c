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

  /** A store that fails does not keep the others from being swept. @returns how many were erased. @throws what it failed with, afterwards: the next turn goes on */
  async sweep(): Promise<number> {
    const nossas = LOJAS.filter((l) => this.lojas.isConfigured(l));
    const falhas: unknown[] = [];
    let apagadas = 0;
    const each = async (linhas: readonly Colecao[], fazer: (linha: Colecao) => Promise<number>): Promise<void> => {
      for (const linha of linhas) apagadas += await fazer(linha).catch((erro: unknown) => (falhas.push(erro), 0));
    };
    await each(await this.registro.findSobras(nossas, LOTE), (linha) => this.dropSobra(linha));
    await each(await this.registro.findSemUso(nossas, this.config.vetores.diasSemUso, LOTE), (linha) => this.erase(linha));
    if (falhas.length) throw falhas[0];
    return apagadas;
  }

  /** Under the lease, so that nothing is copied back there meanwhile. */
  private async dropSobra({ colecao }: Colecao): Promise<number> {
    const posse = randomUUID();
    if (!(await this.registro.take(colecao, posse))) return 0;
    try {
      const linha = await this.registro.find(colecao);
      if (!linha?.sobraEm || !this.lojas.isConfigured(linha.sobraEm)) return 0;
      if (linha.sobraEm !== linha.loja) await (await this.lojas.open(linha.sobraEm)).deleteColecao(colecao);
      await this.registro.clearSobra(colecao, linha.sobraEm);
      return 1;
    } finally {
      await this.registro.release(colecao, posse);
    }
  }

  /** The row goes last: what an interrupted erasure leaves is found again. */
  private async erase({ colecao, loja, copiaPara, sobraEm }: Colecao): Promise<number> {
    const posse = randomUUID();
    if (!(await this.registro.takeToErase(colecao, posse, this.config.vetores.diasSemUso))) return 0;
    try {
      for (const onde of new Set([loja, copiaPara, sobraEm])) if (onde && this.lojas.isConfigured(onde)) await (await this.lojas.open(onde)).deleteColecao(colecao);
      await this.registro.delete(colecao, posse);
      return 1;
    } finally {
      await this.registro.release(colecao, posse);
    }
  }
}
