/** A contratação in the shape of consulta-v1; fields as PNCP names them. */
export type Registro = Readonly<Record<string, unknown>> & { readonly numeroControlePNCP: string };
export type Item = Readonly<Record<string, unknown>> & { readonly numeroItem: number };

/** A file of a contratação and its bytes. `redirecionar`: the download answers 302 to there instead. */
export interface Arquivo {
  readonly sequencialDocumento: number;
  readonly titulo: string;
  readonly tipoDocumentoId: number;
  readonly tipoDocumentoNome: string;
  /** As PNCP writes instants: no zone. */
  readonly dataPublicacaoPncp: string;
  readonly statusAtivo: boolean;
  readonly nome: string;
  readonly tipo: string;
  readonly conteudo: Buffer;
  readonly redirecionar?: string;
}

/** The key of a contratação in addresses. */
export interface Chave {
  readonly cnpj: string;
  readonly ano: number;
  readonly sequencial: number;
}

export function chaveDe(numero: string): Chave | null {
  const m = /^([0-9A-Z]{14})-1-(\d{6})\/(\d{4})$/.exec(numero);
  return m ? { cnpj: m[1]!, sequencial: Number(m[2]), ano: Number(m[3]) } : null;
}

/** @returns the canonical numeroControlePNCP */
export const numeroDe = ({ cnpj, ano, sequencial }: Chave): string => `${cnpj}-1-${String(sequencial).padStart(6, '0')}/${ano}`;
