import { performance } from 'node:perf_hooks';
import { AlicitError } from '../kernel/index.js';
import type { Indicador, Verificacao } from './indicador.js';

/** The last thing known of an indicator. */
export interface Observada extends Verificacao {
  /** Of the check that was made, ms; null when it did not end in time. */
  readonly latenciaMs: number | null;
  readonly verificadoEm: Date;
  readonly ultimoSucesso: Date | null;
}

const VALIDADE_MS = 1000;
const LIMITE_MS = 3000;

/** Class of an error, safe to show: our code, or the system's, or the database's. */
export function classOf(erro: unknown): string {
  if (erro instanceof AlicitError) return erro.codigo;
  const causa = (erro as { cause?: unknown } | null)?.cause;
  const codigo = (erro as { code?: unknown } | null)?.code ?? (causa as { code?: unknown } | null | undefined)?.code;
  if (typeof codigo !== 'string') return 'erro_interno';
  const DITOS: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'conexao_recusada', ECONNRESET: 'conexao_interrompida', UND_ERR_SOCKET: 'conexao_interrompida', EPIPE: 'conexao_interrompida', ENOTFOUND: 'nome_nao_encontrado', EAI_AGAIN: 'nome_nao_encontrado',
    ETIMEDOUT: 'tempo_esgotado', UND_ERR_CONNECT_TIMEOUT: 'tempo_esgotado', UND_ERR_HEADERS_TIMEOUT: 'tempo_esgotado', ENOSPC: 'disco_cheio', EACCES: 'sem_permissao', EROFS: 'sem_permissao', '28P01': 'senha_recusada', '53300': 'conexoes_esgotadas', '57P01': 'conexao_interrompida',
  };
  return DITOS[codigo] ?? (/^[0-9A-Z]{5}$/.test(codigo) ? `sql_${codigo.toLowerCase()}` : 'erro_interno');
}

/**
 * Asks an indicator at most once per validity, one check in flight, and never makes anyone wait longer than its limit:
 * a check that outlives the limit is `tempo_esgotado` for all until it ends.
 */
export class Sonda {
  private ultima: (Observada & { readonly ate: number }) | null = null;
  private emCurso: Promise<Observada> | null = null;
  /** A check past its limit that has not ended: no other is started on top of it. */
  private presa = false;

  constructor(readonly indicador: Indicador) {}

  observe(): Promise<Observada> {
    if (this.ultima && performance.now() < this.ultima.ate) return Promise.resolve(this.ultima);
    if (this.emCurso) return this.emCurso;
    if (this.presa) return Promise.resolve(this.note({ estado: 'indisponivel', erro: 'tempo_esgotado' }, null));
    return (this.emCurso = this.ask().finally(() => (this.emCurso = null)));
  }

  private async ask(): Promise<Observada> {
    const inicio = performance.now();
    const limite = this.indicador.limiteMs ?? LIMITE_MS;
    const desiste = new AbortController();
    let relogio: NodeJS.Timeout | undefined;
    const tarde = new Promise<null>((resolve) => (relogio = setTimeout(() => resolve(null), limite)));
    this.presa = true;
    const pedida = Promise.resolve().then(() => this.indicador.check(desiste.signal)).catch((erro: unknown): Verificacao => ({ estado: 'indisponivel', erro: classOf(erro) })).finally(() => (this.presa = false));
    const achada = await Promise.race([pedida, tarde]);
    clearTimeout(relogio);
    if (achada) return this.note(achada, performance.now() - inicio);
    desiste.abort();
    return this.note({ estado: 'indisponivel', erro: 'tempo_esgotado' }, null);
  }

  private note(v: Verificacao, latencia: number | null): Observada {
    const agora = new Date();
    const ok = v.estado === 'ok';
    this.ultima = {
      estado: v.estado, erro: v.erro, latenciaMs: latencia === null ? null : Math.round(latencia * 10) / 10, verificadoEm: agora, ultimoSucesso: ok ? agora : (this.ultima?.ultimoSucesso ?? null),
      ate: performance.now() + (this.indicador.validadeMs ?? VALIDADE_MS),
    };
    return this.ultima;
  }
}
