import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { Corpos, etagOf } from '../http/index.js';
import { conflito, naoEncontrado, type AlicitError } from '../kernel/index.js';
import { EventosService } from '../eventos/eventos.module.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { isId } from '../storage/index.js';
import { DaOrganizacao, eraseAnalises, POOL } from '../storage/storage.module.js';
import { COLUNAS, COLUNAS_COMPLETAS, toAnalise, toResumida, type LinhaAnalise, type LinhaCompleta } from './analise-json.js';
import type { AnaliseJson, AnaliseResumida, FiltroAnalises } from './analise.schema.js';
import type { EstadoAnalise } from './domain/execucao.js';
import { SEM_MODELOS, type Pronta } from './respostas/prontas.js';
import { RespostasService } from './respostas/respostas.service.js';

/** Where an analysis stands, for whoever waits for it. */
export interface Situacao {
  readonly estado: EstadoAnalise;
  readonly resultado: string | null;
  readonly relatorio: string | null;
  readonly erro: { readonly codigo: string; readonly mensagem: string } | null;
  /** Number of its last event. */
  readonly eventos: number;
}

const TERMINADAS: ReadonlySet<EstadoAnalise> = new Set(['concluida', 'falhou', 'cancelada']);
export const isTerminada = (estado: EstadoAnalise): boolean => TERMINADAS.has(estado);

export const analiseNaoEncontrada = (): AlicitError => naoEncontrado('analise_nao_encontrada', 'Não há análise com este id. Confira o id, ou liste as análises em GET /v1/analises.');

/** Analyses of an organisation, as its clients see them. */
@Injectable()
export class AnalisesService {
  constructor(private readonly fonte: DataSource, private readonly banco: DaOrganizacao, private readonly eventos: EventosService, @Inject(POOL) private readonly pool: Pool, @Inject(CONFIG) private readonly config: Config, private readonly metricas: MetricasService, private readonly respostas: RespostasService) {}

  /** The answer of `GET`, by one look at the primary key while nothing changed. @throws AlicitError `analise_nao_encontrada` */
  async view(organizacaoId: string, id: string): Promise<Pronta> {
    if (!isId('ana', id)) throw analiseNaoEncontrada();
    const { prontas } = this.respostas;
    const perguntada = performance.now();
    // Straight to the pool: this is asked more often than all else, and TypeORM would cost as much again.
    const { rows } = await this.pool.query<[number]>({ text: 'select revisao from alicit.analise where id = $1 and organizacao_id = $2', values: [id, organizacaoId], rowMode: 'array' });
    const revisao = rows[0]?.[0];
    if (revisao === undefined) throw analiseNaoEncontrada();
    prontas.confirm([id], new Map([[id, { organizacaoId, revisao }]]), perguntada);
    const pronta = prontas.get(id);
    if (pronta?.revisao === revisao && pronta.organizacaoId === organizacaoId) return pronta;
    const analise = await this.get(organizacaoId, id);
    const corpo = Buffer.from(JSON.stringify(analise));
    const corpos = new Corpos('identity', corpo, () => prontas.weigh(id, corpos));
    const feita: Pronta = { organizacaoId, revisao, etag: etagOf(corpo), corpos, modelos: SEM_MODELOS, conferida: perguntada };
    if (isTerminada(analise.estado)) prontas.set(id, feita);
    return feita;
  }

  /** @throws AlicitError `analise_nao_encontrada` */
  async get(organizacaoId: string, id: string): Promise<AnaliseJson> {
    const [linha] = isId('ana', id) ? await this.fonte.query<LinhaCompleta[]>(`select ${COLUNAS_COMPLETAS} from alicit.analise a where a.id = $1 and a.organizacao_id = $2`, [id, organizacaoId]) : [];
    if (!linha) throw analiseNaoEncontrada();
    return toAnalise(linha, this.config.http.urlPublica);
  }

  /** @throws AlicitError `analise_nao_encontrada` */
  async situacao(organizacaoId: string, id: string): Promise<Situacao> {
    const [linha] = isId('ana', id) ? await this.fonte.query<Situacao[]>('select estado, resultado, relatorio, erro, eventos from alicit.analise where id = $1 and organizacao_id = $2', [id, organizacaoId]) : [];
    if (!linha) throw analiseNaoEncontrada();
    return linha;
  }

  /** Newest first. */
  async list(organizacaoId: string, f: FiltroAnalises): Promise<{ itens: AnaliseResumida[]; proximo: string | null }> {
    const valores: unknown[] = [organizacaoId];
    const onde: string[] = [];
    const add = (condicao: string, valor: unknown): void => {
      if (valor === undefined) return;
      valores.push(valor);
      onde.push(`and ${condicao} $${valores.length}`);
    };
    add('a.id <', f.cursor);
    add('a.estado =', f.estado);
    add('a.empresa_id =', f.empresaId);
    add('a.licitacao_id =', f.licitacaoId);
    add(`a.resumo ->> 'desfecho' =`, f.desfecho);
    add('a.criada_em >=', f.criadaDe);
    add('a.criada_em <', f.criadaAte);
    const linhas = await this.fonte.query<LinhaAnalise[]>(`select ${COLUNAS} from alicit.analise a where a.organizacao_id = $1 ${onde.join(' ')} order by a.id desc limit ${f.limite + 1}`, valores);
    const itens = linhas.slice(0, f.limite).map((l) => toResumida(l, this.config.http.urlPublica));
    return { itens, proximo: linhas.length > f.limite ? (itens.at(-1)?.id ?? null) : null };
  }

  /**
   * Stops it for good: one in the queue never starts, one under way stops within seconds, since its token is no longer
   * good. Twice is once. @throws AlicitError `analise_nao_encontrada`, `analise_terminada`
   */
  async cancel(organizacaoId: string, id: string): Promise<void> {
    if (!isId('ana', id)) throw analiseNaoEncontrada();
    const estado = await this.banco.transaction(async (m): Promise<EstadoAnalise | null> => {
      const [antes] = await m.query<{ estado: EstadoAnalise }[]>('select estado from alicit.analise where id = $1 and organizacao_id = $2 for update', [id, organizacaoId]);
      if (!antes) throw analiseNaoEncontrada();
      if (isTerminada(antes.estado)) return antes.estado;
      await m.query(`update alicit.analise set estado = 'cancelada', etapa = null, token = token + 1, terminada_em = now() where id = $1 and organizacao_id = $2`, [id, organizacaoId]);
      await m.query(`update alicit.analise_tentativa set fim = now(), desfecho = 'cancelada' where analise_id = $1 and organizacao_id = $2 and fim is null`, [id, organizacaoId]);
      await this.eventos.record(m, { organizacaoId, analiseId: id, tipo: 'analise.cancelada', dados: {} });
      return null;
    });
    if (estado === null) this.metricas.contarAnalise('cancelada');
    if (estado === 'concluida' || estado === 'falhou') throw conflito('analise_terminada', 'A análise já terminou: não há o que cancelar.', { estado });
  }

  /** Erases it for good, with its events, attempts and judgement. What was read of the documents goes with the documents. @throws AlicitError `analise_nao_encontrada` */
  async erase(organizacaoId: string, id: string): Promise<void> {
    const apagadas = isId('ana', id) ? await this.banco.transaction((m) => eraseAnalises(m, organizacaoId, { analiseId: id })) : [];
    if (!apagadas.length) throw analiseNaoEncontrada();
  }
}
