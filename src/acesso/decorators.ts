import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Acesso, Escopo } from './escopos.js';

export const CHAVE_ESCOPO = 'alicit:escopo';
export const CHAVE_PUBLICA = 'alicit:publica';

/** The scope a route asks for. A route with neither this nor `@Publica()` is closed to all. */
export const ExigeEscopo = (escopo: Escopo): MethodDecorator & ClassDecorator => applyDecorators(SetMetadata(CHAVE_ESCOPO, escopo), ApiExtension('x-escopo', escopo));

/** Open to whoever asks: health, metrics, documentation. */
export const Publica = (): MethodDecorator & ClassDecorator => applyDecorators(SetMetadata(CHAVE_PUBLICA, true), ApiExtension('x-publica', true));

export interface PedidoComAcesso extends FastifyRequest {
  acesso?: Acesso;
}

/** The API key a request came with, as it came. */
export const readBearer = (pedido: FastifyRequest): string | undefined => parseBearer(pedido.headers.authorization);

/** The credential of an `Authorization` header; undefined when it is not a bearer's. */
export const parseBearer = (authorization: string | undefined): string | undefined => /^Bearer\s{1,4}(\S{1,200})$/i.exec(authorization ?? '')?.[1];

/** The `Acesso` of the request, put there by the guard. */
export const Quem = createParamDecorator((_: unknown, contexto: ExecutionContext): Acesso => {
  const { acesso } = contexto.switchToHttp().getRequest<PedidoComAcesso>();
  if (!acesso) throw new Error('rota sem guarda de acesso');
  return acesso;
});
