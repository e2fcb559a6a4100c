import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExigeEscopo } from '../acesso/index.js';
import { ApiErros } from '../http/index.js';
import { EstadoService } from './estado.service.js';
import { RELOGIO, type Relogio } from './relogio.js';
import { sincronizacaoSchema, toSincronizacaoJson, type SincronizacaoJson } from './sincronizacao.schema.js';

/** How whole and how fresh the copy of PNCP is; the same for all organisations. */
@ApiTags('Operação')
@ExigeEscopo('licitacoes:ler')
@Controller('v1/sincronizacao')
export class SincronizacaoController {
  constructor(private readonly estado: EstadoService, @Inject(RELOGIO) private readonly relogio: Relogio) {}

  @Get()
  @ApiOperation({ summary: 'Mostra o estado da sincronização com o PNCP', description: 'Completude e idade por modalidade e estado, lacunas, itens e arquivos por buscar, erros por código e as últimas execuções. Igual para todas as organizações.' })
  @ApiOkResponse({ standardSchema: sincronizacaoSchema })
  @ApiErros(503)
  async getSincronizacao(): Promise<SincronizacaoJson> {
    return toSincronizacaoJson(await this.estado.read(), this.relogio.agora());
  }
}
