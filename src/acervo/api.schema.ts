import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../http/index.js';
import type { ArquivoPublicado, LicitacaoDoAcervo, Mudanca } from './domain/registro.js';

const texto = z.string().nullable();
const inteiro = z.int().nullable();
const decimal = z.string().nullable().meta({ description: 'Decimal em texto; null: não se sabe.' });
const instante = z.string().nullable().meta({ description: 'Instante ISO 8601 com fuso; null: não se sabe.' });
const situacao = z.enum(['divulgada', 'revogada', 'anulada', 'suspensa']);
const estado = z.enum(['pendente', 'completo', 'ausente']).meta({ description: 'pendente: ainda por buscar, ou por buscar de novo depois de uma mudança; ausente: o PNCP não tem.' });

const item = z.object({
  numero: z.int(), descricao: z.string(), quantidade: decimal, unidade: texto, valorUnitario: decimal, valorTotal: decimal,
  beneficio: z.enum(['exclusiva_me_epp', 'subcontratacao_me_epp', 'cota_reservada', 'sem_beneficio', 'nao_se_aplica']).nullable(), materialOuServico: z.enum(['M', 'S']).nullable(),
  sigiloso: z.boolean().nullable(), criterioJulgamentoId: inteiro,
}).meta({ id: 'ItemDoAcervo', description: 'Um item do que se compra.' });

const resumo = {
  numeroControlePNCP: z.string(), objeto: texto, orgaoNome: texto, orgaoCnpj: texto, unidadeNome: texto, uf: texto, municipio: texto, codigoIbge: texto, modalidadeId: inteiro,
  situacao: situacao.nullable(), valorEstimado: decimal, publicacao: instante, aberturaPropostas: instante, encerramentoPropostas: instante,
  versao: z.int().meta({ description: 'Sobe a cada mudança do registro, dos itens ou dos arquivos.' }),
  vistaEm: z.iso.datetime().meta({ description: 'Quando o PNCP foi visto pela última vez a tê-la assim: a idade do dado.' }), mudadaEm: z.iso.datetime(),
};
const arquivo = z.object({ sequencial: z.int(), titulo: texto, tipoDocumentoId: inteiro, tipoDocumentoNome: texto, publicacao: instante, ativo: z.boolean().meta({ description: 'false: retirado.' }) }).meta({ id: 'ArquivoDoAcervo', description: 'Um arquivo como o PNCP o lista.' });

export const resumoAcervoSchema = z.object(resumo).meta({ id: 'LicitacaoDoAcervoResumo', description: 'Uma licitação pública conhecida, sem itens e arquivos.' });
export const paginaAcervoSchema = paginaDe(resumoAcervoSchema, 'PaginaAcervo');
export const licitacaoAcervoSchema = z.object({
  ...resumo, numeroEdital: texto, numeroProcesso: texto, esfera: z.enum(['F', 'E', 'M', 'D', 'N']).nullable(), modoDisputaId: inteiro, instrumentoId: inteiro, amparoLegalCodigo: inteiro, amparoLegalNome: texto,
  srp: z.boolean().nullable(), orcamentoSigiloso: z.boolean().nullable(), atualizacao: instante, linkSistemaOrigem: texto, plataforma: texto,
  itens: z.array(item), itensEstado: estado, arquivos: z.array(arquivo), arquivosEstado: estado,
  relacionadas: z.array(z.string()).meta({ description: 'Outros números que são provavelmente a mesma licitação.' }),
}).meta({ id: 'LicitacaoDoAcervo', description: 'Uma licitação pública conhecida, como o PNCP a publicou.' });
export const arquivosAcervoSchema = z.object({ estado, itens: z.array(arquivo) }).meta({ id: 'ArquivosDoAcervo', description: 'A lista de arquivos de uma licitação pública.' });
const valor = z.unknown().meta({ description: 'Conforme o campo: texto, número, item ou arquivo inteiro; null: não se sabia, ou não havia.' });
export const mudancasSchema = paginaDe(
  z.object({
    id: z.string(), versao: z.int(), campo: z.string().meta({ description: 'Caminho do campo: `encerramentoPropostas`, `itens/3/quantidade`, `arquivos/2`; `pncp/…` é um campo do PNCP que não tem nome aqui.' }),
    antes: valor, depois: valor, em: z.iso.datetime(),
  }).meta({ id: 'Mudanca', description: 'Um campo que mudou de uma versão para a seguinte; null: não se sabia, ou não havia.' }),
  'PaginaMudancas',
);

