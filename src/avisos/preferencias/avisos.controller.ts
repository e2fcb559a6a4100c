import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiErros } from '../../http/index.js';
import { HistoricoService, type AvisoNoHistorico } from '../registro/historico.service.js';
import { historicoQuerySchema, historicoSchema, preferenciasEntradaSchema, preferenciasSchema, type AvisoJson, type HistoricoQuery, type PreferenciasEntrada, type PreferenciasJson } from './preferencias.schema.js';
import { PreferenciasService } from './preferencias.service.js';

/** How a company is told, and what it was told. */
@ApiTags('Avisos')
@Controller('v1/empresas/:id/avisos')
export class AvisosController {
  constructor(private readonly preferencias: PreferenciasService, private readonly historico: HistoricoService) {}

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lê como a empresa é avisada', description: 'Os padrões, enquanto a empresa não disser outra coisa; os e-mails e se cada um já confirmou.' })
  @ApiOkResponse({ standardSchema: preferenciasSchema })
  @ApiErros(404)
  getPreferenciasDeAvisos(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<PreferenciasJson> {
    return this.preferencias.get(organizacaoId, id);
  }

  @Put()
  @ExigeEscopo('empresas:escrever')
  @ApiOperation({ summary: 'Diz como a empresa é avisada', description: 'Troca tudo. Cada e-mail novo recebe um pedido de confirmação, e nada mais antes que o dono confirme; um que não respondeu é perguntado de novo depois de um dia.' })
  @ApiOkResponse({ standardSchema: preferenciasSchema })
  @ApiErros(404, 422)
  replacePreferenciasDeAvisos(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Body({ schema: preferenciasEntradaSchema }) entrada: PreferenciasEntrada): Promise<PreferenciasJson> {
    return this.preferencias.replace(organizacaoId, id, entrada);
  }

  @Get('historico')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista o que se avisou à empresa', description: 'Do mais novo para o mais antigo, com o que houve em cada canal.' })
  @ApiOkResponse({ standardSchema: historicoSchema })
  @ApiErros(404, 422)
  async listAvisos(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: historicoQuerySchema }) consulta: HistoricoQuery): Promise<z.infer<typeof historicoSchema>> {
    const { itens, proximo } = await this.historico.page(organizacaoId, id, consulta);
    return { itens: itens.map(toJson), proximo };
  }
}

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;
const toJson = (a: AvisoNoHistorico): AvisoJson => ({
  id: a.id, criadoEm: a.criado_em.toISOString(), dados: a.dados,
  canais: { email: { modo: a.modo_email, previstoPara: iso(a.enviar_em), enviados: a.emails, recusados: a.recusados, entregueEm: iso(a.email_em) }, webhook: { eventoId: a.evento_id, entregas: a.entregas, entregueEm: iso(a.webhook_em) } },
});
