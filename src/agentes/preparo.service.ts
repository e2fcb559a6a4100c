import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AGENTES, type NomeAgente } from '../analises/index.js';
import { BuscaTrechosService } from '../editais/editais.module.js';
import { chaveLeitura, type TrechoAchado } from '../editais/index.js';
import { hashDe } from '../kernel/index.js';
import type { ContextoDeModelo } from '../modelos/index.js';
import { DEFINICOES, VERSAO_AGENTES } from './definicoes.js';
import { EstagiosAgentes } from './estagios/estagios-agentes.js';
import type { Preparo, TrechosPorAgente } from './estagios/tipos.js';
import type { PedidoDeParecer } from './tipos.js';

/** Passages looked for by each question. */
const TOP = 3;

/** The prompts of an analysis, made once: found kept when the same judgement was prepared before. */
@Injectable()
export class PreparoDeAgentes {
  /** Some 100 KB each. Not for long: vectors that were missing may have come. */
  private readonly lembrados = new LRUCache<string, TrechosPorAgente>({ max: 8, ttl: 10 * 60_000 });

  constructor(private readonly busca: BuscaTrechosService, private readonly estagios: EstagiosAgentes) {}

  async prepare(p: PedidoDeParecer, onChamada: ContextoDeModelo['onChamada']): Promise<{ readonly chave: string; readonly preparo: Preparo }> {
    // Both at once, on two threads: what answers the fixed questions does not depend on the judgement.
    const achados = this.search(p, onChamada);
    achados.catch(() => undefined);
    const rascunho = await p.useConjunto((conjunto) => this.estagios.rascunhar(conjunto, { analise: p.analise, empresa: p.empresa }, p.sinal));
    const chave = `preparo-agentes:${hashDe({ organizacaoId: p.organizacaoId, conteudo: rascunho.conteudo, versao: VERSAO_AGENTES })}`;
    const guardado = await p.guarda.find(chave);
    if (guardado) return { chave, preparo: guardado };
    const preparo = await this.estagios.fechar(rascunho, await achados, p.sinal);
    await p.guarda.put(chave, preparo);
    return { chave, preparo };
  }

  /** What answers the fixed questions of each agent in a set; looked for once for the companies that come one after another. */
  private async search({ organizacaoId, trabalhoId, useConjunto, sinal }: PedidoDeParecer, onChamada: ContextoDeModelo['onChamada']): Promise<TrechosPorAgente> {
    return useConjunto(async (conjunto) => {
      const chave = chaveLeitura(conjunto);
      const lembrados = this.lembrados.get(chave);
      if (lembrados) return lembrados;
      const achados = byAgente(await this.busca.search(conjunto, PERGUNTAS, { top: TOP, contexto: { organizacaoId, trabalhoId, sinal, onChamada } }));
      this.lembrados.set(chave, achados);
      return achados;
    });
  }
}

/** Equal questions are asked once. */
const PERGUNTAS: readonly string[] = [...new Set(AGENTES.flatMap((a) => DEFINICOES[a].perguntas))];

const byAgente = (achados: readonly (readonly TrechoAchado[])[]): TrechosPorAgente => {
  const de = (a: NomeAgente): readonly (readonly TrechoAchado[])[] => DEFINICOES[a].perguntas.map((q) => achados[PERGUNTAS.indexOf(q)] ?? []);
  return { estrategico: de('estrategico'), operacional: de('operacional'), juridico: de('juridico'), financeiro: de('financeiro') };
};
