import { Readable } from 'node:stream';
import { AlicitError } from '../kernel/index.js';
import type { DownloadPncp } from './domain/pncp.js';
import { pncpArquivoCortado, pncpArquivoGrande, pncpCancelado } from './erros.js';
import { classifyErro } from './classify-falha.js';
import type { RespostaCrua } from './transporte.js';

export interface OpcoesDownload {
  readonly maxBytes: number;
  /** Whoever asked gave up; the time for the whole file is up. */
  readonly cancelado: () => boolean;
  readonly esgotado: () => boolean;
}

const MAX_NOME = 255;
const um = (valor: string | string[] | undefined): string | null => (Array.isArray(valor) ? valor[0] : valor) ?? null;

/** A name of `Content-Disposition` (RFC 6266; `filename*` first), without folders and control characters; null when there is none. */
export function readNome(disposicao: string | null): string | null {
  if (!disposicao) return null;
  const estendido = /filename\*\s*=\s*(?:UTF-8|ISO-8859-1)?'[^']*'([^;]+)/i.exec(disposicao)?.[1];
  const simples = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]+))/i.exec(disposicao);
  const bruto = decode(estendido?.trim()) ?? (simples?.[1]?.replace(/\\(.)/g, '$1') ?? simples?.[2]);
  const nome = bruto?.replace(/[\p{Cc}\p{Cf}]/gu, '').split(/[/\\]/).at(-1)?.trim().slice(0, MAX_NOME);
  return nome && nome !== '.' && nome !== '..' ? nome : null;
}

function decode(texto: string | undefined): string | undefined {
  try {
    return texto === undefined ? undefined : decodeURIComponent(texto);
  } catch {
    return undefined;
  }
}

/** Whether an answer can be a file: HTML that no one names is a page of the site or of its gateway. */
export function isArquivo({ status, cabecalhos }: RespostaCrua): boolean {
  return status === 200 && !(/\btext\/html\b/i.test(um(cabecalhos['content-type']) ?? '') && !um(cabecalhos['content-disposition']));
}

/** @throws AlicitError `pncp_arquivo_grande`, when its length is announced */
export function toDownload({ cabecalhos, corpo }: RespostaCrua, opcoes: OpcoesDownload): DownloadPncp {
  const anunciado = Number(um(cabecalhos['content-length']) ?? Number.NaN);
  if (anunciado > opcoes.maxBytes) {
    corpo.destroy();
    throw pncpArquivoGrande(opcoes.maxBytes);
  }
  const conteudo = Readable.from(limit(corpo, Number.isFinite(anunciado) ? anunciado : null, opcoes), { objectMode: false });
  // A stream that nobody began to read never runs its generator's end.
  conteudo.once('close', () => corpo.destroy());
  return { nome: readNome(um(cabecalhos['content-disposition'])), tipo: um(cabecalhos['content-type']), conteudo };
}

async function* limit(corpo: Readable, anunciado: number | null, { maxBytes, cancelado, esgotado }: OpcoesDownload): AsyncGenerator<Uint8Array> {
  let lidos = 0;
  try {
    for await (const parte of corpo as AsyncIterable<Uint8Array>) {
      lidos += parte.byteLength;
      if (lidos > maxBytes) throw pncpArquivoGrande(maxBytes);
      yield parte;
    }
    if (anunciado !== null && lidos !== anunciado) throw pncpArquivoCortado('tamanho_diferente');
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    const falha = classifyErro(erro, { esgotado: esgotado(), cancelado: cancelado() });
    throw falha.desfecho === 'cancelado' ? pncpCancelado() : pncpArquivoCortado(falha.causa);
  } finally {
    corpo.destroy();
  }
}
