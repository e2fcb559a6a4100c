import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Config } from '../../src/config/index.js';
import { AlicitError } from '../../src/kernel/index.js';
import type { ContextoDeModelo } from '../../src/modelos/index.js';
import type { ModelosService } from '../../src/modelos/modelos.module.js';
import { MetricasService } from '../../src/observacao/observacao.module.js';
import { LojasService } from '../../src/vetores/lojas.service.js';
import { PreparoService } from '../../src/vetores/preparo.service.js';
import { RegistroService } from '../../src/vetores/registro.service.js';
import { ReindexacaoService } from '../../src/vetores/reindexacao.service.js';
import { VarreduraService } from '../../src/vetores/varredura.service.js';
import { VetoresService } from '../../src/vetores/vetores.service.js';
import type { BaseDeVetores } from './banco.js';

Logger.overrideLogger(false);

/** Embeddings anybody can recompute: the letters of a text, counted. */
export const embutir = (texto: string, dimensoes = 26): Float32Array => {
  const v = new Float32Array(dimensoes);
  for (const letra of texto.toLowerCase()) {
    const i = letra.charCodeAt(0) - 97;
    if (i >= 0 && i < dimensoes) v[i]! += 1;
  }
  return v.some((x) => x > 0) ? v : v.fill(1);
};

/** Stands for the models: counts what is asked, like a kept cache a text is paid for once. */
export class ModelosDeMentira {
  configurado = true;
  falha: AlicitError | null = null;
  /** Awaited inside each call: to hold it. */
  antes: (contexto: ContextoDeModelo) => Promise<void> = () => Promise.resolve();
  readonly chamadas: { readonly textos: readonly string[]; readonly finalidade: string }[] = [];
  readonly pagos = new Map<string, number>();

  async embed(textos: readonly string[], contexto: ContextoDeModelo): Promise<readonly Float32Array[]> {
    await this.antes(contexto);
    if (this.falha) throw this.falha;
    this.chamadas.push({ textos, finalidade: contexto.finalidade });
    for (const t of textos) this.pagos.set(t, (this.pagos.get(t) ?? 0) + 1);
    return textos.map((t) => embutir(t));
  }
}

/** One process: its services over a database. */
export interface Processo {
  readonly vetores: VetoresService;
  readonly lojas: LojasService;
  readonly varredura: VarreduraService;
  readonly reindexacao: ReindexacaoService;
  readonly metricas: MetricasService;
}

export function createProcesso({ oficina, config: padrao }: BaseDeVetores, fonte: DataSource, modelos: ModelosDeMentira | ModelosService, config: Config = padrao): Processo {
  const deModelos = modelos as ModelosService;
  const metricas = new MetricasService();
  const lojas = new LojasService(config, fonte, oficina, metricas);
  const registro = new RegistroService(fonte);
  const preparo = new PreparoService(config, deModelos, lojas, registro);
  return {
    vetores: new VetoresService(deModelos, lojas, registro, preparo), lojas, metricas,
    varredura: new VarreduraService(config, lojas, registro), reindexacao: new ReindexacaoService(lojas, registro),
  };
}

export const CONTEXTO: ContextoDeModelo = { organizacaoId: null, trabalhoId: 't1', finalidade: 'trechos', versaoPrompt: '1' };
