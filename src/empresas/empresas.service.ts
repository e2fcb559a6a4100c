import { Injectable } from '@nestjs/common';
import { conflito, isCnpj, naoEncontrado, stripCnpj } from '../kernel/index.js';
import { isId, newId } from '../storage/index.js';
import { ArquivosService, cleanJson, DaOrganizacao, eraseAnalises, eraseAvisos, eraseConversas, forgetRespostas, type Pagina } from '../storage/storage.module.js';
import { DocumentoEntity } from './documento.entity.js';
import type { AvisoEmpresa } from './domain/aviso-empresa.js';
import type { Empresa } from './domain/empresa.js';
import { mergeGuardados } from './domain/merge-guardados.js';
import { EmpresaEntity } from './empresa.entity.js';
import { parseEmpresa } from './parse-empresa.js';

/** Of one company; more than anyone has, few enough for an analysis. */
export const MAX_DOCUMENTOS = 500;
const MAX_DISPUTAS = 5;

export const empresaNaoEncontrada = () => naoEncontrado('empresa_nao_encontrada', 'Não há empresa com este id. Confira o id, ou liste as empresas em GET /v1/empresas.');

/** What became of a profile that was sent. */
export interface EmpresaGravada {
  readonly id: string;
  readonly avisos: readonly AvisoEmpresa[];
  readonly criada: boolean;
}

/** Companies of an organisation: one for each CNPJ. */
@Injectable()
export class EmpresasService {
  constructor(private readonly daOrganizacao: DaOrganizacao, private readonly arquivos: ArquivosService) {}

  /**
   * Creates the company, or replaces the profile of the one that has the CNPJ; an equal profile changes nothing, not even the version.
   * @throws AlicitError `empresa_invalida`
   */
  async upsert(organizacaoId: string, perfil: unknown): Promise<EmpresaGravada> {
    const { empresa, avisos } = parseEmpresa(cleanJson(perfil));
    const novo = newId('emp');
    const [linha] = await this.daOrganizacao.transaction((m) =>
      m.query<{ id: string }[]>(
        `insert into alicit.empresa as e (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, $4)
         on conflict (organizacao_id, cnpj) do update set perfil = excluded.perfil, versao = e.versao + (e.perfil is distinct from excluded.perfil)::int,
           atualizada_em = case when e.perfil is distinct from excluded.perfil then now() else e.atualizada_em end
         returning id`, [novo, organizacaoId, empresa.cnpj, JSON.stringify(empresa)],
      ),
    );
    return { id: linha!.id, avisos, criada: linha!.id === novo };
  }

  /** @throws AlicitError `empresa_nao_encontrada` */
  async get(organizacaoId: string, id: string): Promise<EmpresaEntity> {
    const achada = isId('emp', id) ? await this.empresas().find(organizacaoId, { id }) : null;
    if (!achada) throw empresaNaoEncontrada();
    return achada;
  }

  /** Newest first; by CNPJ, with or without mask, at most one. */
  async list(organizacaoId: string, { cnpj, ...pagina }: { cnpj?: string | undefined; cursor?: string | undefined; limite: number }): Promise<Pagina<EmpresaEntity>> {
    if (cnpj !== undefined && !isCnpj(cnpj)) return { itens: [], proximo: null };
    return this.empresas().page(organizacaoId, cnpj === undefined ? {} : { cnpj: stripCnpj(cnpj) }, pagina);
  }

  /**
   * Changes a profile over the version it was read at, trying again when another change came first. `exige` is told each version
   * and may refuse it (If-Match); the new profile may bear another CNPJ that no other company has.
   * @throws AlicitError `empresa_nao_encontrada`, `empresa_invalida`, `empresa_cnpj_em_uso`, `empresa_em_disputa`, what `exige` throws
   */
  async change(organizacaoId: string, id: string, mudar: (perfil: Empresa) => unknown, exige: (lida: EmpresaEntity) => void): Promise<{ empresa: EmpresaEntity; avisos: readonly AvisoEmpresa[] }> {
    for (let vez = 0; vez < MAX_DISPUTAS; vez++) {
      const lida = await this.get(organizacaoId, id);
      exige(lida);
      const { empresa, avisos } = parseEmpresa(cleanJson(mudar(lida.perfil)));
      if (await this.replace(organizacaoId, lida, empresa)) return { empresa: await this.get(organizacaoId, id), avisos };
    }
    throw conflito('empresa_em_disputa', 'A empresa está sendo mudada por outros pedidos ao mesmo tempo: tente de novo.');
  }

  /** Erases the company for good: documents, analyses with their work, and files that no one else uses. @throws AlicitError `empresa_nao_encontrada` */
  async erase(organizacaoId: string, id: string): Promise<void> {
    if (!isId('emp', id)) throw empresaNaoEncontrada();
    const shas = await this.daOrganizacao.transaction(async (m) => {
      const trancada = await m.query<unknown[]>('select 1 from alicit.empresa where organizacao_id = $1 and id = $2 for update', [organizacaoId, id]);
      if (!trancada.length) throw empresaNaoEncontrada();
      const documentos = await m.query<{ sha256: string | null }[]>('select sha256 from alicit.empresa_documento where organizacao_id = $1 and empresa_id = $2', [organizacaoId, id]);
      await eraseAnalises(m, organizacaoId, { empresaId: id });
      await eraseAvisos(m, organizacaoId, { empresaId: id });
      await eraseConversas(m, organizacaoId, { empresaId: id });
      await forgetRespostas(m, organizacaoId, [id]);
      await this.daOrganizacao.of(EmpresaEntity, m).delete(organizacaoId, { id });
      return documentos.flatMap((d) => d.sha256 ?? []);
    });
    await this.arquivos.collect(shas);
  }

  /** The company as an analysis takes it: the profile with the stored documents in it, completed by what their files say. @throws AlicitError `empresa_nao_encontrada` */
  async snapshot(organizacaoId: string, empresaId: string): Promise<{ empresa: Empresa; versao: number }> {
    const { perfil, versao } = await this.get(organizacaoId, empresaId);
    const guardados = await this.daOrganizacao.of(DocumentoEntity).list(organizacaoId, { empresaId }, { id: 'ASC' }, MAX_DOCUMENTOS);
    return { empresa: mergeGuardados(perfil, guardados), versao };
  }

  /** False when another change came first. */
  private async replace(organizacaoId: string, { id, versao }: EmpresaEntity, perfil: Empresa): Promise<boolean> {
    try {
      const [, mudadas] = await this.daOrganizacao.transaction((m) =>
        m.query<[unknown, number]>('update alicit.empresa set cnpj = $4, perfil = $5, versao = versao + 1, atualizada_em = now() where organizacao_id = $1 and id = $2 and versao = $3', [organizacaoId, id, versao, perfil.cnpj, JSON.stringify(perfil)]),
      );
      return mudadas === 1;
    } catch (erro) {
      if ((erro as { code?: unknown }).code === '23505') throw conflito('empresa_cnpj_em_uso', 'Outra empresa da organização já tem este CNPJ.');
      throw erro;
    }
  }

  private empresas() {
    return this.daOrganizacao.of(EmpresaEntity);
  }
}
