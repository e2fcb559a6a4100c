export { responderSemModelo, type OpcoesResponder } from './domain/responder.js';
export type { CitacaoResposta, RespostaPergunta, TrechoDaResposta } from './domain/tipos.js';
