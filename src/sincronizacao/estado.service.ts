import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import type { Erros, Numeros } from './contagem.js';
import { summarize, type Completude, type LinhaResumo } from './domain/resumo.js';
import type { RotaSinc } from './domain/janela.js';
import type { TipoExecucao } from './execucoes.service.js';
import { RELOGIO, type Relogio } from './relogio.js';

/** One reading, under way or the last. */
export interface ExecucaoVista {
  readonly tipo: TipoExecucao;
  readonly motivo: string;
  readonly estado: 'executando' | 'concluida' | 'interrompida' | 'falhou';
  readonly iniciadaEm: Date;
  readonly terminadaEm: Date | null;
  readonly erro: string | null;
  readonly numeros: Partial<Numeros>;
}

/** What could not be read whole, and when it is tried again. */
export interface Lacuna {
  readonly rota: RotaSinc;
  readonly modalidade: number;
  readonly uf: string | null;
  readonly de: string;
  readonly ate: string;
  readonly erro: string;
  readonly vezes: number;
  readonly proximaEm: Date;
}

export interface PendenciaVista {
  readonly parte: 'itens' | 'arquivos';
  /** Lists to be fetched; counted up to `MAX_PENDENTES`. */
  readonly pendentes: number;
  /** Those that failed at least once. */
  readonly comErro: number;
}

export interface EstadoSincronizacao {
  readonly ativa: boolean;
  readonly execucoes: readonly ExecucaoVista[];
  readonly completude: readonly Completude[];
  readonly lacunas: { readonly total: number; readonly primeiras: readonly Lacuna[] };
  readonly complementos: readonly PendenciaVista[];
  readonly erros: Erros;
  /** Moment of the newest list that was proved whole; null when there is none. */
  readonly lidaEm: Date | null;
}

/** How long an answer counts: many who ask cost one. */
const VALE_MS = 1000;
const MAX_LACUNAS = 50;
export const MAX_PENDENTES = 200_000;

/** How whole and how fresh what was read of PNCP is. */
@Injectable()
export class EstadoService {
  private lido: { em: number; estado: Promise<EstadoSincronizacao> } | null = null;

  constructor(private readonly fonte: DataSource, @Inject(CONFIG) private readonly config: Config, @Inject(RELOGIO) private readonly relogio: Relogio) {}

  read(): Promise<EstadoSincronizacao> {
    const agora = this.relogio.agora();
    if (!this.lido || agora.getTime() - this.lido.em > VALE_MS) {
      const estado = this.query(agora);
      estado.catch(() => (this.lido = null));
      this.lido = { em: agora.getTime(), estado };
    }
    return this.lido.estado;
  }

  private async query(agora: Date): Promise<EstadoSincronizacao> {
    const completude = summarize(await this.resumo(), agora);
    const lacunas = await this.fonte.query<Lacuna[]>(
      `select rota, modalidade, uf, de::text, ate::text, coalesce(erro, 'desconhecido') as erro, lacunas as vezes, proxima_em as "proximaEm" from alicit.sinc_janela where estado = 'lacuna' order by ate desc, id limit ${MAX_LACUNAS}`);
    const execucoes = await this.fonte.query<(ExecucaoVista & { erros: Erros })[]>(
      `select tipo, motivo, case when estado = 'executando' and batida_em < now() - posse_ms * interval '1 millisecond' then 'interrompida' else estado end as estado, iniciada_em as "iniciadaEm", terminada_em as "terminadaEm", erro, contagem as numeros, erros from alicit.sinc_execucao order by id desc limit 10`);
    return {
      ativa: this.config.sincronizacao.ativa, completude, execucoes: execucoes.map(({ erros: _, ...e }) => e), erros: mergeErros(execucoes.map((e) => e.erros)),
      lacunas: { total: completude.reduce((n, c) => n + c.janelas.lacunas, 0), primeiras: lacunas }, complementos: await this.pendencias(),
      lidaEm: completude.reduce<Date | null>((m, c) => (c.lidaEm && (!m || c.lidaEm > m) ? c.lidaEm : m), null),
    };
  }

  /** Days are counted once, by the windows without a parent; gaps and open windows also among the parts. */
  private resumo(): Promise<LinhaResumo[]> {
    return this.fonte.query<LinhaResumo[]>(
      `select r.rota, r.modalidade, r.uf, j.estado, count(*)::int as janelas,
         coalesce(sum(j.ate - j.de + 1) filter (where j.pai is null), 0)::int as dias,
         coalesce(sum(j.ate - j.de + 1) filter (where j.pai is null and j.lida_em is not null and j.estado <> 'lacuna'
           and not exists (select 1 from alicit.sinc_janela f where f.raiz = j.id and f.estado = 'lacuna')), 0)::int as "diasCompletos",
         coalesce(sum(j.esperado) filter (where j.pai is null), 0)::float8 as esperados, max(j.lida_em) filter (where j.pai is null) as "ultimaLeitura", min(r.de)::text as "primeiroDia", max(r.ate)::text as "ultimoDia"
       from alicit.sinc_janela j join alicit.sinc_janela r on r.id = coalesce(j.raiz, j.id) group by r.rota, r.modalidade, r.uf, j.estado order by r.rota desc, r.modalidade, r.uf nulls first`);
  }

  private pendencias(): Promise<PendenciaVista[]> {
    return this.fonte.query<PendenciaVista[]>(
      `select p.parte, count(c.parte)::int as pendentes, count(c.erro)::int as "comErro" from (values ('itens'), ('arquivos')) as p(parte)
       left join (select parte, erro from alicit.acervo_complemento where estado = 'pendente' limit ${MAX_PENDENTES}) c on c.parte = p.parte group by p.parte order by p.parte desc`);
  }
}

/** The same code in several readings: how often in all, and when last. */
function mergeErros(lista: readonly Erros[]): Erros {
  const juntos: Erros = {};
  for (const erros of lista) {
    for (const [codigo, { vezes, em }] of Object.entries(erros)) {
      const antes = juntos[codigo];
      juntos[codigo] = { vezes: (antes?.vezes ?? 0) + vezes, em: antes && antes.em > em ? antes.em : em };
    }
  }
  return juntos;
}
