export const DEFINICOES_IDENTIFICACAO = [] as const;
