import { z } from 'zod';

/**
 * The report's JSON as programs may rely on it: an `Analise` of domain/analise.ts. Objects are open: the report may gain
 * fields, and what only people read is not listed.
 */
const DESFECHOS = ['GO', 'GO_CONDICIONADO', 'NAO_RECOMENDADO', 'IMPUGNAR_E_REAVALIAR', 'PENDENTE', 'NO_GO'] as const;
const texto = (description: string) => z.string().meta({ description });
const evidencia = z.looseObject({ documento: texto('Nome do arquivo.'), pagina: z.int(), trecho: texto('Texto literal, conferido na página.') }).meta({ id: 'EvidenciaDoRelatorio', description: 'Onde o documento diz isso.' });
const motivo = z.looseObject({ texto: z.string(), evidencia: evidencia.nullable() }).meta({ id: 'MotivoDoRelatorio', description: 'Um motivo, com a prova quando ela está num documento.' });

const portao = z
  .looseObject({ id: z.string(), tipo: z.enum(['eliminatorio', 'suspensivo']), titulo: z.string(), resultado: z.enum(['passou', 'reprovado', 'condicionado', 'pendente', 'nao_aferivel']), motivo: z.string(), evidencias: z.array(evidencia) })
  .meta({ id: 'PortaoDoRelatorio', description: 'Uma condição para participar.' });

const pergunta = z
  .looseObject({ id: z.string(), texto: z.string(), quemResponde: z.enum(['empresa', 'orgao', 'leitura']), podeMudarPara: z.array(z.enum(DESFECHOS)).meta({ description: 'O que o desfecho pode passar a ser; vazio quando a resposta não muda o desfecho.' }),
    correcaoId: z.string().optional().meta({ description: 'A correção a confirmar em POST /v1/licitacoes/{id}/correcoes/{correcaoId}/confirmar, ou a retirar.' }) })
  .meta({ id: 'PerguntaDoRelatorio', description: 'Uma pergunta: sua resposta pode mudar a decisão, ou confirma uma correção depois que os documentos mudaram.' });

const decisao = z
  .looseObject({
    unidade: z.looseObject({ tipo: z.enum(['edital', 'lote', 'item']), id: z.string(), titulo: z.string() }),
    pode: z.enum(['sim', 'sim_com_condicoes', 'nao', 'indefinido']), valeAPena: z.enum(['sim', 'com_ressalvas', 'nao', 'nao_avaliado']), desfecho: z.enum(DESFECHOS),
    score: z.number().nullable().meta({ description: 'De 0 a 100, sobre o que tem dados; nulo quando nada tem.' }), confianca: z.number().meta({ description: 'De 0 a 1.' }),
    portoes: z.array(portao), motivos: z.array(motivo), perguntas: z.array(pergunta), oQueMudaADecisao: z.array(z.string()), avisos: z.array(z.string()),
  })
  .meta({ id: 'DecisaoDoRelatorio', description: 'A decisão para o edital, ou para um item ou lote.' });

const prazo = z
  .looseObject({ id: z.string(), titulo: z.string(), vinculante: z.string().nullable().meta({ description: 'O que a empresa deve cumprir, ISO 8601 com fuso.' }), diasUteisRestantes: z.int().nullable(), encerrado: z.boolean().nullable(), conflito: z.string().nullable(), evidencias: z.array(evidencia) })
  .meta({ id: 'PrazoDoRelatorio', description: 'Um prazo, nas leituras possíveis.' });

const verificacao = z
  .looseObject({ regra: z.string(), titulo: z.string(), resultado: z.enum(['ok', 'violado', 'indicio', 'nao_aferivel']), motivo: z.string(), dispositivo: z.string(), evidencias: z.array(evidencia) })
  .meta({ id: 'VerificacaoDoRelatorio', description: 'Uma verificação legal.' });

const requisito = z
  .looseObject({ id: z.string(), grupo: z.string(), titulo: z.string(), status: z.enum(['atende', 'nao_atende', 'falta_dado', 'a_providenciar', 'a_esclarecer']), motivo: z.string(), acao: z.string().nullable(), evidencia: evidencia.nullable() })
  .meta({ id: 'RequisitoDoRelatorio', description: 'Uma exigência de habilitação diante do que a empresa tem.' });

const fato = z
  .looseObject({ campo: z.string(), valor: z.unknown().meta({ description: 'Conforme o campo; nulo com `ausencia`. Com tipo declarado em GET /v1/licitacoes/{id}/fatos.' }) })
  .meta({ id: 'FatoDoRelatorio', description: 'Um fato lido do edital, ou a razão de faltar.' });

export const relatorioJsonSchema = z
  .looseObject({
    agora: texto('Momento do julgamento, ISO 8601 com fuso.'), valido_ate: z.string().nullable().meta({ description: 'Até quando o julgamento vale; nulo: não vence.' }), validoAteMotivo: z.string().nullable(),
    usouModelo: z.boolean().meta({ description: 'Se um modelo de linguagem participou.' }), estado: texto('Estado da licitação: ABERTA, SUSPENSA, ENCERRADA…'),
    decisao, decisoesPorUnidade: z.array(decisao), fatos: z.record(z.string(), fato), prazos: z.array(prazo), proximoPrazo: z.string().nullable(), verificacoes: z.array(verificacao), habilitacao: z.array(requisito), lacunas: z.array(z.string()),
  })
  .meta({ id: 'Relatorio', description: 'A análise inteira, com a prova de cada fato. Traz mais do que o listado aqui.' });
