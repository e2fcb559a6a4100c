import type { Config } from '../config/index.js';
import type { Indicador, Verificacao } from '../observacao/index.js';
import { probeHttp } from './sonda-http.js';

/** Asked at most this often, with a key; nobody waits longer than the limit. ms */
const VALIDADE_MS = 30_000;
const LIMITE_MS = 3000;
const VERSAO_PINECONE = '2026-07';

const SEM_CHAVE: Verificacao = { estado: 'nao_configurado', erro: null };

const createProvedor = (nome: string, url: string, cabecalhos: Readonly<Record<string, string>> | null): Indicador => ({
  nome, obrigatorio: false, validadeMs: VALIDADE_MS, limiteMs: LIMITE_MS, check: (sinal) => (cabecalhos ? probeHttp(url, cabecalhos, sinal) : Promise.resolve(SEM_CHAVE)),
});

/** The vendors that are used where a key is given: everything works without them. */
export const createProvedores = ({ openai, pinecone }: Pick<Config, 'openai' | 'pinecone'>): readonly Indicador[] => [
  createProvedor('openai', `${openai.url}/models`, openai.chave === null ? null : { authorization: `Bearer ${openai.chave}` }),
  createProvedor('pinecone', `${pinecone.url}/indexes`, pinecone.chave === null ? null : { 'api-key': pinecone.chave, 'x-pinecone-api-version': VERSAO_PINECONE }),
];
