import type { IncomingMessage } from 'node:http';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntradaRapida } from '../../acesso/acesso.module.js';
import type { Escopo, PedidoComAcesso } from '../../acesso/index.js';
import { CONFIG, servesApi, type Config } from '../../config/index.js';
import { chooseCodificacao, listsEtag, newReqId, type Codificacao } from '../../http/index.js';
import { Atalhos, type Atalho } from '../../http/http.module.js';
import { isId } from '../../storage/index.js';
import type { Pronta } from './prontas.js';
import { RespostasService } from './respostas.service.js';

export const ESCOPO_LER: Escopo = 'analises:ler';
const PREFIXO = '/v1/analises/';
const ROTA = '/v1/analises/:id';
/** Of each answer, not of what is answered. The last ones are node's own. */
const DE_CADA_PEDIDO: ReadonlySet<string> = new Set(['x-request-id', 'traceparent', 'ratelimit', 'content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding']);
const SEGUROS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * `GET /v1/analises/{id}` of a finished analysis, out of memory, in front of the framework: the same bytes, headers,
 * limits, log and metrics as the normal route, whose own answer taught it the headers. Anything out of the ordinary goes
 * to the normal route: another key, no request left, an answer too old, a body with the request.
 */
@Injectable()
export class AtalhoAnalise implements OnModuleInit {
  private entrada!: EntradaRapida;

  constructor(private readonly respostas: RespostasService, private readonly atalhos: Atalhos, private readonly modulos: ModuleRef, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    if (!servesApi(this.config)) return;
    this.entrada = this.modulos.get(EntradaRapida, { strict: false });
    this.atalhos.add(PREFIXO, this.answer);
    this.atalhos.onEnvio((pedido) => this.wrote(pedido));
  }

  /** The normal route is about to send this answer: what it sends is the model of the short way. */
  learn(pedido: FastifyRequest, resposta: FastifyReply, pronta: Pronta, codificacao: Codificacao): void {
    const lugar = pedido.headers['if-none-match'] === undefined ? codificacao : null;
    if (lugar === null || pronta.modelos[lugar] !== null || pedido.method !== 'GET') return;
    resposta.raw.once('finish', () => {
      const corpo = pronta.corpos.peek(lugar);
      if (resposta.statusCode !== 200 || !corpo) return;
      const fixos = Object.entries(resposta.getHeaders()).filter(([nome, valor]) => valor !== undefined && !DE_CADA_PEDIDO.has(nome));
      const cabecalhos = [...fixos.flatMap(([nome, valor]) => [nome, String(valor)]), 'content-length', String(corpo.length)];
      const semCorpo = fixos.filter(([nome]) => !nome.startsWith('content-type') && nome !== 'content-encoding').flatMap(([nome, valor]) => [nome, String(valor)]);
      pronta.modelos = { ...pronta.modelos, [lugar]: { cabecalhos, corpo: corpo.toString('latin1') }, semCorpo };
    });
  }

  /** A client of the organisation changed something through this process, and has not been told yet. */
  private wrote(pedido: PedidoComAcesso): void {
    if (pedido.acesso && !SEGUROS.has(pedido.method)) this.respostas.prontas.wrote(pedido.acesso.organizacaoId, performance.now());
  }

  private readonly answer: Atalho = (pedido, resposta) => {
    const id = pedido.url!.slice(PREFIXO.length);
    const { headers } = pedido;
    if (!isId('ana', id) || isIncomum(pedido)) return null;
    const agora = performance.now();
    const instante = Date.now();
    const acesso = this.entrada.recognise(headers.authorization, ESCOPO_LER, instante);
    const pronta = acesso && this.respostas.fresh(id, acesso.organizacaoId, agora);
    if (!pronta) return null;
    const modelo = pronta.modelos[pronta.corpos.encodingFor(chooseCodificacao(headers['accept-encoding'] as string | undefined))];
    const { semCorpo } = pronta.modelos;
    if (!modelo || !semCorpo) return null;
    const dele = headers['if-none-match'];
    const igual = dele !== undefined && listsEtag(dele, pronta.etag);
    const reqId = newReqId(headers['x-request-id']);
    const { ratelimit } = this.entrada.spend(acesso, instante);
    if (igual) resposta.writeHead(304, [...semCorpo, 'ratelimit', ratelimit, 'x-request-id', reqId]).end();
    else resposta.writeHead(200, [...modelo.cabecalhos, 'ratelimit', ratelimit, 'x-request-id', reqId]).end(modelo.corpo, 'latin1');
    return { reqId, reqIdNosso: reqId !== headers['x-request-id'], organizacaoId: acesso.organizacaoId, chaveId: acesso.chaveId, analiseId: id, metodo: 'GET', rota: ROTA, status: igual ? 304 : 200 };
  };
}

/** What a plain reading has none of: a body, an old protocol, headers the normal route acts upon. */
const isIncomum = ({ headers, httpVersion }: IncomingMessage): boolean =>
  httpVersion !== '1.1' || headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined || headers['x-no-compression'] !== undefined || headers.upgrade !== undefined;

