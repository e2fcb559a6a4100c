import { AGENTES, type NomeAgente } from '../analises/index.js';
import { hashDe } from '../kernel/index.js';
import { REGRAS_COMUNS } from './comum/instrucoes.js';
import { MAX_DOSSIE } from './domain/dossie/build-dossie.js';
import { versaoDoPrompt, type DefinicaoAgente } from './domain/definicao.js';
import { saidaDoAgente, saidaDoRelator } from './domain/saida.js';
import { ESTRATEGICO } from './estrategico/index.js';
import { FINANCEIRO } from './financeiro/index.js';
import { JURIDICO } from './juridico/index.js';
import { OPERACIONAL } from './operacional/index.js';
import { INSTRUCOES_RELATOR } from './relator/index.js';

/** The four agents. */
export const DEFINICOES: Readonly<Record<NomeAgente, DefinicaoAgente>> = { estrategico: ESTRATEGICO, operacional: OPERACIONAL, juridico: JURIDICO, financeiro: FINANCEIRO };

/** Raise when what a dossier holds, how claims are checked or how the opinion is put together changes. */
const VERSAO_PARECER = '2';

/** Version of each prompt. */
export const VERSOES_PROMPT: Readonly<Record<NomeAgente | 'relator', string>> = {
  ...(Object.fromEntries(AGENTES.map((nome) => [nome, versaoDoPrompt(nome, DEFINICOES[nome], saidaDoAgente(nome))])) as Record<NomeAgente, string>),
  relator: versaoDoPrompt('relator', { instrucoes: INSTRUCOES_RELATOR }, saidaDoRelator),
};

/** One name for all that decides what agents are asked and what is kept of their answers, the models aside. */
export const VERSAO_AGENTES = hashDe({ VERSAO_PARECER, VERSOES_PROMPT, REGRAS_COMUNS, MAX_DOSSIE }).slice(0, 12);
