import type { Campo, ValorPorCampo } from '../domain/fato.js';

/** Values already decided, for fields that depend on others (the tender's modality, whether it is SRP, …). */
export type FatosDaLicitacao = { readonly [C in Campo]?: ValorPorCampo[C] };
