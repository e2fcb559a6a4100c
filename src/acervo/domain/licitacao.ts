import type { DecimalTexto } from '../../kernel/index.js';

/** An item as PNCP publishes it. 0 amounts are null (unknown). */
export interface ItemPncp {
  readonly numero: number;
  readonly descricao: string;
  readonly quantidade: DecimalTexto | null;
  readonly unidade: string | null;
  readonly valorUnitario: DecimalTexto | null;
  readonly valorTotal: DecimalTexto | null;
  readonly beneficio: 'exclusiva_me_epp' | 'subcontratacao_me_epp' | 'cota_reservada' | 'sem_beneficio' | 'nao_se_aplica' | null;
  readonly materialOuServico: 'M' | 'S' | null;
  readonly sigiloso: boolean | null;
  readonly criterioJulgamentoId: number | null;
}

/** What PNCP says of a tender, in our words; PNCP's own field names live only in its adapter. Instants are ISO with offset. */
export interface Licitacao {
  readonly numeroControlePNCP: string | null;
  readonly numeroEdital: string | null;
  readonly numeroProcesso: string | null;
  readonly orgaoNome: string | null;
  readonly orgaoCnpj: string | null;
  readonly unidadeNome: string | null;
  readonly uf: string | null;
  readonly municipio: string | null;
  readonly codigoIbge: string | null;
  readonly esfera: 'F' | 'E' | 'M' | 'D' | 'N' | null;
  readonly modalidadeId: number | null;
  readonly modoDisputaId: number | null;
  readonly instrumentoId: number | null;
  readonly amparoLegalCodigo: number | null;
  readonly amparoLegalNome: string | null;
  readonly situacao: 'divulgada' | 'revogada' | 'anulada' | 'suspensa' | null;
  readonly objeto: string | null;
  readonly srp: boolean | null;
  /** Null when 0 or 9999999999999.99: unknown. */
  readonly valorEstimado: DecimalTexto | null;
  readonly orcamentoSigiloso: boolean | null;
  readonly publicacao: string | null;
  readonly atualizacao: string | null;
  readonly aberturaPropostas: string | null;
  readonly encerramentoPropostas: string | null;
  readonly linkSistemaOrigem: string | null;
  readonly plataforma: string | null;
  readonly itens: readonly ItemPncp[];
}
