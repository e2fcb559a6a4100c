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
  /** How the edital asks, on folded text. */
  readonly padrao: RegExp;
  /** Sentences that name it for something else. */
  readonly exceto?: RegExp;
  /** Company's document that answers it; null = a declaration, signed with the proposal. */
  readonly tipo: TipoDocumentoEmpresa | null;
  /** Business days it usually takes to get or renew: our convention. */
  readonly dias: number;
  /** Does not expire: it is valid however old. */
  readonly semPrazo?: true;
  /** Only the regularity papers: ME/EPP may put them right after winning (LC 123, art. 43). */
  readonly sanavel?: true;
  /** What it states is a negative ("não emprega menor"): "não" before it is no waiver. */
  readonly negativa?: true;
  readonly acao: string;
  readonly verificacoes?: readonly string[];
}

const LEI = 'da Lei 14.133/2021';

/** Papers of arts. 66, 68 and 69 and declarations of arts. 4º, 63 and 68, in the order of the matrix. */
export const EXIGENCIAS: readonly ExigenciaDocumental[] = [
  {
    id: 'ato_constitutivo', grupo: 'juridica', titulo: 'Ato constitutivo (contrato social, estatuto ou registro de empresário)', dispositivo: `art. 66 ${LEI}`, sempre: true, tipo: 'contrato_social', dias: 5, semPrazo: true,
    padrao: /\b(?:ato\s+constitutivo|contrato\s+social|estatuto\s+(?:social|em\s+vigor)|registro\s+comercial|ccmei|requerimento\s+de\s+empresari[oa]|inscricao\s+no\s+registro\s+publico\s+de\s+empresas)/, exceto: /vinculo|responsavel\s+tecnico|quadro\s+permanente|profissional/, acao: 'Pedir a via consolidada na Junta Comercial.',
  },
  {
    id: 'certidao_simplificada', grupo: 'juridica', titulo: 'Certidão simplificada da Junta Comercial', dispositivo: `art. 66 ${LEI}`, sempre: false, tipo: 'certidao_simplificada', dias: 3,
    padrao: /\bcertidao\s+(?:simplificada|especifica)\b|\bcertidao\b[^.;]{0,60}?\bjunta\s+comercial/, acao: 'Emitir na Junta Comercial.',
  },
  {
    id: 'cnpj', grupo: 'fiscal', titulo: 'Inscrição no CNPJ', dispositivo: `art. 68, I, ${LEI}`, sempre: true, tipo: 'cartao_cnpj', dias: 1, semPrazo: true,
    padrao: /\b(?:prova|comprova\w+|cartao|inscricao|registro|comprovante)\b[^.;]{0,80}?\b(?:cadastro\s+nacional\s+d[ea]s?\s+pessoas?\s+juridicas?|cnpj)\b/, acao: 'Emitir o cartão no site da Receita Federal.',
  },
  {
    id: 'inscricao_contribuinte', grupo: 'fiscal', titulo: 'Inscrição estadual ou municipal', dispositivo: `art. 68, II, ${LEI}`, sempre: false, tipo: 'inscricao_municipal', dias: 10, semPrazo: true,
    padrao: /\b(?:inscricao|cadastro)\s+(?:n[oa]s?\s+)?(?:cadastro\s+)?(?:de\s+)?(?:contribuintes?\s+)?(?:estadual|municipal|estadual\s+e\s*\/?\s*ou\s+municipal)\b/, exceto: /razao\s+social|telefone|e-?mail|endereco/, acao: 'Emitir o comprovante na Fazenda do estado ou do município da sede.',
  },
  {
    id: 'cnd_federal', grupo: 'fiscal', titulo: 'Certidão federal conjunta (RFB e PGFN, inclui INSS)', dispositivo: `art. 68, III e IV, ${LEI}`, sempre: true, tipo: 'cnd_federal', dias: 2, sanavel: true,
    padrao: /\b(?:fazenda\s+(?:publica\s+)?(?:nacional|federal)|receita\s+federal|pgfn|tributos\s+(?:e\s+contribuicoes\s+)?federais|divida\s+ativa\s+da\s+uniao|creditos\s+tributarios\s+federais|fazendas?[^.;]{0,20}federal)\b/, acao: 'Emitir no e-CAC; se houver débito, pagar ou parcelar antes.', verificacoes: ['quitacao_sumula283', 'documentos_de_todos_art63'],
  },
  {
    id: 'cnd_estadual', grupo: 'fiscal', titulo: 'Certidão da Fazenda estadual da sede', dispositivo: `art. 68, III, ${LEI}`, sempre: false, tipo: 'cnd_estadual', dias: 2, sanavel: true,
    padrao: /\b(?:fazendas?\s+(?:publicas?\s+)?(?:federal,?\s+)?(?:e\s+)?(?:d?[oa]?\s*)?(?:estadual|estaduais|distrital|do\s+estado)|tributos\s+estaduais|debitos\s+estaduais|certidao\b[^.;]{0,60}?\bestadual)\b|\bfazendas?[^.;]{0,40}\bestadual\b/, acao: 'Emitir no site da Fazenda do estado.',
  },
  {
    id: 'cnd_municipal', grupo: 'fiscal', titulo: 'Certidão da Fazenda municipal da sede', dispositivo: `art. 68, III, ${LEI}`, sempre: false, tipo: 'cnd_municipal', dias: 3, sanavel: true,
    padrao: /\bfazendas?[^.;]{0,50}\bmunicipal\b|\b(?:tributos|debitos)\s+municipais\b|\bcertidao\b[^.;]{0,60}?\bmunicipa(?:l|is)\b/, acao: 'Emitir na prefeitura da sede.', verificacoes: ['certidao_municipio_licitante'],
  },
  {
    id: 'crf_fgts', grupo: 'fiscal', titulo: 'Regularidade do FGTS (CRF)', dispositivo: `art. 68, IV, ${LEI}`, sempre: true, tipo: 'crf_fgts', dias: 1, sanavel: true, padrao: /\bfgts\b|\bfundo\s+de\s+garantia\s+d[oe]\s+tempo\s+de\s+servico\b/, acao: 'Renovar no site da Caixa (vale 30 dias).',
  },
  {
    id: 'cndt', grupo: 'trabalhista', titulo: 'Certidão negativa de débitos trabalhistas (CNDT)', dispositivo: `art. 68, V, ${LEI}`, sempre: true, tipo: 'cndt', dias: 1, sanavel: true, padrao: /\bcndt\b|\bdebitos\s+trabalhistas\b|\bjustica\s+do\s+trabalho\b/, acao: 'Emitir no site do TST (vale 180 dias).', verificacoes: ['certidao_infracao_trabalhista'],
  },
  {
    id: 'certidao_falencia', grupo: 'economica', titulo: 'Certidão negativa de falência', dispositivo: `art. 69, II, ${LEI}`, sempre: false, tipo: 'certidao_falencia', dias: 3, padrao: /\bfalencia\b/, exceto: /concurso\s+de\s+credores|em\s+(?:processo|estado|regime)\s+de\s+falencia|falencia\s+decretada|decretacao\s+d[ae]\s+falencia/, acao: 'Pedir ao distribuidor da sede.', verificacoes: ['concordata_extinta', 'recuperacao_judicial'],
  },
  {
    id: 'sicaf', grupo: 'juridica', titulo: 'Registro no SICAF', dispositivo: `art. 70, II, ${LEI}`, sempre: false, tipo: 'sicaf', dias: 5, padrao: /\b(?:credencia|cadastr|registr|inscri)\w+[^.;]{0,80}?\bsicaf\b/, exceto: /consulta|penalidad|sanc(?:ao|oes)|fiscaliza|regulariz|pagament|poder\w+\s+ser\s+substitu|substituid|dispensad/, acao: 'Fazer ou atualizar o cadastro no SICAF.', verificacoes: ['sicaf_previo_sumula274'],
  },
  {
    id: 'declaracao_menor', grupo: 'social', titulo: 'Declaração sobre trabalho de menores', dispositivo: `art. 68, VI, ${LEI}`, sempre: true, tipo: null, dias: 0, negativa: true, padrao: /\b(?:xxxiii|inciso\s+33)\b|\bmenor(?:es)?\s+de\s+(?:18|dezoito|16|dezesseis)\b/, acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_pcd', grupo: 'declaracao', titulo: 'Declaração de reserva de cargos (PcD e reabilitados)', dispositivo: `art. 63, IV, ${LEI}`, sempre: true, tipo: null, dias: 0, padrao: /\breserva\s+de\s+cargos\b|\bpessoas?\s+com\s+deficiencia\b/, acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_custos', grupo: 'declaracao', titulo: 'Declaração de que a proposta cobre os custos trabalhistas', dispositivo: `art. 63, § 1º, ${LEI}`, sempre: true, tipo: null, dias: 0, padrao: /\bintegralidade\s+d[oe]s?\s+custos\b/, acao: 'Declarar com a proposta.', verificacoes: ['declaracao_custos_art63'],
  },
  {
    id: 'declaracao_requisitos', grupo: 'declaracao', titulo: 'Declaração de que atende aos requisitos de habilitação', dispositivo: `art. 63, I, ${LEI}`, sempre: false, tipo: null, dias: 0, padrao: /\bdeclara\w+[^.;]{0,120}?\b(?:cumpr|atend|satisfaz)\w*[^.;]{0,60}?\b(?:requisitos|exigencias)\b[^.;]{0,30}?\bhabilitacao\b/, acao: 'Declarar com a proposta.',
  },
  {
    id: 'declaracao_me_epp', grupo: 'declaracao', titulo: 'Declaração de ME/EPP e do teto de contratos do ano', dispositivo: `art. 4º, § 2º, ${LEI}`, sempre: false, tipo: null, dias: 0,
    padrao: /\bdeclara\w+[^;]{0,220}?\b(?:microempresa|pequeno\s+porte|123\/2006)\b|\bano[-\s]?calendario\b[^;]{0,200}?\bcontrat|\bdeclara\w+[^;]{0,160}?\bcontrat\w+[^;]{0,120}?\bano[-\s]?calendario\b/, acao: 'Declarar com a proposta, se usar o benefício.', verificacoes: ['declaracao_me_epp_art4'],
  },
];
