import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiComEtag, ApiConteudos, ApiErros, ComCorpos, sendCorpos } from '../http/index.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { chooseForma, FORMAS, RelatorioService, TIPOS, type Forma } from './relatorio.service.js';
import { FluxoSse } from './fluxo-sse.js';
import { relatorioJsonSchema } from './relatorio.schema.js';

const consultaSchema = z.strictObject({ formato: z.string().max(20).optional().meta({ description: `O formato, no lugar de Accept: ${FORMAS.join(', ')}.` }) });
/** It shows text of third parties: nothing in it may run or be fetched. */
const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** What an analysis gives: its report, and its events while it runs. */
@ApiTags('Análises')
@Controller('v1/analises')
export class ResultadoController {
  constructor(private readonly relatorios: RelatorioService, private readonly fluxos: FluxoSse) {}

  @Get(':id/relatorio')
  @ComCorpos()
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Relatório de uma análise', description: 'Em JSON (a análise inteira, com a prova de cada fato), Markdown ou HTML, conforme `Accept` ou `formato`. 409 enquanto não há relatório.' })
  @ApiConteudos('O relatório.', { 'application/json': relatorioJsonSchema, 'text/markdown': z.string(), 'text/html': z.string() })
  @ApiComEtag()
  @ApiErros(404, 406, 409, 422)
  async getRelatorio(@Quem() quem: Acesso, @Param('id', { schema: z.string() }) id: string, @Query({ schema: consultaSchema }) { formato }: { formato?: string }, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const ref = await this.relatorios.find(quem.organizacaoId, id, pickForma(pedido, formato));
    void resposta.header('vary', 'accept, accept-encoding').header('x-content-type-options', 'nosniff');
    if (ref.forma === 'html') void resposta.header('content-security-policy', CSP).header('referrer-policy', 'no-referrer');
    await sendCorpos(pedido, resposta, { corpos: () => this.relatorios.corpos(ref), etag: ref.etag, tipo: TIPOS[ref.forma] });
  }

  @Get(':id/eventos')
  @ExigeEscopo('analises:ler')
  @ApiOperation({ summary: 'Acompanha uma análise', description: 'Server-sent events: o `id` de cada evento é a sua sequência; com `Last-Event-ID`, continua dali. Termina depois do evento final (`analise.concluida`, `analise.falhou` ou `analise.cancelada`).' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Sequência do último evento recebido.', schema: { type: 'string' } })
  @ApiConteudos('Os eventos, enquanto a análise anda.', { 'text/event-stream': z.string().meta({ examples: ['id: 3\nevent: analise.etapa\ndata: {"etapa":"ler"}\n\n'] }) })
  @ApiNoContentResponse({ description: 'A análise já terminou e `Last-Event-ID` é o último evento: não há o que acompanhar.' })
  @ApiErros(404)
  async followAnalise(@Quem() quem: Acesso, @Param('id', { schema: z.string() }) id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    await this.fluxos.open(quem, id, pedido, resposta);
  }
}

/** @throws AlicitError `formato_invalido`, `nao_aceitavel` (406) */
function pickForma(pedido: FastifyRequest, formato: string | undefined): Forma {
  if (formato !== undefined) {
    const forma = FORMAS.find((f) => f === formato.toLowerCase());
    if (!forma) throw invalido('formato_invalido', `O formato deve ser um destes: ${FORMAS.join(', ')}.`, { erros: [{ ponteiro: '/formato', mensagem: 'formato desconhecido' }] });
    return forma;
  }
  const forma = chooseForma(pedido.headers.accept);
  if (!forma) throw new AlicitError('invalido', 'nao_aceitavel', 'O relatório é oferecido em application/json, text/markdown e text/html: ajuste o cabeçalho Accept.');
  return forma;
}
