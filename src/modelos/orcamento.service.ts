import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { sha256De } from '../kernel/index.js';
import { orcamentoEsgotado, type EscopoOrcamento } from './domain/falha.js';
import type { ContextoDeModelo } from './domain/tipos.js';

/** Most tokens (of the budget) by work, organisation and day, day of all; and calls by work. */
export interface Limites {
  readonly analise: number;
  readonly organizacaoDia: number;
  readonly dia: number;
  readonly maxChamadas: number;
}

/** What is held until it is known what was spent. */
export interface Reserva {
  readonly id: string;
  readonly organizacaoId: string | null;
  readonly chaves: readonly string[];
  readonly chamadas: number;
}

/** Share of the day's budgets spent or held, 0 to 1 and over: of all, and of the organisation that spent most. */
export interface UsoDoDia {
  readonly dia: number;
  readonly organizacao: number;
}

/** What of a budget is spent or held. */
interface Gasto {
  readonly chave: string;
  readonly tokens: string;
  readonly chamadas: string;
}

const MAX_ID = 120;

/** Names of the budgets a call counts against. */
export function chavesDe({ organizacaoId, trabalhoId }: Pick<ContextoDeModelo, 'organizacaoId' | 'trabalhoId'>, agora: Date): { readonly dia: string; readonly organizacao: string | null; readonly trabalho: string } {
  const dia = agora.toISOString().slice(0, 10);
  const trabalho = trabalhoId.length > MAX_ID ? sha256De(trabalhoId) : trabalhoId;
  return { dia: `d:${dia}`, organizacao: organizacaoId === null ? null : `o:${organizacaoId}:${dia}`, trabalho: `t:${organizacaoId ?? ''}:${trabalho}` };
}

/**
 * Budgets over all processes: what may be spent is held before a request and settled after it. The rows of the budgets are
 * locked, always in the same order, while it is decided, so that no two calls are given the same tokens.
 */
export class Orcamento {
  constructor(private readonly fonte: DataSource, private readonly limites: Limites, private readonly agora: () => number = Date.now) {}

  /**
   * Holds so many tokens and calls for so long. Vectors are of documents, which all who read them share: they count against the
   * organisation's day and the day, not against the piece of work that happened to be first.
   * @param duracaoMs after which the process that holds them is taken for dead
   * @throws AlicitError `orcamento_esgotado`
   */
  async reserve(contexto: ContextoDeModelo, { tokens, chamadas, vetores = false }: { readonly tokens: number; readonly chamadas: number; readonly vetores?: boolean }, duracaoMs: number): Promise<Reserva> {
    const { dia, organizacao, trabalho: doTrabalho } = chavesDe(contexto, new Date(this.agora()));
    const trabalho = vetores ? null : doTrabalho;
    const { organizacaoId } = contexto;
    const chaves = [dia, organizacao, trabalho].filter((c) => c !== null).sort();
    const id = randomUUID();
    const escopo = await this.fonte.transaction(async (m): Promise<EscopoOrcamento | null> => {
      await holdOrganizacao(m, organizacaoId);
      await m.query(
        `insert into alicit.modelo_consumo (chave, organizacao_id) select c, case when c like 'd:%' then null else $2 end from unnest($1::text[]) c order by c
         on conflict (chave) do update set atualizado_em = now()`, [chaves, organizacaoId],
      );
      // A new statement: it sees what others held while this one waited for the rows.
      const gastos = await m.query<Gasto[]>(
        `select c.chave, c.tokens + coalesce(sum(r.tokens), 0) as tokens, c.chamadas + coalesce(sum(r.chamadas), 0) as chamadas
         from alicit.modelo_consumo c left join alicit.modelo_reserva r on c.chave = any(r.chaves) and r.expira_em > clock_timestamp()
         where c.chave = any($1) group by c.chave /* sistema: the day is of all; the other keys name organizacao_id */`, [chaves],
      );
      const de = (chave: string | null): { tokens: number; chamadas: number } => {
        const gasto = gastos.find((g) => g.chave === chave);
        return { tokens: Number(gasto?.tokens ?? 0), chamadas: Number(gasto?.chamadas ?? 0) };
      };
      if (chamadas > 0 && de(trabalho).chamadas + chamadas > this.limites.maxChamadas) return 'chamadas';
      if (trabalho !== null && de(trabalho).tokens + tokens > this.limites.analise) return 'trabalho';
      if (organizacao !== null && de(organizacao).tokens + tokens > this.limites.organizacaoDia) return 'organizacao';
      if (de(dia).tokens + tokens > this.limites.dia) return 'dia';
      await m.query(
        `insert into alicit.modelo_reserva (id, organizacao_id, chaves, tokens, chamadas, expira_em) values ($1, $2, $3, $4, $5, clock_timestamp() + $6 * interval '1 millisecond')`,
        [id, organizacaoId, chaves, tokens, chamadas, duracaoMs],
      );
      return null;
    });
    if (escopo !== null) throw orcamentoEsgotado(escopo, { trabalho: this.limites.analise, chamadas: this.limites.maxChamadas, organizacao: this.limites.organizacaoDia, dia: this.limites.dia }[escopo]);
    return { id, organizacaoId, chaves, chamadas };
  }

