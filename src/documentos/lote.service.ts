import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { toDocumentoEmpresa, type LeituraDocumento } from '../empresas/index.js';
import { DocumentosService, type DocumentoEntity } from '../empresas/empresas.module.js';
import { cleanNomeArquivo } from '../http/index.js';
import { AlicitError } from '../kernel/index.js';
import { ArquivosService, FILE_STORE, type ArquivoRecebido, type FileStore } from '../storage/storage.module.js';
import { LerEnvio } from './ler-envio.service.js';
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

/** Many files at once, archives too: each paper becomes a document with its own file; a PDF of several papers is kept with each. */
@Injectable()
export class LoteService {
  private readonly maxBytes: number;

  constructor(
    private readonly documentos: DocumentosService, private readonly arquivos: ArquivosService, private readonly envio: LerEnvio, @Inject(FILE_STORE) private readonly store: FileStore, @Inject(CONFIG) config: Config,
  ) {
    this.maxBytes = config.http.maxBytesArquivo;
  }

  /** One after the other; a file that fails is told in its result. */
  async addAll(organizacaoId: string, empresaId: string, partes: AsyncIterable<ParteDoLote>): Promise<ResultadoDoLote[]> {
    const resultados: ResultadoDoLote[] = [];
    for await (const { nome: cru, conteudo } of partes) {
      const nome = cleanNomeArquivo(cru);
      try {
        const recebido = await this.arquivos.receive(conteudo, this.maxBytes);
        resultados.push(await this.addArquivo(organizacaoId, empresaId, recebido, nome));
      } catch (erro) {
        if (!(erro instanceof AlicitError) || erro.tipo === 'nao_encontrado' || erro.codigo === 'corpo_malformado') throw erro;
        resultados.push({ nome, documentos: [], naoLido: [{ documento: nome, codigo: erro.codigo, motivo: erro.message }] });
      }
    }
    return resultados;
  }

  private async addArquivo(organizacaoId: string, empresaId: string, recebido: ArquivoRecebido, nome: string): Promise<ResultadoDoLote> {
    const pasta = await mkdtemp(join(tmpdir(), 'alicit-documentos-'));
    try {
      const { documentos, naoLido } = await this.envio.read({ sha256: recebido.sha256, nome }, pasta);
      const criados: DocumentoEntity[] = [];
      const recusados = [...naoLido.map(({ documento, codigo, motivo }) => ({ documento, codigo, motivo }))];
      for (const d of documentos) for (const leitura of d.papeis) {
        try {
          criados.push(await this.create(organizacaoId, empresaId, recebido, d, leitura, pasta));
        } catch (erro) {
          if (!(erro instanceof AlicitError) || erro.tipo === 'nao_encontrado') throw erro;
          recusados.push({ documento: d.nome, codigo: erro.codigo, motivo: erro.message });
        }
      }
      return { nome, documentos: criados, naoLido: recusados };
    } finally {
      // Every document linked a reference of its own.
      await this.arquivos.discard([recebido.transito]);
      await rm(pasta, { recursive: true, force: true });
    }
  }

  private async create(organizacaoId: string, empresaId: string, { sha256 }: ArquivoRecebido, d: DocumentoDaEmpresa, leitura: LeituraDocumento, pasta: string): Promise<DocumentoEntity> {
    const caminho = d.deArquivo ? join(pasta, d.sha256) : await this.store.localPath(sha256);
    const arquivo = { ...(await this.arquivos.receive(createReadStream(caminho), this.maxBytes)), nome: cleanNomeArquivo(d.nome.split(/[!/\\]/).at(-1) ?? d.nome) };
    return this.documentos.create(organizacaoId, empresaId, { dados: toDocumentoEmpresa(leitura), arquivo, leitura: { leitura, naoLido: null } });
  }
}
