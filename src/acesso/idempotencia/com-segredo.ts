import { SetMetadata } from '@nestjs/common';

export const CHAVE_COM_SEGREDO = 'alicit:com-segredo';

/** The answer of this route holds a secret: kept for repetition only sealed by the API key that asked for it. */
export const ComSegredo = (): MethodDecorator => SetMetadata(CHAVE_COM_SEGREDO, true);
