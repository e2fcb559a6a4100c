import { z } from 'zod';
import { DIMENSOES_DO_AGENTE, TIPOS_AFIRMACAO, type NomeAgente } from '../../analises/index.js';

/**
 * What models answer with. The wire's schema is strict; what comes back is taken loosely, since one wrong word in one
 * claim must not throw the others away: each claim is checked by itself afterwards.
 */
const umDe = (valores: readonly string[], descricao: string) => z.string().meta({ enum: [...valores], description: descricao });

const citacao = z.object({
  documento: z.string().meta({ description: 'Id do documento, como D1.' }),
  pagina: z.number().meta({ description: 'Página em que o trecho está.' }),
  trecho: z.string().meta({ description: 'Cópia literal e contínua, de 20 a 300 caracteres.' }),
});

const afirmacao = z.object({
  texto: z.string().meta({ description: 'Um ponto só, em até duas frases.' }),
  tipo: umDe(TIPOS_AFIRMACAO, 'O que a afirmação é para a empresa.'),
  citacoes: z.array(citacao).meta({ description: 'De 1 a 3.' }),
});

/** An agent's answer: its claims, and the moves of its own dimensions. */
export const saidaDoAgente = (agente: NomeAgente) =>
  z.object({
    afirmacoes: z.array(afirmacao).meta({ description: 'De 0 a 8, a mais importante primeiro.' }),
    ajustes: z
      .array(z.object({
        dimensao: umDe(DIMENSOES_DO_AGENTE[agente], 'Dimensão deste agente.'), pontos: z.number().meta({ description: 'Inteiro, de -10 a 10.' }), motivo: z.string().meta({ description: 'Uma frase.' }),
        afirmacao: z.number().meta({ description: 'Posição da afirmação que o sustenta, a partir de 0.' }),
      }))
      .meta({ description: 'Vazia, salvo quando uma afirmação mostra o que a nota por regras não considerou.' }),
  });
export type SaidaDoAgente = z.infer<ReturnType<typeof saidaDoAgente>>;

/** The relator's. */
export const saidaDoRelator = z.object({ sintese: z.array(afirmacao).meta({ description: 'De 0 a 5, na ordem em que a diretoria deve ler.' }) });
export type SaidaDoRelator = z.infer<typeof saidaDoRelator>;

/** A claim as a model wrote it: `documento` is an id of the dossier. */
export type AfirmacaoBruta = z.infer<typeof afirmacao>;
export type AjusteBruto = SaidaDoAgente['ajustes'][number];
