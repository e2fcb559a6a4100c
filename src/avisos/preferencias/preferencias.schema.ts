import { z } from 'zod';
import { decimal } from '../../kernel/index.js';
import { paginacaoDe, paginaDe } from '../../http/index.js';
import { avisoDadosSchema } from '../../webhooks/index.js';
import { TIPOS_AVISO } from '../domain/aviso.js';
import { DIAS_SEMANA, MODOS, PADRAO } from '../domain/preferencias.js';

/** Addresses of one company. */
export const MAX_EMAILS = 10;

const UFS = ['AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA', 'PB', 'PE', 'PI', 'PR', 'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO'] as const;
const unique = <T>(lista: readonly T[]): T[] => [...new Set(lista)];
const instante = z.iso.datetime().meta({ description: 'Instante ISO 8601 em UTC.' });
const modo = z.enum(MODOS).meta({ id: 'ModoDeAviso', description: 'instantaneo: assim que acontece; resumo: na hora do resumo; desligado: não se avisa, por canal nenhum.' });
const hora = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'esperada uma hora de 00:00 a 23:59').meta({ description: 'Hora de Brasília, HH:MM.', examples: ['08:00'] });
const valor = z.string().regex(/^\d{1,15}(?:\.\d{1,2})?$/, 'esperado um valor em reais, como 15000.00').nullable().meta({ description: 'Em reais, decimal; null: sem limite.', examples: ['15000.00'] });
const email = z.email('esperado um endereço de e-mail').max(254).transform((e) => e.toLowerCase());

const filtros = z
  .strictObject({
    ufs: z.array(z.enum(UFS)).max(27).transform(unique).default([]).meta({ description: 'Vazio: todas.' }),
    modalidades: z.array(z.int().min(1).max(999)).max(50).transform(unique).default([]).meta({ description: 'Códigos do PNCP; vazio: todas.' }),
    valorMinimo: valor.default(null), valorMaximo: valor.default(null),
  })
  .refine((f) => f.valorMinimo === null || f.valorMaximo === null || decimal(f.valorMinimo).lte(f.valorMaximo), { message: 'o valor mínimo passa do máximo', path: ['valorMinimo'] })
  .meta({ id: 'FiltrosDeAviso', description: 'O que não se sabe de uma licitação não a exclui.' });

const campos = {
  recomendacao: z
    .strictObject({ modo: modo.default(PADRAO.recomendacao.modo), minimo: z.number().min(0).max(1).default(0).meta({ description: 'Score mínimo, de 0 a 1.' }), filtros: filtros.prefault({}) })
    .meta({ id: 'AvisosDeRecomendacao', description: 'Licitações novas que servem à empresa.' }),
  prazo: z
    .strictObject({ diasUteisAntes: z.array(z.int().min(0).max(30)).max(5).transform((d) => unique(d).sort((a, b) => b - a)).default([...PADRAO.prazo.diasUteisAntes]).meta({ description: 'Dias úteis antes de cada prazo; 0: no dia; vazio: não se avisa.' }) })
    .meta({ id: 'AvisosDePrazo', description: 'Impugnação, esclarecimento, propostas e sessão. Sempre na hora, fora do silêncio.' }),
  mudanca: z.strictObject({ modo: modo.default(PADRAO.mudanca.modo) }).meta({ id: 'AvisosDeMudanca', description: 'Mudanças das licitações analisadas e acompanhadas.' }),
  certidao: z.strictObject({ modo: modo.default(PADRAO.certidao.modo) }).meta({ id: 'AvisosDeCertidao', description: 'Certidões que vencem antes de uma licitação pedi-las.' }),
  resumo: z
    .strictObject({ hora: hora.default(PADRAO.resumo.hora), dias: z.array(z.enum(DIAS_SEMANA)).min(1, 'diga ao menos um dia').max(7).transform(unique).default([...PADRAO.resumo.dias]) })
    .meta({ id: 'ResumoDeAvisos', description: 'Quando o resumo é enviado, e a hora dos avisos de prazo do dia.' }),
  silencio: z.strictObject({ inicio: hora, fim: hora }).nullable().default(PADRAO.silencio).meta({ id: 'SilencioDeAvisos', description: 'Entre estas horas nada é enviado por e-mail na hora, a não ser o prazo que venceria antes do fim; null: sem silêncio.' }),
};

