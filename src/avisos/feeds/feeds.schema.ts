import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../../http/index.js';

export const TIPOS_FEED = ['atom', 'ics'] as const;
export type TipoFeed = (typeof TIPOS_FEED)[number];

const instante = z.iso.datetime().meta({ description: 'Instante ISO 8601 em UTC.' });
const tipo = z.enum(TIPOS_FEED).meta({ id: 'TipoDeFeed', description: 'atom: os avisos, para um leitor de feeds; ics: os prazos, para um calendário.' });

export const novoFeedSchema = z.strictObject({ tipo }).meta({ id: 'NovoFeed', description: 'O que publicar em um endereço secreto.' });

const campos = { id: z.string(), tipo, criadoEm: instante, usadoEm: instante.nullable().meta({ description: 'Última leitura, com precisão de uma hora; null: nunca foi lido.' }) };
export const feedSchema = z.object(campos).meta({ id: 'Feed', description: 'Um endereço secreto, sem o segredo.' });
export const feedComUrlSchema = z
  .object({ ...campos, url: z.string().meta({ description: 'Quem a tem lê sem chave de API. Guarde-a: não será mostrada de novo. Relativa quando o serviço não tem URL pública configurada.' }) })
  .meta({ id: 'FeedComUrl', description: 'Um endereço secreto, que só aqui aparece.' });
export const feedsSchema = paginaDe(feedSchema, 'PaginaDeFeeds');
export const paginaFeedsQuery = paginacaoDe('fee');
export type FeedJson = z.infer<typeof feedSchema>;
