import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { CorrecoesService, LeiturasService, requirePronta } from '../editais/editais.module.js';
import type { Empresa } from '../empresas/index.js';
import { EmpresasService } from '../empresas/empresas.module.js';
import type { ClassesCorrigidas } from '../editais/index.js';
import type { LeituraPronta } from '../editais/editais.module.js';
import { LicitacoesService } from '../licitacoes/licitacoes.module.js';
import { newId } from '../storage/index.js';
import { completePergunta, lastCompleta } from './conversa/complete-pergunta.js';
import type { RespostaDaPergunta, TrechoDaPergunta, AfirmacaoDaResposta, Turno } from './conversa/resposta.js';
import { ConversasService } from './memoria/conversas.service.js';
import { MetricasPerguntas } from './metricas-perguntas.js';
import { ResponderService } from './responder.service.js';

/** What is asked. Ids are checked here. */
export interface PerguntaFeita {
  readonly pergunta: string;
  readonly empresaId?: string | undefined;
  readonly conversaId?: string | undefined;
}

/** Where the answer is: looking for passages, reading them, answering, asking again about what did not stand. */
export const FASES = ['buscando', 'lendo', 'respondendo', 'conferindo'] as const;
export type Fase = (typeof FASES)[number];

/** What is told on the way to the answer. */
export type EventoPergunta =
  | { readonly tipo: 'andamento'; readonly dados: { readonly fase: Fase } }
  | { readonly tipo: 'trechos'; readonly dados: { readonly trechos: readonly TrechoDaPergunta[] } }
  | { readonly tipo: 'afirmacao'; readonly dados: AfirmacaoDaResposta };
export type Ouvinte = (evento: EventoPergunta) => void;

/** A question that can be answered: everything it names exists, and the documents are read. */
export interface PerguntaAberta {
  readonly organizacaoId: string;
  readonly licitacaoId: string;
  readonly id: string;
  readonly conversaId: string;
  /** The conversation begins with it. */
  readonly nova: boolean;
  readonly pergunta: string;
  readonly perguntaEntendida: string | null;
  readonly empresaId: string | null;
  readonly empresa: Empresa | null;
  /** Oldest first. */
  readonly anteriores: readonly Turno[];
  readonly pronta: LeituraPronta;
  readonly classes: ClassesCorrigidas;
}

/** Questions about a tender's documents, in conversations. */
@Injectable()
export class PerguntasService {
  constructor(
    private readonly licitacoes: LicitacoesService, private readonly empresas: EmpresasService, private readonly leituras: LeiturasService, private readonly correcoes: CorrecoesService,
    private readonly conversas: ConversasService, private readonly responder: ResponderService, private readonly metricas: MetricasPerguntas,
  ) {}

  /**
   * @throws AlicitError `licitacao_nao_encontrada`, `empresa_nao_encontrada`, `conversa_nao_encontrada`, `conversa_cheia`;
   * `sem_arquivos`, `leitura_falhou`, `leitura_em_curso` while there is nothing to answer from
   */
  async open(organizacaoId: string, licitacaoId: string, { pergunta, empresaId, conversaId }: PerguntaFeita): Promise<PerguntaAberta> {
    await this.licitacoes.get(organizacaoId, licitacaoId);
    const empresa = empresaId === undefined ? null : (await this.empresas.get(organizacaoId, empresaId)).perfil;
    const anteriores = conversaId === undefined ? [] : (await this.conversas.join(organizacaoId, licitacaoId, conversaId)).turnos;
    const { pronta, classes } = requirePronta(await this.leituras.ensure(organizacaoId, licitacaoId));
    return {
      organizacaoId, licitacaoId, id: newId('per'), conversaId: conversaId ?? newId('cnv'), nova: conversaId === undefined, pergunta,
      perguntaEntendida: completePergunta(pergunta, lastCompleta(anteriores.map((t) => t.perguntaEntendida ?? t.pergunta))), empresaId: empresaId ?? null, empresa, anteriores, pronta, classes,
    };
  }

  /** Answers, keeps the turn and gives it back. @throws AlicitError what the workshop throws; `cancelado` when the client left; what was erased meanwhile */
  async answer(aberta: PerguntaAberta, tell: Ouvinte, sinal: AbortSignal): Promise<Turno> {
    const inicio = performance.now();
    const { organizacaoId, licitacaoId, pronta, classes } = aberta;
    const { fatos: correcoes } = await this.correcoes.vigentes(organizacaoId, licitacaoId);
    const resposta = await this.leituras.useConjunto(pronta.lido, classes, (pedido) => this.responder.answer(aberta, { pedido, correcoes }, tell, sinal), sinal);
    const turno = await this.conversas.add(organizacaoId, licitacaoId, toTurno(aberta, resposta), aberta.nova);
    this.metricas.observe(turno, performance.now() - inicio);
    return turno;
  }
}

const toTurno = ({ id, conversaId, empresaId, pergunta, perguntaEntendida }: PerguntaAberta, r: RespostaDaPergunta): Turno => ({
  id, conversaId, empresaId, pergunta, perguntaEntendida, encontrado: r.encontrado, confianca: r.confianca, resposta: r.resposta, afirmacoes: r.afirmacoes, citacoes: r.citacoes, trechos: r.trechos,
  modelo: r.modelo, motivoSemModelo: r.motivoSemModelo, descartadas: r.descartadas, uso: r.uso, criadaEm: new Date().toISOString(),
});
