import { z } from 'zod';
import { evidenciaSchema } from './fato.schema.js';

export const CLASSES = ['edital', 'aviso', 'tr', 'etp', 'minuta', 'planilha', 'errata', 'dfd', 'ata', 'parecer', 'resultado', 'outro'] as const;
export const classeSchema = z.enum(CLASSES).meta({ id: 'ClasseDocumento', description: 'O que o documento é na licitação.' });

const paginas = z.array(z.int()).meta({ description: 'Números das páginas, a partir de 1.' });

export const documentoLidoSchema = z
  .object({
    nome: z.string().meta({ description: 'Nome no conjunto; "pacote.zip!Edital.pdf" para o que veio num ZIP.' }), sha256: z.string(), tipo: z.string().meta({ description: 'Formato real, pelo conteúdo.' }), bytes: z.int(),
    classe: classeSchema, motivo: z.string().meta({ description: 'Por que essa classe.' }), corrigida: z.boolean().meta({ description: 'A classe foi dada por uma pessoa.' }),
    usado: z.boolean().meta({ description: 'Os fatos são lidos dele.' }),
    paginas: z.int(), paginasLidas: z.int().meta({ description: 'Páginas com texto.' }), paginasSemTexto: paginas, paginasIlegiveis: paginas,
    ocr: z.object({ paginas, confianca: z.number().meta({ description: 'Confiança média, de 0 a 1.' }) }).nullable().meta({ description: 'O que foi lido por OCR, e pode ter erros: confira na página. Nulo: nada.' }),
  })
  .meta({ id: 'DocumentoLido', description: 'Um documento e o que dele foi lido.' });

const mudancaSchema = z
  .object({ campo: z.string().meta({ description: 'Um dos 38 campos, "exigencias", "itens" ou "texto".' }), de: z.string().nullable(), para: z.string().nullable(), evidenciaDe: evidenciaSchema.nullable(), evidenciaPara: evidenciaSchema.nullable() })
  .meta({ id: 'MudancaDoEdital', description: 'O que uma retificação ou errata mudou.' });

export const andamentoSchema = z
  .object({ etapa: z.enum(['reunir', 'ler', 'extrair']).nullable(), feitos: z.int().nullable().meta({ description: 'Documentos lidos até agora.' }), total: z.int().nullable(), ocr: z.object({ feitas: z.int(), total: z.int() }).nullable().meta({ description: 'Páginas em imagem já lidas por OCR, e de quantas; nulo quando nenhuma precisa.' }) })
  .meta({ id: 'AndamentoDaLeitura', description: 'A leitura ainda não terminou: tente de novo em instantes.' });

/** Answer of what needs a reading that is not there yet. */
export const leituraEmCursoSchema = z
  .object({ licitacaoId: z.string(), estado: z.enum(['na_fila', 'lendo']), andamento: andamentoSchema })
  .meta({ id: 'LeituraEmCurso', description: 'Os documentos estão sendo lidos: repita o pedido depois de Retry-After segundos.' });

export const leituraSchema = z
  .object({
    licitacaoId: z.string(),
    estado: z.enum(['sem_arquivos', 'na_fila', 'lendo', 'pronta', 'falhou']),
    chaveLeitura: z.string().nullable().meta({ description: 'Nome da leitura pelo conteúdo; nulo enquanto não está pronta.' }),
    andamento: andamentoSchema.nullable(),
    erro: z.object({ codigo: z.string(), mensagem: z.string() }).nullable().meta({ description: 'Por que a leitura falhou.' }),
    documentos: z.array(documentoLidoSchema),
    naoLidos: z.array(z.object({ documento: z.string(), codigo: z.string(), motivo: z.string(), paginas: paginas.nullable().meta({ description: 'Nulo: o arquivo inteiro.' }) })).meta({ description: 'O que não pôde ser lido, e por quê.' }),
    duplicados: z.array(z.object({ nome: z.string(), igualA: z.string() })),
    emVigor: z.object({ documento: z.string(), motivo: z.string(), mudancas: z.array(mudancaSchema) }).nullable().meta({ description: 'O edital em vigor e o que mudou da versão anterior.' }),
    avisos: z.array(z.string()),
    aConfirmar: z.int().meta({ description: 'Correções que esperam confirmação porque os documentos mudaram.' }),
    versoes: z.object({ leitor: z.string(), fatos: z.string() }),
  })
  .meta({ id: 'LeituraDaLicitacao', description: 'Até onde os documentos foram lidos, página a página.' });
export type LeituraApi = z.infer<typeof leituraSchema>;

export const trechosSchema = z
  .object({
    pergunta: z.string(),
    trechos: z.array(z.object({
      documento: z.string(), pagina: z.int(), secao: z.string().meta({ description: 'Título da seção; vazio antes da primeira.' }),
      texto: z.string().meta({ description: 'A cláusula com as vizinhas, até 1.200 caracteres.' }), destaque: z.string().meta({ description: 'A cláusula que melhor responde, parte de `texto`.' }), score: z.number(),
      tambem: z.array(z.object({ documento: z.string(), pagina: z.int() })).meta({ description: 'Outras páginas em que a mesma cláusula aparece, na ordem dos documentos.' }),
    })).meta({ description: 'Do melhor para o pior.' }),
  })
  .meta({ id: 'TrechosAchados', description: 'Os trechos que respondem à pergunta, do melhor ao pior.' });

export const paginaSchema = z
  .object({
    documento: z.string(), sha256: z.string(), pagina: z.int(), totalPaginas: z.int(), texto: z.string(),
    origem: z.enum(['nativo', 'ocr', 'nenhum']).meta({ description: 'De onde veio o texto; "nenhum": a página não tem texto.' }),
    cortado: z.boolean().meta({ description: 'O texto passava do limite e foi cortado.' }),
  })
  .meta({ id: 'PaginaDoDocumento', description: 'O texto de uma página.' });

export const buscaSchema = z.strictObject({
  q: z.string().trim().min(2, 'a pergunta deve ter ao menos 2 caracteres').max(500, 'a pergunta passa de 500 caracteres').meta({ description: 'Pergunta ou palavras, em português.' }),
  top: z.coerce.number().int().min(1).max(20).default(5).meta({ description: 'Quantos trechos, de 1 a 20.' }),
});
