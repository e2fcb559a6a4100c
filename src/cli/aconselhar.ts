import { randomUUID } from 'node:crypto';
import type { Analise } from '../analises/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { createIndiceBusca, type Conjunto, type LeituraDoEdital } from '../editais/index.js';
import type { Empresa } from '../empresas/index.js';
import { indisponivel } from '../kernel/index.js';
import type { ContextoCli } from './contexto.js';
import { withInterrupcao } from './interrupcao.js';

/** @throws AlicitError `modelo_nao_configurado` */
export async function requireModelo(ctx: ContextoCli): Promise<void> {
  const { openai } = (await ctx.app()).get<Config>(CONFIG);
  if (openai.chave === null) throw indisponivel('modelo_nao_configurado', 'Nenhum modelo está configurado: defina OPENAI_API_KEY, ou analise sem --agentes.');
}

/** A judgement with the agents' opinion; answers and budget are those of the database. */
export async function aconselhar(ctx: ContextoCli, analise: Analise, { conjunto, leitura, empresa }: { readonly conjunto: Conjunto; readonly leitura: LeituraDoEdital; readonly empresa: Empresa }): Promise<Analise> {
  const { AconselharService, openEmMemoria } = await import('../agentes/agentes-cli.module.js');
  const conselho = (await ctx.banco()).get(AconselharService);
  ctx.tell('agentes: quatro especialistas e um relator');
  let feita = analise;
  await withInterrupcao(ctx, 'Parando: o que os modelos já responderam está guardado.', async (sinal) => {
    const documentos = openEmMemoria({ conjunto, indice: createIndiceBusca(leitura.texto), analise, empresa });
    const { parecer, usouModelo } = await conselho.aconselhar({ organizacaoId: null, trabalhoId: `cli:${randomUUID()}`, documentos, guarda: SEM_GUARDA, sinal });
    if (parecer.motivo) ctx.tell(`parecer ${parecer.estado}: ${parecer.motivo}`);
    feita = { ...analise, usouModelo, parecer };
  });
  return feita;
}

/** Equal prompts are made again from the files; their answers are kept. */
const SEM_GUARDA = { find: async () => null, put: async () => undefined };
