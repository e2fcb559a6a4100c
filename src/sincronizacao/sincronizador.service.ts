import { Inject, Injectable } from '@nestjs/common';
import { AcervoService } from '../acervo/acervo.module.js';
import { CONFIG, type Config } from '../config/index.js';
import { asErroPublico, type Dia } from '../kernel/index.js';
import { diaDeBrasilia, PNCP, type Pncp } from '../pncp/index.js';
import { ComplementosService } from './complementos.service.js';
import { Contagem, type Erros, type Numeros } from './contagem.js';
import { LIMITES } from './domain/decide-passo.js';
import { MODALIDADES_SINC, type Janela, type RotaSinc } from './domain/janela.js';
import { desdeQuandoLer, planJanelas, type OpcoesPlano, type Plano } from './domain/plan-janelas.js';
import { ExecucoesService, type Execucao, type NovaExecucao } from './execucoes.service.js';
import { JanelasService } from './janelas.service.js';
import { LeituraJanela, type Leitor } from './leitura-janela.js';
import { PulsoPncp } from './pulso-pncp.js';
import { RELOGIO, type Relogio } from './relogio.js';
import { workJanelas } from './work-janelas.js';

/** What is to be brought up to date. */
export interface PedidoSincronizacao {
  readonly motivo: NovaExecucao['motivo'];
  /** Days of publication, both included; null: since the first reading, at least the overlap. */
  readonly de: Dia | null;
  readonly ate: Dia | null;
  /** Null: what the configuration says. */
  readonly ufs: readonly string[] | null;
  readonly modalidades: readonly number[] | null;
  /** The last so many days are read again however whole; null: what the configuration says. */
  readonly sobreposicao: number | null;
  /** Read again what was whole too. */
  readonly reler: boolean;
  /** Updates since this day; null: since the first reading of these modalities. */
  readonly atualizadasDesde: Dia | null;
  /** Those that receive proposals until this day too, whenever they were published; null: no. */
  readonly abertasAte: Dia | null;
  /** Gaps and windows of other periods that are due are read too. */
  readonly comPendentes: boolean;
}

export interface Progresso {
  readonly fase: 'listas' | 'complementos';
  readonly numeros: Readonly<Numeros>;
}

export interface ResultadoSincronizacao {
  readonly numeros: Readonly<Numeros>;
  readonly erros: Erros;
  /** Windows asked for that are not whole: gaps, or not reached. */
  readonly incompletas: number;
  /** Days × modality that were whole already and were not asked. */
  readonly prontas: number;
}

export interface OpcoesRodada {
  readonly sinal?: AbortSignal;
  readonly aoProgredir?: (p: Progresso) => void;
}

/** What this process did since it started. */
export type NumerosDoProcesso = Readonly<Record<string, number>>;

/** Days further back than the overlap are asked together, up to so many. */
const MAX_DIAS = 30;

/** Reads PNCP's lists until each window asked for is whole or told as a gap, then what follows each tender. */
@Injectable()
export class SincronizadorService {
  private readonly feito: Record<string, number> = {};
  private readonly emCurso = new Set<Execucao>();

  constructor(
    private readonly execucoes: ExecucoesService, private readonly janelas: JanelasService, private readonly complementos: ComplementosService, private readonly acervo: AcervoService,
    @Inject(PNCP) private readonly pncp: Pncp, @Inject(CONFIG) private readonly config: Config, @Inject(RELOGIO) private readonly relogio: Relogio,
  ) {}

  get processo(): NumerosDoProcesso {
    return [...this.emCurso].reduce((soma, e) => addNumeros(soma, e.contagem.numeros), this.feito);
  }

  /** The lists. @throws `sincronizacao_em_curso`, `sincronizacao_perdida`, `pncp_indisponivel` */
  readListas(pedido: PedidoSincronizacao, opcoes: OpcoesRodada = {}): Promise<ResultadoSincronizacao> {
    return this.hold({ tipo: 'janelas', motivo: pedido.motivo, pedido, posseMs: this.config.sincronizacao.posseMs }, opcoes, async (execucao) => {
      const { raizes, prontas } = await this.prepare(execucao, pedido);
      const { esperaMs, desisteMs, concorrencia } = this.config.sincronizacao;
      const leitor: Leitor = { pncp: this.pncp, acervo: this.acervo, janelas: this.janelas, execucao, relogio: this.relogio, limites: LIMITES, esperaMs, pulso: new PulsoPncp(this.relogio, { esperaMs, desisteMs }) };
      const abertas = await this.janelas.listAbertas(raizes);
      execucao.contagem.add({ janelas: abertas.length });
      const progredir = (): void => opcoes.aoProgredir?.({ fase: 'listas', numeros: execucao.contagem.numeros });
      progredir();
      await workJanelas(abertas, (j: Janela) => new LeituraJanela(leitor, j), { concorrencia, relogio: this.relogio, sinal: execucao.sinal, pausadoAte: () => leitor.pulso.pausadoAte, aoAndar: progredir });
      return { numeros: execucao.contagem.numeros, erros: execucao.contagem.erros, incompletas: await this.janelas.countIncompletas(raizes), prontas };
    });
  }

