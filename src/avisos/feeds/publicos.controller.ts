import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { LimitesService } from '../../acesso/acesso.module.js';
import { Publica } from '../../acesso/index.js';
import { ApiComEtag, ApiErrosPublicos, sendComEtag } from '../../http/index.js';
import { AlicitError, naoEncontrado } from '../../kernel/index.js';
import { ConteudoService } from './conteudo.service.js';
import { FeedsService, type FeedAberto } from './feeds.service.js';
import type { TipoFeed } from './feeds.schema.js';

/** Readings of one address in a minute, per process: programs ask a few times an hour. */
const LEITURAS_POR_MINUTO = 30;
const SEGREDO = { name: 'segredo', description: 'O segredo do endereço, mostrado uma vez por POST /v1/empresas/{id}/feeds.', schema: { type: 'string' as const } };
const TEXTO = { schema: { type: 'string' as const } };

/** What readers of feeds and calendars fetch: the address is the secret, and asks for no key. */
@ApiTags('Avisos')
@Publica()
@Controller('v1')
export class PublicosController {
  private readonly leituras = new RateLimiterMemory({ keyPrefix: '', points: LEITURAS_POR_MINUTO, duration: 60 });

  constructor(private readonly feeds: FeedsService, private readonly conteudo: ConteudoService, private readonly limites: LimitesService) {}

  @Get('feeds/:segredo.atom')
  @ApiParam(SEGREDO)
  @ApiOperation({ summary: 'Os avisos de uma empresa em Atom', description: 'Os 100 mais novos. O endereço é secreto (POST /v1/empresas/{id}/feeds).', security: [] })
  @ApiOkResponse({ description: 'Atom (RFC 4287).', content: { 'application/atom+xml': TEXTO } })
  @ApiComEtag()
  @ApiErrosPublicos(404)
  async getFeed(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const feed = await this.open(pedido, segredo, 'atom');
    send(pedido, resposta, await this.conteudo.atom(feed), 'application/atom+xml; charset=utf-8');
  }

  @Get('calendarios/:segredo.ics')
  @ApiParam(SEGREDO)
  @ApiOperation({ summary: 'Os prazos de uma empresa em iCalendar', description: 'Das licitações analisadas e acompanhadas, e as validades das certidões. O endereço é secreto (POST /v1/empresas/{id}/feeds).', security: [] })
  @ApiOkResponse({ description: 'iCalendar (RFC 5545).', content: { 'text/calendar': TEXTO } })
  @ApiComEtag()
  @ApiErrosPublicos(404)
  async getCalendario(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const feed = await this.open(pedido, segredo, 'ics');
    send(pedido, resposta, await this.conteudo.ics(feed), 'text/calendar; charset=utf-8');
  }

  /** @throws AlicitError `feed_nao_encontrado` (the same for what never was and what was revoked), `muitas_falhas`, `muitos_pedidos` */
  private async open(pedido: FastifyRequest, segredo: string, tipo: TipoFeed): Promise<FeedAberto> {
    const feed = await this.feeds.open(segredo, tipo);
    if (!feed) {
      // Only what is none counts against who asks: readers of good addresses may share theirs with anyone.
      await this.limites.risk(pedido.ip);
      throw naoEncontrado('feed_nao_encontrado', 'Este endereço não existe ou foi revogado: peça outro a quem o criou.');
    }
    await this.leituras.consume(feed.id).catch((r: unknown) => {
      if (!(r instanceof RateLimiterRes)) throw r;
      throw new AlicitError('limite', 'muitos_pedidos', 'Este endereço foi lido vezes demais em pouco tempo: espere o tempo de Retry-After.', { tentarEmS: r.msBeforeNext / 1000 });
    });
    return feed;
  }
}

function send(pedido: FastifyRequest, resposta: FastifyReply, corpo: string, tipo: string): void {
  void resposta.header('x-robots-tag', 'noindex');
  sendComEtag(pedido, resposta, corpo, tipo);
}
