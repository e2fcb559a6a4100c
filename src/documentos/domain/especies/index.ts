import type { TipoDocumentoEmpresa } from '../../../empresas/index.js';
import type { LeitorEspecie } from '../leitor.js';
import { readAtestado } from './atestado.js';
import { readBalanco } from './balanco.js';
import { readInscricaoEstadual, readInscricaoMunicipal, readLicenca, readRegistroConselho, readSicaf } from './cadastros.js';
import { readCartaoCnpj } from './cartao-cnpj.js';
import { readCndEstadual, readCndFederal, readCndMunicipal, readCndt, readCrfFgts } from './certidoes-fiscais.js';
import { readFalencia } from './falencia.js';
import { readSimplificada } from './simplificada.js';
import { readContratoSocial } from './sociedade.js';

/** Who reads what is particular to each kind. */
export const ESPECIES: Readonly<Record<Exclude<TipoDocumentoEmpresa, 'outro'>, LeitorEspecie>> = {
  cnd_federal: readCndFederal, cnd_estadual: readCndEstadual, cnd_municipal: readCndMunicipal, crf_fgts: readCrfFgts, cndt: readCndt, certidao_falencia: readFalencia, cartao_cnpj: readCartaoCnpj,
  contrato_social: readContratoSocial, balanco: readBalanco, atestado: readAtestado, certidao_simplificada: readSimplificada, sicaf: readSicaf, registro_conselho: readRegistroConselho, licenca: readLicenca,
  inscricao_estadual: readInscricaoEstadual, inscricao_municipal: readInscricaoMunicipal,
};
