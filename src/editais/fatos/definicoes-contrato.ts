export const DEFINICOES_CONTRATO = [] as const;
