import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { createVagas, type NaoLido, type Ocr, type ProgressoOcr, type ResultadoOcr } from '../../editais/index.js';
import { OcrService } from '../../editais/editais-cli.module.js';
import { AlicitError } from '../../kernel/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import { PassagemService } from '../passagem.service.js';
import type { AmbienteDocumentos, ArquivoAberto, ArquivoDaEmpresa, ArquivoLido, DocumentoDaEmpresa, DocumentoPendente, Saida } from './tipos.js';

const TRABALHO: Trabalho = { modulo: new URL('./documentos.worker.js', import.meta.url), load: () => import('./documentos.worker.js') };
/** A company's paper has a few pages; a book of accounts, hundreds: what matters stands in the first. */
const MAX_PAGINAS = 120;
const MAX_PAGINAS_OCR = 20;
/** Documents whose bytes are in memory for OCR at once. */
const MAX_EM_OCR = 2;
/** Pages recognised between two looks at the clock. */
const PAGINAS_POR_VEZ = 4;
/** What a file may cost without stopping the others. */
const DO_ARQUIVO: ReadonlySet<string> = new Set(['tempo_esgotado', 'limite_memoria']);

export interface OpcoesLer {
  readonly signal?: AbortSignal | undefined;
  /** Where all that comes out of an archive is put, for the caller to take; absent: nothing of it stays. */
  readonly pastaSaida?: string;
  /** Told as pages of a document are recognised, which takes seconds each. */
  readonly onOcr?: (documento: string, progresso: ProgressoOcr) => void;
  /** Milliseconds since the epoch: no page is recognised after this, and those left are listed. */
  readonly ocrAte?: number;
}

/** Company papers read off the main thread, a file a task: a path in, a small result out. */
@Injectable()
export class EstagiosDocumentos {
  private readonly ambiente: AmbienteDocumentos;
  private readonly tempoMs: number;
  private readonly vagas = createVagas(MAX_EM_OCR);

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina, @Inject(OcrService) private readonly ocr: Ocr, private readonly passagem: PassagemService) {
    this.ambiente = { reunir: config.reunir, maxPaginas: Math.min(MAX_PAGINAS, config.leitura.maxPaginas), maxPaginasOcr: Math.min(MAX_PAGINAS_OCR, config.ocr.maxPaginas) };
    this.tempoMs = config.leitura.tempoMs;
  }

  /**
   * What a file holds; a file that cannot be read is told in `naoLido`. Pages without text are recognised between two looks at their
   * document, in threads of their own; nothing of them is kept. @throws AlicitError `oficina_cheia`, `oficina_fechada`, `cancelado`
   */
  ler(arquivo: ArquivoDaEmpresa, opcoes: OpcoesLer = {}): Promise<ArquivoLido> {
    const { pastaSaida } = opcoes;
    return pastaSaida ? this.lerEm(arquivo, { pasta: pastaSaida, tudo: true }, opcoes) : this.passagem.use((pasta) => this.lerEm(arquivo, { pasta, tudo: false }, opcoes));
  }

  private async lerEm(arquivo: ArquivoDaEmpresa, saida: Saida, opcoes: OpcoesLer): Promise<ArquivoLido> {
    const documentos: DocumentoDaEmpresa[] = [];
    const naoLido: NaoLido[] = [];
    const aberto = await tolerate<ArquivoAberto>(arquivo.nome, () => this.run('ler', { arquivo, saida, ambiente: this.ambiente }, opcoes.signal));
    naoLido.push(...aberto.naoLido);
    for (const d of aberto.documentos) {
      if (!('pendentes' in d)) documentos.push(d);
      else {
        const lido = await tolerate<ArquivoLido>(d.nome, async () => this.run('concluir', { documento: d, resultados: await this.vagas(() => this.reconhecer(arquivo, d, saida, opcoes)) }, opcoes.signal));
        documentos.push(...lido.documentos);
        naoLido.push(...lido.naoLido);
      }
    }
    return { documentos, naoLido };
  }

  /** The pending pages as far as time allows; those it does not are told so. */
  private async reconhecer(arquivo: ArquivoDaEmpresa, { nome, sha256, tipo, naPasta, pendentes }: DocumentoPendente, { pasta }: Saida, { signal, onOcr, ocrAte = Infinity }: OpcoesLer): Promise<Map<number, ResultadoOcr>> {
    const documento = { sha256, tipo, bytes: await readFile(naPasta ? join(pasta, sha256) : arquivo.caminho) };
    const feitas = new Map<number, ResultadoOcr>();
    for (let i = 0; i < pendentes.length; i += PAGINAS_POR_VEZ) {
      const vez = pendentes.slice(i, i + PAGINAS_POR_VEZ);
      if (Date.now() >= ocrAte) for (const { numero } of vez) feitas.set(numero, { estado: 'tempo_esgotado', pagina: null });
      else {
        const onProgresso = onOcr && (({ feitas: n }: ProgressoOcr): void => void ((n || !i) && onOcr(nome, { feitas: i + n, total: pendentes.length })));
        for (const [numero, resultado] of await this.ocr.recognize(documento, vez, { signal, guardar: false, onProgresso })) feitas.set(numero, resultado);
      }
    }
    return feitas;
  }

  private run<S>(tarefa: string, entrada: object, signal: AbortSignal | undefined): Promise<S> {
    return this.oficina.run(TRABALHO, tarefa, entrada, { signal, tempoMs: this.tempoMs });
  }
}

async function tolerate<T extends ArquivoAberto>(documento: string, trabalho: () => Promise<T>): Promise<T | { documentos: []; naoLido: NaoLido[] }> {
  try {
    return await trabalho();
  } catch (erro) {
    if (!(erro instanceof AlicitError) || !DO_ARQUIVO.has(erro.codigo)) throw erro;
    return { documentos: [], naoLido: [{ documento, codigo: erro.codigo, motivo: erro.message }] };
  }
}
