import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { servesApi, type Config } from '../config/index.js';
import { naoEncontrado, type AlicitError } from '../kernel/index.js';
import { currentMotor, formatTraceparent, parseTraceparent, withContextoVivo, type Contexto, type Ponto, type TracoAberto } from '../observacao/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { EmCurso } from './em-curso.js';
import { Pressao } from './pressao.js';
import { isDeMaquina, methodOf, RegistroDePedidos } from './registro-de-pedidos.js';

const DESCONHECIDA = 'desconhecida';

/** The template (`/v1/analises/:id`), never the address: addresses have no end. */
const rotaDe = (pedido: FastifyRequest): string => (pedido.is404 ? DESCONHECIDA : (pedido.routeOptions.url ?? DESCONHECIDA));

type ComAcesso = FastifyRequest & { readonly acesso?: { readonly organizacaoId: string; readonly chaveId: string } };

function contextoDe(pedido: ComAcesso): Contexto & { readonly reqId: string } {
  const { id } = (pedido.params ?? {}) as { id?: unknown };
  return { reqId: String(pedido.id), organizacaoId: pedido.acesso?.organizacaoId, chaveId: pedido.acesso?.chaveId, analiseId: typeof id === 'string' && /^ana_[0-9A-Z]{26}$/.test(id) ? id : undefined };
}

/** Every request: its ids on the lines of log it causes, its time, its place among those the process must finish. */
export function observePedidos(app: NestFastifyApplication, config: Config): void {
  const servidor: FastifyInstance = app.getHttpAdapter().getInstance();
  const [saude, metricas, emCurso, pressao, registro] = [app.get(SaudeService), app.get(MetricasService), app.get(EmCurso), app.get(Pressao), app.get(RegistroDePedidos)];
  metricas.gauge('alicit_http_em_curso', 'Pedidos HTTP em curso; fluxo: eventos (SSE).', ['tipo'], () => [{ rotulos: { tipo: 'fluxo' }, valor: emCurso.fluxos }, { rotulos: { tipo: 'comum' }, valor: emCurso.comuns }]);

  const tracados = new WeakMap<FastifyRequest, Tracado>();
  const pontoDe = (pedido: FastifyRequest): Ponto | null => tracados.get(pedido)?.ponto ?? null;

  servidor.addHook('onRequest', (pedido, resposta, done) => {
    emCurso.enter(resposta);
    // A process that stops serves what still comes, and sends each client to look for another.
    if (saude.fase === 'encerrando') void resposta.header('connection', 'close');
    const tracado = beginTraco(pedido);
    if (tracado) {
      tracados.set(pedido, tracado);
      void resposta.header('traceparent', formatTraceparent(tracado.ponto));
    }
    withContextoVivo(() => contextoDe(pedido), () => done(refusal(rotaDe(pedido), pressao, config)), pontoDe(pedido));
  });
  // Reading the body leaves the context of the request: entered again.
  servidor.addHook('preValidation', (pedido, _, done) => withContextoVivo(() => contextoDe(pedido), done, pontoDe(pedido)));
  servidor.addHook('onResponse', (pedido, resposta, done) => {
    const tracado = tracados.get(pedido);
    endTraco(tracado?.aberto, resposta.raw.statusCode, contextoDe(pedido));
    const { traceId, spanId } = tracado?.ponto ?? {};
    registro.note({ ...contextoDe(pedido), traceId, spanId, metodo: pedido.method, rota: rotaDe(pedido), status: resposta.raw.statusCode, fluxo: emCurso.isFluxo(resposta) }, resposta.elapsedTime);
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
  const metodo = methodOf(pedido.method);
  const aberto = motor.begin(`${metodo} ${rota}`, 'servidor', { 'http.request.method': metodo, 'http.route': rota }, pai);
  return { ponto: aberto.ponto, aberto };
}

function endTraco(aberto: TracoAberto | null | undefined, status: number, { analiseId }: Contexto): void {
  aberto?.set({ 'http.response.status_code': status, 'alicit.id_analise': analiseId });
  aberto?.end(status >= 500 ? `http_${status}` : null);
}

/** A worker has no API; a process at its limit takes no more. Both always say how they are. */
function refusal(rota: string, pressao: Pressao, config: Config): AlicitError | undefined {
  if (isDeMaquina(rota)) return undefined;
  if (!servesApi(config)) return naoEncontrado('rota_nao_encontrada', 'Este processo só trabalha na fila (ALICIT_ROLE=worker): a API está nos processos com ALICIT_ROLE=api ou all.');
  return pressao.refusal();
}
