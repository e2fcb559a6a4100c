import { z } from 'zod';
import { paginaDe, paginacaoDe } from '../../http/index.js';
import { MAX_TURNOS } from '../memoria/conversas.service.js';

/** Longest question, characters. */
export const MAX_PERGUNTA = 2000;

export const perguntaFeitaSchema = z
  .strictObject({
    pergunta: z.string().trim().min(1, 'a pergunta está vazia').max(MAX_PERGUNTA, `a pergunta passa de ${MAX_PERGUNTA} caracteres`).meta({ description: 'Em português, como a faria a quem leu o edital.', examples: ['É exigida garantia de proposta?'] }),
    empresaId: z.string().max(64).optional().meta({ description: 'Empresa para quem se pergunta: o modelo, quando há um, conhece o perfil dela.' }),
    conversaId: z.string().max(64).optional().meta({ description: `Conversa que continua: "e o prazo?" é completada pela pergunta anterior. Ausente: começa outra. Até ${MAX_TURNOS} perguntas.` }),
  })
  .meta({ id: 'PerguntaFeita', description: 'Uma pergunta sobre os documentos de uma licitação.' });

const citacaoSchema = z
  .object({ documento: z.string(), pagina: z.int().meta({ description: 'A partir de 1.' }), trecho: z.string().meta({ description: 'Como está na página.' }) })
  .meta({ id: 'CitacaoDaResposta', description: 'Um trecho do documento, conferido na página.' });

const afirmacaoSchema = z
  .object({ texto: z.string(), citacoes: z.array(citacaoSchema) })
  .meta({ id: 'AfirmacaoDaResposta', description: 'Uma frase do modelo cujas citações foram conferidas.' });

const usoSchema = z
  .object({ chamadas: z.int().meta({ description: 'Pagas.' }), deCache: z.int().meta({ description: 'Respondidas pelo que estava guardado, sem custo.' }), tokensEntrada: z.int(), tokensSaida: z.int(), custoUsd: z.string().nullable().meta({ description: 'Dólares; nulo: o preço do modelo não é conhecido.' }) })
  .meta({ id: 'UsoDaPergunta', description: 'O que a resposta custou.' });

export const respostaSchema = z
  .object({
    id: z.string(), conversaId: z.string().meta({ description: 'Para continuar: `conversaId` da próxima pergunta.' }), empresaId: z.string().nullable(), pergunta: z.string(),
    perguntaEntendida: z.string().nullable().meta({ description: 'A pergunta completada pela anterior, como foi buscada; nulo: como foi feita.' }),
    encontrado: z.boolean().meta({ description: 'Falso: não encontrado no edital.' }),
    confianca: z.number().meta({ description: 'De 0 a 1, medida: que os trechos respondem, pelas palavras da pergunta e sem o modelo.' }),
    resposta: z.string().meta({ description: 'Para uma pessoa. Com modelo, só as afirmações conferidas; sem ele, o trecho citado.' }),
    afirmacoes: z.array(afirmacaoSchema), citacoes: z.array(citacaoSchema).meta({ description: 'Todas as da resposta, a melhor primeiro.' }),
    trechos: z.array(z.object({ documento: z.string(), pagina: z.int(), secao: z.string(), texto: z.string(), score: z.number() })).meta({ description: 'Onde a resposta foi procurada, do melhor ao pior.' }),
    modelo: z.string().nullable().meta({ description: 'De quem são as palavras; nulo: só do documento.' }),
    motivoSemModelo: z.string().nullable().meta({ description: 'Por que nenhum modelo respondeu, ou por que o que ele respondeu não está (todo) aqui.' }),
    descartadas: z.array(z.object({ motivo: z.string(), quantas: z.int() })).meta({ description: 'Afirmações do modelo que não puderam ser provadas, por motivo.' }),
    uso: usoSchema.nullable().meta({ description: 'Nulo: nenhum modelo foi perguntado.' }), criadaEm: z.iso.datetime(),
  })
  .meta({ id: 'RespostaDaPergunta', description: 'A resposta a uma pergunta, com as citações conferidas.' });

const resumo = { id: z.string(), licitacaoId: z.string(), titulo: z.string().meta({ description: 'A primeira pergunta.' }), perguntas: z.int().meta({ description: 'Quantas foram feitas.' }), criadaEm: z.iso.datetime(), atualizadaEm: z.iso.datetime() };
const conversaResumoSchema = z.object(resumo).meta({ id: 'ConversaResumo', description: 'Uma conversa sobre a licitação.' });

export const conversasSchema = paginaDe(conversaResumoSchema, 'Conversas');
export const conversaSchema = z.object({ ...resumo, turnos: z.array(respostaSchema).meta({ description: 'Da primeira pergunta à última.' }) }).meta({ id: 'Conversa', description: 'Uma conversa, com as perguntas e respostas.' });
export type ConversaResumoJson = z.infer<typeof conversaResumoSchema>;
export const paginacaoConversas = paginacaoDe('cnv');
