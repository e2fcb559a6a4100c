import { z } from 'zod';
import { AGENTES, type NomeAgente } from '../analises/index.js';
import { DEFINICOES } from './definicoes.js';
import { MAX_BUSCA } from './domain/dossie/trechos.js';
import { MAX_LETRAS } from './domain/parecer/prompt-relator.js';
import { saidaDoAgente, saidaDoRelator } from './domain/saida.js';
import { estimateTokens, tokensDe } from './domain/tokens.js';
import type { Mensagem } from './motor.js';
import { INSTRUCOES_RELATOR } from './relator/index.js';

/** What a request takes besides its texts: roles, the tool, the turn in which a search was asked for. */
const MOLDURA = 150;

const fixedOf = (instrucoes: string, saida: z.ZodType): number => MOLDURA + estimateTokens(instrucoes) + estimateTokens(JSON.stringify(z.toJSONSchema(saida)));
const DOS_AGENTES = new Map(AGENTES.map((a) => [a, fixedOf(DEFINICOES[a].instrucoes, saidaDoAgente(a))]));
const DO_RELATOR = fixedOf(INSTRUCOES_RELATOR, saidaDoRelator);

const sum = (mensagens: readonly Pick<Mensagem, 'content'>[]): number => mensagens.reduce((n, m) => n + estimateTokens(m.content), 0);

/** Prompt tokens of a call to an agent: instructions, form of the answer and turns; estimated high. */
export const costAgente = (agente: NomeAgente, mensagens: readonly Pick<Mensagem, 'content'>[]): number => DOS_AGENTES.get(agente)! + sum(mensagens);

/** The same of a call to the relator. */
export const costRelator = (mensagens: readonly Pick<Mensagem, 'content'>[]): number => DO_RELATOR + sum(mensagens);

/** What a search adds at most: the same dossier again, with what was found. */
export const costBusca = (agente: NomeAgente, prompt: string): number => costAgente(agente, [{ content: prompt }]) + tokensDe(MAX_BUSCA);

/** Most a first call to the relator takes. */
export const MAIOR_RELATO = DO_RELATOR + tokensDe(MAX_LETRAS) + MOLDURA;
