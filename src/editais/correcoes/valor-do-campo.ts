import { DateTime } from 'luxon';
import { z } from 'zod';
import { invalido, isCnpj, stripCnpj } from '../../kernel/index.js';
import type { Campo, ValorPorCampo } from '../domain/fato.js';

const texto = (maximo: number) => z.string().trim().min(1, 'esperado um texto').max(maximo, `esperado um texto de até ${maximo} caracteres`);
const opcoes = <const T extends readonly [string, ...string[]]>(...valores: T) => z.enum(valores, `esperado um destes valores: ${valores.join(', ')}`);
const decimal = (maximo: number, unidade: string) =>
  z.string(`esperado ${unidade} como texto decimal, com ponto ("12.5")`).regex(/^\d{1,12}(?:\.\d{1,6})?$/, `esperado ${unidade} como texto decimal, com ponto ("12.5")`)
    .refine((v) => Number(v) <= maximo, `esperado no máximo ${maximo}`);
const percentual = decimal(100, 'um percentual');
const dinheiro = decimal(1e12, 'um valor em reais').refine((v) => Number(v) > 0, 'esperado um valor maior que zero: valor desconhecido é ausência, não zero');
const inteiro = (minimo: number, maximo: number) => z.int(`esperado um número inteiro de ${minimo} a ${maximo}`).min(minimo, `esperado ao menos ${minimo}`).max(maximo, `esperado no máximo ${maximo}`);
const booleano = z.boolean('esperado true ou false');
const periodo = z.strictObject({ n: inteiro(1, 10_000), unidade: opcoes('dias', 'dias_uteis', 'meses', 'horas') }, 'esperado {"n": número, "unidade": "dias" | "dias_uteis" | "meses" | "horas"}');
const instante = z.string('esperado um instante ISO 8601 com fuso')
  .refine((v) => /T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(v) && DateTime.fromISO(v, { setZone: true }).isValid, 'esperado um instante ISO 8601 com fuso, como 2026-12-15T09:00:00-03:00');
const cnpj = z.string('esperado um CNPJ').refine(isCnpj, 'esperado um CNPJ válido').transform(stripCnpj);

/** The form of every field's value: what the API takes and what a correction must be. */
export const VALOR_DO_CAMPO = {
  numero_edital: texto(80), numero_processo: texto(80), orgao_nome: texto(300), orgao_cnpj: cnpj,
  modalidade: opcoes('pregao', 'concorrencia', 'dispensa', 'inexigibilidade', 'credenciamento', 'leilao', 'concurso', 'dialogo_competitivo'),
  forma: opcoes('eletronica', 'presencial'),
  criterio_julgamento: opcoes('menor_preco', 'maior_desconto', 'tecnica_e_preco', 'melhor_tecnica', 'maior_lance', 'maior_retorno', 'conteudo_artistico'),
  adjudicacao: opcoes('item', 'lote', 'global'),
  modo_disputa: opcoes('aberto', 'fechado', 'aberto_fechado', 'fechado_aberto', 'dispensa_com_disputa', 'nao_se_aplica'),
  srp: booleano,
  regime_execucao: opcoes('empreitada_preco_unitario', 'empreitada_preco_global', 'empreitada_integral', 'contratacao_integrada', 'contratacao_semi_integrada', 'tarefa', 'fornecimento_prestacao_associada'),
  objeto: texto(5000), sessao_abertura: instante, propostas_fim: instante, impugnacao_dias_uteis: inteiro(0, 60), esclarecimento_dias_uteis: inteiro(0, 60), plataforma: texto(200),
  valor_estimado_total: dinheiro, orcamento_sigiloso: booleano, me_epp: opcoes('exclusiva', 'cota_reservada', 'ampla', 'misto'), validade_proposta_dias: inteiro(1, 3650),
  garantia_proposta_pct: z.union([percentual, z.strictObject({ valor: dinheiro })], 'esperado um percentual como texto ("1") ou {"valor": "1000.00"}'),
  garantia_execucao_pct: percentual, capital_ou_pl_minimo_pct: percentual, indices_minimos: decimal(100, 'um índice'), balanco_exercicios: inteiro(1, 10), falencia_validade_dias: inteiro(1, 3650),
  visita_tecnica: opcoes('nao_exige', 'facultativa', 'obrigatoria'), amostra_ou_poc: booleano, consorcio: opcoes('permitido', 'vedado'), subcontratacao: opcoes('permitida', 'vedada'),
  atestado_min_pct: percentual, prazo_execucao: periodo, vigencia_contrato: periodo, pagamento_prazo: periodo, reajuste_indice: texto(200), multa_mora_pct_dia: percentual, multa_compensatoria_max_pct: percentual,
} as const satisfies { readonly [C in Campo]: z.ZodType<ValorPorCampo[C]> };

/** @throws AlicitError `correcao_invalida`, saying what the field takes */
export function parseValorDoCampo<C extends Campo>(campo: C, valor: unknown): ValorPorCampo[C] {
  const schema = (VALOR_DO_CAMPO as Readonly<Record<string, z.ZodType>>)[campo];
  if (!schema || !Object.hasOwn(VALOR_DO_CAMPO, campo)) throw invalido('correcao_invalida', `Não existe o campo “${String(campo).slice(0, 60)}”.`, { ponteiro: '/campo' });
  const lido = schema.safeParse(valor);
  if (!lido.success) throw invalido('correcao_invalida', `O valor não serve para o campo ${campo}: ${lido.error.issues[0]!.message}.`, { campo, ponteiro: ['/valor', ...lido.error.issues[0]!.path.map(String)].join('/') });
  return lido.data as ValorPorCampo[C];
}
