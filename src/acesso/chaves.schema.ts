import { z } from 'zod';
import { paginaDe } from '../http/index.js';
import { ESCOPOS } from './escopos.js';

const instante = z.iso.datetime().meta({ description: 'Instante ISO 8601 em UTC.' });
export const escopoSchema = z.enum(ESCOPOS).meta({ id: 'Escopo', description: 'O que uma chave pode fazer.' });
const nomeSchema = z.string().trim().min(1, 'diga um nome').max(100).meta({ description: 'Para que serve a chave, nas palavras de quem a usa.' });
const expiraSchema = z.iso.datetime({ offset: true }).meta({ description: 'Quando deixa de valer (ISO 8601); null: não expira.' });

export const novaChaveSchema = z
  .object({
    nome: nomeSchema,
    escopos: z.array(escopoSchema).min(1, 'diga ao menos um escopo').max(ESCOPOS.length).transform((e) => [...new Set(e)]),
    expiraEm: expiraSchema.nullish(),
  })
  .meta({ id: 'NovaChaveApi', description: 'Uma chave de API a criar. Só dá escopos que a chave de quem pede tem.' });
export type NovaChave = z.infer<typeof novaChaveSchema>;

/** Overlap of a rotation, seconds. */
export const SOBREPOSICAO_S = { padrao: 86_400, maxima: 7 * 86_400 } as const;
export const rotacaoSchema = z
  .object({ sobreposicaoS: z.int().min(0).max(SOBREPOSICAO_S.maxima).default(SOBREPOSICAO_S.padrao).meta({ description: 'Por quantos segundos a chave antiga ainda vale: até 7 dias; 24 h quando ausente.' }) })
  .meta({ id: 'RotacaoDeChave', description: 'Como trocar a chave.' });

const campos = {
  id: z.string(),
  nome: z.string(),
  prefixo: z.string().meta({ description: 'Começo da chave, para reconhecê-la.' }),
  escopos: z.array(escopoSchema),
  estado: z.enum(['ativa', 'expirada', 'revogada']),
  criadaEm: instante,
  expiraEm: instante.nullable(),
  revogadaEm: instante.nullable(),
  usadaEm: instante.nullable().meta({ description: 'Último uso, com atraso de até um minuto; null: nunca usada.' }),
  substituidaPor: z.string().nullable().meta({ description: 'A chave que a substituiu numa rotação.' }),
};
export const chaveSchema = z.object(campos).meta({ id: 'ChaveApi', description: 'Uma chave de API, sem o segredo: ele só é mostrado ao ser criada.' });
export type ChaveJson = z.infer<typeof chaveSchema>;
export const chaveCriadaSchema = z
  .object({ ...campos, chave: z.string().meta({ description: 'A chave inteira. Guarde-a: não será mostrada de novo.' }) })
  .meta({ id: 'ChaveApiCriada', description: 'Uma chave nova. Só aqui ela aparece inteira: guarde-a.' });
export type ChaveCriada = z.infer<typeof chaveCriadaSchema>;
export const chavesSchema = paginaDe(chaveSchema, 'PaginaDeChavesApi');
