import type { LeituraDocumento } from './leitura-documento.js';
import type { TipoDocumentoEmpresa } from './empresa.js';

/**
 * Whom a paper binds: the whole company (root of the CNPJ) or one establishment, with the source. `conferida` false: our reading of
 * practice, not checked in an official text.
 */
export interface Alcance {
  readonly por: 'raiz' | 'estabelecimento';
  readonly fonte: string;
  readonly conferida: boolean;
}

const raiz = (fonte: string, conferida = false): Alcance => ({ por: 'raiz', fonte, conferida });
const estabelecimento = (fonte: string, conferida = false): Alcance => ({ por: 'estabelecimento', fonte, conferida });

/** The rule of each kind. Printed texts are told as such: the paper itself is the source. */
export const ALCANCE: Readonly<Record<TipoDocumentoEmpresa, Alcance>> = {
  cnd_federal: raiz('texto impresso na certidão: “válida para o estabelecimento matriz e suas filiais”', true),
  cndt: raiz('texto impresso na certidão: atesta a empresa em relação a todos os seus estabelecimentos, agências ou filiais', true),
  crf_fgts: raiz('prática da Caixa: o certificado da matriz abrange as filiais quando o recolhimento é centralizado'),
  certidao_falencia: raiz('a falência é da pessoa jurídica, no foro do principal estabelecimento (art. 3º da Lei 11.101/2005)'),
  contrato_social: raiz('o ato constitutivo é da pessoa jurídica'), balanco: raiz('as demonstrações são da pessoa jurídica'), atestado: raiz('matriz e filial são a mesma pessoa jurídica'),
  registro_conselho: raiz('o registro é da pessoa jurídica na jurisdição do conselho'), certidao_simplificada: raiz('o registro na Junta é da pessoa jurídica'),
  cartao_cnpj: estabelecimento('a inscrição é de cada estabelecimento'), cnd_estadual: estabelecimento('tributos estaduais são de cada inscrição; há Estados que certificam a raiz e o imprimem'), cnd_municipal: estabelecimento('tributos municipais são de cada inscrição; há municípios que certificam a raiz e o imprimem'),
  inscricao_estadual: estabelecimento('a inscrição é de cada estabelecimento'), inscricao_municipal: estabelecimento('a inscrição é de cada estabelecimento'), sicaf: estabelecimento('o cadastro é de cada CNPJ'),
  licenca: estabelecimento('a licença é de cada endereço'), outro: estabelecimento('tipo não reconhecido'),
};

/** Whether a paper counts for a company, and why not (Portuguese). A paper that names no CNPJ counts, with a reason to look. */
export interface Pertenca {
  readonly conta: boolean;
  readonly codigo: 'do_titular' | 'sem_cnpj' | 'de_outra_filial' | 'filial_abrangida' | 'de_outra_empresa';
  readonly motivo: string;
}

/** Compares the holder of a paper with a company's CNPJ (14 characters, no mask). */
export function judgeTitular({ tipo, titular }: Pick<LeituraDocumento, 'tipo' | 'titular'>, cnpj: string): Pertenca {
  const quem = titular.nome ? ` (${titular.nome})` : '';
  if (!titular.raiz) return { conta: true, codigo: 'sem_cnpj', motivo: 'O CNPJ do titular não foi lido: confira se o documento é da empresa.' };
  if (titular.raiz !== cnpj.slice(0, 8)) return { conta: false, codigo: 'de_outra_empresa', motivo: `O documento é de outra empresa${quem}, CNPJ ${titular.cnpj ?? titular.raiz}: não conta.` };
  if (!titular.cnpj || titular.cnpj === cnpj) return { conta: true, codigo: 'do_titular', motivo: 'O documento é da empresa.' };
  const { por, fonte, conferida } = ALCANCE[tipo];
  const nota = conferida ? fonte : `${fonte}; fonte a conferir`;
  if (por === 'raiz') return { conta: true, codigo: 'filial_abrangida', motivo: `O documento traz o CNPJ de outro estabelecimento da mesma empresa (${titular.cnpj}) e conta para todos: ${nota}.` };
  return { conta: false, codigo: 'de_outra_filial', motivo: `O documento é de outro estabelecimento da empresa (CNPJ ${titular.cnpj}): não conta (${nota}).` };
}
