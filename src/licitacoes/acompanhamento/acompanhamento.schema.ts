import { z } from 'zod';
import type { Mudanca } from '../../acervo/index.js';
import { paginacaoDe, paginaDe } from '../../http/index.js';
import { campoDe } from '../domain/campos-julgados.js';
import type { Acompanhamento } from './acompanhamentos.service.js';
import type { ArquivoPncpDaLicitacao } from './arquivos-pncp.service.js';
import { ESTADOS_ARQUIVO_PNCP } from './estado-arquivo.js';

const MAX_EMPRESAS = 100;

export const acompanhamentoEntradaSchema = z.strictObject({
  acompanhar: z.boolean().default(true).meta({ description: 'false: deixa de acompanhar, como DELETE.' }),
  reanalisar: z.boolean().default(false).meta({ description: 'Refaz sozinha as análises quando muda algo que elas julgaram.' }),
  empresas: z.array(z.string().max(64)).max(MAX_EMPRESAS).default([]).meta({ description: 'Empresas cujas análises se refazem; vazio: as que já têm análise desta licitação.' }),
}).meta({ id: 'AcompanhamentoEntrada', description: 'Como acompanhar uma licitação.' });
export type AcompanhamentoEntrada = z.infer<typeof acompanhamentoEntradaSchema>;

const arquivoPncpSchema = z.object({
  sequencial: z.int().meta({ description: 'Número do arquivo no PNCP.' }), titulo: z.string().nullable(), tipoDocumento: z.string().nullable(), publicacao: z.string().nullable(), ativo: z.boolean().meta({ description: 'false: retirado do PNCP; o que foi guardado fica.' }),
  estado: z.enum(ESTADOS_ARQUIVO_PNCP).meta({ description: 'pendente: ainda será buscado; guardado: está entre os arquivos da licitação; falhou: desistiu, com o motivo em erro; retirado: saiu do PNCP antes de ser buscado.' }),
  arquivoId: z.string().nullable().meta({ description: 'O arquivo guardado; null também depois que ele foi apagado.' }), tentativas: z.int(), proximaEm: z.iso.datetime().nullable().meta({ description: 'Quando será tentado; null: não será.' }),
  erro: z.object({ codigo: z.string(), mensagem: z.string() }).nullable(),
}).meta({ id: 'ArquivoPncp', description: 'Um arquivo que o PNCP lista, e o que houve ao buscá-lo.' });

export const arquivosPncpSchema = z.object({ itens: z.array(arquivoPncpSchema), pendentes: z.int().meta({ description: 'Quantos ainda serão buscados; 0: terminou.' }) }).meta({ id: 'ArquivosPncp', description: 'Os arquivos da licitação no PNCP.' });

export const acompanhamentoSchema = z.object({
  licitacaoId: z.string(), numeroControlePNCP: z.string().nullable(), acompanhar: z.boolean(), reanalisar: z.boolean(), empresas: z.array(z.string()), desde: z.iso.datetime().nullable(), arquivos: arquivosPncpSchema,
}).meta({ id: 'Acompanhamento', description: 'Se e como a licitação é acompanhada, e os arquivos dela no PNCP.' });

const valor = z.unknown().meta({ description: 'O valor; null: não se sabia.' });
const mudancaSchema = z.object({
  id: z.string(), campo: z.string().meta({ description: 'Caminho do campo: "encerramentoPropostas", "itens/3/quantidade", "arquivos/2"; "pncp/…" é um campo do PNCP que não usamos.' }), antes: valor, depois: valor, em: z.iso.datetime().meta({ description: 'Quando foi vista.' }),
  versao: z.int(), desatualiza: z.boolean().meta({ description: 'O campo entra no julgamento: análises de antes ficam desatualizadas.' }),
}).meta({ id: 'MudancaLicitacao', description: 'Um campo que mudou no PNCP.' });
export const mudancasSchema = paginaDe(mudancaSchema, 'PaginaMudancasLicitacao');
export const mudancasQuery = paginacaoDe('mud');
export type MudancasQuery = z.infer<typeof mudancasQuery>;

export const toMudanca = ({ id, campo, antes, depois, em, versao }: Mudanca): z.infer<typeof mudancaSchema> => ({ id, campo, antes, depois, em: em.toISOString(), versao, desatualiza: campoDe(campo) !== null });

export const toArquivosPncp = (arquivos: readonly ArquivoPncpDaLicitacao[]): z.infer<typeof arquivosPncpSchema> => ({
  itens: arquivos.map(({ codigo, mensagem, proximaEm, ...a }) => ({ ...a, proximaEm: a.estado === 'pendente' ? proximaEm.toISOString() : null, erro: codigo === null ? null : { codigo, mensagem: mensagem ?? '' } })),
  pendentes: arquivos.filter((a) => a.estado === 'pendente').length,
});

export const toAcompanhamento = (licitacao: { readonly id: string; readonly numeroControlePNCP: string | null }, a: Acompanhamento, arquivos: readonly ArquivoPncpDaLicitacao[]): z.infer<typeof acompanhamentoSchema> => ({
  licitacaoId: licitacao.id, numeroControlePNCP: licitacao.numeroControlePNCP, acompanhar: a.acompanhar, reanalisar: a.reanalisar, empresas: [...a.empresas], desde: a.desde?.toISOString() ?? null, arquivos: toArquivosPncp(arquivos),
});
