import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiErros } from '../http/index.js';
import { usoDeModelosSchema, type UsoDeModelos } from './uso.schema.js';
import { UsoService } from './uso.service.js';

@ApiTags('Organização')
@Controller('v1/uso-de-modelos')
export class UsoController {
  constructor(private readonly uso: UsoService) {}

  @Get()
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Mostra o uso de modelos', description: 'Chamadas, tokens e custo de hoje e do mês (dias em UTC), e o orçamento de hoje. O que já estava guardado não é pago de novo nem aparece aqui.' })
  @ApiOkResponse({ standardSchema: usoDeModelosSchema })
  @ApiErros()
  getUsoDeModelos(@Quem() quem: Acesso): Promise<UsoDeModelos> {
    return this.uso.read(quem.organizacaoId, new Date());
  }
}
