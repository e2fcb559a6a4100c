import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiErros } from '../../http/index.js';
import { listRetornosQuery, retornoEntradaSchema, retornoSchema, retornosSchema, toRetorno, type ListRetornosQuery, type RetornoEntrada, type RetornoJson } from './retorno.schema.js';
import { RetornosService } from './retornos.service.js';

@ApiTags('Recomendações')
@Controller('v1/empresas/:id')
export class RetornosController {
  constructor(private readonly retornos: RetornosService) {}

  @Put('recomendacoes/:numero/retorno')
  @ExigeEscopo('empresas:escrever')
  @ApiOperation({ summary: 'Diz o que achou de uma licitação', description: 'Move a próxima lista de recomendações. Vale o último dito. No endereço, a barra do número vai como %2F. Qualquer licitação do acervo serve, recomendada ou não.' })
  @ApiCreatedResponse({ standardSchema: retornoSchema, description: 'Dito pela primeira vez.' })
  @ApiOkResponse({ standardSchema: retornoSchema, description: 'Já tinha dito: trocado.' })
  @ApiErros(400, 404, 413, 415, 422)
  async sayRetorno(@Quem() quem: Acesso, @Param('id') id: string, @Param('numero') numero: string, @Body({ schema: retornoEntradaSchema }) dito: RetornoEntrada, @Res({ passthrough: true }) resposta: FastifyReply): Promise<RetornoJson> {
    const { retorno, criado } = await this.retornos.put(quem.organizacaoId, id, numero, dito);
    void resposta.status(criado ? 201 : 200);
    return toRetorno(retorno);
  }

  @Get('recomendacoes/:numero/retorno')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lê o que a empresa disse de uma licitação', description: 'Com o que a licitação era quando a empresa falou dela.' })
  @ApiOkResponse({ standardSchema: retornoSchema })
  @ApiErros(404)
  async getRetorno(@Quem() quem: Acesso, @Param('id') id: string, @Param('numero') numero: string): Promise<RetornoJson> {
    return toRetorno(await this.retornos.get(quem.organizacaoId, id, numero));
  }

  @Delete('recomendacoes/:numero/retorno')
  @ExigeEscopo('empresas:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Retira o que a empresa disse de uma licitação', description: 'A próxima lista é como se nada tivesse sido dito.' })
  @ApiNoContentResponse({ description: 'Retirado.' })
  @ApiErros(404)
  eraseRetorno(@Quem() quem: Acesso, @Param('id') id: string, @Param('numero') numero: string): Promise<void> {
    return this.retornos.erase(quem.organizacaoId, id, numero);
  }

  @Get('retornos')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista o que a empresa disse das licitações', description: 'Do mais novo ao mais antigo; também das que não interessam, que a lista de recomendações esconde.' })
  @ApiOkResponse({ standardSchema: retornosSchema })
  @ApiErros(404, 422)
  async listRetornos(@Quem() quem: Acesso, @Param('id') id: string, @Query({ schema: listRetornosQuery }) consulta: ListRetornosQuery): Promise<{ itens: RetornoJson[]; proximo: string | null }> {
    const { itens, proximo } = await this.retornos.list(quem.organizacaoId, id, consulta);
    return { itens: itens.map(toRetorno), proximo };
  }
}
