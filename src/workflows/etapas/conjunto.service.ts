import { Inject, Injectable } from '@nestjs/common';
import type { CoberturaDocumento, ConjuntoPedido, DocumentoReunido, EntradaEmDisco, ReuniaoEmDisco } from '../../editais/index.js';
import { EstagiosEdital } from '../../editais/editais.module.js';
import { AlicitError } from '../../kernel/index.js';
import { FILE_STORE, TrabalhosService, type FileStore } from '../../storage/storage.module.js';
import { decode } from './codec.js';
import type { Execucao } from './tipos.js';

/** The set of documents of a run, on this machine's disk. */
@Injectable()
export class ConjuntoService {
  constructor(private readonly editais: EstagiosEdital, private readonly trabalhos: TrabalhosService, @Inject(FILE_STORE) private readonly arquivos: FileStore) {}

  /** The files as sent, fetched to this machine when they are not on it. @throws AlicitError `arquivo_ausente` */
  async listEntradas({ posse }: Execucao): Promise<EntradaEmDisco[]> {
    const entradas: EntradaEmDisco[] = [];
    for (const { nome, sha256 } of posse.entradas.arquivos) entradas.push({ nome, caminho: await this.arquivos.localPath(sha256) });
    return entradas;
  }

  /** Stage 1 here and now: its result also says where each document lies on this machine. */
  async gather(execucao: Execucao): Promise<ReuniaoEmDisco> {
    return this.editais.reunir(await this.listEntradas(execucao), { signal: execucao.sinal });
  }

  /** The documents of a stored gathering, with their place on this machine. */
  async open(execucao: Execucao, chave: string): Promise<ReuniaoEmDisco> {
    const guardada = await this.trabalhos.find(chave);
    if (!guardada) return this.gather(execucao);
    const reuniao = await decode<ReuniaoEmDisco>(guardada);
    const lugares = new Map((await this.listEntradas(execucao)).map((e, i) => [execucao.posse.entradas.arquivos[i]!.sha256, e.caminho]));
    return { ...reuniao, documentos: reuniao.documentos.map((d) => withLugar(d, lugares.get(d.sha256))) };
  }

  /** What stages 3 and 4 work on: the documents, and what could not be read of them. */
  toPedido({ posse }: Execucao, reuniao: ReuniaoEmDisco, coberturas: readonly CoberturaDocumento[]): ConjuntoPedido {
    const nomes = new Map(reuniao.documentos.map((d) => [d.sha256, d.nome]));
    const recusados = coberturas.flatMap((c) => (c.erro ? [{ documento: nomes.get(c.sha256) ?? c.sha256, ...c.erro }] : []));
    const { classes } = posse.entradas;
    return { documentos: reuniao.documentos, naoLido: [...reuniao.naoLido, ...recusados], duplicados: reuniao.duplicados, ...(Object.keys(classes).length ? { classes } : {}) };
  }

  /** Tries again once after gathering here, when this machine does not have a document (another one gathered, or its disk was cleaned). */
  async withDocumentos<T>(execucao: Execucao, fazer: () => Promise<T>): Promise<T> {
    try {
      return await fazer();
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.codigo !== 'documento_ausente') throw erro;
      await this.gather(execucao);
      return fazer();
    }
  }
}

const withLugar = ({ nome, sha256, tipo, bytes }: DocumentoReunido, caminho: string | undefined): DocumentoReunido => ({ nome, sha256, tipo, bytes, ...(caminho === undefined ? {} : { caminho }) });
