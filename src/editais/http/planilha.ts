import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiErros, contentDisposition, etagOf, hasEtag, sendComEtag } from '../../http/index.js';
import { itensToXlsx, type ItensParaCotar } from '../itens/exportar/index.js';
import { ApiLicitacaoId } from './documentar.js';
import { leituraEmCursoSchema } from './leitura.schema.js';

export const MIME_XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Part of the ETag: raise it with what the sheet shows. */
const VERSAO_PLANILHA = '1';

/** The sheet of items with its ETag, told from what it is made of: who has it already costs no sheet. */
export async function sendPlanilha(pedido: FastifyRequest, resposta: FastifyReply, dados: ItensParaCotar): Promise<void> {
  const etag = etagOf(`${VERSAO_PLANILHA}${JSON.stringify(dados)}`);
  void resposta.header('content-disposition', contentDisposition('itens.xlsx'));
  sendComEtag(pedido, resposta, hasEtag(pedido, etag) ? '' : await itensToXlsx(dados), MIME_XLSX, etag);
}

/** The operation that answers with the sheet. */
export const ApiDaPlanilha = (): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary: 'Os itens do edital em planilha, para cotar', description: 'XLSX com os itens lidos, colunas em branco para marca e preço, fórmulas de total e de diferença para o valor de referência, totais por lote e a conferência das contas.' }),
    ApiLicitacaoId(), ApiOkResponse({ description: 'A planilha.', content: { [MIME_XLSX]: { schema: { type: 'string', format: 'binary' } } } }),
    ApiResponse({ status: 202, description: 'Os documentos ainda estão sendo lidos: repita depois de Retry-After.', headers: { 'Retry-After': { description: 'Segundos.', schema: { type: 'integer' } } }, standardSchema: leituraEmCursoSchema }),
    ApiErros(404, 409),
  );
