import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Licitacao } from '../../acervo/index.js';
import { EmpresasService } from '../../empresas/empresas.module.js';
import { hashDe, invalido, type AlicitError } from '../../kernel/index.js';
import { MetricasService } from '../../observacao/observacao.module.js';
import type { Casamento } from '../motor/casamento.js';
import { MotorService } from '../motor/motor.service.js';
import { pageOf, readCursor, writeCursor, type Cursor } from '../ordenar/cursor.js';
import { estadoDe, type Filtros } from '../ordenar/filtrar.js';
import type { Geografia } from '../ordenar/geografia.js';
import { ordenar, type Ordem, type Ordenada } from '../ordenar/ordenar.js';
import type { Retorno } from '../ordenar/tipos.js';
import { RetornosService } from '../retornos/retornos.service.js';
import { CandidatasService, type Candidatas, type EmpresaPedida } from './candidatas.service.js';
import type { RecomendacoesQuery } from './consulta.schema.js';
import { GeografiaService } from './geografia.service.js';
import type { RecomendacaoJson, RecomendacoesJson } from './recomendacoes.schema.js';
import { toFiltros, toQuemRecebe, VAZIOS } from './to-pedido.js';
import { toRecomendacao, type Detalhe } from './to-recomendacao.js';

interface LinhaDetalhe {
  readonly numero: string;
  readonly situacao: string | null;
  readonly encerramento: Date | null;
  readonly dados: Licitacao;
  readonly razoes: Casamento['razoes'] | null;
  readonly exclusoes: Casamento['exclusoes'] | null;
  readonly relacionadas: readonly string[];
}

const MAX_RELACIONADAS = 20;

/** The tenders that suit a company, in order, with their reasons. */
@Injectable()
export class RecomendacoesService {
  private readonly vistas;

  constructor(
    private readonly fonte: DataSource, private readonly empresas: EmpresasService, private readonly candidatas: CandidatasService, private readonly retornos: RetornosService,
    private readonly geografia: GeografiaService, private readonly motor: MotorService, metricas: MetricasService,
  ) {
    this.vistas = metricas.histogram('alicit_recomendacoes_candidatas', 'Casamentos ordenados por lista pedida.', [], [0, 10, 50, 100, 250, 500, 1000, 2500, 5000]);
  }

  /** A page, best first. @throws AlicitError `empresa_nao_encontrada`, `municipio_desconhecido`, `cursor_invalido`, `recomendacoes_em_preparo` */
  async list(organizacaoId: string, empresaId: string, consulta: RecomendacoesQuery): Promise<RecomendacoesJson> {
    const empresa = await this.readEmpresa(organizacaoId, empresaId);
    const geografia = await this.geografia.get();
    const filtros = toFiltros(consulta, empresa.perfil, geografia);
    const pedido = parseInt(hashDe([empresaId, filtros]).slice(0, 8), 16);
    const cursor = consulta.cursor === undefined ? null : readPosicao(consulta.cursor, pedido);
    const agora = (cursor?.agora ?? Math.floor((consulta.agora ?? Date.now()) / 1000)) * 1000;
    const { base, retornos, ordem } = await this.order(empresa, geografia, filtros, agora);
    const { pagina, haMais } = pageOf(ordem.itens, cursor, consulta.limite);
    const itens = await this.show(empresa, pagina, { agora, geografia, filtros, retornos, partesDe: ordem.partesDe });
    const ultima = pagina.at(-1);
    return {
      itens, total: ordem.itens.length, agora: new Date(agora).toISOString(), calculadaEm: base.calculadaEm.toISOString(), cortada: base.cortada, semMunicipio: ordem.semMunicipio,
      proximo: haMais && ultima ? writeCursor({ agora: agora / 1000, centesimos: ultima.centesimos, desempate: ultima.desempate, pedido }) : null,
    };
  }

  /**
   * These tenders as the company's list has them at a moment, best first: for who tells of them. What is no match of the company, is
   * not open, or was refused by it, is left out. @throws AlicitError as `list`
   */
  async pick(organizacaoId: string, empresaId: string, numeros: readonly string[], agora: Date): Promise<RecomendacaoJson[]> {
    const empresa = await this.readEmpresa(organizacaoId, empresaId);
    const geografia = await this.geografia.get();
    const { ordem, retornos } = await this.order(empresa, geografia, VAZIOS, agora.getTime());
    const pedidas = new Set(numeros);
    const achadas = ordem.itens.filter((o) => pedidas.has(o.candidata.numero) || o.repetidas.some((n) => pedidas.has(n)));
    return this.show(empresa, achadas, { agora: agora.getTime(), geografia, filtros: VAZIOS, retornos, partesDe: ordem.partesDe });
  }

