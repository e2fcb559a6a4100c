import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { CorrecoesService } from '../editais/editais.module.js';
import { EmpresasService } from '../empresas/empresas.module.js';
import { EventosService } from '../eventos/eventos.module.js';
import { JobsService } from '../jobs/jobs.module.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { LicitacoesService } from '../licitacoes/licitacoes.module.js';
import { SancoesService } from '../sancoes/sancoes.module.js';
import { newId } from '../storage/index.js';
import { chaveAnalise, type BaseDaAnalise } from './entradas.js';
import type { VersoesAnalise } from './domain/execucao.js';
import { FILA_ANALISES } from './execucao/fila.js';
import { VERSOES } from './versoes.js';

export interface PedidoPorReferencia {
  readonly empresaId: string;
  readonly licitacaoId: string;
  /** Simulated moment; null: when it runs. */
  readonly agora: Date | null;
}

/** `nova`: accepted now · `viva`: an equal one is under way · `pronta`: an equal one ended and still holds. */
export interface Aceite {
  readonly id: string;
  readonly situacao: 'nova' | 'viva' | 'pronta';
}

/** SQLSTATE of a row that refers to one that is not there. */
const REFERENCIA_SUMIU = '23503';
/** A tender that changes under the request is looked at again, this often. */
const MAX_VEZES = 4;
/** A full line is expected to move within this, seconds. */
const TENTAR_EM_S = 30;

/** Takes requests for analyses: equal ones become one, and the line has an end. */
@Injectable()
export class PedidosService {
  constructor(
    private readonly fonte: DataSource, private readonly empresas: EmpresasService, private readonly licitacoes: LicitacoesService, private readonly correcoes: CorrecoesService, private readonly sancoes: SancoesService, private readonly eventos: EventosService,
    private readonly jobs: JobsService, @Inject(CONFIG) private readonly config: Config, @Inject(VERSOES) private readonly versoes: VersoesAnalise,
  ) {}

  /**
   * @throws AlicitError `empresa_nao_encontrada`, `licitacao_nao_encontrada`, `licitacao_sem_arquivos`, `fila_cheia`, `fila_da_organizacao_cheia`
   */
  async request(organizacaoId: string, pedido: PedidoPorReferencia): Promise<Aceite> {
    for (let vez = 1; vez < MAX_VEZES; vez++) {
      const aceite = await this.tryRequest(organizacaoId, pedido, { conferir: true });
      if (aceite) return aceite;
    }
    return (await this.tryRequest(organizacaoId, pedido, { conferir: false }))!;
  }

  /** Null: with `conferir`, the tender changed while it was being looked at, and what was seen of it is no longer what it is. */
  private async tryRequest(organizacaoId: string, { empresaId, licitacaoId, agora }: PedidoPorReferencia, { conferir }: { readonly conferir: boolean }): Promise<Aceite | null> {
    const [{ empresa }, { licitacao, arquivos, versao }, { fatos, requisitos, classes }] = await Promise.all([
      this.empresas.snapshot(organizacaoId, empresaId), this.licitacoes.snapshot(organizacaoId, licitacaoId), this.correcoes.vivas(organizacaoId, licitacaoId),
    ]);
    if (!arquivos.length) throw invalido('licitacao_sem_arquivos', 'A licitação não tem arquivos: envie o edital em POST /v1/licitacoes/{id}/arquivos e peça a análise de novo.', { erros: [{ ponteiro: '/licitacaoId', mensagem: 'licitação sem arquivos' }] });
    const sancoes = await this.sancoes.consult(empresa.cnpj);
    const entradas = { empresa, licitacao, ...(sancoes ? { sancoes } : {}), arquivos: arquivos.map(({ nome, sha256 }) => ({ nome, sha256 })), fatos, requisitos, classes };
    const base: BaseDaAnalise = { organizacaoId, empresaId, licitacaoId, entradas, agora: agora?.toISOString() ?? null, versoes: this.versoes };
    const chave = chaveAnalise(base);
    const pronta = await this.findPronta(organizacaoId, chave);
    if (pronta) return { id: pronta, situacao: 'pronta' };
    await this.jobs.ready();
    try {
      return await this.fonte.transaction(async (m) => (conferir && (await this.hasMudado(m, base, versao)) ? null : this.accept(m, base, chave)));
    } catch (erro) {
      // The company or the tender was erased meanwhile: asking for them again says which.
      if ((erro as { code?: unknown }).code === REFERENCIA_SUMIU) await Promise.all([this.empresas.snapshot(organizacaoId, empresaId), this.licitacoes.snapshot(organizacaoId, licitacaoId)]);
      throw erro;
    }
  }

