import { z } from 'zod';
import { paginaDe } from '../../http/index.js';
import { isDia } from '../../kernel/index.js';
import { ESTADOS_CORRECAO, STATUS_REQUISITO } from '../correcoes/tipos.js';
import { CAMPOS } from '../domain/fato.js';
import { ausenciaSchema, evidenciaSchema } from './fato.schema.js';
import { classeSchema } from './leitura.schema.js';

/** Who and why: of every correction. */
export const autoriaSchema = z
  .strictObject({
    motivo: z.string('diga o motivo').trim().min(3, 'diga o motivo').max(1000, 'o motivo passa de 1.000 caracteres').meta({ description: 'Por quê, para a auditoria.' }),
    autor: z.string('diga quem corrige').trim().min(1, 'diga quem corrige').max(200, 'o autor passa de 200 caracteres').meta({ description: 'Quem: nome ou identificação da pessoa.' }),
  })
  .meta({ id: 'Autoria', description: 'Quem corrige, e por quê.' });

const valorSchema = z
  .union([z.string().max(5000), z.number(), z.boolean(), z.strictObject({ n: z.int(), unidade: z.string().max(20) }), z.strictObject({ valor: z.string().max(20) })], 'esperado um texto, um número, true ou false, ou um prazo {"n", "unidade"}')
  .meta({ id: 'ValorDeFato', description: 'Na forma do `tipo` do campo: texto, número, texto decimal, instante ISO 8601 com fuso, true/false, {"n": 12, "unidade": "meses"}.' });

export const corrigirFatoSchema = z
  .strictObject({
    tipo: z.enum(['percentual', 'dinheiro']).optional().meta({ description: 'Só para garantia_proposta_pct: "dinheiro" quando o edital dá uma quantia.' }),
    valor: valorSchema.nullable().optional().meta({ description: 'O valor certo; ausente quando não há valor.' }),
    ausencia: z.enum(['nao_exige', 'nao_encontrado', 'nao_se_aplica'], 'esperado nao_exige, nao_encontrado ou nao_se_aplica').optional().meta({ description: 'Em vez do valor: por que não há.' }),
    evidencia: z.strictObject({ documento: z.string().min(1).max(1000), pagina: z.int().min(1).max(100_000), trecho: z.string().min(1).max(2000) }).optional().meta({ description: 'Onde o documento diz: o trecho é conferido na página.' }),
    ...autoriaSchema.shape,
  })
  .meta({ id: 'CorrigirFato', description: 'O valor certo de um fato, com a prova quando houver.' });

export const corrigirRequisitoSchema = z
  .strictObject({
    exigido: z.boolean().optional().meta({ description: 'false: o edital não exige; o requisito sai da matriz.' }),
    status: z.enum(STATUS_REQUISITO, `esperado ${STATUS_REQUISITO.join(', ')}`).optional(),
    validade: z.string().refine(isDia, 'esperado um dia ISO, como 2026-12-31').nullable().optional().meta({ description: 'Último dia de validade do documento da empresa; nulo: não vence.' }),
    ...autoriaSchema.shape,
  })
  .refine((c) => c.exigido !== undefined || c.status !== undefined || c.validade !== undefined, { path: ['status'], error: 'a correção não muda nada: informe exigido, status ou validade' })
  .meta({ id: 'CorrigirRequisito', description: 'O que vale para uma exigência.' });

export const corrigirClasseSchema = z.strictObject({ classe: classeSchema, ...autoriaSchema.shape }).meta({ id: 'CorrigirClasse', description: 'A classe certa de um documento.' });

const leituraDoFatoSchema = z
  .object({ valor: valorSchema.nullable(), ausencia: ausenciaSchema.nullable(), evidencia: evidenciaSchema.nullable(), confianca: z.number().nullable() })
  .meta({ id: 'LeituraDoFato', description: 'O que a máquina lia do campo quando a correção foi feita.' });

const comum = {
  id: z.string(), licitacaoId: z.string(), estado: z.enum(ESTADOS_CORRECAO).meta({ description: 'vigente: usada · a_confirmar: os documentos mudaram, não é usada até ser confirmada · substituida · retirada.' }),
  motivo: z.string(), autor: z.string(), chaveApiId: z.string().nullable().meta({ description: 'Chave de API com que foi feita.' }), criadaEm: z.iso.datetime(),
  observacao: z.string().nullable(),
  encerradaEm: z.iso.datetime().nullable(), encerradaPor: z.string().nullable(), encerradaMotivo: z.string().nullable(), substituidaPor: z.string().nullable().meta({ description: 'Correção que tomou o lugar desta.' }),
};

const doFato = z
  .object({ alvo: z.literal('fato'), campo: z.enum(CAMPOS), valor: valorSchema.nullable(), ausencia: ausenciaSchema.nullable(), evidencia: evidenciaSchema.nullable(), leituraDaMaquina: leituraDoFatoSchema.nullable(), pergunta: z.string().nullable().meta({ description: 'Quando espera confirmação: o que perguntar.' }), ...comum })
  .meta({ id: 'CorrecaoDeFato', description: 'O valor que uma pessoa deu a um fato, ao lado da leitura da máquina.' });
const doRequisito = z
  .object({ alvo: z.literal('requisito'), requisitoId: z.string(), exigido: z.boolean().nullable(), status: z.enum(STATUS_REQUISITO).nullable(), validade: z.string().nullable(), mudaValidade: z.boolean().meta({ description: 'A validade faz parte da correção (nula: não vence).' }), leituraDaMaquina: z.record(z.string(), z.unknown()).nullable(), ...comum })
  .meta({ id: 'CorrecaoDeRequisito', description: 'O que uma pessoa disse de uma exigência.' });
const daClasse = z
  .object({ alvo: z.literal('classe'), sha256: z.string(), classe: classeSchema, leituraDaMaquina: z.object({ classe: classeSchema, motivo: z.string() }).nullable(), ...comum })
  .meta({ id: 'CorrecaoDeClasse', description: 'A classe que uma pessoa deu a um documento.' });

export const correcaoSchema = z.discriminatedUnion('alvo', [doFato, doRequisito, daClasse]).meta({
  id: 'Correcao', description: 'A palavra de uma pessoa sobre uma leitura. Nenhuma é alterada: a nova substitui a anterior.',
  discriminator: { propertyName: 'alvo', mapping: { fato: '#/components/schemas/CorrecaoDeFato', requisito: '#/components/schemas/CorrecaoDeRequisito', classe: '#/components/schemas/CorrecaoDeClasse' } },
});
export type CorrecaoApi = z.infer<typeof correcaoSchema>;
export const correcoesSchema = paginaDe(correcaoSchema, 'PaginaCorrecoes');
