import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { AlicitError } from '../kernel/index.js';
import { ChavesConhecidas, type Recusa } from './chaves-conhecidas.js';
import { CHAVE_ESCOPO, CHAVE_PUBLICA, readBearer, type PedidoComAcesso } from './decorators.js';
import type { Acesso, Escopo } from './escopos.js';
import { LimitesService } from './limites.service.js';
import { UsoDasChaves } from './uso-das-chaves.js';

const RECUSAS: Readonly<Record<Recusa | 'chave_ausente', string>> = {
  chave_ausente: 'Informe a chave de API no cabeçalho Authorization: Bearer alicit_….',
  chave_invalida: 'A chave de API não existe: confira se foi copiada inteira.',
  chave_expirada: 'A chave de API expirou: use a que a substituiu ou peça outra a quem administra a organização.',
  chave_revogada: 'A chave de API foi revogada: peça outra a quem administra a organização.',
};

/** The one guard of the API: key → organisation → limit → scope. Closed unless a route says otherwise. */
@Injectable()
export class AcessoGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, private readonly conhecidas: ChavesConhecidas, private readonly limites: LimitesService, private readonly uso: UsoDasChaves) {}

  async canActivate(contexto: ExecutionContext): Promise<boolean> {
    const alvos = [contexto.getHandler(), contexto.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(CHAVE_PUBLICA, alvos)) return true;
    const http = contexto.switchToHttp();
    const pedido = http.getRequest<PedidoComAcesso>();
    const agora = Date.now();
    const acesso = await this.recognise(pedido, agora);
    pedido.acesso = acesso;
    (pedido.raw as { acesso?: Acesso }).acesso = acesso;
    this.uso.mark(acesso.chaveId, agora);
    const saldo = this.limites.spend(acesso.chaveId);
    void http.getResponse<FastifyReply>().headers(saldo.cabecalhos);
    if (saldo.tentarEmS !== null) throw new AlicitError('limite', 'muitos_pedidos', 'A chave de API passou do limite de pedidos por minuto: espere o tempo de Retry-After.', { tentarEmS: saldo.tentarEmS });
    const escopo = this.reflector.getAllAndOverride<Escopo | undefined>(CHAVE_ESCOPO, alvos);
    if (!escopo || !acesso.escopos.has(escopo)) throw new AlicitError('proibido', 'escopo_ausente', `A chave de API não tem o escopo ${escopo ?? 'necessário'}: peça a quem administra a organização uma chave que o tenha.`, { escopo: escopo ?? null });
    return true;
  }

  /** @throws AlicitError 401 with one of `RECUSAS`; 429 `muitas_falhas` */
  private async recognise(pedido: PedidoComAcesso, agora: number): Promise<Acesso> {
    const chave = readBearer(pedido);
    if (!chave) throw refuse('chave_ausente');
    const nome = this.conhecidas.nameOf(chave);
    const lembrada = nome === null ? null : this.conhecidas.recall(nome, agora);
    if (lembrada?.acesso) return lembrada.acesso;
    const giveBack = nome !== null && this.conhecidas.isBoa(nome) ? null : await this.limites.risk(pedido.ip);
    const r = lembrada ?? (nome === null ? { recusa: 'chave_invalida' as const } : await this.conhecidas.lookup(nome, agora).catch(async (erro: unknown) => {
      await giveBack?.();
      throw erro;
    }));
    if (!r.acesso) throw refuse(r.recusa);
    await giveBack?.();
    return r.acesso;
  }
}

const refuse = (recusa: Recusa | 'chave_ausente'): AlicitError => new AlicitError('nao_autenticado', recusa, RECUSAS[recusa]);
