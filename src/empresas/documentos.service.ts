import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalido, naoEncontrado } from '../kernel/index.js';
import { isId, newId } from '../storage/index.js';
import { ArquivosService, cleanJson, DaOrganizacao, forgetRespostas, type ArquivoRecebido, type Pagina } from '../storage/storage.module.js';
import { DocumentoEntity } from './documento.entity.js';
import type { LeituraGuardada } from './domain/leitura-documento.js';
import { empresaNaoEncontrada, EmpresasService, MAX_DOCUMENTOS } from './empresas.service.js';
import { parseDocumento } from './parse-documento.js';

/** What is sent of a document: its data and, perhaps, its file, received and not yet linked. */
export interface DocumentoEnviado {
  readonly dados: unknown;
  readonly arquivo: (ArquivoRecebido & { readonly nome: string }) | null;
  /** What the file says; null when there is no new file. */
  readonly leitura?: LeituraGuardada | null;
}

const documentoNaoEncontrado = () => naoEncontrado('documento_nao_encontrado', 'Não há documento com este id nesta empresa. Confira o id, ou liste os documentos da empresa.');

/** Documents of a company and their files. Every change is a new version of the company. */
@Injectable()
export class DocumentosService {
  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly empresas: EmpresasService, private readonly arquivos: ArquivosService) {}

  /** @throws AlicitError `documento_invalido`, `muitos_documentos`, `empresa_nao_encontrada`; the received file is then discarded */
  async create(organizacaoId: string, empresaId: string, enviado: DocumentoEnviado): Promise<DocumentoEntity> {
    const id = newId('doc');
    await this.orDiscard(enviado, async () => {
      const dados = parseDocumento(cleanJson(enviado.dados));
      await this.daOrganizacao.transaction(async (m) => {
        await touch(m, organizacaoId, empresaId);
        const [{ total }] = (await m.query<{ total: number }[]>('select count(*)::int as total from alicit.empresa_documento where organizacao_id = $1 and empresa_id = $2', [organizacaoId, empresaId])) as [{ total: number }];
        if (total >= MAX_DOCUMENTOS) throw invalido('muitos_documentos', `A empresa já tem ${MAX_DOCUMENTOS} documentos: apague os que não usa mais.`);
        await this.daOrganizacao.of(DocumentoEntity, m).insert(organizacaoId, { id, empresaId, dados, ...(await this.linkArquivo(m, enviado)) });
      });
    });
    return this.get(organizacaoId, empresaId, id);
  }

  /** Replaces the data; the file stays unless another is sent. @throws AlicitError as `create`, and `documento_nao_encontrado` */
  async replace(organizacaoId: string, empresaId: string, id: string, enviado: DocumentoEnviado): Promise<DocumentoEntity> {
    const antigo = await this.orDiscard(enviado, async () => {
      const dados = parseDocumento(cleanJson(enviado.dados));
      return this.daOrganizacao.transaction(async (m) => {
        await touch(m, organizacaoId, empresaId);
        const { sha256 } = await this.getIn(m, organizacaoId, empresaId, id);
        const arquivo = await this.linkArquivo(m, enviado);
        await this.daOrganizacao.of(DocumentoEntity, m).update(organizacaoId, { id, empresaId }, { dados, ...arquivo });
        await m.query('update alicit.empresa_documento set atualizado_em = now() where organizacao_id = $1 and id = $2', [organizacaoId, id]);
        return arquivo ? sha256 : null;
      });
    });
    if (antigo) await this.arquivos.collect([antigo]);
    return this.get(organizacaoId, empresaId, id);
  }

  /** @throws AlicitError `empresa_nao_encontrada`, `documento_nao_encontrado` */
  async get(organizacaoId: string, empresaId: string, id: string): Promise<DocumentoEntity> {
    return this.getIn(null, organizacaoId, empresaId, id);
  }

  /** @throws AlicitError `empresa_nao_encontrada` */
  async list(organizacaoId: string, empresaId: string, pagina: { cursor?: string | undefined; limite: number }): Promise<Pagina<DocumentoEntity>> {
    await this.empresas.get(organizacaoId, empresaId);
    return this.daOrganizacao.of(DocumentoEntity).page(organizacaoId, { empresaId }, pagina);
  }

  /** Erases it for good, with its file when no one else uses it. @throws AlicitError `empresa_nao_encontrada`, `documento_nao_encontrado` */
  async erase(organizacaoId: string, empresaId: string, id: string): Promise<void> {
    const sha256 = await this.daOrganizacao.transaction(async (m) => {
      await touch(m, organizacaoId, empresaId);
      const documento = await this.getIn(m, organizacaoId, empresaId, id);
      await this.daOrganizacao.of(DocumentoEntity, m).delete(organizacaoId, { id, empresaId });
      await forgetRespostas(m, organizacaoId, [id]);
      return documento.sha256;
    });
    if (sha256) await this.arquivos.collect([sha256]);
  }

  private async getIn(m: EntityManager | null, organizacaoId: string, empresaId: string, id: string): Promise<DocumentoEntity> {
    const achado = isId('doc', id) && isId('emp', empresaId) ? await this.daOrganizacao.of(DocumentoEntity, m ?? undefined).find(organizacaoId, { id, empresaId }) : null;
    if (!achado) throw documentoNaoEncontrado();
    return achado;
  }

  private async linkArquivo(m: EntityManager, { arquivo, leitura }: DocumentoEnviado): Promise<{ sha256: string; bytes: string; nomeArquivo: string; tipo: string | null; leitura: LeituraGuardada | null } | null> {
    if (!arquivo) return null;
    const { sha256, bytes } = await this.arquivos.link(m, arquivo.transito);
    return { sha256, bytes: String(bytes), nomeArquivo: arquivo.nome, tipo: arquivo.tipo, leitura: leitura ?? null };
  }

  /** A file whose document is refused is not kept. */
  private async orDiscard<T>({ arquivo }: DocumentoEnviado, fazer: () => Promise<T>): Promise<T> {
    try {
      return await fazer();
    } catch (erro) {
      if (arquivo) await this.arquivos.discard([arquivo.transito]);
      throw erro;
    }
  }
}

/** A new version of the company, whose row stays locked to the end of the transaction. */
async function touch(m: EntityManager, organizacaoId: string, empresaId: string): Promise<void> {
  const [, mudadas] = await m.query<[unknown, number]>('update alicit.empresa set versao = versao + 1, atualizada_em = now() where organizacao_id = $1 and id = $2', [organizacaoId, empresaId]);
  if (mudadas !== 1) throw empresaNaoEncontrada();
}
