/** `pendente`: to be fetched, also again · `guardado` · `falhou`: given up, may be asked for again · `retirado`: withdrawn before it was fetched. */
export const ESTADOS_ARQUIVO_PNCP = ['pendente', 'guardado', 'falhou', 'retirado'] as const;
export type EstadoArquivoPncp = (typeof ESTADOS_ARQUIVO_PNCP)[number];

/** Attempts at one file before it is given up; with the waits below, about a day. */
export const MAX_TENTATIVAS_ARQUIVO = 8;
const MINUTO = 60;
const MAX_ESPERA_S = 6 * 60 * MINUTO;

/** How long a file waits after its `tentativas`-th failure, seconds: 1, 4, 16, 64 minutes… at most six hours; longer when PNCP asks for it. */
export const esperaArquivoS = (tentativas: number, pedidaS = 0): number => Math.min(Math.max(MINUTO * 4 ** (tentativas - 1), pedidaS), MAX_ESPERA_S);
