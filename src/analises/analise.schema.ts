import { z } from 'zod';
import { arquivoDoFormulario, paginacaoDe, paginaDe } from '../http/index.js';
import { CAMPOS_JULGADOS } from '../licitacoes/index.js';
import { ESTADOS_ANALISE, ETAPAS } from './domain/execucao.js';

const instante = z.string().meta({ format: 'date-time' });
const idDe = (prefixo: string, descricao: string) => z.string().meta({ description: descricao, example: `${prefixo}_01JD0000000000000000000000` });
const DESFECHOS = ['GO', 'GO_CONDICIONADO', 'NAO_RECOMENDADO', 'IMPUGNAR_E_REAVALIAR', 'PENDENTE', 'NO_GO'] as const;

/** `POST /v1/analises`, by references. */
export const pedidoAnaliseSchema = z
  .strictObject({
    empresaId: idDe('emp', 'Empresa guardada.').max(64),
    licitacaoId: idDe('lic', 'Licitação guardada, com seus arquivos.').max(64).optional(),
    numeroControlePNCP: z.string().max(200).optional().meta({ description: 'No lugar de `licitacaoId`: a licitação é trazida do PNCP, com os arquivos. Enquanto eles não chegam, 409 `arquivos_em_busca` com `Retry-After`: repita o mesmo pedido. Exige o escopo `licitacoes:escrever`.', example: '00394460000141-1-000123/2026' }),
    agora: z.string().max(40).optional().meta({ description: 'Momento simulado do julgamento (ISO 8601; sem fuso, o de Brasília). Exige o escopo `analises:simular`. Ausente: o momento em que a análise roda.' }),
  })
  .refine((p) => (p.licitacaoId === undefined) !== (p.numeroControlePNCP === undefined), { path: ['licitacaoId'], error: 'informe licitacaoId ou numeroControlePNCP, um dos dois' })
  .meta({ id: 'PedidoAnalise', description: 'Um pedido por referências ao que já está guardado.' });
export type PedidoAnalise = z.infer<typeof pedidoAnaliseSchema>;

/** `POST /v1/analises` with everything in one form. */
export const formularioAnaliseSchema = z
  .object({
    arquivos: z.array(arquivoDoFormulario('Um arquivo.')).optional().meta({ description: 'Edital e anexos: PDF, DOCX, XLSX, HTML, TXT ou ZIP.' }),
    empresa: z.string().optional().meta({ description: 'Perfil da empresa (JSON, como campo ou como arquivo). Fica guardado: o mesmo CNPJ atualiza a empresa. Exige `empresas:escrever`.' }),
    empresaId: z.string().optional().meta({ description: 'Empresa guardada, no lugar de `empresa`.' }),
    licitacao: z.string().optional().meta({ description: 'Registro da contratação no PNCP, ou dados à mão (JSON). Exige `licitacoes:escrever`.' }),
    licitacaoId: z.string().optional().meta({ description: 'Licitação guardada, no lugar de `licitacao`; os arquivos enviados juntam-se aos dela.' }),
    agora: z.string().optional().meta({ description: 'Momento simulado (ISO 8601). Exige `analises:simular`.' }),
  })
  .meta({ id: 'PedidoAnaliseFormulario', description: 'Um pedido com tudo: arquivos, empresa e, se houver, licitação.' });

export const erroAnaliseSchema = z.object({ codigo: z.string(), mensagem: z.string() }).meta({ id: 'ErroAnalise', description: 'Por que a análise, ou uma etapa dela, não terminou.' });

/** Stages may be added: the list says so. */
const etapaSchema = z.enum(ETAPAS).meta({ 'x-lista-aberta': true });

export const etapaAnaliseSchema = z
  .object({
    etapa: etapaSchema, estado: z.enum(['concluida', 'falhou']), tentativa: z.int(), inicio: instante, fim: instante.nullable(), ms: z.int().nullable(),
    reaproveitada: z.boolean().meta({ description: 'O trabalho desta etapa já estava feito (mesmos documentos, mesmas versões).' }), erro: erroAnaliseSchema.nullable(),
  })
  .meta({ id: 'EtapaAnalise', description: 'Uma etapa de uma tentativa.' });

export const tentativaAnaliseSchema = z
  .object({
    numero: z.int(), inicio: instante, fim: instante.nullable(), versaoWorkflow: z.string(),
    desfecho: z.enum(['concluida', 'falhou', 'adiada', 'devolvida', 'interrompida', 'cancelada']).nullable().meta({ description: 'Nulo enquanto corre. `interrompida`: o processo morreu; `devolvida`: o processo encerrou e devolveu o trabalho à fila.' }), erro: erroAnaliseSchema.nullable(),
  })
  .meta({ id: 'TentativaAnalise', description: 'Uma tentativa de fazer a análise.' });

export const resumoAnaliseSchema = z
  .object({
    desfecho: z.enum(DESFECHOS), pode: z.enum(['sim', 'sim_com_condicoes', 'nao', 'indefinido']), valeAPena: z.enum(['sim', 'com_ressalvas', 'nao', 'nao_avaliado']),
    estado: z.string().meta({ description: 'Estado da licitação: ABERTA, SUSPENSA, ENCERRADA…' }), score: z.number().nullable(),
    validoAte: instante.nullable().meta({ description: 'Até quando o julgamento vale; nulo: não vence.' }), validoAteMotivo: z.string().nullable(),
    orgao: z.string().nullable(), objeto: z.string().nullable(), numeroEdital: z.string().nullable(),
    proximoPrazo: z.object({ id: z.string(), vinculante: instante.nullable() }).nullable(), perguntas: z.int().meta({ description: 'Perguntas em aberto; estão no relatório.' }),
  })
  .meta({ id: 'ResumoAnalise', description: 'A decisão em poucas palavras; a prova está no relatório.' });

