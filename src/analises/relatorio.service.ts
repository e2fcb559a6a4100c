import { Injectable } from '@nestjs/common';
import { etagOf, type Corpos } from '../http/index.js';
import { conflito } from '../kernel/index.js';
import { TrabalhosService } from '../storage/storage.module.js';
import { AnalisesService, isTerminada } from './analises.service.js';
import { RespostasService } from './respostas/respostas.service.js';

/** Forms a report is served in. */
export const FORMAS = ['json', 'md', 'html'] as const;
export type Forma = (typeof FORMAS)[number];

export const TIPOS: Readonly<Record<Forma, string>> = { json: 'application/json; charset=utf-8', md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8' };

/** A report by its name; its bytes are fetched only when they are to be sent. */
export interface RelatorioRef {
  readonly forma: Forma;
  readonly trabalho: string;
  readonly etag: string;
}

const DE_CASA: Readonly<Record<string, Forma>> = { 'application/json': 'json', 'text/markdown': 'md', 'text/html': 'html', 'application/*': 'json', 'text/*': 'md', '*/*': 'json' };

/** The form an `Accept` asks for first; null when none is offered. Equal weights: the order given. */
export function chooseForma(accept: string | undefined): Forma | null {
  if (accept === undefined || accept.trim() === '') return 'json';
  const pedidos = accept.slice(0, 1000).split(',').map((parte, i) => {
    const [tipo = '', ...parametros] = parte.split(';').map((p) => p.trim().toLowerCase());
    const q = Number(parametros.find((p) => p.startsWith('q='))?.slice(2) ?? 1);
    return { forma: DE_CASA[tipo], q: Number.isFinite(q) ? q : 0, i };
  });
  const [primeiro] = pedidos.filter((p) => p.forma !== undefined && p.q > 0).sort((a, b) => b.q - a.q || a.i - b.i);
  return primeiro?.forma ?? null;
}

/** Reports as they were stored, compressed when they were made (gzip); the other encodings are made when first asked for. */
@Injectable()
export class RelatorioService {
  constructor(private readonly analises: AnalisesService, private readonly trabalhos: TrabalhosService, private readonly respostas: RespostasService) {}

  /** @throws AlicitError `analise_nao_encontrada`, `analise_em_andamento`, `analise_falhou`, `analise_cancelada` */
  async find(organizacaoId: string, id: string, forma: Forma): Promise<RelatorioRef> {
    const { estado, resultado, relatorio, erro } = await this.analises.situacao(organizacaoId, id);
    if (!isTerminada(estado)) throw conflito('analise_em_andamento', 'A análise ainda não terminou: acompanhe-a e peça o relatório depois.', { estado, tentarEmS: 2 });
    if (estado === 'cancelada') throw conflito('analise_cancelada', 'A análise foi cancelada: não há relatório.');
    if (estado === 'falhou' || resultado === null || relatorio === null) throw conflito('analise_falhou', `A análise falhou e não tem relatório. ${erro?.mensagem ?? ''}`.trim(), { ...(erro ? { erro } : {}) });
    const trabalho = forma === 'json' ? resultado : relatorio;
    return { forma, trabalho, etag: etagOf(`${trabalho} ${forma}`) };
  }

  /** What is sent. @throws AlicitError `relatorio_ausente` */
  corpos(ref: RelatorioRef): Promise<Corpos> {
    return this.respostas.relatorios.get(`${ref.trabalho} ${ref.forma}`, () => this.load(ref));
  }

  /** The bytes, compressed. */
  async load({ forma, trabalho }: RelatorioRef): Promise<Buffer> {
    const guardado = await this.trabalhos.find(trabalho);
    if (!guardado) throw conflito('relatorio_ausente', 'O relatório desta análise não está mais guardado: peça a análise de novo.');
    const bytes = Buffer.from(guardado.buffer, guardado.byteOffset, guardado.byteLength);
    return forma === 'json' ? bytes : openForma(bytes, forma);
  }
}

/** One form out of the piece `packRelatorio` makes: two lengths, Markdown, HTML. */
function openForma(pacote: Buffer, forma: 'md' | 'html'): Buffer {
  const md = pacote.readUInt32BE(0);
  return forma === 'md' ? pacote.subarray(8, 8 + md) : pacote.subarray(8 + md, 8 + md + pacote.readUInt32BE(4));
}
