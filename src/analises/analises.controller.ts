import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { ApiComEtag, ApiCorpos, ApiErros, codificacaoPara, ComCorpos, parseDados, sendCorpos } from '../http/index.js';
import { readAgora } from './agora.js';
import { analisePedidaSchema, analiseSchema, filtroAnalisesSchema, listaAnalisesSchema, formularioAnaliseSchema, pedidoAnaliseSchema, type FiltroAnalises } from './analise.schema.js';
import { AnalisesService } from './analises.service.js';
import { EnvioService, requireEscopo, type EnvioPronto } from './envio.service.js';
import { EsperaService } from './espera.service.js';
import { PedidosService } from './pedidos.service.js';
import { PeloNumeroService } from './pelo-numero.service.js';
import { readEspera } from './prefer.js';
import { AtalhoAnalise, ESCOPO_LER } from './respostas/atalho-analise.service.js';

/** Files fetched by number are waited for at least this long. */
const ESPERA_ARQUIVOS_MS = 8000;

/** Analyses: asked for, followed, read, stopped, erased. */
@ApiTags('Análises')
@Controller('v1/analises')
export class AnalisesController {
  constructor(
    private readonly analises: AnalisesService, private readonly pedidos: PedidosService, private readonly envios: EnvioService, private readonly espera: EsperaService, private readonly peloNumero: PeloNumeroService, private readonly atalho: AtalhoAnalise, @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @ExigeEscopo('analises:escrever')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Pede uma análise',
    description: 'Com tudo num só pedido (multipart: arquivos, empresa e, se houver, licitação) ou por referências (JSON): a empresa guardada e a licitação guardada, ou o número dela no PNCP. Responde 202 com o endereço da análise; com `Prefer: wait=N`, espera até N segundos (no máximo 60) e responde 200 se ela terminar. Se já há uma análise das mesmas entradas, concluída e ainda válida, responde 200 com ela.',
  })
  @ApiCorpos({ 'application/json': pedidoAnaliseSchema, 'multipart/form-data': formularioAnaliseSchema })
  @ApiHeader({ name: 'Prefer', required: false, description: '`wait=N`: espera até N segundos pelo resultado.', schema: { type: 'string' } })
  @ApiResponse({ status: 202, description: 'Aceita: acompanhe em Location.', standardSchema: analisePedidaSchema, headers: { Location: { schema: { type: 'string' } } } })
  @ApiOkResponse({ description: 'Já havia uma igual, ou terminou dentro da espera.', standardSchema: analisePedidaSchema })
  @ApiErros(400, 404, 409, 413, 415, 422, 503)
  async createAnalise(@Quem() quem: Acesso, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const envio = pedido.isMultipart() ? await this.envios.receive(pedido, quem) : { ...(await this.readPedido(quem, pedido)), arquivos: null, avisos: null };
    const { id, situacao } = await this.pedidos.request(quem.organizacaoId, { empresaId: envio.empresaId, licitacaoId: envio.licitacaoId, agora: readAgora(quem, envio.agora) });
    const terminou = situacao === 'pronta' || (await this.espera.wait(quem, id, readEspera(pedido.headers['prefer']), resposta));
    await this.answer(quem, id, { terminou, reaproveitada: situacao !== 'nova', envio }, resposta);
  }

  @Get()
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Lista análises', description: 'Da mais nova à mais antiga.' })
  @ApiOkResponse({ standardSchema: listaAnalisesSchema })
  @ApiErros(422)
  listAnalises(@Quem() quem: Acesso, @Query({ schema: filtroAnalisesSchema }) filtro: FiltroAnalises): Promise<unknown> {
    return this.analises.list(quem.organizacaoId, filtro);
  }

  @Get(':id')
  @ComCorpos()
  @ExigeEscopo(ESCOPO_LER)
  @ApiOperation({ summary: 'Consulta uma análise', description: 'Estado, etapa, progresso, tentativas, versões e a decisão em resumo. Com `If-None-Match`, 304 enquanto nada mudou. O que muda em uma análise terminada (desatualizada, apagada) aparece em até 1 segundo.' })
  @ApiOkResponse({ standardSchema: analiseSchema })
  @ApiComEtag()
  @ApiErros(404)
  async getAnalise(@Quem() quem: Acesso, @Param('id', { schema: z.string() }) id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const pronta = await this.analises.view(quem.organizacaoId, id);
    this.atalho.learn(pedido, resposta, pronta, codificacaoPara(pedido, pronta.corpos));
    await sendCorpos(pedido, resposta, { ...pronta, tipo: 'application/json; charset=utf-8' });
  }

  @Post(':id/cancelar')
  @ExigeEscopo('analises:escrever')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancela uma análise', description: 'Na fila, não começa; em execução, para em segundos. Repetir não muda nada.' })
  @ApiOkResponse({ standardSchema: analiseSchema })
  @ApiErros(404, 409)
  async cancelAnalise(@Quem() quem: Acesso, @Param('id', { schema: z.string() }) id: string): Promise<unknown> {
    await this.analises.cancel(quem.organizacaoId, id);
    return this.analises.get(quem.organizacaoId, id);
  }

  @Delete(':id')
  @ExigeEscopo('analises:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga uma análise', description: 'Para sempre: eventos, histórico, julgamento e relatório. A licitação e a empresa ficam.' })
  @ApiNoContentResponse({ description: 'Apagada.' })
  @ApiErros(404)
  async deleteAnalise(@Quem() quem: Acesso, @Param('id', { schema: z.string() }) id: string): Promise<void> {
    await this.analises.erase(quem.organizacaoId, id);
  }

  private async readPedido(quem: Acesso, pedido: FastifyRequest): Promise<{ empresaId: string; licitacaoId: string; agora?: string | undefined }> {
    const { empresaId, licitacaoId, numeroControlePNCP, agora } = parseDados(pedidoAnaliseSchema, pedido.body);
    if (licitacaoId !== undefined) return { empresaId, licitacaoId, agora };
    requireEscopo(quem, 'licitacoes:escrever', 'numeroControlePNCP');
    return { empresaId, agora, licitacaoId: await this.peloNumero.prepare(quem.organizacaoId, numeroControlePNCP!, Math.max(ESPERA_ARQUIVOS_MS, readEspera(pedido.headers['prefer']))) };
  }

  private async answer(quem: Acesso, id: string, { terminou, reaproveitada, envio }: { terminou: boolean; reaproveitada: boolean; envio: Pick<EnvioPronto, 'arquivos' | 'avisos'> | { arquivos: null; avisos: null } }, resposta: FastifyReply): Promise<void> {
    const analise = await this.analises.get(quem.organizacaoId, id);
    if (reaproveitada) void resposta.header('x-analise-reaproveitada', '1');
    void resposta.status(terminou ? 200 : 202).header('location', `${this.config.http.urlPublica ?? ''}/v1/analises/${id}`).header('cache-control', 'no-store');
    await resposta.send({ ...analise, reaproveitada, ...(envio.arquivos?.length ? { arquivos: envio.arquivos } : {}), ...(envio.avisos?.length ? { avisos: envio.avisos } : {}) });
  }
}
