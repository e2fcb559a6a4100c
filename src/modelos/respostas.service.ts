import type { DataSource, EntityManager } from 'typeorm';
import type { Resposta } from './domain/resposta.js';

/** An answer found. */
export interface Guardada {
  readonly resposta: Resposta;
  readonly recusada: boolean;
  /** The model that gave it: the one asked, or its fallback. */
  readonly respondeu: string;
  readonly tokensEntrada: number;
  readonly tokensSaida: number;
}

/** The name of an answer, and what it is kept with. */
export interface NomeResposta {
  readonly chave: string;
  readonly organizacaoId: string | null;
  /** Who pays first: erased with it. */
  readonly trabalhoId: string;
  readonly modelo: string;
  readonly versaoPrompt: string;
}

interface Linha { readonly resposta: string; readonly recusada: boolean; readonly respondeu: string; readonly tokens_entrada: number; readonly tokens_saida: number; readonly velha: boolean }

/** A refusal is believed for a day; then the model is asked again. */
const VALIDA = `(not recusada or criado_em > now() - interval '1 day')`;

/** Answers that were paid for, by what was asked: found again by any process, asked by one at a time. */
export class Respostas {
  constructor(private readonly fonte: DataSource) {}

  async find({ chave, organizacaoId }: NomeResposta): Promise<Guardada | null> {
    const [linha] = await this.fonte.query<Linha[]>(
      `select resposta, recusada, respondeu, tokens_entrada, tokens_saida, usado_em < now() - interval '1 day' as velha from alicit.modelo_resposta
       where chave = $1 and organizacao_id is not distinct from $2 and resposta is not null and ${VALIDA}`, [chave, organizacaoId],
    );
    if (!linha) return null;
    // Once a day at most, so that what is used is never swept; that it could not be told costs nothing else.
    if (linha.velha) await this.fonte.query('update alicit.modelo_resposta set usado_em = now() where chave = $1 and organizacao_id is not distinct from $2', [chave, organizacaoId]).catch(() => undefined);
    return { resposta: JSON.parse(linha.resposta) as Resposta, recusada: linha.recusada, respondeu: linha.respondeu, tokensEntrada: linha.tokens_entrada, tokensSaida: linha.tokens_saida };
  }

  /** Takes the right to ask. False: it is answered, or another has that right and is alive. */
  async claim({ chave, organizacaoId, trabalhoId, modelo, versaoPrompt }: NomeResposta, posse: string, duracaoMs: number): Promise<boolean> {
    const linhas = await this.fonte.query<unknown[]>(
      `insert into alicit.modelo_resposta as m (chave, organizacao_id, trabalho_id, modelo, versao_prompt, posse, posse_ate) values ($1, $2, $7, $3, $4, $5, clock_timestamp() + $6 * interval '1 millisecond')
       on conflict (chave) do update set posse = excluded.posse, posse_ate = excluded.posse_ate, trabalho_id = excluded.trabalho_id, resposta = null, recusada = false
       where (m.resposta is null and m.posse_ate < clock_timestamp()) or (m.resposta is not null and m.recusada and m.criado_em <= now() - interval '1 day') returning 1`,
      [chave, organizacaoId, modelo, versaoPrompt, posse, duracaoMs, trabalhoId],
    );
    return linhas.length > 0;
  }

  /** Keeps an answer, whoever has the claim by now: it is paid for. Not of an organisation erased meanwhile. */
  async keep(m: EntityManager, { chave, organizacaoId }: NomeResposta, g: Guardada): Promise<void> {
    await m.query(
      `update alicit.modelo_resposta set resposta = $3, recusada = $4, respondeu = $5, tokens_entrada = $6, tokens_saida = $7, posse = null, posse_ate = null, criado_em = now(), usado_em = now()
       where chave = $1 and organizacao_id is not distinct from $2 and resposta is null`, [chave, organizacaoId, JSON.stringify(g.resposta), g.recusada, g.respondeu, g.tokensEntrada, g.tokensSaida],
    );
  }

  /** Gives the right to ask back: whoever waits may take it. */
  async release(chave: string, posse: string): Promise<void> {
    await this.fonte.query('delete from alicit.modelo_resposta where chave = $1 and posse = $2 and resposta is null /* sistema: a claim of ours, of any organizacao_id */', [chave, posse]);
  }
}
