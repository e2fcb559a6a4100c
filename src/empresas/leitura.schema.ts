import { z } from 'zod';

const texto = z.string().nullable();
const dia = z.iso.date().nullable();
const decimal = z.string().nullable().meta({ description: 'Decimal em texto, como "1860573.88".' });
const evidencia = z.object({
  documento: z.string(), pagina: z.int(), trecho: z.string(), ocr: z.number().optional().meta({ description: 'Só em página lida por OCR, que pode ter erros: a confiança dela, de 0 a 1. Confira na página.' }),
}).meta({ id: 'ProvaDoDocumento', description: 'Onde o documento diz isso: arquivo, página e texto literal.' });
const indices = z.object({ liquidezGeral: decimal, solvenciaGeral: decimal, liquidezCorrente: decimal, endividamento: decimal }).meta({ id: 'IndicesDoBalanco', description: 'LG, SG, LC e endividamento.' });

/** A notice about a document. */
export const avisoDocumentoSchema = z.object({ codigo: z.string().meta({ description: 'Estável, como "certidao_positiva".' }), mensagem: z.string() }).meta({ id: 'AvisoDocumento', description: 'Algo que convém conferir num documento.' });

const cadastro = z.object({ nomeFantasia: texto, porte: z.enum(['mei', 'me', 'epp', 'demais']).nullable(), naturezaJuridica: texto, cnaes: z.array(z.string()), atividadePrincipal: texto, endereco: texto, situacao: texto, dataAbertura: dia, capitalSocial: decimal }).meta({ id: 'DadosCadastrais', description: 'Do cartão CNPJ ou da certidão simplificada.' });
const sociedade = z.object({ ato: z.enum(['contrato', 'alteracao', 'estatuto', 'empresario']).nullable(), consolidado: z.boolean(), objeto: texto, capitalSocial: decimal, socios: z.array(z.string()), administradores: z.array(z.string()), nire: texto, registro: dia }).meta({ id: 'DadosSocietarios', description: 'Do contrato social. De pessoas, só os nomes.' });
const balanco = z.object({
  exercicio: z.int().nullable(), sped: z.boolean(), contas: z.object({ ativoCirculante: decimal, realizavelLongoPrazo: decimal, ativoTotal: decimal, passivoCirculante: decimal, exigivelLongoPrazo: decimal, patrimonioLiquido: decimal, receita: decimal }).meta({ id: 'ContasDoBalanco', description: 'Em reais, do exercício mais novo do balanço; negativo quando é déficit.' }),
  indicesCalculados: indices, indicesImpressos: indices,
}).meta({ id: 'DadosDoBalanco', description: 'As contas lidas e os índices: calculados delas e como impressos.' });
const atestado = z.object({
  contratante: z.object({ nome: texto, cnpj: texto }), objeto: texto, quantidades: z.array(z.object({ descricao: z.string(), quantidade: z.string(), unidade: z.string() })), valor: decimal, inicio: dia, fim: dia, cat: texto, art: texto,
}).meta({ id: 'DadosDoAtestado', description: 'Quem atesta, o quê, quanto e quando.' });

/** What was read in a document's file. */
export const leituraDocumentoSchema = z.object({
  tipo: z.string(), titulo: z.string(), titular: z.object({ nome: texto, cnpj: texto, raiz: texto.meta({ description: 'Os oito primeiros caracteres do CNPJ.' }) }), emissor: texto, numero: texto, emissao: dia,
  validade: z.object({ ate: dia, regra: z.enum(['impressa', 'prazo_impresso', 'prazo_legal', 'nao_vence', 'do_edital', 'desconhecida']), motivo: z.string() }), uf: texto, municipio: texto,
  resultado: z.enum(['negativa', 'positiva_com_efeitos_de_negativa', 'positiva']).nullable(), codigoControle: texto,
  valores: z.object({ cadastro: cadastro.optional(), sociedade: sociedade.optional(), balanco: balanco.optional(), atestado: atestado.optional(), sicaf: z.object({ niveis: z.array(z.object({ nivel: z.string(), validade: dia })) }).optional(), registro: z.object({ conselho: texto, responsaveis: z.array(z.string()) }).optional() }),
  evidencias: z.record(z.string(), evidencia).meta({ description: 'A prova de cada campo, pelo nome do campo.' }), faltam: z.record(z.string(), z.string()).meta({ description: 'Por que cada campo ausente não foi lido.' }),
  confianca: z.number().meta({ description: 'De 0 a 1.' }), origem: z.enum(['nativo', 'ocr']), paginas: z.object({ primeira: z.int(), ultima: z.int() }), avisos: z.array(avisoDocumentoSchema),
}).meta({ id: 'LeituraDoDocumento', description: 'O que foi lido no arquivo do documento, com a prova de cada campo.' });

/** Why a document's file was not read. */
export const naoLidoSchema = z.object({ codigo: z.string(), motivo: z.string() }).meta({ id: 'DocumentoNaoLido', description: 'Por que o arquivo não foi lido.' });

export const evidenciaDoDocumentoSchema = evidencia;
