import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { MetricasService } from '../observacao/observacao.module.js';
import { isChave, nomeOf } from './chave.js';
import type { Acesso, Escopo } from './escopos.js';

/** How long another process's revocation may go unnoticed here, ms. */
const MEMORIA_MS = 5000;
const MAX_MEMORIA = 10_000;

/**
 * Why a key does not open. `chave_expirada` and `chave_revogada` are said only to who shows the very key, 256 bits that
 * cannot be guessed: to all others it is `chave_invalida`.
 */
export type Recusa = 'chave_invalida' | 'chave_expirada' | 'chave_revogada';
export type Reconhecimento = { readonly acesso: Acesso; readonly recusa?: undefined } | { readonly acesso?: undefined; readonly recusa: Recusa };

interface Linha {
  readonly id: string;
  readonly organizacao_id: string;
  readonly escopos: Escopo[];
  readonly expira_em: Date | null;
  readonly revogada_em: Date | null;
}
interface Conhecida {
  readonly acesso: Acesso;
  /** Instant, ms. */
  readonly expira: number | null;
  readonly revogada: boolean;
}

/** Tells whose a key is, from a short memory first. What is remembered is bounded, and nothing of it is a key. */
@Injectable()
export class ChavesConhecidas {
  private readonly memoria = new LRUCache<string, Conhecida>({ max: MAX_MEMORIA, ttl: MEMORIA_MS });
  /** Keys that opened once in this process: failures of others at the same address do not stop them. */
  private readonly boas = new LRUCache<string, true>({ max: MAX_MEMORIA });
  /** Grows when something is forgotten: an answer of the database asked for before that is not remembered. */
  private geracao = 0;

  constructor(private readonly fonte: DataSource, private readonly metricas: MetricasService) {}

  /** How this key is called here: its hash, in base64; null for what cannot be a key. */
  nameOf(chave: string): string | null {
    return isChave(chave) ? nomeOf(chave) : null;
  }

  /** The answer, when it is remembered. */
  recall(nome: string, agora: number): Reconhecimento | null {
    const conhecida = this.memoria.get(nome);
    this.metricas.contarCache('chaves', conhecida !== undefined);
    return conhecida ? judge(conhecida, agora) : null;
  }

  /** The same, not counted: for who may still leave the question to another. */
  peek(nome: string, agora: number): Reconhecimento | null {
    const conhecida = this.memoria.get(nome);
    return conhecida ? judge(conhecida, agora) : null;
  }

  /** Counts an answer of `peek` that was used. */
  countLembrada(): void {
    this.metricas.contarCache('chaves', true);
  }

  isBoa(nome: string): boolean {
    return this.boas.has(nome);
  }

  /** Asks the database, and remembers what it says of keys that exist. */
  async lookup(nome: string, agora: number): Promise<Reconhecimento> {
    const { geracao } = this;
    const [linha] = await this.fonte.query<Linha[]>(
      'select id, organizacao_id, escopos, expira_em, revogada_em from alicit.chave_api where hash = $1 /* sistema: whose the key is */', [Buffer.from(nome, 'base64')],
    );
    if (!linha) return { recusa: 'chave_invalida' };
    const conhecida: Conhecida = {
      acesso: { organizacaoId: linha.organizacao_id, chaveId: linha.id, escopos: new Set(linha.escopos) },
      expira: linha.expira_em?.getTime() ?? null, revogada: linha.revogada_em !== null,
    };
    const reconhecimento = judge(conhecida, agora);
    if (geracao === this.geracao) this.memoria.set(nome, conhecida);
    if (reconhecimento.acesso) this.boas.set(nome, true);
    else this.boas.delete(nome);
    return reconhecimento;
  }

  /** After keys changed here, so that the change counts at once. */
  forget(): void {
    this.geracao += 1;
    this.memoria.clear();
    this.boas.clear();
  }
}

function judge({ acesso, expira, revogada }: Conhecida, agora: number): Reconhecimento {
  if (revogada) return { recusa: 'chave_revogada' };
  return expira !== null && expira <= agora ? { recusa: 'chave_expirada' } : { acesso };
}