export const listMudancasQuery = paginacaoDe('mud');
const dia = (description: string) => z.iso.date('esperado um dia como 2026-11-30').optional().meta({ description });
export const listAcervoQuery = z.strictObject({
  limite: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Itens por página, de 1 a 100.' }),
  cursor: z.string().max(64).regex(/^acv_\d{1,13}_[0-9A-Z]{14}_\d{6}_\d{4}$/, 'o cursor é o valor de "proximo" da página anterior').optional().meta({ description: 'Valor de `proximo` da página anterior.' }),
  uf: z.string().regex(/^[A-Za-z]{2}$/, 'esperada a sigla da UF').transform((s) => s.toUpperCase()).optional().meta({ description: 'Sigla da UF.' }),
  codigoIbge: z.string().regex(/^\d{7}$/, 'esperados os 7 dígitos do IBGE').optional().meta({ description: 'Município.' }),
  modalidade: z.coerce.number().int().min(1).max(99).optional().meta({ description: 'Id da modalidade no PNCP.' }),
  situacao: situacao.optional().meta({ description: 'Situação no PNCP.' }),
  de: dia('Publicadas deste dia em diante, AAAA-MM-DD de Brasília.'), ate: dia('Publicadas até este dia, inclusive, AAAA-MM-DD de Brasília.'),
  abertas: z.enum(['true', 'false']).optional().meta({ description: 'true: só as que ainda recebem propostas.' }),
  q: z.string().trim().min(3).max(100).optional().meta({ description: 'Trecho do objeto.' }),
});
export type ListAcervoQuery = z.infer<typeof listAcervoQuery>;
export type ListMudancasQuery = z.infer<typeof listMudancasQuery>;
export type ResumoAcervo = z.infer<typeof resumoAcervoSchema>;

type Datas = Pick<LicitacaoDoAcervo, 'numero' | 'versao' | 'vistaEm' | 'mudadaEm'>;
export function toResumoAcervo({ numero, versao, vistaEm, mudadaEm }: Datas, l: Omit<LicitacaoDoAcervo['licitacao'], 'itens'>): ResumoAcervo {
  return {
    numeroControlePNCP: numero, objeto: l.objeto, orgaoNome: l.orgaoNome, orgaoCnpj: l.orgaoCnpj, unidadeNome: l.unidadeNome, uf: l.uf, municipio: l.municipio, codigoIbge: l.codigoIbge, modalidadeId: l.modalidadeId,
    situacao: l.situacao, valorEstimado: l.valorEstimado, publicacao: l.publicacao, aberturaPropostas: l.aberturaPropostas, encerramentoPropostas: l.encerramentoPropostas, versao,
    vistaEm: vistaEm.toISOString(), mudadaEm: mudadaEm.toISOString(),
  };
}

export function toLicitacaoAcervo(a: LicitacaoDoAcervo) {
  const { itens, numeroEdital, numeroProcesso, esfera, modoDisputaId, instrumentoId, amparoLegalCodigo, amparoLegalNome, srp, orcamentoSigiloso, atualizacao, linkSistemaOrigem, plataforma } = a.licitacao;
  return {
    ...toResumoAcervo(a, a.licitacao), numeroEdital, numeroProcesso, esfera, modoDisputaId, instrumentoId, amparoLegalCodigo, amparoLegalNome, srp, orcamentoSigiloso, atualizacao, linkSistemaOrigem, plataforma,
    itens, itensEstado: a.itens, arquivos: a.arquivos, arquivosEstado: a.arquivosEstado, relacionadas: a.relacionadas,
  };
}

export const toArquivos = (a: LicitacaoDoAcervo): { estado: LicitacaoDoAcervo['arquivosEstado']; itens: readonly ArquivoPublicado[] } => ({ estado: a.arquivosEstado, itens: a.arquivos });
export const toMudanca = ({ id, versao, campo, antes, depois, em }: Mudanca) => ({ id, versao, campo, antes: antes ?? null, depois: depois ?? null, em: em.toISOString() });
