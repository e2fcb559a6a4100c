import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { AlicitError, invalido, type Evidencia } from '../../kernel/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { Passagem, TrechoAchado } from '../busca/index.js';
import { openPastaDocumentos, type PastaDocumentos } from '../disco/pasta-documentos.js';
import type { Ocr, ProgressoOcr } from '../leitura/ocr/ocr.js';
import { OcrService } from '../leitura/ocr/ocr.service.js';
import type { PaginaPendente } from '../leitura/ocr/decide-ocr.js';
import { chaveLeitura } from './chave-leitura.js';
import { coberturaComErro } from './cobertura.js';
import type { AmbienteEstagios, CoberturaDocumento, ConjuntoPedido, DocumentoReunido, EntradaEmDisco, PaginaLida, ReuniaoEmDisco } from './tipos.js';

const TRABALHO: Trabalho = { modulo: new URL('./edital.worker.js', import.meta.url), load: () => import('./edital.worker.js') };
/** What a document may cost without failing the stage: it is told, and the others are read. */
const DO_DOCUMENTO: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);
const MAX_PERGUNTA = 500;
const MAX_TOP = 20;

/** A document whose reading ended: its pages, or why there are none; recognising its pages included. */
export interface DocumentoLidoAgora {
  readonly tipo: DocumentoReunido['tipo'];
  readonly paginas: number;
  /** Stable code; null: read. */
  readonly erro: string | null;
  readonly ms: number;
}

export interface OpcoesEstagio {
  readonly signal?: AbortSignal;
}

/** What stages of this feature need of the configuration. */
export const toAmbiente = ({ pastaDados, leitura, ocr, maxBytesDocumentos, reunir }: Config): AmbienteEstagios => ({
  pastaDados, maxPaginas: leitura.maxPaginas, maxPaginasOcr: ocr.maxPaginas, tempoPaginaOcrMs: ocr.tempoPaginaMs, maxBytesCache: leitura.maxBytesCache, maxBytesDocumentos, reunir,
});

/** What must be recognised first, when that is why a stage could not be done; null else. */
export const toPendente = (erro: unknown): { readonly sha256: string; readonly pendentes: readonly PaginaPendente[] } | null =>
  erro instanceof AlicitError && erro.codigo === 'ocr_pendente' ? (erro.detalhes as { readonly sha256: string; readonly pendentes: readonly PaginaPendente[] }) : null;

/** @throws AlicitError `pergunta_invalida` */
export function requirePergunta(pergunta: string): string {
  const limpa = pergunta.trim();
  if (!limpa || limpa.length > MAX_PERGUNTA) throw invalido('pergunta_invalida', `A pergunta deve ter de 1 a ${MAX_PERGUNTA} caracteres.`, { ponteiro: '/pergunta' });
  return limpa;
}

