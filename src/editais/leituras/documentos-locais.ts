import { Inject, Injectable } from '@nestjs/common';
import { AlicitError } from '../../kernel/index.js';
import { FILE_STORE, type FileStore } from '../../storage/storage.module.js';
import { EstagiosEdital, toPendente } from '../estagios/estagios-edital.js';
import type { DocumentoReunido, EntradaEmDisco, ReuniaoEmDisco } from '../estagios/tipos.js';
import type { ArquivoDoConjunto } from './chaves.js';
import type { ReuniaoGravada } from './gravacao.js';
import { mapLimit } from './map-limit.js';

/** Files brought from the store at once. */
const SIMULTANEOS = 4;

/** Brings what the stages need to this machine's disk: another process may have gathered the set on another machine. */
@Injectable()
export class DocumentosLocais {
  constructor(@Inject(FILE_STORE) private readonly arquivos: FileStore, private readonly estagios: EstagiosEdital) {}

  /** Stage 1, here. @throws AlicitError `arquivo_ausente`, `arquivos_indisponiveis`; what the workshop throws */
  async gather(arquivos: readonly ArquivoDoConjunto[], signal?: AbortSignal): Promise<ReuniaoEmDisco> {
    return this.estagios.reunir((await this.locate(arquivos)).map(({ nome, caminho }) => ({ nome, caminho })), signal ? { signal } : {});
  }

  /**
   * Does something with the documents of a set. Most of the time their readings are at hand; when one's bytes are
   * needed and gone from this machine, the set is gathered again here and it is done once more. Pages that were
   * recognised on another machine are recognised here, document by document.
   */
  async use<T>({ documentos, arquivos }: ReuniaoGravada, fazer: (documentos: readonly DocumentoReunido[]) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      // A store on disk knows every path for nothing; another would have to download what mostly nobody opens.
      const aMao = this.arquivos.tipo === 'disco' ? await this.locate(arquivos).catch(() => []) : [];
      return await this.recognizing(withCaminhos(documentos, aMao), fazer, signal);
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.codigo !== 'documento_ausente') throw erro;
      await this.gather(arquivos, signal);
      return this.recognizing(withCaminhos(documentos, await this.locate(arquivos)), fazer, signal);
    }
  }

  private async recognizing<T>(documentos: readonly DocumentoReunido[], fazer: (documentos: readonly DocumentoReunido[]) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const feitos = new Set<string>();
    for (;;) {
      try {
        return await fazer(documentos);
      } catch (erro) {
        const pendente = toPendente(erro);
        const documento = documentos.find((d) => d.sha256 === pendente?.sha256);
        if (!pendente || !documento || feitos.has(documento.sha256)) throw erro;
        feitos.add(documento.sha256);
        await this.estagios.reconhecer(documento, pendente.pendentes, { signal });
      }
    }
  }

  private locate(arquivos: readonly ArquivoDoConjunto[]): Promise<ArquivoLocal[]> {
    return mapLimit(arquivos, SIMULTANEOS, async ({ nome, sha256 }) => ({ nome, sha256, caminho: await this.arquivos.localPath(sha256) }));
  }
}

type ArquivoLocal = EntradaEmDisco & ArquivoDoConjunto;

function withCaminhos(documentos: readonly DocumentoReunido[], locais: readonly ArquivoLocal[]): DocumentoReunido[] {
  const caminhos = new Map(locais.map((l) => [l.sha256, l.caminho]));
  return documentos.map(({ nome, sha256, tipo, bytes }) => {
    const caminho = caminhos.get(sha256);
    return { nome, sha256, tipo, bytes, ...(caminho === undefined ? {} : { caminho }) };
  });
}
