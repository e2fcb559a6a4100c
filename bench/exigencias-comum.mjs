// What the converter of labels and the evaluator of requirements share: words as hashes, and which of our kinds answer
// a label's kind. Labels are kept without a word of the editais' text.
import { createHash } from 'node:crypto';

/** Letters and digits of each word, hashed. */
export const hashesOf = (texto) =>
  texto.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).map((p) => createHash('sha256').update(p).digest('hex').slice(0, 6));

/** Kind of a label → how our kinds that answer it begin. */
export const ACEITOS = {
  ato_constitutivo: ['juridica/ato_constitutivo', 'juridica/autorizacao_estrangeira', 'juridica/cooperativa', 'juridica/outra'],
  identidade_socios: ['juridica/documento_socios'], procuracao: ['juridica/procuracao'], certidao_simplificada: ['juridica/certidao_simplificada', 'juridica/prova_me_epp'],
  sicaf_ou_cadastro: ['juridica/registro_cadastral'],
  cnpj: ['fiscal/cnpj'], inscricao_contribuinte: ['fiscal/inscricao_contribuinte'], cnd_federal: ['fiscal/cnd_federal'], cnd_estadual: ['fiscal/cnd_estadual'], cnd_municipal: ['fiscal/cnd_municipal'], crf_fgts: ['fiscal/crf_fgts'], cndt: ['fiscal/cndt'],
  atestado_empresa: ['tecnica/atestado'], atestado_profissional: ['tecnica/responsavel_tecnico', 'tecnica/atestado'], responsavel_tecnico: ['tecnica/responsavel_tecnico'], registro_conselho: ['tecnica/registro_conselho'],
  alvara_ou_licenca: ['tecnica/alvara', 'tecnica/licenca', 'tecnica/autorizacao'], afe_anvisa: ['tecnica/afe_anvisa'], equipe_ou_equipamentos: ['tecnica/equipe'], visita_tecnica: ['tecnica/visita', 'declaracao/local'],
  registro_produto: ['proposta/registro_produto'], amostra_ou_catalogo: ['proposta/amostra', 'proposta/catalogo'], planilha_custos_bdi: ['proposta/planilha', 'proposta/cronograma'], proposta_outra: ['proposta/'],
  certidao_falencia: ['economica/falencia'], balanco: ['economica/balanco'], indices: ['economica/indices'], capital_ou_pl: ['economica/capital_pl'], garantia_proposta: ['economica/garantia_proposta'], garantia_execucao: ['contratacao/garantia'],
  declaracao_menor: ['declaracao/menor'], declaracao_pcd: ['declaracao/pcd'], declaracao_custos: ['declaracao/custos'], declaracao_requisitos: ['declaracao/requisitos'], declaracao_me_epp: ['declaracao/me_epp', 'juridica/certidao_simplificada', 'juridica/prova_me_epp'], declaracao_outra: ['declaracao/', 'tecnica/visita', 'fiscal/isencao'],
  outra: [''],
};
