import { applyDecorators, Injectable, SetMetadata, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';

/** Where the description of an operation says that it is on its way out. */
export const DESCONTINUADA = 'x-descontinuada';

/** An operation that will leave: docs/versoes-da-api.md has the rules. */
export interface Descontinuacao {
  /** Since when it should not be used in new programs: `AAAA-MM-DD`, UTC. */
  readonly desde: string;
  /** From when it may no longer answer: `AAAA-MM-DD`, UTC. */
  readonly fim: string;
  /** Path of what to use instead; null when there is nothing. */
  readonly alternativa: string | null;
}

/** Headers of RFC 9745 (`Deprecation`), RFC 8594 (`Sunset`) and RFC 8288 (`Link`). */
export function headersOf({ desde, fim, alternativa }: Descontinuacao): Readonly<Record<string, string>> {
  return {
    deprecation: `@${Math.floor(toInstante(desde).getTime() / 1000)}`,
    sunset: toInstante(fim).toUTCString(),
    ...(alternativa === null ? {} : { link: `<${alternativa}>; rel="successor-version"` }),
  };
}

/** @throws Error a date that is not one: found when the route is declared, not when it is called */
function toInstante(data: string): Date {
  const d = new Date(`${data}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(data) || Number.isNaN(d.getTime())) throw new Error(`@Descontinuada: ${data} is not a date`);
  return d;
}

/** What its description says. */
export const appendDescontinuada = (d: { readonly [K in keyof Descontinuacao]?: unknown }): string =>
  `**Descontinuada** desde ${String(d.desde)}; deixa de responder em ${String(d.fim)}.${typeof d.alternativa === 'string' ? ` Use \`${d.alternativa}\`.` : ''}`;

/** Sends the headers with every answer of the route, errors of its own included. */
@Injectable()
export class DescontinuadaInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(contexto: ExecutionContext, proximo: CallHandler): Observable<unknown> {
    const marca = this.reflector.getAllAndOverride<Descontinuacao | undefined>(DESCONTINUADA, [contexto.getHandler(), contexto.getClass()]);
    if (marca) contexto.switchToHttp().getResponse<FastifyReply>().headers(headersOf(marca));
    return proximo.handle();
  }
}

/** Marks a route that will leave: headers in its answers, `deprecated` in the description. */
export function Descontinuada(d: Descontinuacao): MethodDecorator & ClassDecorator {
  headersOf(d);
  return applyDecorators(SetMetadata(DESCONTINUADA, d), ApiExtension(DESCONTINUADA, d), UseInterceptors(DescontinuadaInterceptor));
}
