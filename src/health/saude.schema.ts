import { z } from 'zod';
import { ESTADOS_ITEM } from '../observacao/index.js';

const instante = z.iso.datetime().nullable();

/** One dependency, as /health shows it. */
export const itemDeSaudeSchema = z
  .object({
    estado: z.enum(ESTADOS_ITEM).meta({ 'x-lista-aberta': true, description: '`nao_configurado`: sem chave, e nada falta; `chave_invalida`: a chave foi recusada; `limite`: cota ou limite de uso; `degradado`: funciona, mas não como devia; `indisponivel`: não respondeu, ou respondeu com erro.' }),
    obrigatorio: z.boolean().meta({ description: 'Sem ele o serviço não atende (503); os demais só degradam.' }),
    latenciaMs: z.number().nullable().meta({ description: 'Duração da última verificação, ou da última chamada real; null quando não terminou a tempo.' }),
    verificadoEm: instante.meta({ description: 'Instante da última verificação, ou da última chamada real, UTC.' }),
    ultimoSucesso: instante.meta({ description: 'Última vez em que se soube que respondeu bem.' }),
    origem: z.enum(['uso', 'sonda']).meta({ description: 'De onde se sabe: `uso`, a última chamada real, deste processo ou de outro; `sonda`, uma verificação feita para saber.' }),
    numeros: z.record(z.string(), z.number()).meta({ description: 'O que foi medido, com a unidade no nome: `atrasoS` da fila, `vivos` dos trabalhadores, `idadeS` da sincronização. Vazio quando nada se mede.' }),
    erro: z.string().nullable().meta({ description: 'Classe do erro: `tempo_esgotado`, `conexao_recusada`, `http_500`, `esquema_desatualizado`…' }),
  })
  .meta({ id: 'ItemDeSaude', description: 'Uma dependência do serviço, e como ela está.' });

export const ESTADOS_SAUDE = ['ok', 'degradado', 'indisponivel', 'iniciando', 'encerrando'] as const;

/** Answer of /health and /health/ready. */
export const saudeSchema = z
  .object({
    estado: z.enum(ESTADOS_SAUDE),
    codigo: z.string().meta({ description: 'Estável: `pronto`, `opcional_indisponivel`, `dependencia_indisponivel`, `iniciando`, `encerrando`.' }),
    versao: z.string(),
    papel: z.enum(['all', 'api', 'worker']),
    itens: z.record(z.string(), itemDeSaudeSchema).meta({ description: 'Por dependência: `banco`, `fila`, `trabalhadores`, `arquivos`, `openai`, `pinecone`, `pncp`, `sincronizacao`, `execucoes`, `email`.' }),
  })
  .meta({ id: 'Saude', description: 'Como está este processo e aquilo de que depende.' });

/** Answer of /health/live. */
export const vidaSchema = z
  .object({
    estado: z.literal('ok'),
    ativoS: z.number().meta({ description: 'Segundos desde que o processo começou.' }),
    atrasoMs: z.number().meta({ description: 'Atraso do laço de eventos medido neste pedido.' }),
  })
  .meta({ id: 'Vida', description: 'O processo está vivo e responde.' });

export type ItemDeSaude = z.infer<typeof itemDeSaudeSchema>;
export type Saude = z.infer<typeof saudeSchema>;
export type Vida = z.infer<typeof vidaSchema>;
