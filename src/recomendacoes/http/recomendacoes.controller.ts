import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiErros } from '../../http/index.js';
import { recomendacoesQuery, type RecomendacoesQuery } from './consulta.schema.js';
import { recomendacoesSchema, type RecomendacoesJson } from './recomendacoes.schema.js';
import { RecomendacoesService } from './recomendacoes.service.js';

@ApiTags('Recomendações')
@Controller('v1/empresas/:id/recomendacoes')
export class RecomendacoesController {
  constructor(private readonly recomendacoes: RecomendacoesService) {}

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({
    summary: 'Lista as licitações que combinam com uma empresa',
    description: 'Da melhor à pior, com as razões. O assunto manda: score = tópico × (80 + partes), em que região, valor, ME/EPP, prazo e o que a empresa disse de outras somam de −25 a +20. Só as abertas, a menos que `situacao` peça outras. Na primeira vez de uma empresa, ou depois de mudar o perfil, calcula na hora; se demorar, 503 com `Retry-After`.',
  })
  @ApiOkResponse({ standardSchema: recomendacoesSchema })
  @ApiErros(400, 404, 422, 503)
  listRecomendacoes(@Quem() quem: Acesso, @Param('id') id: string, @Query({ schema: recomendacoesQuery }) consulta: RecomendacoesQuery): Promise<RecomendacoesJson> {
    return this.recomendacoes.list(quem.organizacaoId, id, consulta);
  }
}
