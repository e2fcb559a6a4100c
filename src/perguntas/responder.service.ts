import { Injectable } from '@nestjs/common';
import { BuscaTrechosService, EstagiosEdital } from '../editais/editais.module.js';
import { AlicitError } from '../kernel/index.js';
import type { ChamadaFeita } from '../modelos/index.js';
import { ModelosService } from '../modelos/modelos.module.js';
import { AgenteDaPergunta } from './agente/agente-da-pergunta.js';
import { searchATempo } from './agente/search-a-tempo.js';
import { sumUso } from './agente/uso.js';
import type { Fala } from './agente/write-dossie.js';
import { composeResposta } from './conversa/compose-resposta.js';
import { shortenPergunta } from './conversa/shorten-pergunta.js';
import type { RespostaDaPergunta, Turno } from './conversa/resposta.js';
import { toTrecho } from './conversa/to-trecho.js';
import { EstagiosPerguntas, type ConjuntoPerguntado } from './estagios/estagios-perguntas.js';
import type { Ouvinte, PerguntaAberta } from './perguntas.service.js';

/** Quotes and passages of an answer without a model, and passages a model is shown. */
const TOP = 5;
const TOP_MODELO = 8;
/** Turns a model is reminded of. */
const MAX_ANTERIORES = 4;
/** Meaning has so long to be searched; then words do. */
const TEMPO_BUSCA_MS = 15_000;
/** A model has so long, both questions together; then the passages answer. */
const TEMPO_MODELO_MS = 120_000;

const SEM_CHAVE = 'Nenhum modelo está configurado (OPENAI_API_KEY): a resposta é o que os documentos dizem, citado.';
const SEM_TEMPO = 'O modelo demorou demais: a resposta é o que os documentos dizem, citado.';

/** The answer to a question over a set: by words always, by a model when there is one and what it says stands. */
@Injectable()
export class ResponderService {
  constructor(private readonly estagios: EstagiosPerguntas, private readonly busca: BuscaTrechosService, private readonly doEdital: EstagiosEdital, private readonly modelos: ModelosService, private readonly agente: AgenteDaPergunta) {}

  /** @throws AlicitError what the workshop throws; the signal's reason */
  async answer(aberta: PerguntaAberta, conjunto: ConjuntoPerguntado, tell: Ouvinte, sinal: AbortSignal): Promise<RespostaDaPergunta> {
    const { id, organizacaoId, pergunta, perguntaEntendida, empresa, anteriores } = aberta;
    const buscada = shortenPergunta(perguntaEntendida ?? pergunta);
    tell({ tipo: 'andamento', dados: { fase: 'buscando' } });
    if (!this.modelos.configurado) {
      const semModelo = await this.estagios.responder(conjunto, buscada, { top: TOP, sinal });
      tell({ tipo: 'trechos', dados: { trechos: semModelo.trechos } });
      return composeResposta(semModelo, null, [], SEM_CHAVE);
    }
    const chamadas: ChamadaFeita[] = [];
    const contexto = { organizacaoId, trabalhoId: id, sinal, onChamada: (c: ChamadaFeita) => void chamadas.push(c) };
    const [semModelo, [achados = []]] = await Promise.all([this.estagios.responder(conjunto, buscada, { top: TOP, sinal }), this.search(conjunto, buscada, contexto)]);
    tell({ tipo: 'trechos', dados: { trechos: achados.map(toTrecho) } });
    const preparo = await this.estagios.preparar(conjunto, { trechos: achados, pergunta, perguntaEntendida, empresa, conversa: anteriores.slice(-MAX_ANTERIORES).flatMap(toFalas) }, sinal);
    tell({ tipo: 'andamento', dados: { fase: 'lendo' } });
    const prazo = AbortSignal.timeout(TEMPO_MODELO_MS);
    const ateOPrazo = AbortSignal.any([sinal, prazo]);
    const base = { perguntaId: id, conhecidos: preparo.conhecidos, agora: new Date().toISOString().slice(0, 10) };
    try {
      const dito = await this.agente.ask({
        organizacaoId, perguntaId: id, preparo, chamadas, sinal: ateOPrazo, conferir: (proposta) => this.estagios.conferir(conjunto, base, proposta, ateOPrazo), onAfirmacao: (dados) => tell({ tipo: 'afirmacao', dados }), onFase: (fase) => tell({ tipo: 'andamento', dados: { fase } }),
      });
      return composeResposta(semModelo, dito, achados, null);
    } catch (erro) {
      if (sinal.aborted) throw sinal.reason instanceof AlicitError ? sinal.reason : erro;
      if (!prazo.aborted) throw erro;
      return composeResposta(semModelo, { encontrado: null, afirmacoes: [], descartadas: [], modelo: null, uso: sumUso(chamadas), motivo: SEM_TEMPO }, [], null);
    }
  }

  private search({ pedido }: ConjuntoPerguntado, pergunta: string, contexto: { readonly organizacaoId: string; readonly trabalhoId: string; readonly sinal: AbortSignal; readonly onChamada: (c: ChamadaFeita) => void }) {
    return searchATempo(
      (sinal) => this.busca.search(pedido, [pergunta], { top: TOP_MODELO, contexto: { ...contexto, sinal } }),
      () => this.doEdital.buscar(pedido, [pergunta], { top: TOP_MODELO, signal: contexto.sinal }), { sinal: contexto.sinal, ms: TEMPO_BUSCA_MS },
    );
  }
}

const toFalas = ({ pergunta, resposta }: Turno): Fala[] => [{ papel: 'usuario', texto: pergunta }, { papel: 'sistema', texto: resposta }];
