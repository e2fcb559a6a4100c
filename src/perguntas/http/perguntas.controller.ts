import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { ApiConteudos, ApiErros, sinalDoCliente, type Paginacao, type PedidoIdempotente } from '../../http/index.js';
import type { ConversaEntity } from '../memoria/conversa.entity.js';
import { ConversasService } from '../memoria/conversas.service.js';
import { PerguntasService } from '../perguntas.service.js';
import { Vagas } from '../vagas.js';
import { answerSse, wantsSse } from './answer-sse.js';
import { conversaSchema, conversasSchema, paginacaoConversas, perguntaFeitaSchema, respostaSchema, type ConversaResumoJson } from './perguntas.schema.js';

const EXEMPLO_SSE = 'event: andamento\ndata: {"fase":"buscando"}\n\nevent: trechos\ndata: {"trechos":[]}\n\nevent: afirmacao\ndata: {"texto":"…","citacoes":[]}\n\nevent: resposta\ndata: {"id":"per_…","encontrado":true}\n\n';

/** Questions to the documents of a tender, and the conversations they make. */
@ApiTags('Perguntas')
@Controller('v1/licitacoes/:id')
export class PerguntasController {
  constructor(private readonly perguntas: PerguntasService, private readonly conversas: ConversasService, private readonly vagas: Vagas, @Inject(CONFIG) private readonly config: Config) {}

  @Post('perguntas')
  @ExigeEscopo('analises:escrever')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Pergunta ao edital',
    description: 'Responde com as citações conferidas na página, ou diz que não encontrou. Com `Accept: text/event-stream`, conta o andamento: eventos `andamento`, `trechos`, `afirmacao` (cada uma assim que é conferida), `resposta` (o mesmo objeto do JSON) ou `erro` (um Problema). Sem modelo configurado, ou quando ele não responde, a resposta são os trechos que melhor respondem, citados, e `motivoSemModelo` diz por quê. 409 `leitura_em_curso`, com Retry-After, enquanto os documentos não foram lidos.',
  })
  @ApiHeader({ name: 'Accept', required: false, description: '`text/event-stream` para acompanhar.', schema: { type: 'string' } })
  @ApiConteudos('A resposta.', { 'application/json': respostaSchema, 'text/event-stream': z.string().meta({ examples: [EXEMPLO_SSE] }) })
  @ApiErros(400, 404, 409, 413, 415, 422, 503)
  async askLicitacao(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: perguntaFeitaSchema }) feita: z.infer<typeof perguntaFeitaSchema>, @Req() pedido: FastifyRequest & PedidoIdempotente, @Res() resposta: FastifyReply): Promise<void> {
    await this.vagas.use(quem.chaveId, async () => {
      const aberta = await this.perguntas.open(quem.organizacaoId, id, feita);
      void resposta.header('content-location', `${this.config.http.urlPublica ?? ''}/v1/licitacoes/${id}/conversas/${aberta.conversaId}`).header('cache-control', 'no-store').header('vary', 'accept');
      if (wantsSse(pedido)) return answerSse(pedido, resposta, (tell, sinal) => this.perguntas.answer(aberta, tell, sinal));
      await resposta.status(200).send(await this.perguntas.answer(aberta, () => undefined, sinalDoCliente(resposta)));
    });
  }

  @Get('conversas')
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Lista as conversas de uma licitação', description: 'Da mais nova à mais antiga.' })
  @ApiOkResponse({ standardSchema: conversasSchema })
  @ApiErros(404, 422)
  async listConversas(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: paginacaoConversas }) pagina: Paginacao): Promise<{ itens: ConversaResumoJson[]; proximo: string | null }> {
    const { itens, proximo } = await this.conversas.list(organizacaoId, id, pagina);
    return { itens: itens.map(toResumo), proximo };
  }

  @Get('conversas/:conversaId')
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Lê uma conversa', description: 'Com as perguntas e respostas, da primeira à última.' })
  @ApiOkResponse({ standardSchema: conversaSchema })
  @ApiErros(404)
  async getConversa(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('conversaId') conversaId: string): Promise<unknown> {
    const { conversa, turnos } = await this.conversas.get(organizacaoId, id, conversaId);
    return { ...toResumo(conversa), turnos };
  }

  @Delete('conversas/:conversaId')
  @ExigeEscopo('analises:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga uma conversa', description: 'Para sempre: perguntas e respostas.' })
  @ApiNoContentResponse({ description: 'Apagada.' })
  @ApiErros(404)
  async deleteConversa(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('conversaId') conversaId: string): Promise<void> {
    await this.conversas.erase(organizacaoId, id, conversaId);
  }
}

const toResumo = ({ id, licitacaoId, titulo, turnos, criadaEm, atualizadaEm }: ConversaEntity): ConversaResumoJson => ({ id, licitacaoId, titulo, perguntas: turnos, criadaEm: criadaEm.toISOString(), atualizadaEm: atualizadaEm.toISOString() });
