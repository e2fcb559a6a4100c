import { Controller, Get, Module, Req, Res } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Publica } from '../../src/acesso/index.js';
import { AppModule } from '../../src/app.module.js';
import { parseConfig } from '../../src/config/index.js';
import { createHttpApp } from '../../src/http/create-app.js';
import { EmCurso } from '../../src/http/http.module.js';
import { openSse, toEventoSse } from '../../src/http/index.js';
import { MIGRADO } from '../support/app.js';
import { readExposicao } from '../support/exposicao.js';
import { until } from '../support/provedor.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

@Publica()
@Controller('v1/fluxo')
class FluxoController {
  @Get()
  eventos(@Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): void {
    openSse(pedido, resposta, () => undefined).write(toEventoSse('teste', {}));
  }

  @Get('comum')
  comum(): { ok: true } {
    return { ok: true };
  }
}

describe('server-sent events', () => {
  let app: NestFastifyApplication;
  let banco: BancoDeTeste;
  beforeAll(async () => {
    banco = await createBanco('fluxo', MIGRADO);
    const config = parseConfig({ DATABASE_URL: banco.url, ALICIT_LOG: 'silent', ALICIT_THREADS: '0' }, '.');
    class Teste {}
    Module({})(Teste);
    app = await createHttpApp({ module: Teste, imports: [AppModule.register(config, { url: banco.url, embutido: false, stop: async () => undefined })], controllers: [FluxoController] }, config);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    app.getHttpServer().closeAllConnections();
    await app.close();
    await banco.drop();
  });

  it('end when the process stops, and are no measure of speed', async () => {
    const url = await app.getUrl();
    const resposta = await fetch(`${url}/v1/fluxo`, { headers: { accept: 'text/event-stream' } });
    const leitor = resposta.body!.getReader();
    for (let texto = ''; !texto.includes('data:'); ) texto += new TextDecoder().decode((await leitor.read()).value);
    const emCurso = app.get(EmCurso);
    expect([emCurso.fluxos, emCurso.total]).toEqual([1, 1]);
    await fetch(`${url}/v1/fluxo/comum`).then((r) => r.text());
    await until(() => emCurso.total === 1, 'o pedido comum terminar');
    expect(await emCurso.drain(5000)).toBe(0);
    for (let fim = false; !fim; ) fim = (await leitor.read()).done;
    const m = readExposicao(await fetch(`${url}/metrics`).then((r) => r.text()));
    expect(m.find('alicit_http_duracao_segundos_count', { rota: '/v1/fluxo/comum' })).toEqual([1]);
    expect(m.find('alicit_http_duracao_segundos_count', { rota: '/v1/fluxo' })).toEqual([]);
  });
});
