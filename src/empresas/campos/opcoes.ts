import type { DocumentoEmpresa, Porte, ResultadoCertidao, Sancao } from '../domain/empresa.js';
import { readOpcao } from './textos.js';

/** Size of the company (LC 123/2006, arts. 3º and 18-A) in the spellings people use. */
export const readPorte = readOpcao<Porte>({
  mei: ['microempreendedor individual', 'empreendedor individual'],
  me: ['microempresa', 'micro empresa', 'micro'],
  epp: ['empresa de pequeno porte', 'pequeno porte', 'pequena empresa', 'pequena'],
  demais: ['demais empresas', 'medio', 'media empresa', 'grande', 'grande empresa', 'medio porte', 'grande porte', 'sem enquadramento', 'normal'],
});

/** Kind of document, in the names certidões are known by. */
export const readTipoDocumento = readOpcao<DocumentoEmpresa['tipo']>({
  cnd_federal: ['cnd', 'cpen federal', 'certidao federal', 'certidao conjunta federal', 'receita federal', 'certidao negativa federal', 'cnd rfb pgfn', 'pgfn'],
  cnd_estadual: ['certidao estadual', 'certidao negativa estadual', 'sefaz'],
  cnd_municipal: ['certidao municipal', 'certidao negativa municipal', 'iss'],
  crf_fgts: ['fgts', 'crf', 'certificado de regularidade do fgts', 'regularidade fgts'],
  cndt: ['certidao trabalhista', 'certidao negativa de debitos trabalhistas', 'tst'],
  certidao_falencia: ['falencia', 'certidao de falencia', 'certidao negativa de falencia', 'falencia e recuperacao judicial'],
  contrato_social: ['estatuto', 'estatuto social', 'ato constitutivo', 'ccmei', 'requerimento de empresario'],
  cartao_cnpj: ['cnpj', 'comprovante cnpj', 'inscricao cnpj'],
  inscricao_estadual: ['ie'],
  inscricao_municipal: ['im', 'alvara municipal'],
  balanco: ['balanco patrimonial', 'demonstracoes contabeis', 'dre'],
  atestado: ['atestado de capacidade tecnica', 'act', 'cat'],
  registro_conselho: ['crea', 'cau', 'cra', 'crm', 'conselho', 'registro no conselho', 'registro crea'],
  certidao_simplificada: ['certidao simplificada da junta', 'junta comercial'],
  sicaf: ['cadastro sicaf', 'crc'],
  licenca: ['licenca sanitaria', 'alvara sanitario', 'afe', 'anvisa', 'licenca ambiental', 'autorizacao', 'alvara'],
  outro: ['outra', 'outros'],
});

/** What a certidão states, in the names it goes by. */
export const readResultadoCertidao = readOpcao<ResultadoCertidao>({
  negativa: ['regular', 'nada consta'],
  positiva_com_efeitos_de_negativa: ['positiva com efeito de negativa', 'cpen', 'cpden'],
  positiva: ['irregular', 'consta'],
});

export const readTipoSancao = readOpcao<Sancao['tipo']>({
  impedimento: ['impedimento de licitar e contratar', 'impedida'],
  inidoneidade: ['declaracao de inidoneidade', 'inidonea', 'inidoneo'],
  suspensao: ['suspensao temporaria', 'suspensa'],
});
export const readEsfera = readOpcao<NonNullable<Sancao['esfera']>>({
  federal: ['f', 'uniao'],
  estadual: ['e', 'estado', 'distrital', 'df'],
  municipal: ['m', 'municipio', 'prefeitura'],
});
