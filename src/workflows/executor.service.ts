import { hostname } from 'node:os';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ExecucoesService, FILA_ANALISES, FILA_FAXINA, PossePerdida, type Posse } from '../analises/analises.module.js';
import type { ErroPublico, Etapa } from '../analises/index.js';
import { CONFIG, silenceTelemetria, type Config } from '../config/index.js';
import type { Servico } from '../jobs/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { AlicitError, asErroPublico } from '../kernel/index.js';
import { withContexto } from '../observacao/index.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { runIdOf } from './armazem/armazem.js';
import { ArmazensService } from './armazem/armazens.service.js';
import { CODIGO_INDISPONIVEL, noTempo, asIndisponivel } from './armazem/no-tempo.js';
import { esperaS, isPassageira } from './domain/falhas.js';
import { isProvisoria } from './etapas/chaves.js';
import { PassosService } from './etapas/passos.service.js';
import { RegistroService } from './etapas/registro.service.js';
import type { Execucao, Passagem } from './etapas/tipos.js';
import { isPossePerdida } from './etapas/trabalho-unico.js';
import type { FimDoRun, MotorWorkflow } from './mastra.js';
import { VERSAO_WORKFLOW } from './versao.js';

interface EmCurso extends Execucao {
  readonly fim: AbortController;
  /** What a stage threw: the workflow tells only that it failed. */
  falha?: unknown;
  /** Settles when the run wrote its last. */
  terminou: Promise<void>;
}

/** How soon a cancelled or lost run notices. */
const VIGIA_MS = 1000;
/** How long the runs of older versions may take to be forgotten, ms. */
const ESQUECER_MS = 5000;

const isDoArmazem = (falha: unknown): boolean => falha instanceof AlicitError && falha.codigo === CODIGO_INDISPONIVEL;

