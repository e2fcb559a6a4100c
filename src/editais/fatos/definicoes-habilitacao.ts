export const DEFINICOES_HABILITACAO = [] as const;
