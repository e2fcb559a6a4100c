import { Injectable } from '@nestjs/common';
import { AGENTES, type NomeAgente } from '../analises/index.js';
import { BuscaTrechosService } from '../editais/editais.module.js';
import type { TrechoAchado } from '../editais/index.js';
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
  constructor(private readonly busca: BuscaTrechosService, private readonly estagios: EstagiosAgentes) {}

  async prepare(p: PedidoDeParecer, onChamada: ContextoDeModelo['onChamada']): Promise<{ readonly chave: string; readonly preparo: Preparo }> {
    const rascunho = await p.useConjunto((conjunto) => this.estagios.rascunhar(conjunto, { analise: p.analise, empresa: p.empresa }, p.sinal));
    const chave = `preparo-agentes:${hashDe({ organizacaoId: p.organizacaoId, conteudo: rascunho.conteudo, versao: VERSAO_AGENTES })}`;
    const guardado = await p.guarda.find(chave);
    if (guardado) return { chave, preparo: guardado };
    const preparo = await this.estagios.fechar(rascunho, await this.search(p, onChamada), p.sinal);
    await p.guarda.put(chave, preparo);
    return { chave, preparo };
  }

  /** What answers the fixed questions of each agent; equal questions are asked once. */
  private async search({ organizacaoId, trabalhoId, useConjunto, sinal }: PedidoDeParecer, onChamada: ContextoDeModelo['onChamada']): Promise<TrechosPorAgente> {
    const perguntas = [...new Set(AGENTES.flatMap((a) => DEFINICOES[a].perguntas))];
    const achados = await useConjunto((conjunto) => this.busca.search(conjunto, perguntas, { top: TOP, contexto: { organizacaoId, trabalhoId, sinal, onChamada } }));
    const de = (a: NomeAgente): readonly (readonly TrechoAchado[])[] => DEFINICOES[a].perguntas.map((q) => achados[perguntas.indexOf(q)] ?? []);
    return Object.fromEntries(AGENTES.map((a) => [a, de(a)])) as Record<NomeAgente, readonly (readonly TrechoAchado[])[]>;
  }
}
