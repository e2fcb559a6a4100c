import { z } from 'zod';

/**
 * A contratação as PNCP publishes it. PNCP's payload changes without notice: unknown fields are left alone, missing or
 * oddly typed ones become null (ids come as numbers or text, amounts as numbers or text, empty text is nothing).
 */
export const texto = z.preprocess((v) => (typeof v === 'number' ? String(v) : typeof v === 'string' && v.trim() ? v : null), z.string().nullable()).optional();
export const inteiro = z.preprocess((v) => (typeof v === 'number' || (typeof v === 'string' && /^\s*\d{1,9}\s*$/.test(v)) ? Number(v) : null), z.number().int().nullable().catch(null)).optional();
/** Kept as text: amounts never pass through floats more than PNCP's own JSON makes them. */
const decimal = z.preprocess((v) => (typeof v === 'number' && Number.isFinite(v) ? String(v) : typeof v === 'string' && /^\s*-?\d{1,18}(?:\.\d{1,8})?\s*$/.test(v) ? v.trim() : null), z.string().nullable()).optional();
const booleano = z.preprocess((v) => (typeof v === 'boolean' ? v : v === 'true' || v === 'S' ? true : v === 'false' || v === 'N' ? false : null), z.boolean().nullable()).optional();
const objeto = <T extends z.ZodRawShape>(forma: T) => z.object(forma).nullish().catch(null);

export const itemPncpSchema = z.object({
  numeroItem: inteiro, descricao: texto, quantidade: decimal, unidadeMedida: texto, valorUnitarioEstimado: decimal, valorTotal: decimal,
  tipoBeneficio: inteiro, tipoBeneficioId: inteiro, tipoBeneficioNome: texto, materialOuServico: texto, orcamentoSigiloso: booleano,
  criterioJulgamentoId: inteiro,
});

export const contratacaoPncpSchema = z.object({
  numeroControlePNCP: texto, numeroCompra: texto, anoCompra: inteiro, processo: texto, objetoCompra: texto, informacaoComplementar: texto,
  modalidadeId: inteiro, modoDisputaId: inteiro, tipoInstrumentoConvocatorioCodigo: inteiro, tipoInstrumentoConvocatorioId: inteiro, situacaoCompraId: inteiro,
  srp: booleano, valorTotalEstimado: decimal, orcamentoSigilosoCodigo: inteiro,
  dataPublicacaoPncp: texto, dataAtualizacao: texto, dataAtualizacaoGlobal: texto, dataAberturaProposta: texto, dataEncerramentoProposta: texto,
  linkSistemaOrigem: texto, usuarioNome: texto,
  amparoLegal: objeto({ codigo: inteiro, nome: texto }),
  orgaoEntidade: objeto({ cnpj: texto, razaoSocial: texto, esferaId: texto }),
  unidadeOrgao: objeto({ nomeUnidade: texto, ufSigla: texto, municipioNome: texto, codigoIbge: texto }),
  itens: z.array(itemPncpSchema).nullish().catch(null),
});

export type ContratacaoPncp = z.infer<typeof contratacaoPncpSchema>;
export type ItemDoPncp = z.infer<typeof itemPncpSchema>;
