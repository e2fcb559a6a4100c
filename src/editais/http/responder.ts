import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendComEtag } from '../../http/index.js';
import type { EstadoLeitura } from '../leituras/leituras.service.js';
import { requireLegivel, type LeituraProntaDe } from '../leituras/require-pronta.js';
import { toAndamento } from './to-leitura-api.js';

interface Pedido {
  readonly pedido: FastifyRequest;
  readonly resposta: FastifyReply;
}

/** 202: still being read. */
export function sendEmCurso(resposta: FastifyReply, corpo: object, tentarEmS: number): void {
  void resposta.status(202).header('retry-after', String(tentarEmS)).header('cache-control', 'no-store').send(corpo);
}

/**
 * Answers from a finished reading (200, with ETag), or tells that it is being made (202 with Retry-After).
 * @throws AlicitError `sem_arquivos`, `leitura_falhou` (409)
 */
export async function sendQuandoPronta({ pedido, resposta }: Pedido, licitacaoId: string, estado: EstadoLeitura, fazer: (pronta: LeituraProntaDe) => Promise<object> | object): Promise<void> {
  const e = requireLegivel(estado);
  if (e.estado === 'pronta') return sendComEtag(pedido, resposta, JSON.stringify(await fazer(e)));
  sendEmCurso(resposta, { licitacaoId, estado: e.estado, andamento: toAndamento(e.andamento) }, e.tentarEmS);
}
