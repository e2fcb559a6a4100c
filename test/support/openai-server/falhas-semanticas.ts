import type { PedidoModelo, RespostaModelo } from './tipos.ts';

/** Faults of meaning: an honest structured answer made false. Null: this one makes no sense for this answer. */
export const FALHAS_SEMANTICAS = {} as const satisfies Record<string, (resposta: RespostaModelo, pedido: PedidoModelo) => RespostaModelo | null>;
