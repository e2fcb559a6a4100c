import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ApiErros, paginacaoDe, type Paginacao } from '../http/index.js';
import type { Pagina } from '../storage/storage.module.js';
import { chaveCriadaSchema, chaveSchema, chavesSchema, novaChaveSchema, rotacaoSchema, type ChaveCriada, type ChaveJson, type NovaChave } from './chaves.schema.js';
import { ChavesService } from './chaves.service.js';
import { ExigeEscopo, Quem } from './decorators.js';
import type { Acesso } from './escopos.js';
import { ComSegredo } from './idempotencia/com-segredo.js';

/** API keys of the organisation of the key that asks. */
@ApiTags('Organização')
@ExigeEscopo('organizacao:gerir')
@Controller('v1/chaves')
export class ChavesController {
  constructor(private readonly chaves: ChavesService) {}

  @Post()
  @ComSegredo()
  @ApiOperation({ summary: 'Cria uma chave de API', description: 'A chave inteira só aparece nesta resposta. Uma chave só dá escopos que ela mesma tem.' })
  @ApiCreatedResponse({ standardSchema: chaveCriadaSchema })
  @ApiErros(409, 422)
  async createChave(@Quem() quem: Acesso, @Body({ schema: novaChaveSchema }) nova: NovaChave, @Res({ passthrough: true }) resposta: FastifyReply): Promise<ChaveCriada> {
    return located(resposta, await this.chaves.create(quem.organizacaoId, nova, quem));
  }

  @Get()
  @ApiOperation({ summary: 'Lista as chaves de API', description: 'Da mais nova para a mais antiga, também as expiradas e as revogadas.' })
  @ApiOkResponse({ standardSchema: chavesSchema })
  @ApiErros(422)
  listChaves(@Quem() quem: Acesso, @Query({ schema: paginacaoDe('chv') }) pagina: Paginacao): Promise<Pagina<ChaveJson>> {
    return this.chaves.page(quem.organizacaoId, pagina);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Mostra uma chave de API', description: 'Escopos, datas, último uso e estado; nunca a chave.' })
  @ApiOkResponse({ standardSchema: chaveSchema })
  @ApiErros(404)
  getChave(@Quem() quem: Acesso, @Param('id') id: string): Promise<ChaveJson> {
    return this.chaves.get(quem.organizacaoId, id);
  }

  @Post(':id/rotacionar')
  @ComSegredo()
  @ApiOperation({ summary: 'Troca uma chave de API', description: 'Cria outra com os mesmos nome, escopos e duração; a antiga deixa de valer ao fim da sobreposição.' })
  @ApiCreatedResponse({ standardSchema: chaveCriadaSchema })
  @ApiErros(404, 409, 422)
  async rotateChave(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: rotacaoSchema.prefault({}) }) rotacao: z.infer<typeof rotacaoSchema>, @Res({ passthrough: true }) resposta: FastifyReply): Promise<ChaveCriada> {
    return located(resposta, await this.chaves.rotate(quem.organizacaoId, id, rotacao.sobreposicaoS, quem));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoga uma chave de API', description: 'Deixa de valer em até 5 segundos em todos os processos. Repetir não muda nada. A última chave com organizacao:gerir não pode ser revogada.' })
  @ApiNoContentResponse({ description: 'Revogada.' })
  @ApiErros(404, 409)
  revokeChave(@Quem() quem: Acesso, @Param('id') id: string): Promise<void> {
    return this.chaves.revoke(quem.organizacaoId, id, quem);
  }
}

function located(resposta: FastifyReply, criada: ChaveCriada): ChaveCriada {
  void resposta.header('location', `/v1/chaves/${criada.id}`).header('cache-control', 'no-store');
  return criada;
}