/** What a client writes: what is left out has its default. */
export const preferenciasEntradaSchema = z
  .strictObject({
    emails: z.array(email).max(MAX_EMAILS, `até ${MAX_EMAILS} endereços`).transform(unique).default([]).meta({ description: 'Cada um recebe antes um pedido de confirmação. Os que saem da lista param de receber.' }),
    recomendacao: campos.recomendacao.prefault({}), prazo: campos.prazo.prefault({}), mudanca: campos.mudanca.prefault({}), certidao: campos.certidao.prefault({}), resumo: campos.resumo.prefault({}), silencio: campos.silencio,
  })
  .meta({ id: 'PreferenciasDeAvisosEntrada', description: 'Como a empresa quer ser avisada. O que falta volta ao padrão.' });
export type PreferenciasEntrada = z.infer<typeof preferenciasEntradaSchema>;

const enderecoSchema = z
  .object({
    id: z.string(), endereco: z.string(),
    estado: z.enum(['pendente', 'confirmado', 'cancelado', 'recusado']).meta({ description: 'pendente: falta confirmar; cancelado: o dono pediu para não receber; recusado: o servidor dele não aceita o endereço.' }),
    motivo: z.string().nullable(), confirmadoEm: instante.nullable(),
  })
  .meta({ id: 'EnderecoDeAvisos', description: 'Um endereço de e-mail e se pode receber avisos.' });

const modoSaida = z.object({ modo });
/** What is answered: everything filled in. */
export const preferenciasSchema = z
  .object({
    emails: z.array(enderecoSchema),
    recomendacao: z.object({ modo, minimo: z.number(), filtros: z.object({ ufs: z.array(z.string()), modalidades: z.array(z.int()), valorMinimo: z.string().nullable(), valorMaximo: z.string().nullable() }) }),
    prazo: z.object({ diasUteisAntes: z.array(z.int()) }), mudanca: modoSaida, certidao: modoSaida,
    resumo: z.object({ hora: z.string(), dias: z.array(z.enum(DIAS_SEMANA)) }), silencio: z.object({ inicio: z.string(), fim: z.string() }).nullable(),
    correio: z.enum(['configurado', 'nao_configurado']).meta({ description: 'nao_configurado: este serviço não tem servidor de e-mail; os outros canais funcionam.' }),
    atualizadaEm: instante.nullable().meta({ description: 'null: valem os padrões.' }),
  })
  .meta({ id: 'PreferenciasDeAvisos', description: 'Como a empresa é avisada.' });
export type PreferenciasJson = z.infer<typeof preferenciasSchema>;

export const historicoQuerySchema = paginacaoDe('avi').extend({ tipo: z.enum(TIPOS_AVISO).optional().meta({ description: 'Só os deste tipo.' }) });
export type HistoricoQuery = z.infer<typeof historicoQuerySchema>;

const avisoSchema = z
  .object({
    id: z.string(), criadoEm: instante, dados: avisoDadosSchema,
    canais: z
      .object({
        email: z.object({ modo: modo.nullable().meta({ description: 'null: não vai por e-mail.' }), previstoPara: instante.nullable(), enviados: z.int().meta({ description: 'Endereços que já o receberam.' }), recusados: z.int().meta({ description: 'Endereços a que não chegou, e não se tenta mais.' }), entregueEm: instante.nullable() }),
        webhook: z.object({ eventoId: z.string(), entregas: z.int().meta({ description: 'Feitas e por fazer, das que o registro de entregas ainda guarda.' }), entregueEm: instante.nullable() }),
      })
      .meta({ id: 'CanaisDoAviso', description: 'Por onde foi e quando chegou. Os feeds mostram todos.' }),
  })
  .meta({ id: 'Aviso', description: 'Algo que se avisou à empresa.' });
export const historicoSchema = paginaDe(avisoSchema, 'PaginaDeAvisos');
export type AvisoJson = z.infer<typeof avisoSchema>;
