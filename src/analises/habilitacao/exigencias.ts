import type { TipoDocumentoEmpresa } from '../../empresas/index.js';
import type { GrupoHabilitacao } from '../domain/analise.js';

/** A paper that editais ask for: how they ask, where the law stands, how long it usually takes to get. */
export interface ExigenciaDocumental {
  readonly id: string;
  readonly grupo: GrupoHabilitacao;
  readonly titulo: string;
  readonly dispositivo: string;
  /** The law asks it of every winner, whatever the edital says. */
  readonly sempre: boolean;
  /** Kinds of the edital's list that ask for it. */
  readonly pedidos: readonly string[];
  /** Company's document that answers it; null = a declaration, signed with the proposal. */
  readonly tipo: TipoDocumentoEmpresa | null;
  /** Business days it usually takes to get or renew: our convention. */
  readonly dias: number;
  /** Does not expire: it is valid however old. */
  readonly semPrazo?: true;
  /** Only the regularity papers: ME/EPP may put them right after winning (LC 123, art. 43). */
  readonly sanavel?: true;
  readonly acao: string;
  readonly verificacoes?: readonly string[];
}

const LEI = 'da Lei 14.133/2021';

/** Papers of arts. 66, 68 and 69 and declarations of arts. 4º, 63 and 68, in the order of the matrix. */
export const EXIGENCIAS: readonly ExigenciaDocumental[] = [
  {
    id: 'ato_constitutivo', grupo: 'juridica', titulo: 'Ato constitutivo (contrato social, estatuto ou registro de empresário)', dispositivo: `art. 66 ${LEI}`, sempre: true, tipo: 'contrato_social', dias: 5, semPrazo: true,
    pedidos: ['juridica/ato_constitutivo'], acao: 'Pedir a via consolidada na Junta Comercial.',
  },
  {
    id: 'certidao_simplificada', grupo: 'juridica', titulo: 'Certidão simplificada da Junta Comercial', dispositivo: `art. 66 ${LEI}`, sempre: false, tipo: 'certidao_simplificada', dias: 3,
    pedidos: ['juridica/certidao_simplificada', 'juridica/prova_me_epp'], acao: 'Emitir na Junta Comercial.',
  },
  {
    id: 'cnpj', grupo: 'fiscal', titulo: 'Inscrição no CNPJ', dispositivo: `art. 68, I, ${LEI}`, sempre: true, tipo: 'cartao_cnpj', dias: 1, semPrazo: true,
    pedidos: ['fiscal/cnpj'], acao: 'Emitir o cartão no site da Receita Federal.',
  },
  {
    id: 'inscricao_contribuinte', grupo: 'fiscal', titulo: 'Inscrição estadual ou municipal', dispositivo: `art. 68, II, ${LEI}`, sempre: false, tipo: 'inscricao_municipal', dias: 10, semPrazo: true,
    pedidos: ['fiscal/inscricao_contribuinte'], acao: 'Emitir o comprovante na Fazenda do estado ou do município da sede.',
  },
  {
    id: 'cnd_federal', grupo: 'fiscal', titulo: 'Certidão federal conjunta (RFB e PGFN, inclui INSS)', dispositivo: `art. 68, III e IV, ${LEI}`, sempre: true, tipo: 'cnd_federal', dias: 2, sanavel: true,
    pedidos: ['fiscal/cnd_federal'], acao: 'Emitir no e-CAC; se houver débito, pagar ou parcelar antes.', verificacoes: ['quitacao_sumula283', 'documentos_de_todos_art63'],
  },
  {
    id: 'cnd_estadual', grupo: 'fiscal', titulo: 'Certidão da Fazenda estadual da sede', dispositivo: `art. 68, III, ${LEI}`, sempre: false, tipo: 'cnd_estadual', dias: 2, sanavel: true,
    pedidos: ['fiscal/cnd_estadual'], acao: 'Emitir no site da Fazenda do estado.',
  },
  {
    id: 'cnd_municipal', grupo: 'fiscal', titulo: 'Certidão da Fazenda municipal da sede', dispositivo: `art. 68, III, ${LEI}`, sempre: false, tipo: 'cnd_municipal', dias: 3, sanavel: true,
    pedidos: ['fiscal/cnd_municipal'], acao: 'Emitir na prefeitura da sede.', verificacoes: ['certidao_municipio_licitante'],
  },
  {
    id: 'crf_fgts', grupo: 'fiscal', titulo: 'Regularidade do FGTS (CRF)', dispositivo: `art. 68, IV, ${LEI}`, sempre: true, tipo: 'crf_fgts', dias: 1, sanavel: true, pedidos: ['fiscal/crf_fgts'], acao: 'Renovar no site da Caixa (vale 30 dias).',
  },
  {
    id: 'cndt', grupo: 'trabalhista', titulo: 'Certidão negativa de débitos trabalhistas (CNDT)', dispositivo: `art. 68, V, ${LEI}`, sempre: true, tipo: 'cndt', dias: 1, sanavel: true, pedidos: ['fiscal/cndt'], acao: 'Emitir no site do TST (vale 180 dias).', verificacoes: ['certidao_infracao_trabalhista'],
  },
  {
    id: 'certidao_falencia', grupo: 'economica', titulo: 'Certidão negativa de falência', dispositivo: `art. 69, II, ${LEI}`, sempre: false, tipo: 'certidao_falencia', dias: 3, pedidos: ['economica/falencia'], acao: 'Pedir ao distribuidor da sede.', verificacoes: ['concordata_extinta', 'recuperacao_judicial'],
  },
  {
    id: 'sicaf', grupo: 'juridica', titulo: 'Registro no SICAF', dispositivo: `art. 70, II, ${LEI}`, sempre: false, tipo: 'sicaf', dias: 5, pedidos: ['juridica/registro_cadastral'], acao: 'Fazer ou atualizar o cadastro no SICAF.', verificacoes: ['sicaf_previo_sumula274'],
  },
  {
    id: 'declaracao_menor', grupo: 'social', titulo: 'Declaração sobre trabalho de menores', dispositivo: `art. 68, VI, ${LEI}`, sempre: true, tipo: null, dias: 0, pedidos: ['declaracao/menor'], acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_pcd', grupo: 'declaracao', titulo: 'Declaração de reserva de cargos (PcD e reabilitados)', dispositivo: `art. 63, IV, ${LEI}`, sempre: true, tipo: null, dias: 0, pedidos: ['declaracao/pcd'], acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_custos', grupo: 'declaracao', titulo: 'Declaração de que a proposta cobre os custos trabalhistas', dispositivo: `art. 63, § 1º, ${LEI}`, sempre: true, tipo: null, dias: 0, pedidos: ['declaracao/custos'], acao: 'Declarar com a proposta.', verificacoes: ['declaracao_custos_art63'],
  },
  {
    id: 'declaracao_requisitos', grupo: 'declaracao', titulo: 'Declaração de que atende aos requisitos de habilitação', dispositivo: `art. 63, I, ${LEI}`, sempre: false, tipo: null, dias: 0, pedidos: ['declaracao/requisitos'], acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_me_epp', grupo: 'declaracao', titulo: 'Declaração de ME/EPP e do teto de contratos do ano', dispositivo: `art. 4º, § 2º, ${LEI}`, sempre: false, tipo: null, dias: 0,
    pedidos: ['declaracao/me_epp'], acao: 'Declarar com a proposta, se usar o benefício.', verificacoes: ['declaracao_me_epp_art4'],
  },
];
