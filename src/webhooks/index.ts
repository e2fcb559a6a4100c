export { ESPERAS_MS, MAX_ESPERA_PEDIDA_MS, readRetryAfter, scheduleTentativa, type ProximaTentativa } from './domain/backoff.js';
export { type Classificacao, type DesfechoEntrega } from './domain/classify-resposta.js';
export { pickSegredosValidos, rotateSegredo, SOBREPOSICAO_MS, type Segredos } from './domain/segredos.js';
export { ARQUIVO_CHAVE, toChaveMestra } from './domain/selo.js';
export { createSegredo, sign, TOLERANCIA_S, verifySignature, type CabecalhosAssinatura, type MensagemAssinada, type ResultadoVerificacao } from './domain/sign.js';
export { avisoDadosSchema, type AvisoDados } from './payload-avisos.schema.js';
export { eventoWebhookSchema, serializeEvento, tipoEventoSchema, type EventoWebhook, type TipoEvento } from './payload.schema.js';
export { MAX_BYTES_EVENTO, MAX_BYTES_RESPOSTA, sendEntrega, type ContextoEntrega, type Entrega, type ResultadoEntrega } from './send-entrega.js';
