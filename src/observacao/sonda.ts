import { performance } from 'node:perf_hooks';
import { AlicitError } from '../kernel/index.js';
import { decidir, latest, newest } from './decidir.js';
import type { Indicador, Uso, Verificacao } from './indicador.js';

/** The last thing known of an indicator. */
export interface Observada extends Verificacao {
  /** Of the check that was made, ms; null when it did not end in time. */
  readonly latenciaMs: number | null;
  readonly verificadoEm: Date;
  readonly ultimoSucesso: Date | null;
  /** Known from a real request, or from a check. */
  readonly origem: 'uso' | 'sonda';
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
 * a check that outlives the limit is `tempo_esgotado` for all until it ends. Where real requests tell how the dependency
 * is (`uso`, of this process or of `outros`), they come first.
 */
export class Sonda {
  private feita: (Observada & { readonly ate: number }) | null = null;
  private emCurso: Promise<Observada> | null = null;
  /** A check past its limit that has not ended: no other is started on top of it. */
  private presa = false;

  constructor(readonly indicador: Indicador, private readonly outros: () => Uso | null = () => null) {}

  /** What is known now; nothing is asked. Null: nothing yet. */
  get ultima(): Observada | null {
    const uso = this.uso();
    const { feita } = this;
    return uso && this.decide(uso) === 'uso' ? this.fromUso(uso) : (feita ?? (uso && this.fromUso(uso)));
  }

  observe(): Promise<Observada> {
    const uso = this.uso();
    const fonte = this.decide(uso);
    if (fonte === 'uso') return Promise.resolve(this.fromUso(uso!));
    if (fonte === 'sonda') return Promise.resolve(this.feita!);
    if (this.emCurso) return this.emCurso;
    if (this.presa) return Promise.resolve(this.note({ estado: 'indisponivel', erro: 'tempo_esgotado' }, null));
    return (this.emCurso = this.ask().finally(() => (this.emCurso = null)));
  }

  private uso(): Uso | null {
    return newest([this.indicador.uso?.(), this.indicador.uso && this.outros()], Date.now());
  }

  private decide(uso: Uso | null): 'uso' | 'sonda' | 'sondar' {
    const { feita } = this;
    return decidir(uso, feita && { em: feita.verificadoEm.getTime(), valida: performance.now() < feita.ate }, Date.now(), this.indicador.usoValeMs);
  }

  private fromUso(uso: Uso): Observada {
    return { estado: uso.estado, erro: uso.erro, latenciaMs: uso.latenciaMs === null ? null : arredonda(uso.latenciaMs), verificadoEm: uso.em, ultimoSucesso: latest([uso.ultimoSucesso, this.feita?.ultimoSucesso]), origem: 'uso' };
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

  private note({ estado, erro, numeros }: Verificacao, latencia: number | null): Observada {
    const agora = new Date();
    this.feita = {
      estado, erro, latenciaMs: latencia === null ? null : arredonda(latencia), verificadoEm: agora, ultimoSucesso: latest([estado === 'ok' ? agora : null, this.feita?.ultimoSucesso, this.uso()?.ultimoSucesso]), origem: 'sonda', ...(numeros ? { numeros } : {}),
      ate: performance.now() + (this.indicador.validadeMs ?? VALIDADE_MS),
    };
    return this.feita;
  }
}

const arredonda = (ms: number): number => Math.round(ms * 10) / 10;
