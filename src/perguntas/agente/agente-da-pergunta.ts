import { Injectable, Logger } from '@nestjs/common';
import type { AfirmacaoProposta, Conferencia } from '../../agentes/index.js';
import { AlicitError } from '../../kernel/index.js';
import type { ChamadaFeita } from '../../modelos/index.js';
import { ModelosService } from '../../modelos/modelos.module.js';
import type { DitoPeloModelo } from '../conversa/compose-resposta.js';
import type { AfirmacaoDaResposta } from '../conversa/resposta.js';
import type { Preparo } from '../estagios/tipos.js';
import { countDescartadas, separate } from './afirmacoes.js';
import { ASK_FORMATO, askRecusadas } from './ask-de-novo.js';
import { Conferente } from './conferente.js';
import { askModelo } from './pergunta-ao-modelo.js';
import { isInteira, readSaida } from './read-saida.js';
import { VERSAO_PROMPT } from './saida.js';
import { sumUso } from './uso.js';

/** One question to a model: who pays, what is shown, who checks its claims. */
export interface PedidoAoModelo {
  /** Null: the command line. */
  readonly organizacaoId: string | null;
  readonly perguntaId: string;
  readonly preparo: Preparo;
  readonly conferir: (proposta: AfirmacaoProposta) => Promise<Conferencia>;
  readonly sinal: AbortSignal;
  /** Calls made so far for the question (its vectors); those made here join them. */
  readonly chamadas: ChamadaFeita[];
  /** Told of each claim that stands, and when the model is asked again. */
  readonly onAfirmacao: (afirmacao: AfirmacaoDaResposta) => void;
  readonly onFase: (fase: 'respondendo' | 'conferindo') => void;
}

/** A first answer read and checked. */
interface Lida {
  readonly texto: string;
  readonly encontrado: boolean | null;
  readonly conferidas: readonly Conferencia[];
}

const SEM_FORMATO = 'O modelo não respondeu no formato pedido: a resposta é o que os documentos dizem, citado.';
const FALHOU = 'O modelo falhou: a resposta é o que os documentos dizem, citado.';
const INTERROMPIDA = 'O modelo não terminou de responder: pode faltar algo.';

/** Asks a model at most twice and keeps of what it says what the documents prove. */
@Injectable()
export class AgenteDaPergunta {
  private readonly log = new Logger('perguntas');

  constructor(private readonly modelos: ModelosService) {}

  /** Never throws for a model that fails: `motivo` says so. @throws the signal's reason; what the workshop throws */
  async ask(p: PedidoAoModelo): Promise<DitoPeloModelo> {
    const { chamadas } = p;
    const aceitas: AfirmacaoDaResposta[] = [];
    const finish = (dito: Pick<DitoPeloModelo, 'encontrado' | 'descartadas' | 'motivo'>): DitoPeloModelo => ({ ...dito, afirmacoes: aceitas, modelo: chamadas.findLast((c) => c.finalidade === 'pergunta')?.modelo ?? null, uso: sumUso(chamadas) });
    const conferente = new Conferente(new Map(p.preparo.nomes), p.conferir, p.onAfirmacao);
    let primeira: Lida;
    try {
      primeira = await this.read(p, conferente, null);
    } catch (erro) {
      return finish({ encontrado: null, descartadas: [], motivo: this.tellMotivo(erro, p.sinal) });
    }
    if (primeira.encontrado === false) return finish({ encontrado: false, descartadas: [], motivo: null });
    const { aceitas: boas, recusadas } = separate(primeira.conferidas);
    aceitas.push(...boas);
    const motivos = recusadas.map((r) => r.recusa.motivo);
    const ilegivel = primeira.encontrado === null && !primeira.conferidas.length;
    if (!ilegivel && !recusadas.length) return finish({ encontrado: true, descartadas: [], motivo: null });
    p.onFase('conferindo');
    try {
      const segunda = await this.read(p, conferente, { resposta: primeira.texto, pedido: ilegivel ? ASK_FORMATO : askRecusadas(recusadas) });
      if (ilegivel && segunda.encontrado === false) return finish({ encontrado: false, descartadas: [], motivo: null });
      const depois = separate(segunda.encontrado === false ? [] : segunda.conferidas, aceitas);
      aceitas.push(...depois.aceitas);
      const semForma = ilegivel && segunda.encontrado === null && !segunda.conferidas.length;
      return finish({ encontrado: semForma ? null : true, descartadas: countDescartadas(motivos, { aceitas: depois.aceitas.length, motivos: depois.recusadas.map((r) => r.recusa.motivo) }), motivo: semForma ? SEM_FORMATO : null });
    } catch (erro) {
      const motivo = this.tellMotivo(erro, p.sinal);
      return finish({ encontrado: ilegivel ? null : true, descartadas: countDescartadas(motivos, null), motivo: ilegivel ? motivo : aceitas.length ? INTERROMPIDA : null });
    }
  }

  private async read({ organizacaoId, perguntaId, preparo, sinal, chamadas, onFase }: PedidoAoModelo, conferente: Conferente, de: Parameters<typeof askModelo>[2]): Promise<Lida> {
    let respondendo = de !== null;
    const onParcial = (texto: string): void => {
      if (!respondendo) onFase('respondendo');
      respondendo = true;
      conferente.feed(texto);
    };
    const modelo = this.modelos.chat({ organizacaoId, trabalhoId: perguntaId, finalidade: 'pergunta', versaoPrompt: VERSAO_PROMPT, sinal, onChamada: (c) => void chamadas.push(c), onParcial });
    const texto = await askModelo(modelo, preparo.mensagem, de, sinal);
    onParcial(texto);
    const { encontrado, afirmacoes } = isInteira(texto) ? (JSON.parse(texto.slice(texto.indexOf('{'), texto.lastIndexOf('}') + 1)) as { encontrado: boolean; afirmacoes: unknown[] }) : readSaida(texto);
    return { texto, encontrado, conferidas: encontrado === false ? [] : await conferente.finish(afirmacoes) };
  }

  /** Portuguese. @throws the error when it is the client's leaving, not the model's */
  private tellMotivo(erro: unknown, sinal: AbortSignal): string {
    if (sinal.aborted) throw erro;
    if (erro instanceof AlicitError) return `${erro.message} A resposta é o que os documentos dizem, citado.`;
    this.log.warn({ err: erro }, 'o modelo falhou de forma inesperada');
    return FALHOU;
  }
}
