import { z } from 'zod';
import { AGENTES, AJUSTE_MAXIMO, TIPOS_AFIRMACAO } from './domain/parecer.js';

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

const afirmacao = z
  .looseObject({ texto: texto('Até duas frases; os números são os das citações ou dos fatos.'), tipo: z.enum(TIPOS_AFIRMACAO), citacoes: z.array(evidencia).meta({ description: 'Ao menos uma, conferida na página.' }) })
  .meta({ id: 'AfirmacaoDoParecer', description: 'O que um modelo afirmou e a conferência manteve.' });

const dimensaoId = z.enum(['aderencia', 'habilitacao', 'economico', 'prazo', 'competicao', 'risco', 'legalidade']);

const doAgente = z
  .looseObject({
    agente: z.enum(AGENTES), estado: z.enum(['feito', 'falhou']), motivo: z.string().nullable().meta({ description: 'Quando falhou: por quê.' }), afirmacoes: z.array(afirmacao),
    ajustes: z.array(z.looseObject({ dimensao: dimensaoId, pontos: z.int().min(-AJUSTE_MAXIMO).max(AJUSTE_MAXIMO), motivo: z.string(), afirmacao: z.int().meta({ description: 'Posição, em `afirmacoes`, da que o sustenta.' }) })),
    descartadas: z.array(z.looseObject({ motivo: texto('Código estável: citacao_ausente, numero_sem_prova, contradiz_fato…'), quantas: z.int() })).meta({ description: 'O que a conferência tirou, por motivo.' }),
  })
  .meta({ id: 'ParecerDoAgente', description: 'O que um agente disse.' });

const custo = z.string().nullable().meta({ description: 'Dólares; nulo: o preço do modelo não é conhecido.' });
const chamada = z
  .looseObject({ finalidade: z.string(), modelo: z.string(), versaoPrompt: z.string(), tokensEntrada: z.int(), tokensSaida: z.int(), custoUsd: custo, deCache: z.boolean(), reserva: z.boolean(), tentativas: z.int(), ms: z.int() })
  .meta({ id: 'ChamadaDoParecer', description: 'Uma chamada a um modelo, ou uma resposta que já estava guardada.' });

const parecer = z
  .looseObject({
    estado: z.enum(['completo', 'parcial', 'indisponivel']), motivo: z.string().nullable().meta({ description: 'Por que não está completo.' }), agentes: z.array(doAgente), sintese: z.array(afirmacao),
    score: z.looseObject({ regras: z.number().nullable(), comModelo: z.number().nullable() }).meta({ description: 'A nota pelas regras e a nota com os ajustes dos agentes. A decisão segue a das regras.' }),
    dimensoes: z.array(z.looseObject({ id: dimensaoId, regras: z.number(), ajuste: z.number(), comModelo: z.number() })),
    alertas: z.array(z.looseObject({ texto: z.string(), evidencia })).meta({ description: 'Texto dos documentos dirigido a um modelo de linguagem: nunca obedecido.' }),
    uso: z.looseObject({ chamadas: z.int().meta({ description: 'Pagas.' }), deCache: z.int().meta({ description: 'Respondidas do que já estava guardado.' }), tokensEntrada: z.int(), tokensSaida: z.int(), custoUsd: custo, porChamada: z.array(chamada) }),
    versoes: z.looseObject({ prompts: z.string(), modelo: z.string() }),
  })
  .meta({ id: 'Parecer', description: 'O que modelos de linguagem acrescentaram ao que as regras decidiram. Nunca muda desfecho, condição, fato ou data.' });

export const relatorioJsonSchema = z
  .looseObject({
    agora: texto('Momento do julgamento, ISO 8601 com fuso.'), valido_ate: z.string().nullable().meta({ description: 'Até quando o julgamento vale; nulo: não vence.' }), validoAteMotivo: z.string().nullable(),
    usouModelo: z.boolean().meta({ description: 'Se há em `parecer` algo escrito por um modelo de linguagem. O que está fora dele é sempre das regras.' }), estado: texto('Estado da licitação: ABERTA, SUSPENSA, ENCERRADA…'),
    decisao, decisoesPorUnidade: z.array(decisao), fatos: z.record(z.string(), fato), prazos: z.array(prazo), proximoPrazo: z.string().nullable(), verificacoes: z.array(verificacao), habilitacao: z.array(requisito), lacunas: z.array(z.string()),
    parecer: parecer.optional().meta({ description: 'Ausente onde não há modelo configurado.' }),
  })
  .meta({ id: 'Relatorio', description: 'A análise inteira, com a prova de cada fato. Traz mais do que o listado aqui.' });
