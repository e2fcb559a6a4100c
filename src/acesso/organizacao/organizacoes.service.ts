import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { invalido, naoEncontrado } from '../../kernel/index.js';
import { ArquivosService, forgetNaFilaDaOrganizacao } from '../../storage/storage.module.js';
import { ChavesConhecidas } from '../chaves-conhecidas.js';
import { AoApagar } from './ao-apagar.js';
import type { OrganizacaoJson } from './organizacao.schema.js';
import { listTabelasDoCliente, nameOf, quote, type Consulta } from './tabelas-do-cliente.js';

interface Linha { readonly id: string; readonly nome: string; readonly criada_em: Date }
type Contagens = Record<keyof OrganizacaoJson['uso'], string>;

/** Organisations: who they are, how much they keep, and their end. */
@Injectable()
export class OrganizacoesService {
  constructor(private readonly fonte: DataSource, private readonly arquivos: ArquivosService, private readonly conhecidas: ChavesConhecidas, private readonly aoApagar: AoApagar) {}

  /** All of them, oldest first: for the operator's command line only. */
  async listTodas(): Promise<{ readonly id: string; readonly nome: string; readonly criadaEm: string }[]> {
    const linhas = await this.fonte.query<Linha[]>('select id, nome, criada_em from alicit.organizacao order by id');
    return linhas.map((l) => ({ id: l.id, nome: l.nome, criadaEm: l.criada_em.toISOString() }));
  }

  /** @throws AlicitError `organizacao_nao_encontrada` */
  async get(id: string): Promise<OrganizacaoJson> {
    const [linha] = await this.fonte.query<Linha[]>('select id, nome, criada_em from alicit.organizacao where id = $1', [id]);
    if (!linha) throw naoEncontrada();
    return { id: linha.id, nome: linha.nome, criadaEm: linha.criada_em.toISOString(), uso: await this.countUso(id) };
  }

  async rename(id: string, nome: string): Promise<OrganizacaoJson> {
    await this.fonte.query('update alicit.organizacao set nome = $2 where id = $1', [id, nome]);
    return this.get(id);
  }

  /**
   * Erases an organisation for good: rows, files nobody else uses, keys. All of it or nothing, but for files, which a
   * sweep takes later when they could not be erased now.
   * @param confirmar the organisation's name, typed by who asks
   * @throws AlicitError `confirmacao_diferente` (422), `organizacao_nao_encontrada`
   */
  async erase(id: string, confirmar: string): Promise<void> {
    const shas = await this.fonte.transaction(async (m) => {
      const consulta: Consulta = (sql, parametros = []) => m.query(sql, [...parametros]);
      const [linha] = await consulta<Linha>('select id, nome from alicit.organizacao where id = $1 for update', [id]);
      if (!linha) throw naoEncontrada();
      if (linha.nome.normalize('NFC') !== confirmar.normalize('NFC').trim()) throw invalido('confirmacao_diferente', 'Para apagar a organização e tudo o que é dela, informe em "confirmar" o nome dela, exatamente como está em GET /v1/organizacao.', { erros: [{ ponteiro: '/confirmar', mensagem: 'não é o nome da organização' }] });
      const tabelas = await listTabelasDoCliente(consulta);
      const arquivos = new Set<string>();
      for (const t of tabelas) {
        if (!t.colunaArquivo) continue;
        const linhas = await consulta<{ sha256: string }>(`select distinct ${quote(t.colunaArquivo)} as sha256 from ${nameOf(t)} where organizacao_id = $1 and ${quote(t.colunaArquivo)} is not null`, [id]);
        for (const { sha256 } of linhas) arquivos.add(sha256);
      }
      await forgetNaFilaDaOrganizacao(m, id);
      await this.aoApagar.run(m, id);
      for (const t of tabelas) await m.query(`delete from ${nameOf(t)} where organizacao_id = $1`, [id]);
      await m.query('delete from alicit.organizacao where id = $1', [id]);
      return [...arquivos];
    });
    this.conhecidas.forget();
    await this.arquivos.collect(shas);
  }

  private async countUso(id: string): Promise<OrganizacaoJson['uso']> {
    const [c] = await this.fonte.query<[Contagens]>(
      `select (select count(*) from alicit.empresa where organizacao_id = $1) as empresas,
        (select count(*) from alicit.licitacao where organizacao_id = $1) as licitacoes,
        (select count(*) from alicit.analise where organizacao_id = $1) as analises,
        (select count(*) from alicit.webhook where organizacao_id = $1) as webhooks,
        (select count(*) from alicit.chave_api where organizacao_id = $1 and revogada_em is null and (expira_em is null or expira_em > now())) as "chavesAtivas",
        count(*) as arquivos, coalesce(sum(a.bytes), 0) as "bytesArquivos"
       from alicit.arquivo a where a.sha256 in (select sha256 from alicit.licitacao_arquivo where organizacao_id = $1 union select sha256 from alicit.empresa_documento where organizacao_id = $1)`, [id],
    );
    return { empresas: Number(c.empresas), licitacoes: Number(c.licitacoes), analises: Number(c.analises), webhooks: Number(c.webhooks), chavesAtivas: Number(c.chavesAtivas), arquivos: Number(c.arquivos), bytesArquivos: Number(c.bytesArquivos) };
  }
}

const naoEncontrada = (): Error => naoEncontrado('organizacao_nao_encontrada', 'A organização não existe mais.');
