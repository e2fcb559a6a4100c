import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Alvo, EstadoJanela, Janela, RotaSinc } from './domain/janela.js';
import type { Plano } from './domain/plan-janelas.js';
import type { Observacao, Prova } from './domain/prove-completa.js';

interface Linha {
  readonly id: string; readonly pai: string | null; readonly rota: RotaSinc; readonly modalidade: number; readonly uf: string | null; readonly de: string; readonly ate: string; readonly estado: EstadoJanela;
  readonly esperado: number | null; readonly lidaEm: Date | null; readonly criadaEm: Date; readonly falhas: Record<string, number>; readonly tentativas: number; readonly lacunas: number; readonly proximaEm: Date; readonly erro: string | null;
}

const COLUNAS = `j.id, j.pai, j.rota, j.modalidade, j.uf, j.de::text, j.ate::text, j.estado, j.esperado, j.lida_em as "lidaEm", j.criada_em as "criadaEm", j.falhas, j.tentativas, j.lacunas, j.proxima_em as "proximaEm", j.erro`;
const NOVA = `estado = 'aberta', falhas = '{}', tentativas = 0, invalidos = 0, erro = null, proxima_em = now()`;
/** Windows with everything under them; $1: ids. */
const FAMILIA = `with recursive familia as (select id from alicit.sinc_janela where id = any($1::bigint[]) union all select f.id from alicit.sinc_janela f join familia p on f.pai = p.id)`;

const toJanela = ({ rota, modalidade, uf, de, ate, ...resto }: Linha): Janela => ({ ...resto, alvo: { rota, modalidade, uf, de, ate } });

/** Windows and the answers of those under way. Who writes passes a transaction that checked that it is the one who reads. */
@Injectable()
export class JanelasService {
  constructor(private readonly fonte: DataSource) {}

  /** Windows without a parent that touch a period, the oldest first. */
  async list(rota: RotaSinc, modalidades: readonly number[], de: string, ate: string): Promise<readonly Janela[]> {
    const linhas = await this.fonte.query<Linha[]>(`select ${COLUNAS} from alicit.sinc_janela j where pai is null and rota = $1 and modalidade = any($2::int[]) and ate >= $3 and de <= $4 order by id`, [rota, modalidades, de, ate]);
    return linhas.map(toJanela);
  }

  /** When something of these modalities was first asked for; null: never. */
  async findPrimeira(modalidades: readonly number[]): Promise<Date | null> {
    const [linha] = await this.fonte.query<{ em: Date | null }[]>(`select min(criada_em) as em from alicit.sinc_janela where pai is null and modalidade = any($1::int[])`, [modalidades]);
    return linha?.em ?? null;
  }

  /** Windows without a parent that are not whole, gaps only when their time has come. */
  async listPendentes(agora: Date): Promise<readonly string[]> {
    const linhas = await this.fonte.query<{ id: string }[]>(`select id from alicit.sinc_janela where pai is null and (estado in ('aberta', 'dividida', 'conferir') or (estado = 'lacuna' and proxima_em <= $1)) order by id limit 20000`, [agora]);
    return linhas.map((l) => l.id);
  }

  /** Makes what a plan says ready to be read. @returns the ids of its windows */
  async prepare(m: EntityManager, { criar, reabrir, continuar }: Plano): Promise<readonly string[]> {
    await this.reopen(m, reabrir);
    return [...(await this.insert(m, criar, null)).map((j) => j.id), ...reabrir, ...continuar];
  }

  /** Gaps under these windows are to be read again; with `agora`, those whose time has come. */
  async reopenLacunas(m: EntityManager, raizes: readonly string[], agora: Date | null): Promise<void> {
    const ids = await m.query<{ id: string }[]>(`${FAMILIA} select j.id from alicit.sinc_janela j join familia f on f.id = j.id where j.estado = 'lacuna' and ($2::timestamptz is null or j.proxima_em <= $2)`, [raizes, agora]);
    await this.reopen(m, ids.map((l) => l.id));
  }

  /** What is left to read of these windows and of their parts. */
  async listAbertas(raizes: readonly string[]): Promise<readonly Janela[]> {
    const linhas = await this.fonte.query<Linha[]>(`${FAMILIA} select ${COLUNAS} from alicit.sinc_janela j join familia f on f.id = j.id where j.estado in ('aberta', 'conferir') order by j.ate desc, j.rota desc, j.id`, [raizes]);
    return linhas.map(toJanela);
  }