  /** What was held is given back and what was spent is written down, with whatever `extra` writes: all or nothing, and once. */
  async settle({ id, organizacaoId, chaves, chamadas }: Reserva, tokens: number, extra: (m: EntityManager) => Promise<void> = async () => undefined): Promise<void> {
    await this.fonte.transaction(async (m) => {
      await holdOrganizacao(m, organizacaoId);
      const [, apagadas] = await m.query<[unknown[], number]>('delete from alicit.modelo_reserva where id = $1 /* sistema: an id of ours, of any organizacao_id */', [id]);
      // Settled already (its answer was lost on the way), or of an organisation that was erased.
      if (!apagadas) return;
      // Rows are locked in the order of `reserve`. Those of an organisation erased meanwhile are gone, and stay so.
      await m.query(
        `with linhas as (select chave from alicit.modelo_consumo where chave = any($1) order by chave for update)
         update alicit.modelo_consumo c set tokens = c.tokens + $2, chamadas = c.chamadas + $3, atualizado_em = now() from linhas l where c.chave = l.chave /* sistema: the keys name organizacao_id */`, [chaves, tokens, chamadas],
      );
      await extra(m);
    });
  }

  /** How much of today's budgets is gone, for who watches. */
  async measureDia(): Promise<UsoDoDia> {
    const dia = new Date(this.agora()).toISOString().slice(0, 10);
    const linhas = await this.fonte.query<{ de_todos: boolean; tokens: string }[]>(
      `select chave like 'd:%' as de_todos, max(total) as tokens from (
         select c.chave, c.tokens + coalesce(sum(r.tokens), 0) as total from alicit.modelo_consumo c left join alicit.modelo_reserva r on c.chave = any(r.chaves) and r.expira_em > clock_timestamp()
         where c.chave = 'd:' || $1 or (c.chave like 'o:%' and c.chave like '%:' || $1) group by c.chave) x group by 1 /* sistema: totals of the service */`, [dia],
    );
    const share = (deTodos: boolean, limite: number): number => Number(linhas.find((l) => l.de_todos === deTodos)?.tokens ?? 0) / Math.max(1, limite);
    return { dia: share(true, this.limites.dia), organizacao: share(false, this.limites.organizacaoDia) };
  }

  /** Tokens spent of a budget; 0 when nothing was. */
  async spent(chave: string): Promise<{ readonly tokens: number; readonly chamadas: number }> {
    const [linha] = await this.fonte.query<{ tokens: string; chamadas: number }[]>('select tokens, chamadas from alicit.modelo_consumo where chave = $1 /* sistema: the key names organizacao_id */', [chave]);
    return { tokens: Number(linha?.tokens ?? 0), chamadas: linha?.chamadas ?? 0 };
  }
}

/** First of all: an erasure of the organisation comes before or after, never across (it would wait for our rows, and we for its). */
async function holdOrganizacao(m: EntityManager, organizacaoId: string | null): Promise<void> {
  if (organizacaoId !== null) await m.query('select 1 from alicit.organizacao where id = $1 for key share', [organizacaoId]);
}
