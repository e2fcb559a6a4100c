import type { TipoDocumentoEmpresa } from '../../empresas/index.js';

/** What each kind is called, for users. */
export const TITULO_DO_TIPO: Readonly<Record<TipoDocumentoEmpresa, string>> = {
  cnd_federal: 'Certidão federal (RFB/PGFN)', cnd_estadual: 'Certidão estadual', cnd_municipal: 'Certidão municipal', crf_fgts: 'CRF do FGTS', cndt: 'CNDT', certidao_falencia: 'Certidão de falência e recuperação judicial',
  contrato_social: 'Contrato social', cartao_cnpj: 'Cartão CNPJ', inscricao_estadual: 'Inscrição estadual', inscricao_municipal: 'Inscrição municipal', balanco: 'Balanço patrimonial', atestado: 'Atestado de capacidade técnica',
  registro_conselho: 'Registro no conselho profissional', certidao_simplificada: 'Certidão simplificada da Junta', sicaf: 'SICAF', licenca: 'Licença ou alvará', outro: 'Documento não reconhecido',
};
