import { z } from 'zod';
import { CAMPOS, type Campo } from '../domain/fato.js';
import { DESCRICAO_DO_CAMPO, type TipoDeFato } from './campos.js';

export const evidenciaSchema = z
  .object({
    documento: z.string().meta({ description: 'Nome do documento lido.' }),
    pagina: z.int().min(1).meta({ description: 'Página, a partir de 1.' }),
    trecho: z.string().meta({ description: 'Trecho literal da página.' }),
    ocr: z.number().optional().meta({ description: 'Só em página lida por OCR, que pode ter erros: a confiança dela, de 0 a 1. Confira na página.' }),
  })
  .meta({ id: 'Evidencia', description: 'Onde o documento diz.' });

export const AUSENCIAS = ['nao_exige', 'nao_encontrado', 'nao_lido', 'nao_se_aplica'] as const;
export const ausenciaSchema = z.enum(AUSENCIAS).meta({ id: 'Ausencia', description: 'Por que não há valor: o documento diz que não exige · tudo foi lido e nada se achou · as páginas não puderam ser lidas · não faz sentido nesta licitação.' });

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const prazo = z.object({ n: z.int(), unidade: z.enum(['dias', 'dias_uteis', 'meses', 'horas']) });

const campos = (tipo: TipoDeFato): [Campo, ...Campo[]] => {
  const deles = CAMPOS.filter((c) => DESCRICAO_DO_CAMPO[c].tipo === tipo || (tipo === 'dinheiro' && c === 'garantia_proposta_pct'));
  return deles as [Campo, ...Campo[]];
};

const outraLeituraDe = <V extends z.ZodType>(valor: V) => z.object({ valor, unidade: z.string().nullable(), evidencia: evidenciaSchema, confianca: z.number() });

/** What was read of a field: a value with its proof, or the kind of its absence. */
const leituraDe = <V extends z.ZodType>(valor: V) => ({
  valor: valor.nullable().meta({ description: 'Nulo quando não há valor: veja `ausencia`.' }),
  unidade: z.string().nullable().meta({ description: 'Unidade do valor: dias, dias_uteis, exercicios, BRL, %, %/dia. Nula quando não se aplica.' }),
  ausencia: ausenciaSchema.nullable(),
  evidencia: evidenciaSchema.nullable(),
  confianca: z.number().min(0).max(1).nullable().meta({ description: 'De 0 a 1; nula quando não há valor.' }),
  secao: z.string().nullable().meta({ description: 'Título da seção em que o trecho está.' }),
  alternativas: z.array(outraLeituraDe(valor)).meta({ description: 'Outras leituras do mesmo campo, quando o documento se contradiz.' }),
  preteridas: z.array(outraLeituraDe(valor)).max(3).meta({ description: 'Leituras que perderam com folga, no máximo três: não são contradição.' }),
  nota: z.string().nullable().meta({ description: 'Condição, conflito ou limite que quem lê precisa saber.' }),
});

const correcaoDe = <V extends z.ZodType>(valor: V) =>
  z.object({
    id: z.string(), estado: z.enum(['vigente', 'a_confirmar']),
    valor: valor.nullable(), unidade: z.string().nullable(), ausencia: ausenciaSchema.nullable(), evidencia: evidenciaSchema.nullable(),
    motivo: z.string(), autor: z.string(), em: z.iso.datetime(),
    pergunta: z.string().nullable().meta({ description: 'Quando a correção espera confirmação: o que perguntar.' }),
  });

/** A member of the union: the fields of one `tipo`. */
const fatoDe = <T extends TipoDeFato, V extends z.ZodType, E extends z.ZodRawShape = Record<never, never>>(tipo: T, id: string, valor: V, description: string, extra: E = {} as E) =>
  z
    .object({
      ...extra, tipo: z.literal(tipo), campo: z.enum(campos(tipo)), nome: z.string().meta({ description: 'Nome do campo em português.' }),
      ...leituraDe(valor),
      origem: z.enum(['maquina', 'pessoa']).meta({ description: 'De quem é o valor em vigor.' }),
      correcao: correcaoDe(valor).nullable().meta({ description: 'A correção de uma pessoa: em vigor, ou à espera de confirmação porque os documentos mudaram.' }),
      leituraDaMaquina: z.object(leituraDe(valor)).nullable().meta({ description: 'A leitura automática, quando uma correção está no lugar dela.' }),
    })
    .meta({ id, description });

