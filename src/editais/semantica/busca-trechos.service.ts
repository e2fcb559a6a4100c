import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { hashDe } from '../../kernel/index.js';
import type { ContextoDeModelo } from '../../modelos/index.js';
import { ModelosService } from '../../modelos/modelos.module.js';
import { VetoresService } from '../../vetores/vetores.module.js';
import { VERSAO_PASSAGENS, type TrechoAchado } from '../busca/index.js';
import { chaveLeitura } from '../estagios/chave-leitura.js';
import { EstagiosEdital, requirePergunta } from '../estagios/estagios-edital.js';
import type { ConjuntoPedido } from '../estagios/tipos.js';

/** Who pays for the vectors of a search. */
export type ContextoDeBusca = Pick<ContextoDeModelo, 'organizacaoId' | 'trabalhoId' | 'sinal' | 'onChamada'>;

/** Passages by meaning that are fused with those of the words: further down they change nothing among the first. */
const VIZINHAS = 40;
/** Vectors do not depend on any prompt. */
const SEM_PROMPT = '';

/** Search of passages by words and, where there are vectors, by meaning (RRF). Without vectors, or when they do not come, by words alone. */
@Injectable()
export class BuscaTrechosService {
  private esperadas: readonly string[] = [];

  constructor(private readonly estagios: EstagiosEdital, private readonly vetores: VetoresService, private readonly modelos: ModelosService, @Inject(CONFIG) private readonly config: Config) {}

  /** Whether passages have vectors at all. */
  get porSentido(): boolean {
    return this.vetores.ligado;
  }

  /** For each question the passages that answer it, best first. @throws AlicitError `pergunta_invalida` */
  async search(pedido: ConjuntoPedido, perguntas: readonly string[], { top, contexto }: { readonly top: number; readonly contexto: ContextoDeBusca }): Promise<readonly (readonly TrechoAchado[])[]> {
    const limpas = perguntas.map(requirePergunta);
    const opcoes = contexto.sinal ? { signal: contexto.sinal } : {};
    return this.estagios.buscar(pedido, limpas, { top, porSentido: await this.findPorSentido(pedido, limpas, contexto), ...opcoes });
  }

  /** Questions that will be asked of every set: `prepare` makes their vectors too, and they are kept. */
  expect(perguntas: readonly string[]): void {
    this.esperadas = [...new Set([...this.esperadas, ...perguntas])];
  }

  /** Makes the vectors of a set and those of the questions that will be asked of it, at once. What fails here is made when it is needed. @returns whether the set has them */
  async prepare(pedido: ConjuntoPedido, contexto: ContextoDeBusca): Promise<boolean> {
    if (!this.vetores.ligado) return false;
    const daConsulta: ContextoDeModelo = { ...contexto, onChamada: (c) => (c.deCache ? undefined : contexto.onChamada?.(c)), finalidade: 'consulta', versaoPrompt: SEM_PROMPT };
    const [pronto] = await Promise.all([this.index(pedido, contexto), this.esperadas.length ? this.modelos.embed(this.esperadas, daConsulta).catch(() => contexto.sinal?.throwIfAborted()) : null]);
    return pronto;
  }

  /** Makes the vectors of a set, once, whoever asks and however often. @returns whether it has them */
  async index(pedido: ConjuntoPedido, contexto: ContextoDeBusca): Promise<boolean> {
    if (!this.vetores.ligado) return false;
    const colecao = this.nameOf(pedido);
    const opcoes = contexto.sinal ? { signal: contexto.sinal } : {};
    return this.vetores.ensure(colecao, () => this.estagios.passagens(pedido, opcoes), { ...contexto, trabalhoId: colecao, finalidade: 'trechos', versaoPrompt: SEM_PROMPT }, { arquivos: pedido.arquivos ?? pedido.documentos.map((d) => d.sha256) });
  }

  private async findPorSentido(pedido: ConjuntoPedido, perguntas: readonly string[], contexto: ContextoDeBusca): Promise<readonly (readonly string[])[] | null> {
    if (!perguntas.length || !(await this.index(pedido, contexto))) return null;
    const achadas = await this.vetores.nearest(this.nameOf(pedido), perguntas, { top: VIZINHAS, contexto: { ...contexto, finalidade: 'consulta', versaoPrompt: SEM_PROMPT } });
    return achadas && achadas.map((vizinhas) => vizinhas.map((v) => v.id));
  }

  /** The same documents read and cut in the same way, by the same model: the same vectors, whoever's they are. */
  private nameOf({ documentos, naoLido, classes }: ConjuntoPedido): string {
    const { leitura, ocr } = this.config;
    const chave = chaveLeitura({ documentos, naoLido, ...(classes ? { classes } : {}), maxPaginas: leitura.maxPaginas, maxPaginasOcr: ocr.maxPaginas });
    return `trechos.${hashDe({ chave, passagens: VERSAO_PASSAGENS, espaco: this.modelos.espaco }).slice(0, 40)}`;
  }
}
