import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiComEtag, ApiErros, contentDisposition, sendComEtag, sinalDoCliente } from '../http/index.js';
import { naoEncontrado } from '../kernel/index.js';
import { TIPOS_RASCUNHO, type TipoRascunho } from './domain/documento.js';
import { FORMAS, MIME_DOCX, MIMES, parsePontos, pickForma } from './formas.js';
import { RascunhosService } from './rascunhos.service.js';

const consultaSchema = z.strictObject({
  formato: z.string().max(20).optional().meta({ description: `O formato, no lugar de Accept: ${FORMAS.join(', ')}.` }),
  pontos: z.string().max(5000).optional().meta({ description: 'Os pontos que entram, pelos códigos da folha de conferência do rascunho, separados por vírgula. Ausente: todos. Não se aplica ao checklist.' }),
});

/** Documents to be completed and signed by a person. */
@ApiTags('Rascunhos')
@Controller('v1/analises')
export class RascunhosController {
  constructor(private readonly rascunhos: RascunhosService) {}

  @Get(':id/rascunhos/:tipo')
  @ExigeEscopo('analises:ler')
  @ApiOperation({
    summary: 'Rascunho de pedido de esclarecimento, impugnação ou checklist',
    description: 'Feito da análise, por regras, com cada trecho citado. O que falta para enviar vem listado antes do documento e marcado com «…» no texto. Traz a data do dia em que é pedido (a da análise, se o momento foi simulado) e diz quando está fora do prazo. 409 enquanto a análise não termina, e quando não há o que impugnar ou esclarecer.',
  })
  @ApiParam({ name: 'tipo', enum: TIPOS_RASCUNHO, description: 'O documento.' })
  @ApiOkResponse({ description: 'O rascunho.', content: { 'text/markdown': { schema: { type: 'string' } }, [MIME_DOCX]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiComEtag()
  @ApiErros(404, 406, 409, 422)
  async getRascunho(@Quem() { organizacaoId }: Acesso, @Param('id', { schema: z.string() }) id: string, @Param('tipo') tipo: string, @Query({ schema: consultaSchema }) consulta: z.infer<typeof consultaSchema>, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const forma = pickForma(pedido.headers.accept, consulta.formato);
    const { nome, bytes } = await this.rascunhos.make(organizacaoId, id, { tipo: requireTipo(tipo), forma, pontos: parsePontos(consulta.pontos) }, sinalDoCliente(resposta));
    void resposta.header('content-disposition', contentDisposition(nome)).header('vary', 'accept, accept-encoding').header('x-content-type-options', 'nosniff');
    sendComEtag(pedido, resposta, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MIMES[forma]);
  }
}

/** @throws AlicitError `rascunho_desconhecido` */
function requireTipo(tipo: string): TipoRascunho {
  const conhecido = TIPOS_RASCUNHO.find((t) => t === tipo);
  if (!conhecido) throw naoEncontrado('rascunho_desconhecido', `Não há rascunho desse tipo. Há: ${TIPOS_RASCUNHO.join(', ')}.`);
  return conhecido;
}
