import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { AnalisesService, RelatorioService } from '../analises/analises.module.js';
import { FUSO } from '../kernel/index.js';
import type { TipoRascunho } from './domain/documento.js';
import { EstagiosRascunho, type RascunhoPronto } from './estagios/estagios-rascunho.js';
import type { Forma } from './formas.js';

const DESATUALIZADA = 'A análise está desatualizada: algo mudou na licitação, na empresa ou nos documentos depois dela. Refaça-a antes de enviar.';

/** Drafts of finished analyses, made when asked for: nothing is stored. */
@Injectable()
export class RascunhosService {
  constructor(private readonly analises: AnalisesService, private readonly relatorios: RelatorioService, private readonly estagios: EstagiosRascunho) {}

  /**
   * The same bytes for the same analysis, kind, form, points and day. @throws AlicitError `analise_nao_encontrada`,
   * `analise_em_andamento`, `analise_falhou`, `analise_cancelada`, `nada_a_esclarecer`, `nada_a_impugnar`, `ponto_desconhecido`
   */
  async make(organizacaoId: string, id: string, pedido: { readonly tipo: TipoRascunho; readonly forma: Forma; readonly pontos: readonly string[] | null }, signal: AbortSignal): Promise<RascunhoPronto> {
    const ref = await this.relatorios.find(organizacaoId, id, 'json');
    const { agora: simulado, desatualizada } = await this.analises.get(organizacaoId, id);
    const analise = new Uint8Array(await this.relatorios.load(ref));
    const agora = simulado === null ? DateTime.now().setZone(FUSO).toISO({ suppressMilliseconds: true }) : null;
    return this.estagios.redigir({ analise, ...pedido, agora, avisos: desatualizada ? [DESATUALIZADA] : [] }, { signal });
  }
}
