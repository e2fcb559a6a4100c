import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { servesApi, type Config } from '../config/index.js';
import { AlicitError, naoEncontrado } from '../kernel/index.js';
import { currentMotor, formatTraceparent, parseTraceparent, withContextoVivo, type Contexto, type Ponto, type TracoAberto } from '../observacao/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { EmCurso, isFluxo } from './em-curso.js';

const DESCONHECIDA = 'desconhecida';
const METODOS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const FAIXAS_S = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Asked all the time by machines: told in the log at debug only. */
const isDeMaquina = (rota: string): boolean => /^\/(?:health|metrics)(?:\/|$)/.test(rota);

/** The template (`/v1/analises/:id`), never the address: addresses have no end. */
const rotaDe = (pedido: FastifyRequest): string => (pedido.is404 ? DESCONHECIDA : (pedido.routeOptions.url ?? DESCONHECIDA));

type ComAcesso = FastifyRequest & { readonly acesso?: { readonly organizacaoId: string; readonly chaveId: string } };

function contextoDe(pedido: ComAcesso): Contexto {
  const { id } = (pedido.params ?? {}) as { id?: unknown };
  return { reqId: String(pedido.id), organizacaoId: pedido.acesso?.organizacaoId, chaveId: pedido.acesso?.chaveId, analiseId: typeof id === 'string' && /^ana_[0-9A-Z]{26}$/.test(id) ? id : undefined };
}

/** Every request: its ids on the lines of log it causes, its time, its place among those the process must finish. */
export function observePedidos(app: NestFastifyApplication, config: Config): void {
  const servidor: FastifyInstance = app.getHttpAdapter().getInstance();
  const [saude, metricas, emCurso] = [app.get(SaudeService), app.get(MetricasService), app.get(EmCurso)];
  const duracao = metricas.histogram('alicit_http_duracao_segundos', 'Duração das respostas HTTP, por método, modelo da rota e classe do status. Fluxos de eventos não contam.', ['metodo', 'rota', 'status'], FAIXAS_S);
  metricas.gauge('alicit_http_em_curso', 'Pedidos HTTP em curso; fluxo: eventos (SSE).', ['tipo'], () => [{ rotulos: { tipo: 'fluxo' }, valor: emCurso.fluxos }, { rotulos: { tipo: 'comum' }, valor: emCurso.total - emCurso.fluxos }]);

  const tracados = new WeakMap<FastifyRequest, Tracado>();
  const pontoDe = (pedido: FastifyRequest): Ponto | null => tracados.get(pedido)?.ponto ?? null;

  servidor.addHook('onRequest', (pedido, resposta, done) => {
    emCurso.enter(pedido, resposta);
    const tracado = beginTraco(pedido);
    if (tracado) {
      tracados.set(pedido, tracado);
      void resposta.header('traceparent', formatTraceparent(tracado.ponto));
    }
    withContextoVivo(() => contextoDe(pedido), () => done(refusal(rotaDe(pedido), saude, config)), pontoDe(pedido));
  });
  // Reading the body leaves the context of the request: entered again.
  servidor.addHook('preValidation', (pedido, _, done) => withContextoVivo(() => contextoDe(pedido), done, pontoDe(pedido)));
  servidor.addHook('onResponse', (pedido, resposta, done) => {
    const [rota, ms, status] = [rotaDe(pedido), resposta.elapsedTime, resposta.raw.statusCode];
    const metodo = METODOS.has(pedido.method) ? pedido.method : 'OUTRO';
    if (!isFluxo(pedido, resposta)) duracao.observe({ metodo, rota, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
    const tracado = tracados.get(pedido);
    endTraco(tracado?.aberto, status, contextoDe(pedido));
    PinoLogger.root[levelOf(rota, status)]({ ...contextoDe(pedido), ...(tracado ? { traceId: tracado.ponto.traceId, spanId: tracado.ponto.spanId } : {}), context: 'http', metodo, rota, status, ms: Math.round(ms * 10) / 10 }, 'pedido');
    done();
  });
}

/** A request's place in a trace, and its span where one is made. */
interface Tracado {
  readonly ponto: Ponto;
  readonly aberto: TracoAberto | null;
}

/** Goes on with the caller's trace, or begins one where spans are made. Null: neither. Machines that ask how we are make none. */
function beginTraco(pedido: FastifyRequest): Tracado | null {
  const rota = rotaDe(pedido);
  const pai = parseTraceparent(pedido.headers['traceparent']);
  const motor = currentMotor();
  if (!motor || isDeMaquina(rota)) return pai && { ponto: pai, aberto: null };
  const metodo = METODOS.has(pedido.method) ? pedido.method : 'OUTRO';
  const aberto = motor.begin(`${metodo} ${rota}`, 'servidor', { 'http.request.method': metodo, 'http.route': rota }, pai);
  return { ponto: aberto.ponto, aberto };
}

function endTraco(aberto: TracoAberto | null | undefined, status: number, { analiseId }: Contexto): void {
  aberto?.set({ 'http.response.status_code': status, 'alicit.id_analise': analiseId });
  aberto?.end(status >= 500 ? `http_${status}` : null);
}

const levelOf = (rota: string, status: number): 'debug' | 'info' | 'warn' => (isDeMaquina(rota) ? 'debug' : status >= 500 ? 'warn' : 'info');

/** A worker has no API; a process that stops takes no new requests, and says until the end how it is. */
function refusal(rota: string, saude: SaudeService, config: Config): AlicitError | undefined {
  if (isDeMaquina(rota)) return undefined;
  if (!servesApi(config)) return naoEncontrado('rota_nao_encontrada', 'Este processo só trabalha na fila (ALICIT_ROLE=worker): a API está nos processos com ALICIT_ROLE=api ou all.');
  if (saude.fase === 'encerrando') return new AlicitError('indisponivel', 'encerrando', 'O serviço está encerrando: tente de novo em instantes.', { tentarEmS: 2 });
  return undefined;
}
