import { z } from 'zod';
import { CAMPOS, parseValorDoCampo } from '../../editais/index.js';
import { invalido, isDia } from '../../kernel/index.js';
import type { Correcao } from '../domain/correcao.js';

const autoria = {
  motivo: z.string('diga o motivo da correção').trim().min(3, 'diga o motivo da correção').max(1000, 'o motivo passa de 1.000 caracteres'),
  autor: z.string('diga quem corrige').trim().min(1, 'diga quem corrige').max(200, 'o autor passa de 200 caracteres'),
  em: z.iso.datetime({ offset: true, error: 'esperado um instante ISO 8601 com fuso' }),
};

const doFato = z.strictObject({
  alvo: z.literal('fato'),
  campo: z.enum(CAMPOS, 'não existe esse campo'),
  valor: z.unknown(),
  ausencia: z.enum(['nao_exige', 'nao_encontrado', 'nao_se_aplica'], 'esperado nao_exige, nao_encontrado ou nao_se_aplica').optional(),
  evidencia: z.strictObject({ documento: z.string().min(1).max(1000), pagina: z.int().min(1).max(100_000), trecho: z.string().min(1).max(2000) }).optional(),
  ...autoria,
});

const doRequisito = z.strictObject({
  alvo: z.literal('requisito'),
  id: z.string().min(1).max(120),
  exigido: z.boolean().optional(),
  status: z.enum(['atende', 'nao_atende', 'falta_dado', 'a_providenciar', 'a_esclarecer'], 'esperado atende, nao_atende, falta_dado, a_providenciar ou a_esclarecer').optional(),
  validade: z.string().refine(isDia, 'esperado um dia ISO, como 2026-12-31').nullable().optional(),
  ...autoria,
});

/**
 * A correction as it comes from outside. The quote of a fact is checked later, against the documents.
 * @throws AlicitError `correcao_invalida`, with the JSON pointer of what is wrong
 */
export function parseCorrecao(bruto: unknown): Correcao {
  const lido = z.discriminatedUnion('alvo', [doFato, doRequisito], 'esperado alvo "fato" ou "requisito"').safeParse(bruto);
  if (!lido.success) {
    const { path, message } = lido.error.issues[0]!;
    throw refuse(`A correção não é válida${path.length ? ` em ${path.join('.')}` : ''}: ${message}.`, `/${path.join('/')}`);
  }
  const c = lido.data;
  if (c.alvo === 'requisito') {
    if (c.exigido === undefined && c.status === undefined && c.validade === undefined) throw refuse('A correção do requisito não muda nada: informe exigido, status ou validade.', '/status');
    return c;
  }
  const valor = c.valor === undefined || c.valor === null ? null : parseValorDoCampo(c.campo, c.valor);
  if ((valor === null) !== (c.ausencia !== undefined)) throw refuse('Informe o valor do campo ou, sem valor, a ausência (nao_exige, nao_encontrado ou nao_se_aplica).', '/ausencia');
  return { ...c, valor };
}

const refuse = (mensagem: string, ponteiro: string) => invalido('correcao_invalida', mensagem, { ponteiro });
