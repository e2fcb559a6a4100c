import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import type { Empresa } from '../../empresas/index.js';
import { ModelosService } from '../../modelos/modelos.module.js';
import { VetoresService } from '../../vetores/vetores.module.js';
import { colecaoDoAcervo, textoDaEmpresa } from './textos.js';

/** Further down, nearness says nothing. */
const PROXIMAS = 300;

/** Which tenders are nearest to a company in meaning, where the collection has vectors. */
@Injectable()
export class SentidoService {
  constructor(private readonly fonte: DataSource, private readonly vetores: VetoresService, private readonly modelos: ModelosService, @Inject(CONFIG) private readonly config: Config) {}

  get ligado(): boolean {
    return this.config.vetores.acervo && this.vetores.ligado;
  }

  get colecao(): string {
    return colecaoDoAcervo(this.modelos.espaco);
  }

  /** Numbers, nearest first; none without vectors, or when they do not answer: the words decide alone. */
  async nearest({ organizacaoId, empresaId }: { readonly organizacaoId: string; readonly empresaId: string }): Promise<readonly string[]> {
    if (!this.ligado) return [];
    const [empresa] = await this.fonte.query<{ perfil: Empresa }[]>('select perfil from alicit.empresa where organizacao_id = $1 and id = $2', [organizacaoId, empresaId]);
    if (!empresa) return [];
    const achadas = await this.vetores.nearest(this.colecao, [textoDaEmpresa(empresa.perfil)], { top: PROXIMAS, contexto: { organizacaoId, trabalhoId: `empresa:${empresaId}`, finalidade: 'empresa', versaoPrompt: '' } });
    return achadas?.[0]?.map((v) => v.id) ?? [];
  }
}
