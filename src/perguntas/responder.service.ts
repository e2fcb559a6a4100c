import { Injectable } from '@nestjs/common';
import type { RespostaDaPergunta } from './conversa/resposta.js';
import { EstagiosPerguntas, type ConjuntoPerguntado } from './estagios/estagios-perguntas.js';
import type { Ouvinte, PerguntaAberta } from './perguntas.service.js';

/** Quotes and passages of an answer without a model. */
const TOP = 5;

/** The answer to a question over a set. */
@Injectable()
export class ResponderService {
  constructor(private readonly estagios: EstagiosPerguntas) {}

  async answer({ pergunta, perguntaEntendida }: PerguntaAberta, conjunto: ConjuntoPerguntado, tell: Ouvinte, sinal: AbortSignal): Promise<RespostaDaPergunta> {
    tell({ tipo: 'andamento', dados: { fase: 'buscando' } });
    const semModelo = await this.estagios.responder(conjunto, perguntaEntendida ?? pergunta, { top: TOP, sinal });
    tell({ tipo: 'trechos', dados: { trechos: semModelo.trechos } });
    return { ...semModelo, afirmacoes: [], modelo: null, motivoSemModelo: 'Nenhum modelo está configurado: a resposta é o que os documentos dizem, citado.', descartadas: [], uso: null };
  }
}
