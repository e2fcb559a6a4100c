import { z } from 'zod';

/** ISO 8601, with offset. */
export const instante = z.iso.datetime({ offset: true });
/** Opaque; no dot, since it is signed as `id.timestamp.body`. */
export const id = z.string().regex(/^[\w-]{1,64}$/);
/** An address of the API. */
export const link = z.string().max(2048).describe('Endereço na API; relativo quando o serviço não tem URL pública configurada.');

/** What every event has. */
export const envelope = {
  id: id.describe('O mesmo em todas as tentativas e reenvios: use-o para não processar duas vezes.'),
  criadoEm: instante,
  organizacaoId: id,
};
