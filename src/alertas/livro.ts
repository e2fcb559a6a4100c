import type { DataSource } from 'typeorm';

/** An open alert, as all processes share it. */
export interface Linha {
  readonly chave: string;
  readonly desde: Date;
  /** How often it was told. */
  readonly avisos: number;
  readonly detalhe: string;
  /** Who saw it, where only one process does. */
  readonly processo: string | null;
  /** Deliveries that failed in a row. */
  readonly falhas: number;
}

const LINHA = 'chave, desde, avisos, detalhe, processo, falhas';
type Fonte = Pick<DataSource, 'query'>;

const HORA_MS = 3_600_000;
const hourOf = (agora: Date): Date => new Date(Math.floor(agora.getTime() / HORA_MS) * HORA_MS);

/**
 * One row for each open alert. Who tells it takes it first, for a while: of all processes one does, and when that one dies
 * before it has told, another does. Instants are parameters: of the process that asks.
 */
export class Livro {
  constructor(private readonly fonte: Fonte) {}

  /** Somebody sees it: it is open, from the earliest anyone saw it. */
  async see(chave: string, { desde, agora, detalhe, processo }: { readonly desde: Date; readonly agora: Date; readonly detalhe: string; readonly processo: string | null }): Promise<void> {
    await this.fonte.query(
      `insert into alicit.alerta as a (chave, desde, visto_em, detalhe, processo) values ($1, $2, $3, $4, $5)
       on conflict (chave) do update set visto_em = greatest(a.visto_em, excluded.visto_em), desde = least(a.desde, excluded.desde), detalhe = excluded.detalhe, processo = excluded.processo`, [chave, desde, agora, detalhe, processo],
    );
  }

  /** To tell it, for the first time or again; null: it was told lately, or another is telling it. */
  takeAviso(chave: string, posse: string, { agora, ate, repetirMs }: { readonly agora: Date; readonly ate: Date; readonly repetirMs: number }): Promise<Linha | null> {
    return this.take(`update alicit.alerta set posse = $2, posse_ate = $4 where chave = $1 and (posse_ate is null or posse_ate <= $3) and (avisado_em is null or avisado_em <= $3::timestamptz - $5 * interval '1 millisecond') returning ${LINHA}`, [chave, posse, agora, ate, repetirMs]);
  }

  /** To tell that it is over; null: it is not open, somebody saw it lately, or another is telling it. */
  takeFim(chave: string, posse: string, { agora, ate, fecharMs }: { readonly agora: Date; readonly ate: Date; readonly fecharMs: number }): Promise<Linha | null> {
    return this.take(`update alicit.alerta set posse = $2, posse_ate = $4 where chave = $1 and (posse_ate is null or posse_ate <= $3) and visto_em <= $3::timestamptz - $5 * interval '1 millisecond' returning ${LINHA}`, [chave, posse, agora, ate, fecharMs]);
  }

  async told(chave: string, posse: string, agora: Date): Promise<void> {
    await this.fonte.query('update alicit.alerta set avisado_em = $3, avisos = avisos + 1, falhas = 0, posse = null, posse_ate = null where chave = $1 and posse = $2', [chave, posse, agora]);
  }

  /** Its end was told, or there is nothing to tell: unless somebody saw it again meanwhile. */
  async close(chave: string, posse: string, vistoAte: Date): Promise<void> {
    await this.fonte.query('delete from alicit.alerta where chave = $1 and posse = $2 and visto_em <= $3', [chave, posse, vistoAte]);
  }

  /** Nobody saw it since `vistoAte`, and nobody tells it now: what it was about may not be there any more. */
  async forget(chave: string, agora: Date, vistoAte: Date): Promise<void> {
    await this.fonte.query('delete from alicit.alerta where chave = $1 and visto_em <= $3 and (posse is null or posse_ate <= $2)', [chave, agora, vistoAte]);
  }

  /** It could not be told: nobody tries before `ate`. */
  async putOff(chave: string, posse: string, ate: Date, falhou: boolean): Promise<void> {
    await this.fonte.query('update alicit.alerta set posse = null, posse_ate = $3, falhas = falhas + $4 where chave = $1 and posse = $2', [chave, posse, ate, falhou ? 1 : 0]);
  }

  listAbertas(): Promise<readonly { readonly chave: string; readonly avisos: number }[]> {
    return this.fonte.query('select chave, avisos from alicit.alerta order by chave limit 1000');
  }

  /** One of the tellings of this hour, of all processes; 0: there is none left, else how many were taken. */
  async takeVaga(agora: Date, maximo: number): Promise<number> {
    const hora = hourOf(agora);
    await this.fonte.query('delete from alicit.alerta_hora where hora < $1', [new Date(hora.getTime() - 24 * HORA_MS)]);
    const [linha] = await this.fonte.query<{ envios: number }[]>(
      'insert into alicit.alerta_hora as h (hora, envios) values ($1, 1) on conflict (hora) do update set envios = h.envios + 1 where h.envios < $2 returning envios', [hora, maximo],
    );
    return linha?.envios ?? 0;
  }

  /** What was taken was not told. */
  async returnVaga(agora: Date): Promise<void> {
    await this.fonte.query('update alicit.alerta_hora set envios = greatest(0, envios - 1) where hora = $1', [hourOf(agora)]);
  }

  private async take(sql: string, valores: readonly unknown[]): Promise<Linha | null> {
    const [linhas] = await this.fonte.query<[Linha[], number]>(sql, [...valores]);
    return linhas[0] ?? null;
  }
}
