import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ComSegredo, ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { ApiErros, type Paginacao } from '../../http/index.js';
import type { FeedEntity } from './feed.entity.js';
import { feedComUrlSchema, feedsSchema, novoFeedSchema, paginaFeedsQuery, type FeedJson, type TipoFeed } from './feeds.schema.js';
import { FeedsService } from './feeds.service.js';

const CAMINHOS: Readonly<Record<TipoFeed, string>> = { atom: 'feeds', ics: 'calendarios' };

/** Secret addresses of a company: whoever has one reads without a key. */
@ApiTags('Avisos')
@Controller('v1/empresas/:id/feeds')
export class FeedsController {
  constructor(private readonly feeds: FeedsService, @Inject(CONFIG) private readonly config: Config) {}

  @Post()
  @ComSegredo()
  @ExigeEscopo('empresas:escrever')
  @ApiOperation({ summary: 'Cria um endereço secreto de avisos ou de prazos', description: 'O endereço só aparece nesta resposta. Até 20 por empresa.' })
  @ApiCreatedResponse({ standardSchema: feedComUrlSchema })
  @ApiErros(404, 409, 422)
  async createFeed(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Body({ schema: novoFeedSchema }) { tipo }: z.infer<typeof novoFeedSchema>, @Res({ passthrough: true }) resposta: FastifyReply): Promise<z.infer<typeof feedComUrlSchema>> {
    const { feed, segredo } = await this.feeds.create(organizacaoId, id, tipo);
    void resposta.header('cache-control', 'no-store');
    return { ...toJson(feed), url: `${this.config.http.urlPublica ?? ''}/v1/${CAMINHOS[tipo]}/${segredo}.${tipo}` };
  }

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista os endereços secretos da empresa', description: 'Sem os segredos, com a última leitura de cada um.' })
  @ApiOkResponse({ standardSchema: feedsSchema })
  @ApiErros(404, 422)
  async listFeeds(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: paginaFeedsQuery }) pagina: Paginacao): Promise<z.infer<typeof feedsSchema>> {
    const { itens, proximo } = await this.feeds.page(organizacaoId, id, pagina);
    return { itens: itens.map(toJson), proximo };
  }

  @Delete(':feedId')
  @HttpCode(204)
  @ExigeEscopo('empresas:escrever')
  @ApiOperation({ summary: 'Revoga um endereço secreto', description: 'Deixa de responder na hora.' })
  @ApiNoContentResponse({ description: 'Revogado.' })
  @ApiErros(404)
  deleteFeed(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('feedId') feedId: string): Promise<void> {
    return this.feeds.revoke(organizacaoId, id, feedId);
  }
}

const toJson = (f: FeedEntity): FeedJson => ({ id: f.id, tipo: f.tipo, criadoEm: f.criadoEm.toISOString(), usadoEm: f.usadoEm?.toISOString() ?? null });
