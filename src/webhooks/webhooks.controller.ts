import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ComSegredo, ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiErros, paginacaoDe, type Paginacao } from '../http/index.js';
import { EntregasService } from './entregas.service.js';
import { toEntregaComTentativasJson, toEntregaJson, toWebhookJson } from './to-json.js';
import {
  entregaComTentativasSchema, entregaSchema, entregasSchema, filtroEntregasSchema, mudancaWebhookSchema, novoWebhookSchema, webhookComSegredoSchema, webhookSchema, webhooksSchema,
  type EntregaComTentativasJson, type EntregaJson, type WebhookJson,
} from './webhooks.schema.js';
import { WebhooksService, type WebhookESegredo } from './webhooks.service.js';

type WebhookComSegredo = z.infer<typeof webhookComSegredoSchema>;
const REENVIO = 'O evento vai com o mesmo webhook-id e o mesmo corpo, assinado de novo. Uma entrega terminada gera outra; uma pendente é adiantada.';

/** The webhooks of the organisation of the key that asks, and what was delivered to them. */
@ApiTags('Webhooks')
@ExigeEscopo('webhooks:gerir')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService, private readonly entregas: EntregasService) {}

  @Post()
  @ComSegredo()
  @ApiOperation({ summary: 'Cria um webhook', description: 'O segredo que assina só aparece nesta resposta. Até 20 por organização.' })
  @ApiCreatedResponse({ standardSchema: webhookComSegredoSchema })
  @ApiErros(409, 422, 503)
  async createWebhook(@Quem() { organizacaoId }: Acesso, @Body({ schema: novoWebhookSchema }) novo: z.infer<typeof novoWebhookSchema>, @Res({ passthrough: true }) resposta: FastifyReply): Promise<WebhookComSegredo> {
    const criado = showSegredo(resposta, await this.webhooks.create(organizacaoId, novo));
    void resposta.header('location', `/v1/webhooks/${criado.id}`);
    return criado;
  }

  @Get()
  @ApiOperation({ summary: 'Lista os webhooks', description: 'Do mais novo para o mais antigo, também os desativados.' })
  @ApiOkResponse({ standardSchema: webhooksSchema })
  @ApiErros(422)
  async listWebhooks(@Quem() { organizacaoId }: Acesso, @Query({ schema: paginacaoDe('whk') }) pagina: Paginacao): Promise<z.infer<typeof webhooksSchema>> {
    const { itens, proximo } = await this.webhooks.page(organizacaoId, pagina);
    return { itens: itens.map((w) => toWebhookJson(w)), proximo };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Mostra um webhook', description: 'Sem o segredo. Quando desativado, diz por quê.' })
  @ApiOkResponse({ standardSchema: webhookSchema })
  @ApiErros(404)
  async getWebhook(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<WebhookJson> {
    return toWebhookJson(await this.webhooks.get(organizacaoId, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Muda um webhook', description: 'Endereço, eventos, ou se está ativo. O que foi cancelado enquanto esteve desativado pode ser reenviado.' })
  @ApiOkResponse({ standardSchema: webhookSchema })
  @ApiErros(404, 422)
  async patchWebhook(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Body({ schema: mudancaWebhookSchema }) mudanca: z.infer<typeof mudancaWebhookSchema>): Promise<WebhookJson> {
    return toWebhookJson(await this.webhooks.change(organizacaoId, id, mudanca));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga um webhook', description: 'Com o registro das entregas; as pendentes não são feitas.' })
  @ApiNoContentResponse({ description: 'Apagado.' })
  @ApiErros(404)
  deleteWebhook(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<void> {
    return this.webhooks.delete(organizacaoId, id);
  }

  @Post(':id/segredo')
  @ComSegredo()
  @HttpCode(200)
  @ApiOperation({ summary: 'Troca o segredo de um webhook', description: 'O novo só aparece nesta resposta. Por 24 horas os dois assinam.' })
  @ApiOkResponse({ standardSchema: webhookComSegredoSchema })
  @ApiErros(404, 503)
  async rotateSegredoWebhook(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Res({ passthrough: true }) resposta: FastifyReply): Promise<WebhookComSegredo> {
    return showSegredo(resposta, await this.webhooks.rotate(organizacaoId, id));
  }

  @Post(':id/teste')
  @HttpCode(202)
  @ApiOperation({ summary: 'Envia um evento de teste', description: 'Um evento webhook.teste, assinado como os outros, também a um webhook desativado. O resultado aparece na entrega.' })
  @ApiResponse({ status: 202, standardSchema: entregaSchema })
  @ApiErros(404, 503)
  async testWebhook(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Res({ passthrough: true }) resposta: FastifyReply): Promise<EntregaJson> {
    return this.showEntrega(organizacaoId, id, await this.webhooks.test(organizacaoId, id), resposta);
  }

  @Get(':id/entregas')
  @ApiOperation({ summary: 'Lista as entregas de um webhook', description: 'Da mais nova para a mais antiga.' })
  @ApiOkResponse({ standardSchema: entregasSchema })
  @ApiErros(404, 422)
  async listEntregas(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: filtroEntregasSchema }) filtro: z.infer<typeof filtroEntregasSchema>): Promise<z.infer<typeof entregasSchema>> {
    await this.webhooks.get(organizacaoId, id);
    const { itens, proximo } = await this.entregas.page(organizacaoId, id, filtro);
    return { itens: itens.map(toEntregaJson), proximo };
  }

  @Get(':id/entregas/:entregaId')
  @ApiOperation({ summary: 'Mostra uma entrega', description: 'O que foi enviado e cada tentativa: quando, quanto durou, o que o servidor respondeu.' })
  @ApiOkResponse({ standardSchema: entregaComTentativasSchema })
  @ApiErros(404)
  async getEntrega(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('entregaId') entregaId: string): Promise<EntregaComTentativasJson> {
    return toEntregaComTentativasJson(await this.entregas.get(organizacaoId, id, entregaId));
  }

  @Post(':id/entregas/:entregaId/reenviar')
  @HttpCode(202)
  @ApiOperation({ summary: 'Reenvia uma entrega', description: REENVIO })
  @ApiResponse({ status: 202, standardSchema: entregaSchema })
  @ApiErros(404, 409, 503)
  async resendEntrega(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('entregaId') entregaId: string, @Res({ passthrough: true }) resposta: FastifyReply): Promise<EntregaJson> {
    return this.showEntrega(organizacaoId, id, await this.webhooks.resend(organizacaoId, id, entregaId), resposta);
  }

  private async showEntrega(organizacaoId: string, id: string, entregaId: string, resposta: FastifyReply): Promise<EntregaJson> {
    void resposta.header('location', `/v1/webhooks/${id}/entregas/${entregaId}`);
    return toEntregaJson((await this.entregas.get(organizacaoId, id, entregaId)).entrega);
  }
}

function showSegredo(resposta: FastifyReply, { webhook, segredo }: WebhookESegredo): WebhookComSegredo {
  void resposta.header('cache-control', 'no-store');
  return { ...toWebhookJson(webhook), segredo };
}