/** Stages 1 to 3 off the main thread: paths and hashes in, small results out. What is heavy stays on disk and in the threads. */
@Injectable()
export class EstagiosEdital {
  private readonly ambiente: AmbienteEstagios;
  private readonly leituraMs: number;
  private readonly documentos: PastaDocumentos;
  private readonly ouvintes: ((lido: DocumentoLidoAgora) => void)[] = [];

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina, @Inject(OcrService) private readonly ocr: Ocr) {
    this.ambiente = toAmbiente(config);
    this.documentos = openPastaDocumentos(join(config.pastaDados, 'documentos'), config.maxBytesDocumentos);
    this.leituraMs = config.leitura.tempoMs;
  }

  /** Whoever wants to hear of each document read, from now on. */
  onLido(ouvinte: (lido: DocumentoLidoAgora) => void): void {
    this.ouvintes.push(ouvinte);
  }

  /** Stage 1: files → documents. Nothing wrong with a file stops the rest. */
  reunir(entradas: readonly EntradaEmDisco[], { signal }: OpcoesEstagio = {}): Promise<ReuniaoEmDisco> {
    return this.oficina.run(TRABALHO, 'reunir', { entradas, ambiente: this.ambiente }, { signal });
  }

  /**
   * Stage 2 of one document; several at once are read on as many threads. Its pages without text are recognised between
   * two looks at it, in threads of their own and in their own time. A document that cannot be read, or takes too long, is
   * told in `erro`. @throws AlicitError `documento_ausente` (gather again), `cancelado`, `oficina_cheia`, `ocr_pendente`
   * (what was recognised cannot be kept)
   */
  async ler(documento: DocumentoReunido, opcoes: OpcoesEstagio & { readonly onOcr?: (progresso: ProgressoOcr) => void } = {}): Promise<CoberturaDocumento> {
    const inicio = performance.now();
    const lido = await this.lerComOcr(documento, opcoes);
    const feito: DocumentoLidoAgora = { tipo: documento.tipo, paginas: lido.paginasLidas, erro: lido.erro?.codigo ?? null, ms: performance.now() - inicio };
    for (const o of this.ouvintes) o(feito);
    return lido;
  }

  private async lerComOcr(documento: DocumentoReunido, { signal, onOcr }: OpcoesEstagio & { readonly onOcr?: (progresso: ProgressoOcr) => void }): Promise<CoberturaDocumento> {
    const ler = (): Promise<CoberturaDocumento> => this.oficina.run(TRABALHO, 'ler', { documento, ambiente: this.ambiente }, { signal, tempoMs: this.leituraMs });
    try {
      return await ler().catch(async (erro: unknown) => {
        const pendente = toPendente(erro);
        if (!pendente) throw erro;
        await this.reconhecer(documento, pendente.pendentes, { signal, onOcr });
        return ler();
      });
    } catch (erro) {
      if (!(erro instanceof AlicitError) || !DO_DOCUMENTO.has(erro.codigo)) throw erro;
      return coberturaComErro(documento.sha256, erro.codigo, erro.message);
    }
  }

  /** Recognises pages of a document, which the stages then find on disk. @throws AlicitError `documento_ausente`, `cancelado` */
  async reconhecer(documento: DocumentoReunido, pendentes: readonly PaginaPendente[], { signal, onOcr }: { readonly signal?: AbortSignal | undefined; readonly onOcr?: ((progresso: ProgressoOcr) => void) | undefined } = {}): Promise<void> {
    const { sha256, tipo } = documento;
    const bytes = await this.documentos.get(documento);
    try {
      await this.ocr.recognize({ sha256, tipo: tipo === 'imagem' ? tipo : 'pdf', bytes }, pendentes, { signal, onProgresso: onOcr });
    } catch (erro) {
      throw signal?.aborted && !(erro instanceof AlicitError) ? new AlicitError('conflito', 'cancelado', 'O trabalho foi cancelado.') : erro;
    }
  }

  /**
   * Stage 3: gzip of the JSON of a `LeituraDoConjunto`. @throws AlicitError when nothing of the set could be read;
   * `documento_ausente`
   */
  extrair(pedido: ConjuntoPedido, { signal }: OpcoesEstagio = {}): Promise<Uint8Array> {
    return this.sobre('extrair', pedido, {}, signal);
  }

  /** For each question in plain Portuguese, the passages that answer it, best first. `porSentido`: for each, `Passagem` ids by meaning. @throws AlicitError `pergunta_invalida` */
  async buscar(pedido: ConjuntoPedido, perguntas: readonly string[], { top = 5, porSentido = null, signal }: OpcoesEstagio & { readonly top?: number; readonly porSentido?: readonly (readonly string[])[] | null } = {}): Promise<TrechoAchado[][]> {
    return this.sobre('buscar', pedido, { perguntas: perguntas.map(requirePergunta), top: Math.min(MAX_TOP, Math.max(1, Math.trunc(top))), porSentido }, signal);
  }

  /** The whole set in passages: what vectors are made of. */
  passagens(pedido: ConjuntoPedido, { signal }: OpcoesEstagio = {}): Promise<Passagem[]> {
    return this.sobre('passagens', pedido, {}, signal);
  }

  /** A person's quote as it is kept. @throws AlicitError `correcao_invalida` when it does not stand on the page */
  conferir(pedido: ConjuntoPedido, evidencia: Evidencia, { signal }: OpcoesEstagio = {}): Promise<Evidencia> {
    return this.sobre('conferir', pedido, { evidencia }, signal);
  }

  /** Text of a page; null when there is no such page. @throws AlicitError why the document cannot be read; `documento_ausente` */
  pagina(documento: DocumentoReunido, numero: number, { signal }: OpcoesEstagio = {}): Promise<PaginaLida | null> {
    return this.oficina.run(TRABALHO, 'pagina', { documento, numero, ambiente: this.ambiente }, { signal, tempoMs: this.leituraMs });
  }

  private sobre<S>(tarefa: string, pedido: ConjuntoPedido, resto: object, signal: AbortSignal | undefined): Promise<S> {
    return this.oficina.run(TRABALHO, tarefa, { pedido, ambiente: this.ambiente, ...resto }, { signal, chave: chaveLeitura(pedido) });
  }
}
