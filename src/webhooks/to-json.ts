import type { EntregaEntity } from './entrega.entity.js';
import type { EntregaComTentativas } from './entregas.service.js';
import { readEvento } from './payload.schema.js';
import type { WebhookEntity } from './webhook.entity.js';
import type { EntregaComTentativasJson, EntregaJson, WebhookJson } from './webhooks.schema.js';

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;

/** As the API shows it: never a secret, sealed or not. */
export const toWebhookJson = (w: WebhookEntity, agora = new Date()): WebhookJson => ({
  id: w.id, url: w.url, eventos: w.eventos, ativo: w.ativo, motivoDesativado: w.ativo ? null : w.motivoDesativado, falhandoDesde: iso(w.falhandoDesde),
  segredoAnteriorAte: w.segredoAnteriorAte && w.segredoAnteriorAte > agora ? w.segredoAnteriorAte.toISOString() : null, criadoEm: w.criadoEm.toISOString(),
});

export const toEntregaJson = (e: EntregaEntity): EntregaJson => ({
  id: e.id, eventoId: e.eventoId, tipo: e.tipo, estado: e.estado, tentativas: e.tentativas, proximaEm: iso(e.proximaEm), reenvioDe: e.reenvioDe, criadaEm: e.criadaEm.toISOString(), terminadaEm: iso(e.terminadaEm),
});

export const toEntregaComTentativasJson = ({ entrega, corpo, tentativas }: EntregaComTentativas): EntregaComTentativasJson => ({
  ...toEntregaJson(entrega), evento: readEvento(corpo),
  historico: tentativas.map((t) => ({ numero: t.numero, em: t.em.toISOString(), ms: t.ms, status: t.status, resultado: t.resultado, codigo: t.codigo, motivo: t.motivo, resposta: t.resposta, respostaCortada: t.respostaCortada })),
});