/** Takes analyses from the queue and sees each to its end, or to another attempt. */
@Injectable()
export class ExecutorService implements OnModuleInit {
  private readonly log = new Logger('analises');
  /** Who has a run, for the history: machine and process, nothing secret. */
  private readonly processo = `${hostname()}:${process.pid}`;
  private readonly emCurso = new Map<string, EmCurso>();
  private motor: Promise<MotorWorkflow> | undefined;
  private vigia: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobsService, private readonly execucoes: ExecucoesService, private readonly passos: PassosService, private readonly registro: RegistroService, private readonly metricas: MetricasService, private readonly armazens: ArmazensService, @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ analiseId: string }>(FILA_ANALISES, { concorrencia: this.config.analises.concorrencia }, (servico) => this.work(servico));
    this.jobs.schedule(FILA_FAXINA, '* * * * *', async () => {
      const resgatadas = await this.execucoes.rescue();
      if (resgatadas) this.log.warn(`${resgatadas} análises sem trabalho na fila voltaram a ela`);
    });
  }

  /** One job: one analysis, claimed, run under the lease, and ended one way. */
  private async work({ dados: { analiseId }, sinal }: Servico<{ analiseId: string }>): Promise<void> {
    const posse = await this.execucoes.claim(analiseId, this.processo);
    if (!posse) return;
    const runId = runIdOf(analiseId, VERSAO_WORKFLOW);
    await this.stopAnterior(runId);
    const fim = new AbortController();
    const execucao: EmCurso = { posse, fim, sinal: AbortSignal.any([fim.signal, sinal, this.jobs.encerrando]), terminou: Promise.resolve() };
    this.emCurso.set(runId, execucao);
    this.watch();
    execucao.terminou = withContexto({ analiseId, organizacaoId: posse.organizacaoId }, () => this.run(execucao, runId)).finally(() => this.emCurso.delete(runId));
    try {
      await execucao.terminou;
    } catch (erro) {
      if (!(erro instanceof PossePerdida)) throw erro;
      this.log.log({ analiseId, tentativa: posse.tentativa }, 'posse perdida: a execução parou');
      if (!(await this.execucoes.isAberta(analiseId))) await this.armazens.forget(analiseId);
    }
  }

  /** A job taken back by the same process: the run before, already fenced off, ends first. */
  private async stopAnterior(runId: string): Promise<void> {
    const anterior = this.emCurso.get(runId);
    if (!anterior) return;
    anterior.fim.abort(new PossePerdida());
    await anterior.terminou.catch(() => undefined);
  }

  private async run(execucao: EmCurso, runId: string): Promise<void> {
    const { posse } = execucao;
    if (posse.tentativa > this.config.analises.maxTentativas) {
      return this.fail(posse, { codigo: 'tentativas_esgotadas', mensagem: `A análise foi interrompida ${posse.tentativa - 1} vezes. Peça de novo; se continuar, informe o identificador dela.` });
    }
    const fim = await this.runMotor(runId, posse.analiseId).catch((erro: unknown) => {
      execucao.falha ??= erro;
      return { ok: false as const };
    });
    if (fim.ok && fim.passagem.julgar && fim.passagem.aconselhar && fim.passagem.relatar) {
      const { julgar, aconselhar, relatar } = fim.passagem;
      await this.execucoes.conclude(posse, { resumo: await this.passos.resumo(julgar), resultado: aconselhar, relatorio: relatar, provisorio: isProvisoria(aconselhar) });
      this.metricas.contarAnalise('concluida');
      this.log.log({ tentativa: posse.tentativa }, 'análise concluída');
    } else if (isDoArmazem(execucao.falha)) return this.settle(execucao);
    else await this.settle(execucao);
    await this.armazens.forget(posse.analiseId);
  }

  private async runMotor(runId: string, analiseId: string): Promise<FimDoRun> {
    const motor = await this.getMotor();
    await noTempo(this.armazens.execucoes.forget(analiseId, runId), ESQUECER_MS).catch((erro: unknown) => {
      throw asIndisponivel(erro);
    });
    const fim = await motor.run(runId, analiseId);
    this.armazens.noteBem();
    return fim;
  }

  /** What becomes of a run that did not reach its end. */
  private async settle({ posse, falha, sinal }: EmCurso): Promise<void> {
    if (isPossePerdida(falha)) throw new PossePerdida();
    if (this.jobs.encerrando.aborted) return this.execucoes.handBack(posse);
    if (sinal.aborted) throw new PossePerdida();
    const { codigo, mensagem } = asErroPublico(falha);
    const ultima = posse.tentativa >= this.config.analises.maxTentativas;
    if (codigo === 'erro_interno') this.log.error({ err: falha, tentativa: posse.tentativa }, 'falha interna na análise');
    const erro = codigo === 'erro_interno' ? { codigo, mensagem: 'Falha interna do ALICIT nesta análise. Se continuar, informe o identificador dela.' } : { codigo, mensagem };
    // While what keeps the runs is away, waiting for it is no attempt of the analysis.
    const fora = isDoArmazem(falha) ? await this.armazens.esperaSeFora() : null;
    if (fora !== null) return this.execucoes.postpone(posse, erro, fora, { conta: false });
    if (ultima || (falha instanceof AlicitError && !isPassageira(falha))) return this.fail(posse, erro);
    return this.execucoes.postpone(posse, erro, esperaS(posse.tentativa));
  }

  private async fail(posse: Posse, erro: ErroPublico): Promise<void> {
    await this.execucoes.fail(posse, erro);
    this.metricas.contarAnalise('falhou', erro.codigo);
  }

  private getMotor(): Promise<MotorWorkflow> {
    this.motor ??= this.loadMotor().catch((erro: unknown) => {
      this.motor = undefined;
      throw erro;
    });
    return this.motor;
  }

  private async loadMotor(): Promise<MotorWorkflow> {
    silenceTelemetria();
    const { openMotor } = await import('./mastra.js');
    return openMotor(this.armazens.execucoes, (runId, etapa, passagem) => this.fazer(runId, etapa, passagem), { observar: this.armazens.observar });
  }

  /** A stage of a run, keeping what it throws: the workflow tells only that it failed. */
  private async fazer(runId: string, etapa: Etapa, passagem: Passagem): Promise<Passagem> {
    const execucao = this.emCurso.get(runId);
    if (!execucao) throw new PossePerdida();
    try {
      return await this.registro.run(etapa, execucao, passagem);
    } catch (erro) {
      execucao.falha ??= erro;
      throw erro;
    }
  }

  /** While runs are under way, asks every second whether they are still ours: a cancelled one stops. */
  private watch(): void {
    if (this.vigia) return;
    this.vigia = setInterval(() => void this.look(), VIGIA_MS);
    this.vigia.unref();
  }

  private async look(): Promise<void> {
    const nossas = [...this.emCurso.values()];
    if (!nossas.length) {
      clearInterval(this.vigia);
      this.vigia = undefined;
      return;
    }
    const vivas = await this.execucoes.listVivas(nossas.map((e) => e.posse)).catch(() => null);
    if (vivas) for (const { posse, fim } of nossas) if (!vivas.has(posse.analiseId)) fim.abort(new PossePerdida());
  }
}
