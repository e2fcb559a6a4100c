import { performance } from 'node:perf_hooks';
import { AlicitError, indisponivel } from '../kernel/index.js';
import { classOf, withTraco } from '../observacao/index.js';
import type { VectorStore } from './domain/vector-store.js';
import { raceSinal } from './race-sinal.js';

/** One operation of a store that ended. `resultado`: `ok`, or the code of its error. */
export interface OperacaoFeita {
  readonly loja: VectorStore['nome'];
  readonly operacao: 'upsert' | 'query' | 'delete' | 'count' | 'list';
  readonly resultado: string;
  /** Name of the client's error behind it, where there is one. */
  readonly falha: string | null;
  readonly ms: number;
}

export interface OpcoesDeMedida {
  /** A query that takes longer is given up. */
  readonly tempoMs: number;
  /** Failures in a row after which the store is left alone, and for how long. */
  readonly falhas: number;
  readonly abertoMs: number;
  readonly onFeita: (feita: OperacaoFeita) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly relogio?: () => number;
}

/** The caller's own fault: says nothing about the store. */
export const DE_QUEM_PEDE: ReadonlySet<string> = new Set(['vetor_invalido', 'dimensoes_diferentes']);

/** The same store: every operation told, a query bounded in time, and all refused at once for a while when it only fails. */
export function medirLoja(loja: VectorStore, { tempoMs, falhas, abertoMs, onFeita, relogio = () => performance.now() }: OpcoesDeMedida): VectorStore {
  let seguidas = 0;
  let ate = Number.NEGATIVE_INFINITY;

  const medir = async <T>(operacao: OperacaoFeita['operacao'], fazer: () => Promise<T>, sinal?: AbortSignal): Promise<T> => {
    sinal?.throwIfAborted();
    const inicio = relogio();
    if (inicio < ate) throw indisponivel('vetores_indisponiveis', 'A loja de vetores não está respondendo e será tentada de novo em instantes.', { loja: loja.nome });
    let [resultado, falha]: [string, string | null] = ['ok', null];
    try {
      const feito = await withTraco(`vetores ${operacao}`, { 'alicit.loja': loja.nome, 'alicit.operacao': operacao }, fazer, 'cliente');
      seguidas = 0;
      return feito;
    } catch (causa) {
      const erro = toErro(causa, loja.nome);
      resultado = sinal?.aborted ? 'cancelado' : erro.codigo;
      falha = typeof erro.detalhes?.['erro'] === 'string' ? erro.detalhes['erro'] : null;
      sinal?.throwIfAborted();
      if (!DE_QUEM_PEDE.has(resultado) && ++seguidas >= falhas) ate = relogio() + abertoMs;
      throw erro;
    } finally {
      onFeita({ loja: loja.nome, operacao, resultado, falha, ms: relogio() - inicio });
    }
  };

  return {
    nome: loja.nome,
    upsert: (colecao, vetores, sinal) => medir('upsert', () => loja.upsert(colecao, vetores, sinal), sinal),
    query: (colecao, vetores, { top, sinal }) =>
      medir('query', async () => {
        const prazo = AbortSignal.timeout(tempoMs);
        try {
          const todos = sinal ? AbortSignal.any([sinal, prazo]) : prazo;
          return await raceSinal(loja.query(colecao, vetores, { top, sinal: todos }), todos);
        } catch (erro) {
          throw prazo.aborted && !sinal?.aborted ? indisponivel('vetores_indisponiveis', `A busca por vetores passou do tempo (${tempoMs} ms) e foi abandonada.`, { loja: loja.nome, erro: 'tempo_esgotado' }) : erro;
        }
      }, sinal),
    deleteIds: (colecao, ids) => medir('delete', () => loja.deleteIds(colecao, ids)),
    deleteColecao: (colecao) => medir('delete', () => loja.deleteColecao(colecao)),
    count: (colecao) => medir('count', () => loja.count(colecao)),
    list: (colecao, pagina) => medir('list', () => loja.list(colecao, pagina)),
  };
}

/** Whatever a store throws, as ours; what it really was is its cause, for the log. */
function toErro(causa: unknown, loja: VectorStore['nome']): AlicitError {
  if (causa instanceof AlicitError) return causa;
  const erro = indisponivel('vetores_indisponiveis', `A loja de vetores ${loja} falhou (${classOf(causa)}).`, { loja });
  return Object.assign(erro, { cause: causa });
}
