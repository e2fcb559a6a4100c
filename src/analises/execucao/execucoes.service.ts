import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import type { EventoAnalise } from '../../eventos/index.js';
import { EventosService } from '../../eventos/eventos.module.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { PROGRESSO_DA_ETAPA, type ErroPublico, type Etapa, type VersoesAnalise } from '../domain/execucao.js';
import type { Entradas } from '../entradas.js';
import type { ResumoAnalise } from '../estagios/resumo.js';
import { VERSOES } from '../versoes.js';
import { dadosConcluida, dadosFalhou } from './dados-evento.js';
import { formatAgora } from '../agora.js';
import { FILA_ANALISES } from './fila.js';
import { PossePerdida, type Posse } from './posse.js';

/** What a stage did. */
export interface EtapaFeita {
  readonly inicio: Date;
  readonly ms: number;
  /** Its work was found done. */
  readonly reaproveitada: boolean;
  /** Key of its work. */
  readonly trabalho: string;
}

/** A finished judgement. */
export interface Conclusao {
  readonly resumo: ResumoAnalise;
  /** Key of the judgement's work, with the agents' opinion where there is one. */
  readonly resultado: string;
  /** Key of the report's. */
  readonly relatorio: string;
  /** It would be another when asked for again (models were down): equal requests are not answered with it. */
  readonly provisorio?: boolean;
}

interface LinhaPosse {
  readonly organizacao_id: string;
  readonly token: string;
  readonly tentativas: number;
  readonly empresa_id: string;
  readonly licitacao_id: string;
  readonly entradas: Entradas;
  readonly agora: Date | null;
}

/** The life of a run: claimed, its stages written, ended. Every write but the claim asks for the live token, in one transaction with its event. */
@Injectable()
export class ExecucoesService {
  constructor(private readonly fonte: DataSource, private readonly eventos: EventosService, private readonly jobs: JobsService, @Inject(CONFIG) private readonly config: Config, @Inject(VERSOES) private readonly versoes: VersoesAnalise) {
    // Also where nobody works: whoever takes requests sends to it.
    jobs.declare(FILA_ANALISES);
  }

  /** Takes the analysis, whoever had it. Null: it ended, or was erased; nothing is left to do. */
  claim(analiseId: string, processo: string): Promise<Posse | null> {
    return this.fonte.transaction(async (m) => {
      const [linhas] = await m.query<[LinhaPosse[], number]>(
        `update alicit.analise set token = token + 1, tentativas = tentativas + 1, estado = 'executando', processo = $2, versao_workflow = $3, versoes = $4, erro = null,
           iniciada_em = coalesce(iniciada_em, now())
         where id = $1 and estado in ('na_fila', 'executando') returning organizacao_id, token, tentativas, empresa_id, licitacao_id, entradas, agora`,
        [analiseId, processo, this.versoes.workflow, JSON.stringify(this.versoes)],
      );
      const l = linhas[0];
      if (!l) return null;
      await m.query(`update alicit.analise_tentativa set fim = now(), desfecho = 'interrompida' where analise_id = $1 and organizacao_id = $2 and fim is null`, [analiseId, l.organizacao_id]);
      await m.query(`insert into alicit.analise_tentativa (organizacao_id, analise_id, numero, token, processo, versao_workflow) values ($1, $2, $3, $4, $5, $6)`, [l.organizacao_id, analiseId, l.tentativas, l.token, processo, this.versoes.workflow]);
      const posse: Posse = { analiseId, organizacaoId: l.organizacao_id, token: l.token, tentativa: l.tentativas, empresaId: l.empresa_id, licitacaoId: l.licitacao_id, entradas: l.entradas, agora: l.agora && formatAgora(l.agora) };
      await this.record(m, posse, 'analise.iniciada', { tentativa: l.tentativas });
      return posse;
    });
  }

