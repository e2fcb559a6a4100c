import { z } from 'zod';

const instante = z.iso.datetime({ offset: true });
/** Opaque; no dot, since it is signed as `id.timestamp.body`. */
const id = z.string().regex(/^[\w-]{1,64}$/);
const link = z.string().max(2048).describe('Endereço na API; relativo quando o serviço não tem URL pública configurada.');

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

const texto = (maximo: number) => z.string().max(maximo);
const dia = z.iso.date();

/** The tender an aviso speaks of: what people need to know which one it is. Nulls: unknown. */
const licitacaoDoAvisoSchema = z
  .object({
    licitacaoId: id.nullable().describe('Quando a organização guarda esta licitação.'),
    numeroControlePNCP: texto(60).nullable(),
    objeto: texto(500).nullable(), orgao: texto(200).nullable(), municipio: texto(100).nullable(), uf: texto(2).nullable(), modalidade: texto(60).nullable(),
    valorEstimado: texto(40).nullable().describe('Decimal, em reais; nulo quando desconhecido ou sigiloso.'),
    encerramentoPropostas: texto(40).nullable(),
  })
  .meta({ id: 'LicitacaoDoAviso', description: 'A licitação de que o aviso fala.' });

const porTipo = {
  recomendacao: { score: z.number().min(0).max(1).describe('O quanto o objeto casa com a empresa, de 0 a 1.'), motivos: z.array(texto(300)).max(5).describe('Por quê: o que da empresa casou com que palavras.') },
  prazo: {
    prazo: z
      .object({
        id: z.enum(['impugnacao', 'esclarecimento', 'propostas', 'sessao']), titulo: texto(100), vinculante: instante,
        fonte: z.enum(['edital', 'pncp', 'estimado']).describe('De onde vem a data; estimado: contada pela lei a partir da data do PNCP, confira no edital.'),
        onde: texto(300).nullable().describe('Documento e página.'), dispositivo: texto(100).nullable(),
        diasUteisRestantes: z.int().min(0),
      })
      .meta({ id: 'PrazoDoAviso', description: 'O prazo que se aproxima.' }),
  },
  certidao: {
    certidao: z.object({ tipo: texto(60), titulo: texto(120), validade: dia }).meta({ id: 'CertidaoDoAviso', description: 'A certidão que vence antes.' }),
    exigidaEm: dia.describe('Quando a licitação deve pedi-la.'),
  },
  mudanca: {
    mudancas: z.array(z.object({ campo: texto(60), titulo: texto(100), antes: texto(400).nullable(), depois: texto(400).nullable() }).meta({ id: 'MudancaDoAviso', description: 'Um campo que mudou, em textos prontos para mostrar.' })).min(1).max(50),
  },
} as const;
const avisoDe = <T extends keyof typeof porTipo>(tipo: T) => ({ tipo: z.literal(tipo), licitacao: licitacaoDoAvisoSchema, ...porTipo[tipo] });

/** What an aviso tells, by kind, without the ids and links of the event that carries it. */
export const avisoDadosSchema = z
  .discriminatedUnion('tipo', [
    z.object(avisoDe('recomendacao')).meta({ id: 'AvisoRecomendacao', description: 'Uma licitação que serve à empresa.' }), z.object(avisoDe('prazo')).meta({ id: 'AvisoPrazo', description: 'Um prazo perto.' }),
    z.object(avisoDe('certidao')).meta({ id: 'AvisoCertidao', description: 'Uma certidão que vence antes de ser pedida.' }), z.object(avisoDe('mudanca')).meta({ id: 'AvisoMudanca', description: 'Uma licitação que mudou.' }),
  ])
  .meta({ id: 'AvisoDados', description: 'O que se avisa, por tipo.' });
export type AvisoDados = z.infer<typeof avisoDadosSchema>;

const envelope = {
  id: id.describe('O mesmo em todas as tentativas e reenvios: use-o para não processar duas vezes.'),
  criadoEm: instante,
  organizacaoId: id,
};

const concluida = z.object({ ...envelope, tipo: z.literal('analise.concluida'), dados: dadosConcluida }).meta({ id: 'EventoAnaliseConcluida', description: 'Uma análise terminou.' });
const falhou = z.object({ ...envelope, tipo: z.literal('analise.falhou'), dados: dadosFalhou }).meta({ id: 'EventoAnaliseFalhou', description: 'Uma análise falhou de vez.' });

const teste = z
  .object({ ...envelope, tipo: z.literal('webhook.teste'), dados: z.object({ webhookId: id, mensagem: z.string().max(200) }).meta({ id: 'EventoWebhookTesteDados', description: 'O teste.' }) })
  .meta({ id: 'EventoWebhookTeste', description: 'Um aviso de teste, pedido por quem configura.' });

const NOMES = { recomendacao: 'Recomendacao', prazo: 'Prazo', certidao: 'Certidao', mudanca: 'Mudanca' } as const;
const aviso = <T extends keyof typeof porTipo>(tipo: T, description: string) => {
  const dados = z.object({ avisoId: id, empresaId: id, ...avisoDe(tipo), links: z.object({ historico: link }) }).meta({ id: `EventoAviso${NOMES[tipo]}Dados`, description: 'O que se avisa, e a quem.' });
  return z.object({ ...envelope, tipo: z.literal(`aviso.${tipo}`), dados }).meta({ id: `EventoAviso${NOMES[tipo]}`, description });
};
const avisos = [
  aviso('recomendacao', 'Chegou uma licitação que serve a uma empresa.'), aviso('prazo', 'Um prazo de uma licitação acompanhada ou analisada está perto.'),
  aviso('certidao', 'Uma certidão da empresa vence antes de uma licitação pedi-la.'), aviso('mudanca', 'Uma licitação acompanhada ou analisada mudou.'),
] as const;

/** The body of a webhook: a summary and links, never the report. */
export const eventoWebhookSchema = z.discriminatedUnion('tipo', [concluida, falhou, ...avisos, teste]).meta({ id: 'EventoWebhook', description: 'Corpo enviado aos webhooks.' });
export type EventoWebhook = z.infer<typeof eventoWebhookSchema>;

/** What an endpoint may subscribe to. The test event goes to whoever asks for it. */
export const tipoEventoSchema = z.enum(['analise.concluida', 'analise.falhou', 'aviso.recomendacao', 'aviso.prazo', 'aviso.certidao', 'aviso.mudanca']).meta({ id: 'TipoEvento', description: 'O que pode ser avisado.' });
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
