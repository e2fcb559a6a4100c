import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../http/index.js';
import { ESTADOS_ENTREGA } from './domain/desfecho.js';
import { eventoWebhookSchema, tipoEventoSchema } from './payload.schema.js';

const instante = z.iso.datetime().meta({ description: 'Instante ISO 8601 em UTC.' });
const url = z.string().min(1).max(2048).meta({ description: 'Endereço público, https://.' });
const eventos = z
  .array(tipoEventoSchema).min(1, 'diga ao menos um evento').max(20).transform((e) => [...new Set(e)])
  .meta({ description: 'Os eventos de que este endereço é avisado.' });

export const novoWebhookSchema = z.strictObject({ url, eventos }).meta({ id: 'NovoWebhook', description: 'Para onde avisar, e de quê.' });
export const mudancaWebhookSchema = z
  .strictObject({ url: url.optional(), eventos: eventos.optional(), ativo: z.boolean().optional().meta({ description: 'true religa um webhook desativado.' }) })
  .meta({ id: 'MudancaWebhook', description: 'Só o que muda.' });

const campos = {
  id: z.string(),
  url: z.string(),
  eventos: z.array(tipoEventoSchema),
  ativo: z.boolean(),
  motivoDesativado: z.string().nullable().meta({ description: 'Por que não recebe mais eventos; null quando está ativo.' }),
  falhandoDesde: instante.nullable().meta({ description: 'Desde quando nenhuma entrega deu certo; null: a última deu, ou não houve.' }),
  segredoAnteriorAte: instante.nullable().meta({ description: 'Até quando o segredo anterior também assina, depois de uma troca.' }),
  criadoEm: instante,
};
export const webhookSchema = z.object(campos).meta({ id: 'Webhook', description: 'Um endereço avisado de eventos, sem o segredo.' });
export const webhookComSegredoSchema = z
  .object({ ...campos, segredo: z.string().meta({ description: 'O segredo que assina (whsec_…). Guarde-o: não será mostrado de novo.' }) })
  .meta({ id: 'WebhookComSegredo', description: 'Um webhook com o segredo, que só aqui aparece.' });
export const webhooksSchema = paginaDe(webhookSchema, 'PaginaDeWebhooks');

const estado = z.enum(ESTADOS_ENTREGA).meta({ id: 'EstadoEntrega', description: 'pendente: há tentativa por fazer. recusada: o servidor recusou e não se repete. desistiu: todas as tentativas falharam. cancelada: o webhook foi desativado.' });
export const filtroEntregasSchema = paginacaoDe('ent').extend({ estado: z.enum(ESTADOS_ENTREGA).optional().meta({ description: 'Só as que estão neste estado.' }) });

const camposEntrega = {
  id: z.string(),
  eventoId: z.string().meta({ description: 'O webhook-id enviado: o mesmo em todas as tentativas e reenvios.' }),
  tipo: z.string(),
  estado,
  tentativas: z.int().meta({ description: 'Feitas até agora, também as interrompidas.' }),
  proximaEm: instante.nullable().meta({ description: 'Quando se tenta de novo; null quando terminou.' }),
  reenvioDe: z.string().nullable().meta({ description: 'A entrega que esta repete, a pedido.' }),
  criadaEm: instante,
  terminadaEm: instante.nullable(),
};
export const entregaSchema = z.object(camposEntrega).meta({ id: 'EntregaDeWebhook', description: 'A entrega de um evento a um webhook.' });
export const entregasSchema = paginaDe(entregaSchema, 'PaginaDeEntregasDeWebhook');

const tentativaSchema = z
  .object({
    numero: z.int(),
    em: instante,
    ms: z.int().nullable().meta({ description: 'Duração; null quando foi interrompida.' }),
    status: z.int().nullable().meta({ description: 'Da resposta HTTP; null quando não houve.' }),
    resultado: z.enum(['entregue', 'tentar_de_novo', 'recusada', 'interrompida']),
    codigo: z.string().nullable(),
    motivo: z.string().nullable().meta({ description: 'Em português; null quando entregue.' }),
    resposta: z.string().nullable().meta({ description: 'Os primeiros 2 KB da resposta, sem o que parece segredo.' }),
    respostaCortada: z.boolean(),
  })
  .meta({ id: 'TentativaDeEntrega', description: 'Uma tentativa de entrega, e a resposta que teve.' });
export const entregaComTentativasSchema = z.object({ ...camposEntrega, evento: eventoWebhookSchema.nullable().meta({ description: 'O que foi enviado; null quando é de um formato que esta versão não conhece.' }), historico: z.array(tentativaSchema) }).meta({ id: 'EntregaDeWebhookComTentativas', description: 'Uma entrega, o que foi enviado e cada tentativa.' });

export type WebhookJson = z.infer<typeof webhookSchema>;
export type EntregaJson = z.infer<typeof entregaSchema>;
export type EntregaComTentativasJson = z.infer<typeof entregaComTentativasSchema>;
