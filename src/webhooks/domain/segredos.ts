/** The secrets of an endpoint. During a rotation both sign, so the receiver changes its own when it can. */
export interface Segredos {
  readonly atual: string;
  readonly anterior: { readonly segredo: string; readonly validoAte: Date } | null;
}

/** How long the secret before a rotation still signs. */
export const SOBREPOSICAO_MS = 24 * 3600 * 1000;

/** The new secret becomes the current one; the old one signs for 24 h more. One that was already on its way out ends now. */
export const rotateSegredo = ({ atual }: Segredos, novo: string, agora: Date): Segredos => ({
  atual: novo,
  anterior: { segredo: atual, validoAte: new Date(agora.getTime() + SOBREPOSICAO_MS) },
});

/** The secrets that sign at `agora`, the current one first. */
export const pickSegredosValidos = ({ atual, anterior }: Segredos, agora: Date): readonly string[] =>
  anterior && agora < anterior.validoAte ? [atual, anterior.segredo] : [atual];
