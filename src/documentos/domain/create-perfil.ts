import type { Empresa, PapelLido } from '../../empresas/index.js';
import { invalido } from '../../kernel/index.js';

/** Kinds that say who the company is, in order of authority. */
const IDENTIDADE = ['cartao_cnpj', 'certidao_simplificada', 'contrato_social', 'cnd_federal', 'cndt', 'crf_fgts', 'cnd_estadual', 'cnd_municipal', 'sicaf', 'balanco', 'certidao_falencia'] as const;
const MAX_DESCRICAO = 1_000;

/**
 * The beginning of a profile from papers alone: whose they are and what the company does. Papers of several companies are told by the
 * CNPJ of the paper of most authority.
 * @throws AlicitError `cnpj_nao_lido` when no paper tells the CNPJ
 */
export function createPerfil(papeis: readonly PapelLido[]): Empresa {
  const cnpj = IDENTIDADE.flatMap((tipo) => papeis.filter((p) => p.leitura.tipo === tipo && p.leitura.titular.cnpj)).at(0)?.leitura.titular.cnpj;
  if (!cnpj) throw invalido('cnpj_nao_lido', 'Nenhum documento da pasta diz o CNPJ da empresa. Junte o cartão CNPJ, ou informe um perfil com --perfil.');
  const seus = papeis.filter((p) => p.leitura.titular.cnpj === cnpj);
  const objeto = seus.find((p) => p.leitura.valores.sociedade?.objeto)?.leitura.valores.sociedade?.objeto;
  const atividade = seus.find((p) => p.leitura.valores.cadastro?.atividadePrincipal)?.leitura.valores.cadastro?.atividadePrincipal;
  return { cnpj, descricao: (objeto ?? atividade ?? 'Atividade não informada nos documentos.').slice(0, MAX_DESCRICAO) };
}