  /** How many of these windows are not whole. */
  async countIncompletas(raizes: readonly string[]): Promise<number> {
    const [{ n } = { n: 0 }] = await this.fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.sinc_janela where id = any($1::bigint[]) and estado <> 'fechada'`, [raizes]);
    return n;
  }

  /** The answers there are of a window under way. */
  readPaginas(id: string): Promise<readonly Observacao[]> {
    return this.fonte.query<Observacao[]>(`select pagina, total, total_paginas as "totalPaginas", chaves, pedida_em as "pedidaEm" from alicit.sinc_pagina where janela = $1 order by ordem`, [id]);
  }

  async record(m: EntityManager, id: string, o: Observacao, invalidos: number, falhas: Readonly<Record<string, number>>): Promise<void> {
    await m.query(`insert into alicit.sinc_pagina (janela, pagina, total, total_paginas, chaves, pedida_em) values ($1, $2, $3, $4, $5, $6)`, [id, o.pagina, o.total, o.totalPaginas, o.chaves, o.pedidaEm]);
    await m.query(`update alicit.sinc_janela set esperado = case when $2 > 0 then $2 else esperado end, invalidos = invalidos + $3, falhas = $4, tentativas = 0, erro = null where id = $1`, [id, o.total, invalidos, JSON.stringify(falhas)]);
  }

  async fail(m: EntityManager, id: string, f: { readonly falhas: Readonly<Record<string, number>>; readonly tentativas: number; readonly erro: string; readonly proximaEm: Date }): Promise<void> {
    await m.query(`update alicit.sinc_janela set falhas = $2, tentativas = $3, erro = $4, proxima_em = $5 where id = $1`, [id, JSON.stringify(f.falhas), f.tentativas, f.erro, f.proximaEm]);
  }

  async gap(m: EntityManager, id: string, erro: string, proximaEm: Date): Promise<void> {
    await m.query(`update alicit.sinc_janela set estado = 'lacuna', lacunas = lacunas + 1, erro = $2, proxima_em = $3 where id = $1`, [id, erro, proximaEm]);
    await this.forget(m, id);
  }

  async divide(m: EntityManager, id: string, partes: readonly Alvo[], motivo: string): Promise<readonly Janela[]> {
    await m.query(`update alicit.sinc_janela set estado = 'dividida', erro = $2 where id = $1`, [id, motivo]);
    await this.forget(m, id);
    return this.insert(m, partes, id);
  }

  /** @returns the window it was part of, when that one has now to be compared with the sum of its parts */
  async close(m: EntityManager, { id, pai }: Janela, { em, total }: Prova): Promise<Janela | null> {
    await m.query(`update alicit.sinc_janela set estado = 'fechada', esperado = $2, lida_em = $3, fechada_em = now(), falhas = '{}', tentativas = 0, lacunas = 0, erro = null where id = $1`, [id, total, em]);
    await this.forget(m, id);
    await m.query('delete from alicit.sinc_janela where pai = $1', [id]);
    return pai === null ? null : this.closePai(m, pai);
  }

  /** Parts of days are the whole; parts by state are only when nothing lacks a state. */
  private async closePai(m: EntityManager, id: string): Promise<Janela | null> {
    // One part at a time looks at its siblings: the last one must see that it is the last.
    const [pai] = await m.query<Linha[]>(`select ${COLUNAS} from alicit.sinc_janela j where id = $1 for update`, [id]);
    const [partes] = await m.query<{ faltam: number; total: number; em: Date; porUf: boolean }[]>(
      `select count(*) filter (where estado <> 'fechada')::int as faltam, sum(esperado)::int as total, min(lida_em) as em, bool_or(uf is not null) as "porUf" from alicit.sinc_janela where pai = $1`, [id]);
    if (!pai || !partes || partes.faltam > 0 || pai.estado !== 'dividida') return null;
    if (!partes.porUf || pai.uf !== null) return this.close(m, toJanela(pai), { em: partes.em, total: partes.total });
    await m.query(`update alicit.sinc_janela set estado = 'conferir', tentativas = 0 where id = $1`, [id]);
    return toJanela({ ...pai, estado: 'conferir', tentativas: 0 });
  }

  /** The sum of the parts of a window, and the oldest of their proofs. */
  async sumPartes(id: string): Promise<Prova> {
    const [soma] = await this.fonte.query<{ total: number; em: Date }[]>(`select coalesce(sum(esperado), 0)::int as total, min(lida_em) as em from alicit.sinc_janela where pai = $1`, [id]);
    return soma!;
  }

  private async insert(m: EntityManager, alvos: readonly Alvo[], pai: string | null): Promise<readonly Janela[]> {
    if (!alvos.length) return [];
    const coluna = (de: (a: Alvo) => unknown): unknown[] => alvos.map(de);
    const linhas = await m.query<Linha[]>(
      `insert into alicit.sinc_janela as j (pai, raiz, rota, modalidade, uf, de, ate)
       select $1::bigint, (select coalesce(p.raiz, p.id) from alicit.sinc_janela p where p.id = $1::bigint), * from unnest($2::text[], $3::int[], $4::text[], $5::date[], $6::date[])
       on conflict (rota, modalidade, coalesce(uf, ''), de, ate) do update set pai = coalesce(excluded.pai, j.pai), raiz = coalesce(excluded.raiz, j.raiz), ${NOVA} returning ${COLUNAS}`,
      [pai, coluna((a) => a.rota), coluna((a) => a.modalidade), coluna((a) => a.uf), coluna((a) => a.de), coluna((a) => a.ate)],
    );
    await m.query('delete from alicit.sinc_pagina where janela = any($1::bigint[])', [linhas.map((l) => l.id)]);
    return linhas.map(toJanela);
  }

  private async reopen(m: EntityManager, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    await m.query('delete from alicit.sinc_pagina where janela = any($1::bigint[])', [ids]);
    await m.query('delete from alicit.sinc_janela where pai = any($1::bigint[])', [ids]);
    await m.query(`update alicit.sinc_janela set ${NOVA} where id = any($1::bigint[])`, [ids]);
    // What they are part of is no longer whole.
    await m.query(`update alicit.sinc_janela p set estado = 'dividida' from alicit.sinc_janela f where f.id = any($1::bigint[]) and p.id = f.pai and p.estado in ('conferir', 'fechada')`, [ids]);
  }

  private async forget(m: EntityManager, id: string): Promise<void> {
    await m.query('delete from alicit.sinc_pagina where janela = $1', [id]);
  }
}
