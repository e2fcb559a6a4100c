import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Publica } from '../../src/acesso/index.js';
import { Descontinuada } from '../../src/http/descontinuada.js';
import { paginacaoDe, readMultipart, sendComEtag } from '../../src/http/index.js';

const coisaSchema = z.object({ nome: z.string().min(2), dentro: z.object({ n: z.int() }).optional(), cor: z.enum(['azul', 'verde']).optional() });
/** More than what is worth compressing. */
export const GRANDE = JSON.stringify({ texto: 'edital '.repeat(2000) });

/** Routes that meet every refusal of the edge. */
@Publica()
@Controller('v1/borda')
export class BordaController {
  @Post()
  post(@Body({ schema: coisaSchema }) coisa: unknown): unknown {
    return coisa;
  }

  @Get()
  list(@Query({ schema: paginacaoDe('emp') }) pagina: unknown): unknown {
    return pagina;
  }

  @Get('quebra')
  breakDown(): never {
    throw new Error('segredo na mensagem');
  }

  @Get('grande')
  big(@Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): void {
    sendComEtag(pedido, resposta, GRANDE);
  }

  @Get('comprimida')
  compressed(@Res() resposta: FastifyReply): void {
    void resposta.header('content-encoding', 'gzip').header('vary', 'accept-encoding').type('application/json').send(gzipSync(GRANDE));
  }

  @Get('eventos')
  events(@Res() resposta: FastifyReply): void {
    void resposta.type('text/event-stream').send(`data: ${GRANDE}\n\n`);
  }

  @Get('velha')
  @Descontinuada({ desde: '2026-01-01', fim: '2027-01-01', alternativa: '/v1/borda/nova' })
  old(): object {
    return {};
  }

  @Get('ids/:id')
  byId(@Param('id', { schema: z.string().regex(/^coi_/, 'identificador inválido') }) id: string): object {
    return { id };
  }

  @Post('arquivos')
  async files(@Req() pedido: FastifyRequest): Promise<{ bytes: number }> {
    let bytes = 0;
    for await (const parte of readMultipart(pedido, { maxBytesArquivo: 1000, maxArquivos: 2 })) if (parte.tipo === 'arquivo') for await (const pedaco of parte.conteudo as AsyncIterable<Buffer>) bytes += pedaco.length;
    return { bytes };
  }
}

