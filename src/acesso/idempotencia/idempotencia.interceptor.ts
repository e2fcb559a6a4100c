import { Inject, Injectable, Logger, type CallHandler, type ExecutionContext, type NestInterceptor, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { CONFIG, type Config } from '../../config/index.js';
import { CABECALHO_IDEMPOTENCIA, readMultipart, RespostaPronta, type PedidoIdempotente } from '../../http/index.js';
import { invalido } from '../../kernel/index.js';
import { readBearer, type PedidoComAcesso } from '../decorators.js';
import { CHAVE_COM_SEGREDO } from './com-segredo.js';
import { hashCorpo } from './hash-corpo.js';
import { emAndamento, IdempotenciaService, type Guardada, type NomeDoPedido, type Reserva } from './idempotencia.service.js';
import { seal, unseal } from './selo.js';

/** Bodies above this are not kept: the repetition tells the status and where the result is. */
const MAX_CORPO = 1024 * 1024;
/** Headers of an answer that its repetition shows too. */
const CABECALHOS = ['location', 'etag', 'content-type', 'cache-control', 'retry-after'] as const;

/** A request that holds its key, until its answer is sent. */
interface Aberta {
  readonly nome: NomeDoPedido;
  readonly posse: string;
  /** Empty until the body is read. */
  hash: string;
  readonly chaveDeApi: string;
  readonly selada: boolean;
}
type Pedido = PedidoComAcesso & PedidoIdempotente & { idempotenciaAberta?: Aberta };

/**
 * `Idempotency-Key`: a POST repeated with the same key and body is answered from what was kept and does nothing. Only
 * successes are kept; after an error, which changed nothing, the same key may be tried again, corrected or not.
 */
@Injectable()
export class IdempotenciaInterceptor implements NestInterceptor, OnModuleInit {
  private readonly log = new Logger('idempotencia');

  constructor(private readonly guarda: IdempotenciaService, private readonly reflector: Reflector, private readonly host: HttpAdapterHost, @Inject(CONFIG) private readonly config: Pick<Config, 'http'>) {}

  /** The answer is kept before the client sees it, whoever sends it: a repetition never comes too early. */
  onModuleInit(): void {
    const instancia = this.host.httpAdapter?.getInstance<FastifyInstance | undefined>();
    instancia?.addHook('onSend', async (pedido, resposta, corpo) => {
      const { idempotenciaAberta } = pedido as Pedido;
      if (idempotenciaAberta) {
        delete (pedido as Pedido).idempotenciaAberta;
        await this.close(idempotenciaAberta, resposta, corpo);
      }
      return corpo;
    });
  }

  async intercept(contexto: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const pedido = contexto.switchToHttp().getRequest<Pedido>();
    const chave = pedido.headers[CABECALHO_IDEMPOTENCIA];
    if (chave === undefined || pedido.method !== 'POST' || !pedido.acesso) return next.handle();
    if (typeof chave !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(chave)) throw invalido('idempotencia_chave_invalida', 'A Idempotency-Key precisa ter de 1 a 255 caracteres ASCII visíveis.');
    const nome = { organizacaoId: pedido.acesso.organizacaoId, chave };
    const rota = `POST ${pedido.url.split('?')[0]}`;
    const hash = /^multipart\//i.test(pedido.headers['content-type'] ?? '') ? '' : hashCorpo(pedido.query, pedido.body);
    const reserva = await this.guarda.reserve(nome, rota, hash);
    const chaveDeApi = readBearer(pedido) ?? '';
    if (reserva.tipo === 'nossa') {
      const aberta: Aberta = { nome, posse: reserva.posse, hash, chaveDeApi, selada: this.reflector.get<boolean | undefined>(CHAVE_COM_SEGREDO, contexto.getHandler()) ?? false };
      pedido.idempotenciaAberta = aberta;
      pedido.idempotencia = { supplyCorpo: (h) => void (aberta.hash = h), finish: (feita) => this.finishFluxo(pedido, aberta, feita) };
    } else await this.meet(reserva, pedido, rota, hash, chaveDeApi);
    return next.handle();
  }

  /** Somebody had the key before: the handler does not run. A form is read only to be compared. @throws always */
  private async meet(reserva: Exclude<Reserva, { tipo: 'nossa' }>, pedido: Pedido, rota: string, hash: string, chaveDeApi: string): Promise<never> {
    if (reserva.rota !== rota) throw conflitante();
    const supplyCorpo = (h: string): void => {
      if (reserva.hash && reserva.hash !== h) throw conflitante();
      throw reserva.tipo === 'feita' ? toResposta(reserva.guardada, chaveDeApi) : emAndamento();
    };
    if (hash || reserva.tipo === 'em_andamento') supplyCorpo(hash || reserva.hash);
    pedido.idempotencia = { supplyCorpo };
    for await (const parte of readMultipart(pedido, this.config.http)) if (parte.tipo === 'arquivo') parte.conteudo.destroy();
    throw conflitante();
  }

  /** An answer that no hook sees: a stream. */
  private async finishFluxo(pedido: Pedido, { nome, posse, hash }: Aberta, feita: Parameters<NonNullable<NonNullable<Pedido['idempotencia']>['finish']>>[0]): Promise<void> {
    delete pedido.idempotenciaAberta;
    await this.keep(() => (feita && hash ? this.guarda.finish(nome, posse, hash, { status: 200, cabecalhos: feita.cabecalhos, corpo: feita.corpo.length <= MAX_CORPO ? feita.corpo : null, selada: false }) : this.guarda.release(nome, posse)));
  }

  /** What cannot be kept costs nothing else. */
  private async keep(fazer: () => Promise<void>): Promise<void> {
    try {
      await fazer();
    } catch (erro) {
      this.log.warn(`resposta não guardada: ${(erro as { code?: string }).code ?? 'sem código'}`);
    }
  }

  private close({ nome, posse, hash, chaveDeApi, selada }: Aberta, resposta: FastifyReply, corpo: unknown): Promise<void> {
    return this.keep(async () => {
      const deuCerto = resposta.statusCode >= 200 && resposta.statusCode < 400;
      if (deuCerto && !hash) this.log.error(`${resposta.request.routeOptions.url ?? ''}: o corpo do pedido não foi identificado`);
      if (!deuCerto || !hash) return this.guarda.release(nome, posse);
      const bytes = typeof corpo === 'string' ? Buffer.from(corpo) : Buffer.isBuffer(corpo) ? corpo : null;
      const guardado = bytes && bytes.length <= MAX_CORPO ? (selada ? seal(bytes, chaveDeApi) : bytes) : null;
      await this.guarda.finish(nome, posse, hash, { status: resposta.statusCode, cabecalhos: pickCabecalhos(resposta), corpo: guardado, selada });
    });
  }
}

const conflitante = (): Error => invalido('idempotencia_conflitante', 'Esta Idempotency-Key já foi usada com outro pedido: use uma nova para cada pedido diferente.');

function toResposta({ status, cabecalhos, corpo, selada }: Guardada, chaveDeApi: string): RespostaPronta | Error {
  const aberto = corpo && selada ? unseal(corpo, chaveDeApi) : corpo;
  if (corpo && !aberto) return invalido('idempotencia_conflitante', 'A resposta guardada traz um segredo: só a chave de API do primeiro pedido pode recebê-la de novo.');
  return new RespostaPronta(status, { ...cabecalhos, 'idempotency-replayed': 'true' }, aberto);
}

function pickCabecalhos(resposta: FastifyReply): Record<string, string> {
  const todos = CABECALHOS.map((nome) => [nome, resposta.getHeader(nome)] as const);
  return Object.fromEntries(todos.filter((par): par is readonly [(typeof CABECALHOS)[number], string] => typeof par[1] === 'string'));
}
