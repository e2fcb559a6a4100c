import { Inject, Injectable } from '@nestjs/common';
import { AlicitError } from '../../kernel/index.js';
import { FILE_STORE, type FileStore } from '../../storage/storage.module.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { DocumentoReunido, EntradaEmDisco } from '../estagios/tipos.js';
import type { ArquivoDoConjunto } from './chaves.js';
import type { ReuniaoGravada } from './gravacao.js';
import { mapLimit } from './map-limit.js';

/** Files brought from the store at once. */
const SIMULTANEOS = 4;

/** Brings what the stages need to this machine's disk: another process may have gathered the set on another machine. */
@Injectable()
export class DocumentosLocais {
  constructor(@Inject(FILE_STORE) private readonly arquivos: FileStore, private readonly estagios: EstagiosEdital) {}

  /** @throws AlicitError `arquivo_ausente`, `arquivos_indisponiveis` */
  locate(arquivos: readonly ArquivoDoConjunto[]): Promise<(EntradaEmDisco & ArquivoDoConjunto)[]> {
    return mapLimit(arquivos, SIMULTANEOS, async ({ nome, sha256 }) => ({ nome, sha256, caminho: await this.arquivos.localPath(sha256) }));
  }

  /**
   * Does something with the documents of a set. Most of the time their readings are at hand; when one's bytes are
   * needed and gone from this machine, the set is gathered again here and it is done once more.
   */
  async use<T>(reuniao: ReuniaoGravada, fazer: (documentos: readonly DocumentoReunido[]) => Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      // A store on disk knows every path for nothing; another would have to download what mostly nobody opens.
      const aMao = this.arquivos.tipo === 'disco' ? await this.locate(reuniao.arquivos).catch(() => []) : [];
      return await fazer(withCaminhos(reuniao.documentos, aMao));
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.codigo !== 'documento_ausente') throw erro;
      const trazidos = await this.locate(reuniao.arquivos);
      await this.estagios.reunir(trazidos.map(({ nome, caminho }) => ({ nome, caminho })), signal ? { signal } : {});
      return fazer(withCaminhos(reuniao.documentos, trazidos));
    }
  }
}

function withCaminhos(documentos: readonly DocumentoReunido[], locais: readonly (EntradaEmDisco & ArquivoDoConjunto)[]): DocumentoReunido[] {
  const caminhos = new Map(locais.map((l) => [l.sha256, l.caminho]));
  return documentos.map(({ nome, sha256, tipo, bytes }) => ({ nome, sha256, tipo, bytes, ...(caminhos.has(sha256) ? { caminho: caminhos.get(sha256)! } : {}) }));
}
