import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import { invalido } from '../../kernel/index.js';
import { lockLicitacao } from '../lock-licitacao.js';
import type { LicitacaoEntity } from '../licitacao.entity.js';
import { LicitacoesService } from '../licitacoes.service.js';
import { ArquivosPncpService, type ArquivoPncpDaLicitacao } from './arquivos-pncp.service.js';
import { FILA_ARQUIVOS } from './filas.js';
import { findLicitacaoPedida, requireNumero } from './find-licitacao-pedida.js';
import { PublicadosService } from './publicados.service.js';

/** Whether and how an organisation follows a tender. */
export interface Acompanhamento {
  readonly acompanhar: boolean;
  /** Analyses made again when what they were judged by changes. */
  readonly reanalisar: boolean;
  /** Of these companies; empty: of those that have an analysis of it. */
  readonly empresas: readonly string[];
  readonly desde: Date | null;
}

const NENHUM: Acompanhamento = { acompanhar: false, reanalisar: false, empresas: [], desde: null };

/** Followed tenders, and their files from PNCP. A tender is named by its id or by PNCP's number. */
@Injectable()
export class AcompanhamentosService {
  constructor(private readonly fonte: DataSource, private readonly publicados: PublicadosService, private readonly licitacoes: LicitacoesService, private readonly arquivos: ArquivosPncpService, private readonly jobs: JobsService) {
    // Also where nobody works: whoever takes requests sends to it.
    jobs.declare(FILA_ARQUIVOS);
  }

  /** @throws AlicitError as `findLicitacaoPedida` */
  find(organizacaoId: string, idOuNumero: string, { criar = false }: { readonly criar?: boolean } = {}): Promise<LicitacaoEntity> {
    return findLicitacaoPedida(this.licitacoes, organizacaoId, idOuNumero, { criar });
  }

  async get(organizacaoId: string, licitacaoId: string): Promise<Acompanhamento> {
    const [linha] = await this.fonte.query<Omit<Acompanhamento, 'acompanhar'>[]>(
      `select a.reanalisar, a.criado_em as desde, array(select e.empresa_id from alicit.acompanhamento_empresa e where e.acompanhamento_id = a.id order by e.id) as empresas
       from alicit.acompanhamento a where a.organizacao_id = $1 and a.licitacao_id = $2`, [organizacaoId, licitacaoId],
    );
    return linha ? { acompanhar: true, ...linha } : NENHUM;
  }

  /**
   * Follows it: its files are fetched, now and when new ones are published.
   * @throws AlicitError `licitacao_sem_numero`, `empresa_desconhecida`, `licitacao_nao_publicada`, `pncp_indisponivel`
   */
  async follow(organizacaoId: string, licitacao: LicitacaoEntity, { reanalisar, empresas }: Pick<Acompanhamento, 'reanalisar' | 'empresas'>): Promise<void> {
    const arquivos = await this.publicados.list(requireNumero(licitacao), { agora: false });
    await this.jobs.ready();
    await this.fonte.transaction(async (m) => {
      await lockLicitacao(m, organizacaoId, licitacao.id);
      const [linha] = await m.query<{ id: string }[]>(
        `insert into alicit.acompanhamento (organizacao_id, licitacao_id, reanalisar) values ($1, $2, $3) on conflict (licitacao_id) do update set reanalisar = excluded.reanalisar, atualizado_em = now() returning id`,
        [organizacaoId, licitacao.id, reanalisar],
      );
      await this.setEmpresas(m, organizacaoId, linha!.id, empresas);
      if (await this.arquivos.plan(m, organizacaoId, licitacao.id, arquivos)) await this.jobs.send(m, FILA_ARQUIVOS, { licitacaoId: licitacao.id });
    });
  }

  /** Files that were fetched stay. Twice is once. */
  async unfollow(organizacaoId: string, licitacaoId: string): Promise<void> {
    await this.fonte.query('delete from alicit.acompanhamento where organizacao_id = $1 and licitacao_id = $2', [organizacaoId, licitacaoId]);
  }

  listArquivos(organizacaoId: string, licitacaoId: string): Promise<ArquivoPncpDaLicitacao[]> {
    return this.arquivos.list(organizacaoId, licitacaoId);
  }

  /** Fetches the files that are lacking, followed or not: in the background. @throws AlicitError as `follow` */
  async fetchArquivos(organizacaoId: string, licitacao: LicitacaoEntity): Promise<ArquivoPncpDaLicitacao[]> {
    const arquivos = await this.publicados.list(requireNumero(licitacao), { agora: true });
    await this.jobs.ready();
    await this.fonte.transaction(async (m) => {
      await lockLicitacao(m, organizacaoId, licitacao.id);
      await this.arquivos.plan(m, organizacaoId, licitacao.id, arquivos);
      await this.arquivos.retry(m, organizacaoId, licitacao.id);
      await this.jobs.send(m, FILA_ARQUIVOS, { licitacaoId: licitacao.id });
    });
    return this.arquivos.list(organizacaoId, licitacao.id);
  }

  private async setEmpresas(m: EntityManager, organizacaoId: string, acompanhamentoId: string, empresas: readonly string[]): Promise<void> {
    await m.query('delete from alicit.acompanhamento_empresa where organizacao_id = $1 and acompanhamento_id = $2', [organizacaoId, acompanhamentoId]);
    if (!empresas.length) return;
    const postas = await m.query<unknown[]>(
      `insert into alicit.acompanhamento_empresa (organizacao_id, acompanhamento_id, empresa_id) select $1, $2, id from alicit.empresa where organizacao_id = $1 and id = any($3) returning id`, [organizacaoId, acompanhamentoId, [...empresas]],
    );
    if (postas.length !== new Set(empresas).size) throw invalido('empresa_desconhecida', 'Uma das empresas não existe, ou é de outra organização. Confira os ids em GET /v1/empresas.', { erros: [{ ponteiro: '/empresas', mensagem: 'empresa que não existe' }] });
  }
}
