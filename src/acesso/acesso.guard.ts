import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AlicitError } from '../kernel/index.js';
import { ChavesService } from './chaves.service.js';
import { CHAVE_ESCOPO, CHAVE_PUBLICA, type PedidoComAcesso } from './decorators.js';
import type { Escopo } from './escopos.js';

/** The one guard of the API: key → organisation → scope. Closed unless a route says otherwise. */
@Injectable()
export class AcessoGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly chaves: ChavesService) {}

  async canActivate(contexto: ExecutionContext): Promise<boolean> {
    const alvos = [contexto.getHandler(), contexto.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(CHAVE_PUBLICA, alvos)) return true;
    const pedido = contexto.switchToHttp().getRequest<PedidoComAcesso>();
    const chave = /^Bearer\s{1,4}(\S{1,200})$/i.exec(pedido.headers.authorization ?? '')?.[1];
    const acesso = chave ? await this.chaves.find(chave) : null;
    if (!acesso) throw new AlicitError('nao_autenticado', chave ? 'chave_invalida' : 'chave_ausente', chave ? 'A chave de API não existe, expirou ou foi revogada.' : 'Informe a chave de API no cabeçalho Authorization: Bearer alicit_….');
    pedido.acesso = acesso;
    const escopo = this.reflector.getAllAndOverride<Escopo | undefined>(CHAVE_ESCOPO, alvos);
    if (!escopo || !acesso.escopos.has(escopo)) throw new AlicitError('proibido', 'escopo_ausente', `A chave de API não tem o escopo ${escopo ?? 'necessário'}: peça a quem administra a organização uma chave que o tenha.`, { escopo: escopo ?? null });
    return true;
  }
}