export const versoesAnaliseSchema = z.object({ leitor: z.string(), fatos: z.string(), analise: z.string(), regras: z.string(), relatorio: z.string(), workflow: z.string(), agentes: z.string().optional().meta({ description: 'Instruções e modelo dos agentes; ausente onde não há modelo configurado.' }) }).meta({ id: 'VersoesAnalise', description: 'As versões de cada parte que fez a análise.' });

export const desatualizadaSchema = z
  .object({
    em: instante, campos: z.array(z.enum([...CAMPOS_JULGADOS, 'arquivos'])).meta({ description: 'O que mudou na licitação desde a análise, do que ela julgou.' }),
    mudancas: z.array(z.string()).meta({ description: 'As mudanças, em GET /v1/licitacoes/{id}/mudancas.' }), substituidaPor: z.string().nullable().meta({ description: 'A análise refeita; null enquanto não há.' }),
  })
  .meta({ id: 'AnaliseDesatualizada', description: 'Por que a análise não vale mais como está.' });

const resumida = z.object({
  id: idDe('ana', 'Identificador da análise.'), estado: z.enum(ESTADOS_ANALISE), etapa: etapaSchema.nullable().meta({ 'x-lista-aberta': true }), progresso: z.int().min(0).max(100), tentativas: z.int(),
  empresaId: z.string(), licitacaoId: z.string(), agora: instante.nullable().meta({ description: 'Momento simulado, quando pedido.' }),
  criadaEm: instante, iniciadaEm: instante.nullable(), terminadaEm: instante.nullable(),
  resumo: resumoAnaliseSchema.nullable(), erro: erroAnaliseSchema.nullable().meta({ description: 'Por que falhou, ou por que a última tentativa foi adiada.' }),
  desatualizada: desatualizadaSchema.nullable().meta({ description: 'null: nada do que foi julgado mudou, que se saiba.' }),
  links: z.object({ analise: z.string(), relatorio: z.string().nullable().meta({ description: 'null quando não haverá relatório: a análise falhou ou foi cancelada.' }), eventos: z.string() }),
});

export const analiseResumidaSchema = resumida.meta({ id: 'AnaliseResumida', description: 'Uma análise, como aparece em listas.' });
export const analiseSchema = resumida.extend({ versoes: versoesAnaliseSchema.nullable(), etapas: z.array(etapaAnaliseSchema), historico: z.array(tentativaAnaliseSchema) }).meta({ id: 'Analise', description: 'Uma análise: onde está, o que já fez, e a decisão em resumo.' });

export const arquivoRecebidoSchema = z
  .discriminatedUnion('ok', [
    z.object({ nome: z.string(), ok: z.literal(true), sha256: z.string(), bytes: z.int() }),
    z.object({ nome: z.string(), ok: z.literal(false), codigo: z.string(), mensagem: z.string() }),
  ])
  .meta({ id: 'ArquivoDaAnalise', description: 'O que houve com um arquivo enviado.' });

/** What a `POST` answers, besides the analysis. */
export const analisePedidaSchema = analiseSchema
  .extend({
    reaproveitada: z.boolean().meta({ description: 'Já havia uma análise com as mesmas entradas: concluída e válida, ou ainda em andamento. O mesmo que o cabeçalho `X-Analise-Reaproveitada: 1`.' }),
    arquivos: z.array(arquivoRecebidoSchema).optional().meta({ description: 'Um por arquivo enviado neste pedido.' }),
    avisos: z.array(z.object({ ponteiro: z.string(), mensagem: z.string() })).optional().meta({ description: 'Sobre o perfil da empresa enviado neste pedido.' }),
  })
  .meta({ id: 'AnalisePedida', description: 'A análise que foi pedida, ou a que já havia.' });

export const listaAnalisesSchema = paginaDe(analiseResumidaSchema, 'PaginaAnalises');

export const filtroAnalisesSchema = paginacaoDe('ana').extend({
  estado: z.enum(ESTADOS_ANALISE).optional().meta({ description: 'Só as que estão neste estado.' }), empresaId: z.string().max(64).optional().meta({ description: 'Só as desta empresa.' }), licitacaoId: z.string().max(64).optional().meta({ description: 'Só as desta licitação.' }), desfecho: z.enum(DESFECHOS).optional().meta({ description: 'Só as que decidiram assim.' }),
  criadaDe: z.iso.datetime({ offset: true }).optional().meta({ description: 'A partir deste instante.' }), criadaAte: z.iso.datetime({ offset: true }).optional().meta({ description: 'Antes deste instante.' }),
});
export type FiltroAnalises = z.infer<typeof filtroAnalisesSchema>;
export type AnaliseResumida = z.infer<typeof analiseResumidaSchema>;
export type AnaliseJson = z.infer<typeof analiseSchema>;
export type ArquivoRecebidoJson = z.infer<typeof arquivoRecebidoSchema>;
