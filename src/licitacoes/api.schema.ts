import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../http/index.js';
import type { ArquivoEntity } from './arquivo.entity.js';
import type { LicitacaoEntity } from './licitacao.entity.js';
import { licitacaoManualSchema, numeroControleSchema } from './manual.schema.js';

const decimal = z.string().nullable().meta({ description: 'Decimal em texto; null: não se sabe.' });
const texto = z.string().nullable();
const inteiro = z.int().nullable();
const instante = z.string().nullable().meta({ description: 'Instante ISO 8601 com fuso; null: não se sabe.' });

const itemSchema = z.object({
  numero: z.int(), descricao: z.string(), quantidade: decimal, unidade: texto, valorUnitario: decimal, valorTotal: decimal,
  beneficio: z.enum(['exclusiva_me_epp', 'subcontratacao_me_epp', 'cota_reservada', 'sem_beneficio', 'nao_se_aplica']).nullable(), materialOuServico: z.enum(['M', 'S']).nullable(), sigiloso: z.boolean().nullable(), criterioJulgamentoId: inteiro,
}).meta({ id: 'ItemLicitacao', description: 'Um item do que se compra.' });

const dadosSchema = z.object({
  numeroControlePNCP: texto, numeroEdital: texto, numeroProcesso: texto, orgaoNome: texto, orgaoCnpj: texto, unidadeNome: texto, uf: texto, municipio: texto, codigoIbge: texto,
  esfera: z.enum(['F', 'E', 'M', 'D', 'N']).nullable(), modalidadeId: inteiro, modoDisputaId: inteiro, instrumentoId: inteiro, amparoLegalCodigo: inteiro, amparoLegalNome: texto,
  situacao: z.enum(['divulgada', 'revogada', 'anulada', 'suspensa']).nullable(), objeto: texto, srp: z.boolean().nullable(), valorEstimado: decimal, orcamentoSigiloso: z.boolean().nullable(),
  publicacao: instante, atualizacao: instante, aberturaPropostas: instante, encerramentoPropostas: instante, linkSistemaOrigem: texto, plataforma: texto, itens: z.array(itemSchema),
}).meta({ id: 'DadosLicitacao', description: 'O que se sabe da licitação por fora dos arquivos; null: não se sabe.' });

const resumo = {
  id: z.string(), versao: z.int().meta({ description: 'Sobe a cada mudança dos dados ou dos arquivos.' }), origem: z.enum(['pncp', 'manual', 'envio', 'arquivos']).meta({ description: 'De onde vieram os dados; envio: de uma análise pedida com tudo junto; arquivos: só há arquivos.' }),
  numeroControlePNCP: texto, titulo: texto, criadaEm: z.iso.datetime(), atualizadaEm: z.iso.datetime(),
};
export const arquivoSchema = z.object({ id: z.string(), licitacaoId: z.string(), nome: z.string(), sha256: z.string(), bytes: z.int(), tipo: z.string().nullable().meta({ description: 'Pelos primeiros bytes, como "pdf"; null quando não dizem.' }), criadoEm: z.iso.datetime() }).meta({ id: 'ArquivoLicitacao', description: 'Um arquivo de uma licitação.' });
export const licitacaoResumoSchema = z.object(resumo).meta({ id: 'LicitacaoResumo', description: 'Uma licitação, sem os dados e os arquivos.' });
export const licitacaoRespostaSchema = z.object({ ...resumo, dados: dadosSchema.nullable(), arquivos: z.array(arquivoSchema) }).meta({ id: 'Licitacao', description: 'Uma licitação: os dados, quando informados, e os arquivos.' });
export const licitacoesRespostaSchema = paginaDe(licitacaoResumoSchema, 'PaginaLicitacoes');
export const arquivosRespostaSchema = z.object({ itens: z.array(arquivoSchema) }).meta({ id: 'ArquivosLicitacao', description: 'Os arquivos de uma licitação.' });

/** Documents what `parseEnvio` reads. */
export const licitacaoEntradaSchema = z.object({
  pncp: z.looseObject({}).optional().meta({ description: 'Registro da contratação como o PNCP o publica. Também pode ser o corpo inteiro.' }),
  manual: licitacaoManualSchema.optional().meta({ description: 'Dados à mão; o que falta é desconhecido.' }),
  numeroControlePNCP: numeroControleSchema.optional().meta({ description: 'Sozinho: a licitação da organização com este número; se não há, a do acervo; se não há, a que o PNCP tem.' }),
}).meta({ id: 'LicitacaoEntrada', description: 'Um destes, ou nada (só arquivos, enviados depois).' });
export const licitacaoMudancaSchema = licitacaoManualSchema.partial().meta({ id: 'LicitacaoMudanca', description: 'Só os campos a mudar (RFC 7396): null torna o campo desconhecido.' });

const recebidoSchema = z.object({ nome: z.string(), ok: z.literal(true), id: z.string(), sha256: z.string(), bytes: z.int(), tipo: z.string().nullable(), jaExistia: z.boolean().meta({ description: 'A licitação já tinha este conteúdo.' }) }).meta({ id: 'ArquivoRecebido', description: 'Um arquivo que foi guardado.' });
const recusadoSchema = z.object({ nome: z.string().meta({ description: 'Vazio quando a falha é do envio, e não de um arquivo.' }), ok: z.literal(false), codigo: z.string(), mensagem: z.string() }).meta({ id: 'ArquivoRecusado', description: 'Um arquivo que não foi guardado, e por quê.' });
export const envioArquivosSchema = z.object({ arquivos: z.array(z.union([recebidoSchema, recusadoSchema])) }).meta({ id: 'EnvioArquivos', description: 'O que houve com cada arquivo, na ordem do envio.' });

export const listLicitacoesQuery = paginacaoDe('lic').extend({
  numeroControlePNCP: z.string().max(60).optional().meta({ description: 'Número de controle do PNCP.' }),
  q: z.string().trim().max(100).optional().meta({ description: 'Trecho do objeto.' }),
});
export type ListLicitacoesQuery = z.infer<typeof listLicitacoesQuery>;
export type LicitacaoResumo = z.infer<typeof licitacaoResumoSchema>;
export type ArquivoResposta = z.infer<typeof arquivoSchema>;
export type LicitacaoResposta = LicitacaoResumo & { readonly dados: LicitacaoEntity['dados']; readonly arquivos: readonly ArquivoResposta[] };

export const toResumo = (l: LicitacaoEntity): LicitacaoResumo => ({
  id: l.id, versao: l.versao, origem: l.origem, numeroControlePNCP: l.numeroControlePNCP, titulo: l.titulo, criadaEm: l.criadaEm.toISOString(), atualizadaEm: l.atualizadaEm.toISOString(),
});

export const toArquivo = (a: ArquivoEntity): ArquivoResposta => ({ id: a.id, licitacaoId: a.licitacaoId, nome: a.nome, sha256: a.sha256, bytes: Number(a.bytes), tipo: a.tipo, criadoEm: a.criadoEm.toISOString() });

export const toLicitacao = (l: LicitacaoEntity, arquivos: readonly ArquivoEntity[]): LicitacaoResposta => ({ ...toResumo(l), dados: l.dados, arquivos: arquivos.map(toArquivo) });