const MEMBROS = [
  fatoDe('texto', 'FatoTexto', z.string(), 'Fato cujo valor é um texto.'),
  fatoDe('numero', 'FatoNumero', z.int(), 'Fato cujo valor é um número inteiro, com unidade.'),
  fatoDe('indice', 'FatoIndice', decimal, 'Fato cujo valor é um número decimal sem unidade, como texto.'),
  fatoDe('dinheiro', 'FatoDinheiro', decimal, 'Fato cujo valor é uma quantia em reais, como texto decimal.'),
  fatoDe('percentual', 'FatoPercentual', decimal, 'Fato cujo valor é um percentual, como texto decimal.'),
  fatoDe('data_hora', 'FatoDataHora', z.string(), 'Fato cujo valor é um instante ISO 8601 com fuso.'),
  fatoDe('prazo', 'FatoPrazo', prazo, 'Fato cujo valor é um prazo: número e unidade.'),
  fatoDe('booleano', 'FatoBooleano', z.boolean(), 'Fato cujo valor é sim ou não.'),
  fatoDe('enum', 'FatoEnum', z.string(), 'Fato cujo valor é um de uma lista fechada.', { opcoes: z.array(z.string()).meta({ description: 'Os valores que o campo pode ter.' }) }),
] as const;

const IDS: Readonly<Record<TipoDeFato, string>> = { texto: 'FatoTexto', numero: 'FatoNumero', indice: 'FatoIndice', dinheiro: 'FatoDinheiro', percentual: 'FatoPercentual', data_hora: 'FatoDataHora', prazo: 'FatoPrazo', booleano: 'FatoBooleano', enum: 'FatoEnum' };

export const fatoSchema = z.discriminatedUnion('tipo', MEMBROS).meta({
  id: 'Fato', description: 'Um dos 38 campos lidos de todo edital; `tipo` diz a forma do valor.',
  discriminator: { propertyName: 'tipo', mapping: Object.fromEntries(Object.entries(IDS).map(([tipo, id]) => [tipo, `#/components/schemas/${id}`])) },
});
export type FatoApi = z.infer<typeof fatoSchema>;

export const fatosSchema = z
  .object({
    licitacaoId: z.string(),
    chaveLeitura: z.string().meta({ description: 'Nome da leitura pelo conteúdo: muda quando os documentos, as classes ou o leitor mudam.' }),
    versoes: z.object({ leitor: z.string(), fatos: z.string() }),
    aConfirmar: z.int().meta({ description: 'Correções que esperam confirmação porque os documentos mudaram.' }),
    fatos: z.array(fatoSchema).meta({ description: 'Sempre os 38, na mesma ordem.' }),
  })
  .meta({ id: 'FatosDaLicitacao', description: 'Os fatos de uma licitação, e quem está em vigor.' });
export type FatosApi = z.infer<typeof fatosSchema>;

export const itemSchema = z
  .object({
    numero: z.string().meta({ description: 'Como impresso: "1", "1.2".' }), lote: z.string().nullable(), descricao: z.string(),
    quantidade: decimal.nullable(), unidade: z.string().nullable(), valorUnitario: decimal.nullable(), valorTotal: decimal.nullable(),
    beneficio: z.enum(['exclusiva_me_epp', 'cota_reservada', 'ampla']).nullable(), evidencia: evidenciaSchema,
    confere: z.boolean().nullable().optional().meta({ description: 'Se quantidade × valor unitário é o valor total; nulo quando a linha não mostra os três.' }),
    nota: z.string().nullable().optional().meta({ description: 'O que há de estranho nas contas da linha.' }),
  })
  .meta({ id: 'ItemDoEdital', description: 'Uma linha da tabela de itens. O que a linha não mostra é nulo.' });
const conferenciaSchema = z
  .object({
    itens: z.int(), conferem: z.int().meta({ description: 'Linhas em que quantidade × valor unitário é o total.' }), naoConferem: z.int(),
    semConta: z.int().meta({ description: 'Linhas que não mostram quantidade, unitário e total.' }),
    soma: decimal.nullable().meta({ description: 'Soma dos totais das linhas; nula quando falta o de alguma.' }),
    total: z.object({ valor: decimal, fonte: z.enum(['tabela', 'valor_estimado_total']) }).nullable().meta({ description: 'O total impresso com que a soma se compara, e de onde vem.' }),
    somaConfere: z.boolean().nullable(), divergencias: z.array(z.string()),
  })
  .meta({ id: 'ConferenciaDosItens', description: 'As contas da tabela de itens contra o que está impresso.' });
export const itensSchema = z
  .object({
    itens: z.array(itemSchema), total: z.int(),
    conferencia: conferenciaSchema.nullable().optional().meta({ description: 'As contas da tabela inteira.' }),
    proximo: z.string().nullable().meta({ description: 'Cursor da próxima página; nulo na última.' }),
  })
  .meta({ id: 'PaginaItensDoEdital', description: 'Uma página dos itens lidos do edital.' });