  private async readEmpresa(organizacaoId: string, empresaId: string): Promise<EmpresaPedida> {
    const { perfil, versao } = await this.empresas.get(organizacaoId, empresaId);
    return { organizacaoId, empresaId, perfil, versao };
  }

  private async order(empresa: EmpresaPedida, geografia: Geografia, filtros: Filtros, agora: number) {
    const retornos = await this.retornos.readParaOrdem(empresa.organizacaoId, empresa.empresaId);
    const base: Candidatas = await this.candidatas.read(empresa, { agora, agoraReal: Date.now(), assinaturas: retornos.length > 0 });
    this.vistas.observe(base.candidatas.length);
    const ordem = ordenar({ candidatas: base.candidatas, empresa: toQuemRecebe(empresa.perfil, geografia), retornos, filtros, agora, distancia: geografia.distancia });
    return { base, retornos: new Map(retornos.map((r) => [r.numero, r])), ordem };
  }

  private async show(empresa: EmpresaPedida, pagina: readonly Ordenada[], o: { readonly agora: number; readonly geografia: Geografia; readonly filtros: Filtros; readonly retornos: ReadonlyMap<string, Retorno>; readonly partesDe: Ordem['partesDe'] }): Promise<RecomendacaoJson[]> {
    const detalhes = await this.readDetalhes(empresa, pagina.map((p) => p.candidata.numero));
    const centro = o.filtros.raio?.codigoIbge ?? toQuemRecebe(empresa.perfil, o.geografia).codigoIbge;
    return pagina.flatMap((p) => {
      const { numero, codigoIbge } = p.candidata;
      const detalhe = detalhes.get(numero);
      // The record is newer than what ordered the list: one that was suspended a moment ago is not shown as open.
      return detalhe && o.filtros.estados.includes(estadoDe(detalhe.registro, o.agora)) ? [toRecomendacao(p, o.partesDe(p.candidata), detalhe, o.agora, o.geografia.distancia(centro, codigoIbge), o.retornos.get(numero))] : [];
    });
  }

  /** Reasons are told once, in a thread, and kept. */
  private async readDetalhes({ organizacaoId, empresaId }: EmpresaPedida, numeros: readonly string[]): Promise<ReadonlyMap<string, Detalhe>> {
    if (!numeros.length) return new Map();
    const linhas = await this.fonte.query<LinhaDetalhe[]>(
      `select l.numero, l.dados, l.situacao, l.encerramento, r.razoes, r.exclusoes, array(select o.numero from alicit.acervo_licitacao o where o.duplicidade = l.duplicidade and o.numero <> l.numero order by o.numero limit $4) as relacionadas
       from alicit.acervo_licitacao l left join alicit.recomendacao r on r.numero = l.numero and r.organizacao_id = $1 and r.empresa_id = $2 where l.numero = any($3::text[])`, [organizacaoId, empresaId, numeros, MAX_RELACIONADAS],
    );
    const semRazoes = linhas.filter((l) => l.razoes === null).map((l) => l.numero);
    const explicadas = semRazoes.length ? await this.motor.explicar({ organizacaoId, empresaId }, semRazoes) : {};
    return new Map(linhas.map((l) => [l.numero, { dados: l.dados, registro: { situacao: l.situacao, encerramento: l.encerramento?.getTime() ?? null }, relacionadas: l.relacionadas, casamento: explicadas[l.numero] ?? { razoes: l.razoes ?? [], exclusoes: l.exclusoes ?? [] } }]));
  }
}

/** @throws AlicitError `cursor_invalido` when it is of another list */
function readPosicao(texto: string, pedido: number): Cursor {
  const cursor = readCursor(texto);
  if (cursor?.pedido !== pedido) throw cursorInvalido();
  return cursor;
}

const cursorInvalido = (): AlicitError => invalido('cursor_invalido', 'O cursor é de outra lista: repita os mesmos filtros da primeira página, ou comece dela.');
