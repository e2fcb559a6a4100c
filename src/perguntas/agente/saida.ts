import { z } from 'zod';
import { hashDe } from '../../kernel/index.js';
import { INSTRUCOES } from './instrucoes.js';

const citacao = z.object({
  documento: z.string().meta({ description: 'Id do documento, como D1.' }),
  pagina: z.number().meta({ description: 'Página em que o trecho está.' }),
  trecho: z.string().meta({ description: 'Cópia literal e contínua, de 20 a 300 caracteres.' }),
});

const afirmacao = z.object({ texto: z.string().meta({ description: 'Um ponto só, em até duas frases.' }), citacoes: z.array(citacao).meta({ description: 'De 1 a 3.' }) });

/** A claim as the model wrote it: `documento` is an id of the dossier. Taken loosely: each is checked by itself afterwards. */
export const afirmacaoBrutaSchema = afirmacao;
export type AfirmacaoBruta = z.infer<typeof afirmacao>;

/** What the model answers with. `encontrado` comes first: what follows is read as it arrives. */
const saida = z.object({ encontrado: z.boolean().meta({ description: 'Se os trechos ou fatos respondem à pergunta.' }), afirmacoes: z.array(afirmacao).meta({ description: 'De 1 a 4, a que responde primeiro; vazia quando não encontrado.' }) });

/** The same as the wire's strict JSON schema. */
export const ESQUEMA_SAIDA = (({ $schema: _, ...esquema }) => esquema)(z.toJSONSchema(saida) as Record<string, unknown>);

/** Raise when what the dossier holds or how it is written changes. */
const VERSAO_DOSSIE = '1';
/** Version of the prompt: part of the name of a kept answer. */
export const VERSAO_PROMPT = `pergunta-${hashDe({ INSTRUCOES, ESQUEMA_SAIDA, VERSAO_DOSSIE }).slice(0, 12)}`;
