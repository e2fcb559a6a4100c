import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { cleanNomeArquivo } from '../http/index.js';
import { AlicitError, invalido, naoEncontrado } from '../kernel/index.js';
import { isId, newId } from '../storage/index.js';
import { ArquivosService, DaOrganizacao, forgetRespostas, type ArquivoRecebido } from '../storage/storage.module.js';
import { ArquivoEntity } from './arquivo.entity.js';
import { lockLicitacao, touchLicitacao } from './lock-licitacao.js';

/** A file on its way in. */
export interface ParteArquivo {
  /** As the client sent it. */
  readonly nome: string;
  readonly conteudo: Readable;
}

/** A file received and not yet linked, with its clean name. */
export type ArquivoEmMaos = ArquivoRecebido & { readonly nome: string };

/** What became of each file. `nome` is empty when the fault is of the request and of no file. */
export type ResultadoArquivo =
  | { readonly nome: string; readonly ok: true; readonly id: string; readonly sha256: string; readonly bytes: number; readonly tipo: string | null; readonly jaExistia: boolean }
  | { readonly nome: string; readonly ok: false; readonly codigo: string; readonly mensagem: string };

/** Files of one tender. */
export const MAX_ARQUIVOS_LICITACAO = 300;

const arquivoNaoEncontrado = () => naoEncontrado('arquivo_nao_encontrado', 'Não há arquivo com este id nesta licitação. Confira o id, ou liste os arquivos da licitação.');
const muitosArquivos = () => invalido('muitos_arquivos', `A licitação já tem ${MAX_ARQUIVOS_LICITACAO} arquivos: apague os que não servem.`);

/** Files of a tender: each received, kept and answered for by itself. */
@Injectable()
export class ArquivosLicitacaoService {
  private readonly maxBytes: number;

  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly arquivos: ArquivosService, @Inject(CONFIG) config: Config) {
    this.maxBytes = config.http.maxBytesArquivo;
  }

  /** Takes files one after the other; one that fails loses nothing of the others. @throws AlicitError when nothing at all could be read, `licitacao_nao_encontrada` */
  async add(organizacaoId: string, licitacaoId: string, partes: AsyncIterable<ParteArquivo>): Promise<ResultadoArquivo[]> {
    const resultados: ResultadoArquivo[] = [];
    try {
      for await (const { nome, conteudo } of partes) resultados.push(await this.addOne(organizacaoId, licitacaoId, cleanNomeArquivo(nome), conteudo));
    } catch (erro) {
      if (!(erro instanceof AlicitError) || !resultados.length || erro.tipo === 'nao_encontrado') throw erro;
      const ultimo = resultados.at(-1);
      if (!ultimo || ultimo.ok || ultimo.codigo !== erro.codigo) resultados.push({ nome: '', ok: false, codigo: erro.codigo, mensagem: erro.message });
    }
    return resultados;
  }

  /** Links files already received to a tender just made, in its transaction. */
  async linkAll(m: EntityManager, organizacaoId: string, licitacaoId: string, recebidos: readonly ArquivoEmMaos[]): Promise<void> {
    if (new Set(recebidos.map((r) => r.sha256)).size > MAX_ARQUIVOS_LICITACAO) throw muitosArquivos();
    for (const r of recebidos) await this.link(m, organizacaoId, licitacaoId, r);
  }

  list(organizacaoId: string, licitacaoId: string): Promise<ArquivoEntity[]> {
    return this.daOrganizacao.of(ArquivoEntity).list(organizacaoId, { licitacaoId }, { id: 'ASC' }, MAX_ARQUIVOS_LICITACAO);
  }

  /** @throws AlicitError `arquivo_nao_encontrado` */
  async get(organizacaoId: string, licitacaoId: string, id: string): Promise<ArquivoEntity> {
    const achado = isId('arq', id) && isId('lic', licitacaoId) ? await this.daOrganizacao.of(ArquivoEntity).find(organizacaoId, { id, licitacaoId }) : null;
    if (!achado) throw arquivoNaoEncontrado();
    return achado;
  }

  /** Erases it for good when no one else uses the content. @throws AlicitError `licitacao_nao_encontrada`, `arquivo_nao_encontrado` */
  async erase(organizacaoId: string, licitacaoId: string, id: string): Promise<void> {
    const { sha256 } = await this.get(organizacaoId, licitacaoId, id);
    await this.daOrganizacao.transaction(async (m) => {
      await lockLicitacao(m, organizacaoId, licitacaoId);
      if ((await this.daOrganizacao.of(ArquivoEntity, m).delete(organizacaoId, { id, licitacaoId })) === 0) throw arquivoNaoEncontrado();
      await touchLicitacao(m, organizacaoId, licitacaoId);
      await forgetRespostas(m, organizacaoId, [id]);
    });
    await this.arquivos.collect([sha256]);
  }

  private async addOne(organizacaoId: string, licitacaoId: string, nome: string, conteudo: Readable): Promise<ResultadoArquivo> {
    let recebido: ArquivoRecebido | null = null;
    try {
      const r = (recebido = await this.arquivos.receive(conteudo, this.maxBytes));
      const { id, jaExistia } = await this.daOrganizacao.transaction(async (m) => {
        await lockLicitacao(m, organizacaoId, licitacaoId);
        const ligado = await this.link(m, organizacaoId, licitacaoId, { ...r, nome });
        if (!ligado.jaExistia) await touchLicitacao(m, organizacaoId, licitacaoId);
        return ligado;
      });
      return { nome, ok: true, id, sha256: r.sha256, bytes: r.bytes, tipo: r.tipo, jaExistia };
    } catch (erro) {
      if (recebido) await this.arquivos.discard([recebido.transito]);
      if (!(erro instanceof AlicitError) || erro.tipo === 'nao_encontrado') throw erro;
      return { nome, ok: false, codigo: erro.codigo, mensagem: erro.message };
    }
  }

  private async link(m: EntityManager, organizacaoId: string, licitacaoId: string, r: ArquivoEmMaos): Promise<{ id: string; jaExistia: boolean }> {
    const { sha256, bytes } = await this.arquivos.link(m, r.transito);
    const arquivos = this.daOrganizacao.of(ArquivoEntity, m);
    const existente = await arquivos.find(organizacaoId, { licitacaoId, sha256 });
    if (existente) return { id: existente.id, jaExistia: true };
    const [conta] = await m.query<{ total: number }[]>('select count(*)::int as total from alicit.licitacao_arquivo where organizacao_id = $1 and licitacao_id = $2', [organizacaoId, licitacaoId]);
    if (conta!.total >= MAX_ARQUIVOS_LICITACAO) throw muitosArquivos();
    const id = newId('arq');
    await arquivos.insert(organizacaoId, { id, licitacaoId, sha256, nome: r.nome, bytes: String(bytes), tipo: r.tipo });
    return { id, jaExistia: false };
  }
}
