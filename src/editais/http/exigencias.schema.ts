import { z } from 'zod';
import { evidenciaSchema } from './fato.schema.js';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const prazo = z.object({ n: z.int(), unidade: z.enum(['dias', 'dias_uteis', 'meses', 'horas']) });
const tambemEm = z.array(evidenciaSchema).meta({ description: 'Onde mais o conjunto diz o mesmo.' });

export const exigenciaSchema = z
  .object({
    id: z.string().meta({ description: 'Único na lista: o tipo, e um número quando se repete.' }),
    tipo: z.string().meta({ description: '"grupo/nome", como "fiscal/cnd_federal"; "grupo/outra" para a cláusula de tipo desconhecido.' }),
    grupo: z.enum(['juridica', 'fiscal', 'tecnica', 'economica', 'declaracao', 'proposta', 'contratacao']), titulo: z.string(),
    evidencia: evidenciaSchema, texto: z.string().meta({ description: 'A cláusula inteira, até 1.500 caracteres.' }), clausula: z.string().nullable().meta({ description: 'Numeração impressa, com as letras da lista: "8.2.1.a".' }),
    quem: z.enum(['todos', 'vencedor', 'me_epp', 'consorcio', 'cooperativa', 'estrangeira', 'empresario_individual', 'sociedade', 'pessoa_fisica']), quando: z.enum(['proposta', 'habilitacao', 'assinatura', 'execucao']),
    condicional: z.boolean(), condicao: z.string().nullable().meta({ description: 'A condição, nas palavras do edital.' }), alternativas: z.array(z.string()).meta({ description: 'O que serve no lugar, nas palavras do edital.' }),
    dados: z.object({
      idadeMaximaDias: z.int(), validadeDias: z.int(), percentuais: z.array(decimal), exercicios: z.int(), indices: z.record(z.string(), decimal), prazo, anos: z.int(), modelo: z.string(),
    }).partial().meta({ description: 'Números que a cláusula diz; o que ela não diz falta.' }),
    fundamento: z.string().nullable().meta({ description: 'Artigo que a permite; nulo quando o tipo não está em lista da lei.' }), atipica: z.boolean().meta({ description: 'Fora das listas dos arts. 62 a 70 da Lei 14.133/2021: confira.' }), tambemEm,
  })
  .meta({ id: 'ExigenciaDoEdital', description: 'O que o edital pede de quem disputa, com a prova. Nada diz de nenhuma empresa.' });

const multaSchema = z
  .object({
    gatilho: z.enum(['mora', 'inexecucao_parcial', 'inexecucao_total', 'recusa_assinar', 'outra']), conduta: z.string().meta({ description: 'O que a cláusula diz antes do percentual.' }),
    percentual: decimal.meta({ description: 'O percentual, ou o menor de uma faixa.' }), por: z.enum(['dia', 'hora', 'mes', 'ocorrencia']), base: z.enum(['contrato', 'parcela', 'item', 'lote', 'proposta', 'ata', 'estimado', 'nao_diz']),
    tetoPercentual: decimal.nullable(), tetoPrazo: prazo.nullable(), evidencia: evidenciaSchema, tambemEm, aviso: z.string().nullable().meta({ description: 'Fora dos limites da lei.' }),
  })
  .meta({ id: 'MultaDoEdital', description: 'Uma multa do edital ou dos anexos que obrigam; a repetida conta uma vez.' });
const impedimentoSchema = z
  .object({ tipo: z.enum(['impedimento', 'inidoneidade', 'suspensao']), anosMinimo: z.int().nullable(), anosMaximo: z.int().nullable(), evidencia: evidenciaSchema, aviso: z.string().nullable() })
  .meta({ id: 'ImpedimentoDoEdital', description: 'Por quanto tempo quem é punido fica fora das licitações.' });
const anexoSchema = z
  .object({ nome: z.string(), titulo: z.string().nullable(), mencoes: z.int(), citadoEm: evidenciaSchema.nullable(), presente: z.boolean(), presenteEm: z.object({ documento: z.string(), pagina: z.int() }).nullable() })
  .meta({ id: 'AnexoCitado', description: 'Um anexo que o edital cita, e se está entre os documentos lidos.' });

export const exigenciasSchema = z
  .object({
    licitacaoId: z.string(), chaveLeitura: z.string(), versoes: z.object({ leitor: z.string(), fatos: z.string() }),
    exigencias: z.array(exigenciaSchema).meta({ description: 'Na ordem do texto.' }),
    penalidades: z.object({ multas: z.array(multaSchema), impedimentos: z.array(impedimentoSchema) }), anexos: z.array(anexoSchema),
  })
  .meta({ id: 'ExigenciasDaLicitacao', description: 'O que o edital exige, como pune e que anexos cita.' });
export type ExigenciasApi = z.infer<typeof exigenciasSchema>;
