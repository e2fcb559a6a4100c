/** Injection token of the `Pncp`. */
export const PNCP = Symbol('pncp');
