import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sha256De } from '../kernel/index.js';
import { MetricasService } from '../observacao/observacao.module.js';

/** The run under whose lease work is written: once the lease is another's, nothing is. */
export interface Guarda {
  readonly analiseId: string;
  readonly token: string;
}

/** Finished work of a stage: found again by what determines it. */
export interface Trabalho {
  /** Stage and hash of inputs and versions: `extrair:1f3a…`. */
  readonly chave: string;
  readonly etapa: string;
  /** Null: shared by all (it depends on documents alone). */
  readonly organizacaoId: string | null;
  readonly resultado: Uint8Array;
  /** Files it was made from: erased with the last of their owners. */
  readonly arquivos: readonly string[];
}

/** What became of a write: stored now, already there, or refused because the lease is another's or a file it was made from was erased. */
export type Gravacao = 'gravado' | 'ja_existia' | 'sem_posse' | 'sem_arquivo';

/** Its last use was noted more than a day ago. */
const VELHO = `usado_em < now() - interval '1 day'`;

/** Results of stages, each stored once, by content hash. */
@Injectable()
export class TrabalhosService {
  constructor(private readonly fonte: DataSource, private readonly metricas: MetricasService) {}

  async has(chave: string): Promise<boolean> {
    return (await this.fonte.query<unknown[]>('select 1 from alicit.trabalho where chave = $1', [chave])).length > 0;
  }

  async find(chave: string): Promise<Uint8Array | null> {
    return (await this.findAll([chave]))[0]?.resultado ?? null;
  }

  /** Those that are there of many; each key once. */
  async findAll(chaves: readonly string[]): Promise<readonly { readonly chave: string; readonly resultado: Uint8Array }[]> {
    const linhas = await this.fonte.query<{ chave: string; resultado: Buffer; velho: boolean }[]>(`select chave, resultado, ${VELHO} as velho from alicit.trabalho where chave = any($1)`, [chaves]);
    const achadas = new Set(linhas.map((l) => l.chave));
    for (const chave of chaves) this.metricas.contarCache(`trabalho_${chave.split(':')[0]!.replace(/-/g, '_')}`, achadas.has(chave));
    const velhas = linhas.filter((l) => l.velho).map((l) => l.chave);
    // Once a day at most, so that what is used is never swept; that it could not be told costs nothing else.
    if (velhas.length) await this.fonte.query(`update alicit.trabalho set usado_em = now() where chave = any($1) and ${VELHO}`, [velhas]).catch(() => undefined);
    return linhas.map(({ chave, resultado }) => ({ chave, resultado }));
  }

  /** Stores under a live lease (or without one, for work outside a run). The same key twice is stored once. Shared work is never stored of files that are gone. */
  async put(t: Trabalho, guarda: Guarda | null): Promise<Gravacao> {
    const resultado = Buffer.from(t.resultado.buffer, t.resultado.byteOffset, t.resultado.byteLength);
    const sha256 = sha256De(resultado);
    return this.fonte.transaction(async (m) => {
      if (guarda) {
        const viva = await m.query<unknown[]>(`select 1 from alicit.analise where id = $1 and token = $2 and estado = 'executando' for share`, [guarda.analiseId, guarda.token]);
        if (!viva.length) return 'sem_posse';
      }
      // The files' rows stay until this commits: an erasure takes what is stored before it, and nothing is stored after it.
      const arquivos = [...new Set(t.organizacaoId === null ? t.arquivos : [])];
      const vivos = arquivos.length ? await m.query<unknown[]>('select 1 from alicit.arquivo where sha256 = any($1) order by sha256 for key share', [arquivos]) : [];
      if (vivos.length < arquivos.length) return 'sem_arquivo';
      const gravada = await m.query<unknown[]>(
        `insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256, arquivos, analise_id, token) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (chave) do nothing returning chave`,
        [t.chave, t.etapa, t.organizacaoId, resultado, sha256, [...t.arquivos], guarda?.analiseId ?? null, guarda?.token ?? null],
      );
      return gravada.length ? 'gravado' : 'ja_existia';
    });
  }
}
