import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Licitacao, LicitacaoDoAcervo } from '../../acervo/index.js';
import { AcervoService } from '../../acervo/acervo.module.js';
import { CONFIG, type Config } from '../../config/index.js';
import { EventosService } from '../../eventos/eventos.module.js';
import { canonicalJson } from '../../kernel/index.js';
import { parseNumeroControle } from '../../pncp/index.js';
import { campoDe } from '../domain/campos-julgados.js';
import type { MudancaVista } from '../domain/mudanca-vista.js';
import { refreshLicitacao } from '../domain/refresh-licitacao.js';
import { ArquivosPncpService, type ArquivoChegado } from './arquivos-pncp.service.js';
import { dadosLicitacaoMudou } from './dados-evento.js';

/** A tender of an organisation that changed, told inside the transaction that refreshed it. */
export interface LicitacaoMudada {
  readonly organizacaoId: string;
  readonly licitacaoId: string;
  readonly numeroControlePNCP: string;
  /** As it is now. */
  readonly licitacao: Licitacao;
  /** Changes of the collection since the last time, oldest first; only those a judgement looks at. */
  readonly mudancas: readonly MudancaVista[];
}
export type OuvinteArquivo = (m: EntityManager, chegado: ArquivoChegado) => Promise<void>;
export type OuvinteMudanca = (m: EntityManager, mudada: LicitacaoMudada) => Promise<void>;

interface Ligada {
  readonly id: string;
  readonly organizacao_id: string;
  readonly numero: string;
  readonly dados: Licitacao | null;
  readonly editados: readonly string[];
  readonly mudanca_vista: string | null;
  readonly criada_em: Date;
  readonly acompanhada: boolean;
  /** Its data are PNCP's; else they are the organisation's own, and stay. */
  readonly do_pncp: boolean;
}

/** Numbers taken from the queue at once; most are of tenders that no organisation has. */
const LOTE = 500;
const MAX_MUDANCAS = 500;

/** What PNCP changed, brought to the organisations that have the tender: data, files, events. */
@Injectable()
export class MudancasService {
  private readonly log = new Logger('licitacoes');
  private readonly ouvintes: OuvinteMudanca[] = [];
  private readonly deArquivos: OuvinteArquivo[] = [];

  constructor(private readonly fonte: DataSource, private readonly acervo: AcervoService, private readonly arquivos: ArquivosPncpService, private readonly eventos: EventosService, @Inject(CONFIG) private readonly config: Config) {}

  /** Told of each tender that changed; its transaction fails if the listener does. */
  onMudanca(ouvinte: OuvinteMudanca): void {
    this.ouvintes.push(ouvinte);
  }

  /** Told of each file that came, in the transaction that says it did. */
  onArquivo(ouvinte: OuvinteArquivo): void {
    this.deArquivos.push(ouvinte);
  }

  /** A turn of fetching: one file whose time has come. @returns false when there is none */
  fetchNext(sinal: AbortSignal): Promise<boolean> {
    return this.arquivos.fetchNext(sinal, async (m, chegado) => {
      for (const ouvinte of this.deArquivos) await ouvinte(m, chegado);
    });
  }

  /** Looks at a batch of what is new in the collection. @returns how many numbers were taken; 0: nothing is new */
  consume(): Promise<number> {
    return this.fonte.transaction(async (m) => {
      const numeros = await this.acervo.take(m, 'acompanhamentos', LOTE);
      if (!numeros.length) return 0;
      const ligadas = await m.query<Ligada[]>(
        `select l.id, l.organizacao_id, l.numero_controle_pncp as numero, l.dados, l.editados, l.mudanca_vista, l.criada_em, l.origem = 'pncp' as do_pncp, exists (select 1 from alicit.acompanhamento a where a.licitacao_id = l.id) as acompanhada
         from alicit.licitacao l where l.numero_controle_pncp = any($1) order by l.id for update of l /* sistema: whoever has what changed */`, [numeros],
      );
      for (const ligada of ligadas) await this.applyApart(m, ligada);
      return numeros.length;
    });
  }

  /** One that fails keeps none of the others out; it is looked at again when it changes again, since what it has seen does not advance. */
  private async applyApart(m: EntityManager, ligada: Ligada): Promise<void> {
    try {
      await m.transaction((dentro) => this.apply(dentro, ligada));
    } catch (erro) {
      this.log.error({ err: erro, licitacaoId: ligada.id }, 'mudança do PNCP não aplicada a uma licitação');
    }
  }

  private async apply(m: EntityManager, l: Ligada): Promise<void> {
    const achada = await this.acervo.find(l.numero);
    if (!achada) return;
    const novas = await this.listNovas(m, l, achada);
    const dados = l.do_pncp || !l.dados ? refreshLicitacao(l.dados, achada.licitacao, l.editados) : l.dados;
    const mudou = l.do_pncp && canonicalJson(dados) !== canonicalJson(l.dados);
    const ultima = novas.at(-1)?.id ?? l.mudanca_vista;
    await m.query(
      `update alicit.licitacao l set mudanca_vista = $3, dados = case when $4 then $5::jsonb else l.dados end, titulo = case when $4 then $6 else l.titulo end, bruto = case when $4 then a.bruto else l.bruto end,
         versao = l.versao + $4::boolean::int, atualizada_em = case when $4 then now() else l.atualizada_em end
       from alicit.acervo_licitacao a where l.organizacao_id = $1 and l.id = $2 and a.numero = $7`,
      [l.organizacao_id, l.id, ultima, mudou, JSON.stringify(dados), dados.objeto?.slice(0, 300).toWellFormed() ?? null, achada.numero],
    );
    if (l.acompanhada) await this.arquivos.plan(m, l.organizacao_id, l.id, achada.arquivos);
    const mudancas = novas.filter((n) => campoDe(n.campo) !== null && !l.editados.includes(campoDe(n.campo)!));
    if (!mudou && !mudancas.length) return;
    if (mudancas.length) await this.eventos.recordDaLicitacao(m, { organizacaoId: l.organizacao_id, licitacaoId: l.id, tipo: 'licitacao.mudou', dados: dadosLicitacaoMudou(l, dados, mudancas, this.config.http.urlPublica ?? '') });
    for (const ouvinte of this.ouvintes) await ouvinte(m, { organizacaoId: l.organizacao_id, licitacaoId: l.id, numeroControlePNCP: l.numero, licitacao: dados, mudancas });
  }

  /** Since the last look; the first time, since the organisation has it. */
  private listNovas(m: EntityManager, l: Ligada, { numero }: LicitacaoDoAcervo): Promise<MudancaVista[]> {
    return m.query<MudancaVista[]>(
      `select id, campo, antes, depois, em from alicit.acervo_mudanca where numero = $1 and id > coalesce($2::bigint, 0) and ($2::bigint is not null or em > $3) order by id limit ${MAX_MUDANCAS}`,
      [parseNumeroControle(numero)?.numero ?? numero, l.mudanca_vista, l.criada_em],
    );
  }
}