  /** Held until the analysis is there: a change that comes now finds it, and marks it outdated. */
  private async hasMudado(m: EntityManager, { organizacaoId, licitacaoId }: BaseDaAnalise, versao: number): Promise<boolean> {
    const [linha] = await m.query<{ versao: number }[]>('select versao from alicit.licitacao where organizacao_id = $1 and id = $2 for share', [organizacaoId, licitacaoId]);
    return linha !== undefined && linha.versao !== versao;
  }

  /** One that ended well and still holds: at a simulated moment, for ever. */
  private async findPronta(organizacaoId: string, chave: string): Promise<string | null> {
    const [linha] = await this.fonte.query<{ id: string }[]>(
      `select id from alicit.analise where organizacao_id = $1 and chave = $2 and estado = 'concluida' and (agora is not null or valido_ate is null or valido_ate > now()) order by id desc limit 1`, [organizacaoId, chave],
    );
    return linha?.id ?? null;
  }

  /** Under one lock for the whole line, so that its bounds and turns are exact: a few milliseconds each. */
  private async accept(m: EntityManager, { organizacaoId, empresaId, licitacaoId, entradas, agora }: BaseDaAnalise, chave: string): Promise<Aceite> {
    await m.query(`select pg_advisory_xact_lock(hashtext('alicit.fila_de_analises'))`);
    const [viva] = await m.query<{ id: string }[]>(`select id from alicit.analise where organizacao_id = $1 and chave = $2 and estado in ('na_fila', 'executando')`, [organizacaoId, chave]);
    if (viva) return { id: viva.id, situacao: 'viva' };
    const vez = await this.takeTurn(m, organizacaoId);
    const id = newId('ana');
    await m.query(
      `insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, agora, entradas, estado, versao_workflow, versoes, vez) values ($1, $2, $3, $4, $5, $6, $7, 'na_fila', $8, $9, $10)`,
      [id, organizacaoId, empresaId, licitacaoId, chave, agora, JSON.stringify(entradas), this.versoes.workflow, JSON.stringify(this.versoes), vez],
    );
    await this.eventos.record(m, { organizacaoId, analiseId: id, tipo: 'analise.na_fila', dados: {} });
    await this.jobs.send(m, FILA_ANALISES, { analiseId: id }, { prioridade: -vez, traco: true });
    return { id, situacao: 'nova' };
  }

  /**
   * The place in the line: after the organisation's own last one, and never before the one being served. So who queues a
   * hundred waits for those who queue one, and nobody waits for ever (start-time fair queueing). One that waits for another
   * attempt holds its place, not the line's: else whoever comes meanwhile would pass all that were waiting.
   */
  private async takeTurn(m: EntityManager, organizacaoId: string): Promise<number> {
    const [fila] = await m.query<{ total: number; desta: number; atual: number | null; ultima: number | null }[]>(
      `select count(*)::int as total, count(*) filter (where organizacao_id = $1)::int as desta, min(vez) filter (where tentativas = 0 or estado = 'executando') as atual, max(vez) filter (where organizacao_id = $1) as ultima
       from alicit.analise where estado in ('na_fila', 'executando')`, [organizacaoId],
    );
    const { maxFila, maxFilaOrganizacao } = this.config.analises;
    if (fila!.desta >= maxFilaOrganizacao) throw new AlicitError('limite', 'fila_da_organizacao_cheia', 'Sua organização já tem análises demais em andamento: espere alguma terminar e peça de novo.', { tentarEmS: TENTAR_EM_S, limite: maxFilaOrganizacao });
    if (fila!.total >= maxFila) throw new AlicitError('limite', 'fila_cheia', 'O serviço já tem análises demais em andamento: peça de novo em instantes.', { tentarEmS: TENTAR_EM_S });
    return Math.max(fila!.atual ?? 0, (fila!.ultima ?? -1) + 1);
  }
}
