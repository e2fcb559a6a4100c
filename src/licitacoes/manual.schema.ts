import { z } from 'zod';
import { isCnpj, parseNumeroBr, stripCnpj, type DecimalTexto } from '../kernel/index.js';
import { readInstante, readValor } from '../acervo/index.js';

/** 14 characters of the CNPJ, 1, sequence and year: "00394460000141-1-000123/2026". */
const NUMERO_CONTROLE = /^[0-9A-Z]{14}-\d-\d{6}\/\d{4}$/;
const MAX_ITENS = 10_000;

const texto = (maximo: number) => z.string().trim().min(1, 'o texto está vazio').max(maximo).nullable().default(null);
const inteiro = (maximo: number) => z.int().min(0).max(maximo).nullable().default(null);
const opcao = <const T extends readonly [string, ...string[]]>(valores: T) => z.enum(valores, { error: `esperado um destes: ${valores.join(', ')}` }).nullable().default(null);

/** R$ or quantity: number, "1234.56" or "1.234,56"; 0 and 9999999999999.99 are unknown, as in PNCP. */
const quantia = z.union([z.number(), z.string().max(40)]).nullable().default(null).transform((v, ctx): DecimalTexto | null => {
  if (v === null) return null;
  const lido = typeof v === 'number' ? String(v) : /^\d{1,15}\.\d{1,8}$/.test(v.trim()) ? v.trim() : parseNumeroBr(v.replace(/R\$/i, ''));
  if (lido !== null && /^\d{1,15}(\.\d+)?$/.test(lido)) return readValor(lido);
  ctx.addIssue({ code: 'custom', message: 'não é um valor que se entenda: escreva como 1234.56 ou "1.234,56"' });
  return z.NEVER;
});

/** Instant with offset; without one it is Brasília's. */
const instante = z.string().max(40).nullable().default(null).transform((v, ctx): string | null => {
  const lido = readInstante(v);
  if (v === null || lido !== null) return lido;
  ctx.addIssue({ code: 'custom', message: 'data inválida: escreva como 2026-11-30T09:00:00-03:00' });
  return z.NEVER;
});

const cnpj = z.string().max(30).nullable().default(null).transform((v, ctx): string | null => {
  if (v === null) return null;
  if (isCnpj(v)) return stripCnpj(v);
  ctx.addIssue({ code: 'custom', message: 'CNPJ inválido: confira os 14 caracteres e os dígitos verificadores' });
  return z.NEVER;
});

const item = z.strictObject({
  numero: z.int().min(1).max(1_000_000), descricao: z.string().trim().max(10_000), quantidade: quantia, unidade: texto(100), valorUnitario: quantia, valorTotal: quantia,
  beneficio: opcao(['exclusiva_me_epp', 'subcontratacao_me_epp', 'cota_reservada', 'sem_beneficio', 'nao_se_aplica']), materialOuServico: opcao(['M', 'S']),
  sigiloso: z.boolean().nullable().default(null), criterioJulgamentoId: inteiro(1000),
});

/** A number of PNCP. */
export const numeroControleSchema = z.string().trim().toUpperCase().regex(NUMERO_CONTROLE, 'esperado o número de controle do PNCP, como 00394460000141-1-000123/2026');

/** A tender written by hand: every field may be missing; none may be unknown. */
export const licitacaoManualSchema = z.strictObject({
  numeroControlePNCP: numeroControleSchema.nullable().default(null), numeroEdital: texto(100), numeroProcesso: texto(100), orgaoNome: texto(300), orgaoCnpj: cnpj, unidadeNome: texto(300),
  uf: z.string().trim().toUpperCase().regex(/^[A-Z]{2}$/, 'esperada a sigla de duas letras, como "SC"').nullable().default(null), municipio: texto(120),
  codigoIbge: z.string().regex(/^\d{7}$/, 'esperados 7 dígitos').nullable().default(null), esfera: opcao(['F', 'E', 'M', 'D', 'N']),
  modalidadeId: inteiro(1000), modoDisputaId: inteiro(1000), instrumentoId: inteiro(1000), amparoLegalCodigo: inteiro(100_000), amparoLegalNome: texto(300),
  situacao: opcao(['divulgada', 'revogada', 'anulada', 'suspensa']), objeto: texto(20_000), srp: z.boolean().nullable().default(null), valorEstimado: quantia, orcamentoSigiloso: z.boolean().nullable().default(null),
  publicacao: instante, atualizacao: instante, aberturaPropostas: instante, encerramentoPropostas: instante,
  linkSistemaOrigem: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).max(2000).nullable().default(null), plataforma: texto(200), itens: z.array(item).max(MAX_ITENS).nullable().default(null).transform((v) => v ?? []),
});
