import { createBaseDeConferencia } from '../agentes/index.js';
import { searchTrechos, type Conjunto, type Fatos, type IndiceBusca } from '../editais/index.js';
import { hashDe } from '../kernel/index.js';
import type { ModelosService } from '../modelos/modelos.module.js';
import { AgenteDaPergunta } from './agente/agente-da-pergunta.js';
import { checkAfirmacao } from './agente/check-afirmacao.js';
import { preparePergunta } from './agente/prepare-pergunta.js';
import { composeResposta } from './conversa/compose-resposta.js';
import type { RespostaDaPergunta } from './conversa/resposta.js';
import { shortenPergunta } from './conversa/shorten-pergunta.js';
import { responderSemModelo } from './index.js';

/** A set in memory, as the command line has it. */
export interface ConjuntoAberto {
  readonly conjunto: Conjunto;
  readonly indice: IndiceBusca;
  readonly fatos: Fatos;
}

const TOP = 3;
const TOP_MODELO = 8;

/** Answers with a model over a set in memory, passages found by words: what the service does, without its conversations. */
export function createRespondedor(modelos: ModelosService, { conjunto, indice, fatos }: ConjuntoAberto, agora = new Date()): (pergunta: string) => Promise<RespostaDaPergunta> {
  const agente = new AgenteDaPergunta(modelos);
  const documentos = conjunto.documentos.map(({ documento: d, classe }) => ({ nome: d.nome, classe, paginas: d.totalPaginas }));
  const nome = hashDe(conjunto.documentos.map((d) => d.documento.sha256)).slice(0, 24);
  return async (pergunta) => {
    const buscada = shortenPergunta(pergunta);
    const achados = searchTrechos(indice, buscada, { top: TOP_MODELO });
    const preparo = preparePergunta({ trechos: achados, pergunta, perguntaEntendida: null, empresa: null, conversa: [] }, { documentos, fatos });
    const base = createBaseDeConferencia({ documentos: conjunto.documentos.map((d) => d.documento), conhecidos: preparo.conhecidos, decisao: null, agora: agora.toISOString().slice(0, 10) });
    const dito = await agente.ask({
      organizacaoId: null, perguntaId: `cli:${hashDe({ nome, pergunta, em: agora.toISOString() }).slice(0, 24)}`, preparo, conferir: (proposta) => Promise.resolve(checkAfirmacao(proposta, base)), chamadas: [],
      sinal: new AbortController().signal, onAfirmacao: () => undefined, onFase: () => undefined,
    });
    return composeResposta(responderSemModelo(indice, buscada, { top: TOP, fatos }), dito, achados, null);
  };
}