  /** Items and lists of files that are due, until `ate`; nothing happens when none is. @throws as `readListas` */
  async readComplementos(motivo: NovaExecucao['motivo'], { sinal, aoProgredir, ate = null }: OpcoesRodada & { readonly ate?: Date | null } = {}): Promise<Pick<ResultadoSincronizacao, 'numeros' | 'erros'>> {
    const vencidas = await this.complementos.count('vencidas');
    if (vencidas === 0) return new Contagem();
    return this.hold({ tipo: 'complementos', motivo, pedido: {}, posseMs: this.config.sincronizacao.posseMs }, { ...(sinal ? { sinal } : {}) }, async (execucao) => {
      const { numeros, erros } = execucao.contagem;
      execucao.contagem.add({ complementos: vencidas });
      await this.complementos.run(execucao, { ate, aoProgredir: () => aoProgredir?.({ fase: 'complementos', numeros }) });
      return { numeros, erros };
    });
  }

  /** Lists that are still to be fetched, now or later. */
  countComplementos(): Promise<number> {
    return this.complementos.count('pendentes');
  }

  private async hold<T>(nova: NovaExecucao, { sinal }: OpcoesRodada, fazer: (execucao: Execucao) => Promise<T>): Promise<T> {
    const execucao = await this.execucoes.begin(nova, sinal);
    this.emCurso.add(execucao);
    try {
      const feito = await fazer(execucao);
      await execucao.end('concluida', null);
      return feito;
    } catch (erro) {
      // Stopped by whoever asked: the next one goes on from here.
      const parada = sinal?.aborted === true;
      await execucao.end(parada ? 'interrompida' : 'falhou', parada ? null : asErroPublico(erro).codigo).catch(() => undefined);
      throw erro;
    } finally {
      this.emCurso.delete(execucao);
      Object.assign(this.feito, addNumeros(this.feito, execucao.contagem.numeros));
    }
  }

  private async prepare(execucao: Execucao, p: PedidoSincronizacao): Promise<{ raizes: readonly string[]; prontas: number }> {
    const agora = this.relogio.agora();
    const { sincronizacao } = this.config;
    const modalidades = p.modalidades ?? sincronizacao.modalidades ?? MODALIDADES_SINC;
    const ufs = p.ufs ?? sincronizacao.ufs;
    const hoje = diaDeBrasilia(agora);
    const o: OpcoesPlano = { hoje, sobreposicao: p.sobreposicao ?? sincronizacao.dias, maxDias: MAX_DIAS, reler: p.reler, lacunasAte: p.comPendentes ? agora : null };
    const primeira = await this.janelas.findPrimeira(modalidades);
    const desde = desdeQuandoLer(primeira && diaDeBrasilia(primeira), o);
    const planos: Plano[] = [];
    const periodos: readonly (readonly [RotaSinc, Dia, Dia])[] = [
      ['publicacao', p.de ?? desde, p.ate ?? hoje], ['atualizacao', p.atualizadasDesde ?? desde, hoje], ...(p.abertasAte === null ? [] : [['proposta', p.abertasAte, p.abertasAte] as const]),
    ];
    for (const [rota, de, ate] of periodos) {
      planos.push(planJanelas({ rota, modalidades, ufs, de, ate }, await this.janelas.list(rota, modalidades, de, ate), o));
    }
    const pendentes = p.comPendentes ? await this.janelas.listPendentes(agora) : [];
    const raizes = await execucao.guarded(async (m) => {
      const ids = new Set(pendentes);
      for (const plano of planos) for (const id of await this.janelas.prepare(m, plano)) ids.add(id);
      await this.janelas.reopenLacunas(m, [...ids], o.lacunasAte);
      return [...ids];
    });
    return { raizes, prontas: planos.reduce((n, x) => n + x.prontas, 0) };
  }
}

const addNumeros = (a: NumerosDoProcesso, b: Readonly<Numeros>): Record<string, number> => {
  const soma: Record<string, number> = { ...a };
  for (const [nome, n] of Object.entries(b) as [string, number][]) soma[nome] = (soma[nome] ?? 0) + n;
  return soma;
};
