import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { toDocumentoEmpresa, type LeituraDocumento } from '../empresas/index.js';
import { DocumentosService, type DocumentoEntity } from '../empresas/empresas.module.js';
import { cleanNomeArquivo } from '../http/index.js';
import { AlicitError } from '../kernel/index.js';
import { ArquivosService, FILE_STORE, type ArquivoRecebido, type FileStore } from '../storage/storage.module.js';
import { LerEnvio, ocrDoPedido } from './ler-envio.service.js';
import { PassagemService } from './passagem.service.js';
import type { OpcoesLer } from './estagios/estagios-documentos.js';
import type { DocumentoDaEmpresa } from './estagios/tipos.js';

/** A file of a form, still streaming. */
export interface ParteDoLote {
  readonly nome: string;
  readonly conteudo: Readable;
}

/** What became of one sent file. */
export interface ResultadoDoLote {
  readonly nome: string;
  readonly documentos: readonly DocumentoEntity[];
  /** What could not be read, or kept. */
  readonly naoLido: readonly { readonly documento: string; readonly codigo: string; readonly motivo: string }[];
}

interface Recebido {
  readonly nome: string;
  readonly arquivo: ArquivoRecebido | AlicitError;
}

/** Many files at once, archives too: each paper becomes a document with its own file; a PDF of several papers is kept with each. */
@Injectable()
export class LoteService {
  private readonly maxBytes: number;

  constructor(
    private readonly documentos: DocumentosService, private readonly arquivos: ArquivosService, private readonly envio: LerEnvio, private readonly passagem: PassagemService, @Inject(FILE_STORE) private readonly store: FileStore, @Inject(CONFIG) config: Config,
  ) {
    this.maxBytes = config.http.maxBytesArquivo;
  }

  /**
   * All are received first, since a form that waits for its files to be read is cut off; then read one after the other. A file that
   * fails is told in its result; when the client goes away those not yet read are told as `cancelado`.
   */
  async addAll(organizacaoId: string, empresaId: string, partes: AsyncIterable<ParteDoLote>, signal?: AbortSignal): Promise<ResultadoDoLote[]> {
    const recebidos: Recebido[] = [];
    try {
      for await (const { nome: cru, conteudo } of partes) {
        const nome = cleanNomeArquivo(cru);
        recebidos.push({ nome, arquivo: await asValor(() => this.arquivos.receive(conteudo, this.maxBytes)) });
      }
      const ocrAte = ocrDoPedido();
      const resultados: ResultadoDoLote[] = [];
      for (const { nome, arquivo } of recebidos) {
        const feito = arquivo instanceof AlicitError ? arquivo : await asValor(() => this.addArquivo(organizacaoId, empresaId, arquivo, nome, { signal, ocrAte }));
        resultados.push(feito instanceof AlicitError ? { nome, documentos: [], naoLido: [{ documento: nome, codigo: feito.codigo, motivo: feito.message }] } : feito);
      }
      return resultados;
    } finally {
      // Every document linked a reference of its own.
      await this.arquivos.discard(recebidos.flatMap(({ arquivo }) => (arquivo instanceof AlicitError ? [] : [arquivo.transito])));
    }
  }

  private addArquivo(organizacaoId: string, empresaId: string, recebido: ArquivoRecebido, nome: string, opcoes: OpcoesLer): Promise<ResultadoDoLote> {
    return this.passagem.use(async (pasta) => {
      const { documentos, naoLido } = await this.envio.read({ sha256: recebido.sha256, nome }, { ...opcoes, pastaSaida: pasta });
      const criados: DocumentoEntity[] = [];
      const recusados = [...naoLido.map(({ documento, codigo, motivo }) => ({ documento, codigo, motivo }))];
      for (const d of documentos) for (const leitura of d.papeis) {
        const criado = await asValor(() => this.create(organizacaoId, empresaId, recebido, d, leitura, pasta));
        if (criado instanceof AlicitError) recusados.push({ documento: d.nome, codigo: criado.codigo, motivo: criado.message });
        else criados.push(criado);
      }
      return { nome, documentos: criados, naoLido: recusados };
    });
  }

  private async create(organizacaoId: string, empresaId: string, { sha256 }: ArquivoRecebido, d: DocumentoDaEmpresa, leitura: LeituraDocumento, pasta: string): Promise<DocumentoEntity> {
    const caminho = d.deArquivo ? join(pasta, d.sha256) : await this.store.localPath(sha256);
    const arquivo = { ...(await this.arquivos.receive(createReadStream(caminho), this.maxBytes)), nome: cleanNomeArquivo(d.nome.split(/[!/\\]/).at(-1) ?? d.nome) };
    return this.documentos.create(organizacaoId, empresaId, { dados: toDocumentoEmpresa(leitura), arquivo, leitura: { leitura, naoLido: null } });
  }
}

/** What the work gave, or the error that is told of one file alone; the others end the request. */
async function asValor<T>(trabalho: () => Promise<T>): Promise<T | AlicitError> {
  try {
    return await trabalho();
  } catch (erro) {
    if (erro instanceof AlicitError && erro.tipo !== 'nao_encontrado' && erro.codigo !== 'corpo_malformado') return erro;
    throw erro;
  }
}
