import { z } from 'zod';
import { avisos } from './payload-avisos.schema.js';
import { envelope, id, instante, link } from './payload-base.js';

/** A copy of the outcomes of an analysis: a receiver must accept others too. */
export const desfechoSchema = z.enum(['GO', 'GO_CONDICIONADO', 'NAO_RECOMENDADO', 'IMPUGNAR_E_REAVALIAR', 'PENDENTE', 'NO_GO']);

const referencias = {
  analiseId: id,
  empresaId: id.nullable(),
  licitacaoId: id.nullable(),
  numeroControlePNCP: z.string().max(60).nullable().describe('Número de controle no PNCP; nulo quando a licitação não veio de lá.'),
};

const dadosConcluida = z
  .object({
    ...referencias,
    desfecho: desfechoSchema,
    score: z.number().min(0).max(100).nullable().describe('0 a 100; nulo quando não há dado que permita avaliar se vale a pena.'),
    estadoLicitacao: z.enum(['ABERTA', 'SUSPENSA', 'ENCERRADA', 'REVOGADA', 'ANULADA', 'DESCONHECIDO']),
    validoAte: instante.nullable().describe('Até quando o julgamento vale; nulo: não vence.'),
    proximoPrazo: z.object({ id: z.string().max(60), vinculante: instante }).nullable().describe('O próximo prazo que a empresa precisa cumprir.'),
    links: z.object({ analise: link, relatorio: link }),
  })
  .meta({ id: 'EventoAnaliseConcluidaDados', description: 'O resultado, em resumo.' });

const dadosFalhou = z
  .object({
    ...referencias,
    erro: z.object({ codigo: z.string().regex(/^[a-z0-9_]{1,80}$/), mensagem: z.string().max(1000) }),
    tentativas: z.int().min(1).describe('Tentativas de análise feitas antes de desistir.'),
    links: z.object({ analise: link }),
  })
  .meta({ id: 'EventoAnaliseFalhouDados', description: 'Qual análise falhou, e por quê.' });

const idMudanca = z.string().regex(/^mud_\d{26}$/);
const campo = z.string().max(120);

const dadosDesatualizada = z
  .object({
    ...referencias,
    campos: z.array(campo).max(50).describe('O que mudou na licitação, do que a análise julgou.'),
    mudancas: z.array(idMudanca).max(100).describe('As mudanças, em links.mudancas.'),
    links: z.object({ analise: link, mudancas: link }),
  })
  .meta({ id: 'EventoAnaliseDesatualizadaDados', description: 'Qual análise ficou desatualizada, e por quê.' });

const dadosMudou = z
  .object({
    licitacaoId: id, numeroControlePNCP: z.string().max(60),
    acompanhada: z.boolean().describe('Se a organização a acompanha.'),
    situacao: z.enum(['divulgada', 'revogada', 'anulada', 'suspensa']).nullable().describe('A situação agora.'),
    total: z.int().describe('Quantas mudanças há; vão até 20.'),
    mudancas: z.array(z.object({ id: idMudanca, campo, antes: z.string().max(600).nullable(), depois: z.string().max(600).nullable(), em: instante })).max(20).describe('Valores como texto, cortados quando longos.'),
    links: z.object({ licitacao: link, mudancas: link }),
  })
  .meta({ id: 'EventoLicitacaoMudouDados', description: 'O que mudou no PNCP.' });

const concluida = z.object({ ...envelope, tipo: z.literal('analise.concluida'), dados: dadosConcluida }).meta({ id: 'EventoAnaliseConcluida', description: 'Uma análise terminou.' });
const falhou = z.object({ ...envelope, tipo: z.literal('analise.falhou'), dados: dadosFalhou }).meta({ id: 'EventoAnaliseFalhou', description: 'Uma análise falhou de vez.' });
const desatualizada = z.object({ ...envelope, tipo: z.literal('analise.desatualizada'), dados: dadosDesatualizada }).meta({ id: 'EventoAnaliseDesatualizada', description: 'A licitação mudou no que uma análise julgou.' });
const mudou = z.object({ ...envelope, tipo: z.literal('licitacao.mudou'), dados: dadosMudou }).meta({ id: 'EventoLicitacaoMudou', description: 'Uma licitação guardada mudou no PNCP.' });

const teste = z
  .object({ ...envelope, tipo: z.literal('webhook.teste'), dados: z.object({ webhookId: id, mensagem: z.string().max(200) }).meta({ id: 'EventoWebhookTesteDados', description: 'O teste.' }) })
  .meta({ id: 'EventoWebhookTeste', description: 'Um aviso de teste, pedido por quem configura.' });

/** The body of a webhook: a summary and links, never the report. */
export const eventoWebhookSchema = z.discriminatedUnion('tipo', [concluida, falhou, desatualizada, mudou, ...avisos, teste]).meta({ id: 'EventoWebhook', description: 'Corpo enviado aos webhooks.', 'x-lista-aberta': true });
export type EventoWebhook = z.infer<typeof eventoWebhookSchema>;

/** What an endpoint may subscribe to. The test event goes to whoever asks for it. */
export const tipoEventoSchema = z.enum(['analise.concluida', 'analise.falhou', 'analise.desatualizada', 'licitacao.mudou', 'aviso.recomendacao', 'aviso.prazo', 'aviso.certidao', 'aviso.mudanca']).meta({ id: 'TipoEvento', description: 'O que pode ser avisado.', 'x-lista-aberta': true });
export type TipoEvento = z.infer<typeof tipoEventoSchema>;

/**
 * The text that is kept, signed and sent, without fields the schema does not know.
 * @throws ZodError on a defect of ours
 */
export const serializeEvento = (evento: EventoWebhook): string => JSON.stringify(eventoWebhookSchema.parse(evento));

/** A kept text as an event; null when this version does not know its format. */
export function readEvento(texto: string): EventoWebhook | null {
  try {
    return eventoWebhookSchema.safeParse(JSON.parse(texto)).data ?? null;
  } catch {
    return null;
  }
}