  /** Says where the run is. @throws PossePerdida */
  startEtapa(posse: Posse, etapa: Etapa): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, 'etapa = $3', [etapa]);
      await this.record(m, posse, 'analise.etapa', { etapa, situacao: 'iniciada' });
    });
  }

  /** Within a stage: shown, not told as an event. @throws PossePerdida */
  async showProgresso(posse: Posse, progresso: number): Promise<void> {
    await this.own(this.fonte.manager, posse, 'progresso = greatest(progresso, $3)', [progresso]);
  }

  /** Within `ler`: pages recognised so far, told as an event. @throws PossePerdida */
  tellOcr(posse: Posse, progresso: number, ocr: { readonly feitas: number; readonly total: number }): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, 'progresso = greatest(progresso, $3)', [progresso]);
      await this.record(m, posse, 'analise.etapa', { etapa: 'ler', situacao: 'em_andamento', progresso, ocr: { feitas: ocr.feitas, total: ocr.total } });
    });
  }

  /** Each stage ends once, whoever comes to its end first. @throws PossePerdida */
  finishEtapa(posse: Posse, etapa: Etapa, { inicio, ms, reaproveitada, trabalho }: EtapaFeita): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, 'etapa = $3, progresso = greatest(progresso, $4)', [etapa, PROGRESSO_DA_ETAPA[etapa]]);
      const gravada = await m.query<unknown[]>(
        `insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, reaproveitada, inicio, fim, ms, trabalho)
         values ($1, $2, $3, $4, $5, 'concluida', $6, $7, now(), $8, $9) on conflict (analise_id, etapa) where estado = 'concluida' do nothing returning id`,
        [posse.organizacaoId, posse.analiseId, etapa, posse.tentativa, posse.token, reaproveitada, inicio, Math.round(ms), trabalho],
      );
      if (gravada.length) await this.record(m, posse, 'analise.etapa', { etapa, situacao: 'concluida', ms: Math.round(ms), reaproveitada, progresso: PROGRESSO_DA_ETAPA[etapa] });
    });
  }

  /** A stage that did not come to its end, for the history. @throws PossePerdida */
  failEtapa(posse: Posse, etapa: Etapa, inicio: Date, ms: number, erro: ErroPublico): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, 'etapa = $3', [etapa]);
      await m.query(
        `insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, inicio, fim, ms, erro) values ($1, $2, $3, $4, $5, 'falhou', $6, now(), $7, $8)`,
        [posse.organizacaoId, posse.analiseId, etapa, posse.tentativa, posse.token, inicio, Math.round(ms), JSON.stringify(erro)],
      );
    });
  }

  /** The moment of judgement: set once, so that whoever judges after a crash judges the same. @throws PossePerdida */
  async fixAgora(posse: Posse): Promise<string> {
    if (posse.agora !== null) return posse.agora;
    const linha = await this.own(this.fonte.manager, posse, `julgada_em = coalesce(julgada_em, date_trunc('second', now()))`, [], 'julgada_em');
    return formatAgora(linha['julgada_em'] as Date);
  }

  /** @throws PossePerdida */
  conclude(posse: Posse, { resumo, resultado, relatorio, provisorio = false }: Conclusao): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, `estado = 'concluida', progresso = 100, etapa = null, terminada_em = now(), resumo = $3, resultado = $4, valido_ate = $5, relatorio = $6, erro = null${provisorio ? `, chave = chave || ':provisorio'` : ''}`, [JSON.stringify(resumo), resultado, resumo.validoAte, relatorio]);
      await this.endTentativa(m, posse, 'concluida', null);
      await this.record(m, posse, 'analise.concluida', dadosConcluida(posse, resumo, this.config.http.urlPublica));
    });
  }

  /** For good: a failure is never a report. @throws PossePerdida */
  fail(posse: Posse, erro: ErroPublico): Promise<void> {
    return this.fonte.transaction(async (m) => {
      await this.own(m, posse, `estado = 'falhou', etapa = null, terminada_em = now(), erro = $3`, [JSON.stringify(erro)]);
      await this.endTentativa(m, posse, 'falhou', erro);
      await this.record(m, posse, 'analise.falhou', dadosFalhou(posse, erro, this.config.http.urlPublica));
    });
  }

  /** Back to the queue after a passing failure, for another attempt `esperaS` from now. `conta`: this one counts towards the last. @throws PossePerdida */
  postpone(posse: Posse, erro: ErroPublico, esperaS: number, { conta = true }: { readonly conta?: boolean } = {}): Promise<void> {
    return this.fonte.transaction(async (m) => {
      const { vez } = await this.own(m, posse, `estado = 'na_fila', processo = null, erro = $3${conta ? '' : ', tentativas = tentativas - 1'}`, [JSON.stringify(erro)], 'vez');
      await this.endTentativa(m, posse, 'adiada', erro);
      await this.record(m, posse, 'analise.adiada', { erro, tentarEmS: esperaS });
      await this.jobs.send(m, FILA_ANALISES, { analiseId: posse.analiseId }, { prioridade: -Number(vez), depoisDeS: esperaS, traco: true });
    });
  }

  /** Back to the queue at once, the attempt not counted: this process is stopping. @throws PossePerdida */
  handBack(posse: Posse): Promise<void> {
    return this.fonte.transaction(async (m) => {
      const { vez } = await this.own(m, posse, `estado = 'na_fila', processo = null, tentativas = tentativas - 1`, [], 'vez');
      await this.endTentativa(m, posse, 'devolvida', null);
      await this.jobs.send(m, FILA_ANALISES, { analiseId: posse.analiseId }, { prioridade: -Number(vez), traco: true });
    });
  }

  /** Of these runs, the ones that are still theirs. */
  async listVivas(posses: readonly Posse[]): Promise<ReadonlySet<string>> {
    const linhas = await this.fonte.query<{ id: string; token: string }[]>(`select id, token from alicit.analise where id = any($1) and estado = 'executando' /* sistema: runs of this process */`, [posses.map((p) => p.analiseId)]);
    const tokens = new Map(linhas.map((l) => [l.id, l.token]));
    return new Set(posses.filter((p) => tokens.get(p.analiseId) === p.token).map((p) => p.analiseId));
  }

  /** Whether it may still be run. */
  async isAberta(analiseId: string): Promise<boolean> {
    return (await this.fonte.query<unknown[]>(`select 1 from alicit.analise where id = $1 and estado in ('na_fila', 'executando') /* sistema: a run of this process */`, [analiseId])).length > 0;
  }

  /** Analyses accepted a while ago that no job will ever take: each gets one. @returns how many */
  rescue(): Promise<number> {
    return this.fonte.transaction(async (m) => {
      const linhas = await m.query<{ id: string; vez: number }[]>(
        `select a.id, a.vez from alicit.analise a where a.estado in ('na_fila', 'executando') and a.criada_em < now() - interval '1 minute'
           and not exists (select 1 from pgboss.job j where j.name = $1 and j.state in ('created', 'retry', 'active') and j.data ->> 'analiseId' = a.id)
         order by a.id limit 100 for update of a skip locked /* sistema: the line of all */`, [FILA_ANALISES.nome],
      );
      for (const { id, vez } of linhas) await this.jobs.send(m, FILA_ANALISES, { analiseId: id }, { prioridade: -vez });
      return linhas.length;
    });
  }

  private endTentativa(m: EntityManager, { analiseId, organizacaoId, token }: Posse, desfecho: string, erro: ErroPublico | null): Promise<unknown> {
    return m.query(`update alicit.analise_tentativa set fim = now(), desfecho = $3, erro = $4 where analise_id = $1 and token = $2 and organizacao_id = $5`, [analiseId, token, desfecho, erro && JSON.stringify(erro), organizacaoId]);
  }

  private record(m: EntityManager, { organizacaoId, analiseId }: Posse, tipo: EventoAnalise['tipo'], dados: Record<string, unknown>): Promise<unknown> {
    return this.eventos.record(m, { organizacaoId, analiseId, tipo, dados });
  }

  /** The fence: changes the row only while it is this run's. */
  private async own(m: EntityManager, { organizacaoId, analiseId, token }: Posse, mudanca: string, valores: readonly unknown[], volta = 'id'): Promise<Record<string, unknown>> {
    const [linhas] = await m.query<[Record<string, unknown>[], number]>(
      `update alicit.analise set ${mudanca}, revisao = revisao + 1 where id = $1 and token = $2 and organizacao_id = $${valores.length + 3} and estado = 'executando' returning ${volta}`, [analiseId, token, ...valores, organizacaoId],
    );
    if (!linhas[0]) throw new PossePerdida();
    return linhas[0];
  }
}
