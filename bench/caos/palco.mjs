// The stage: folder, small disk, PostgreSQL behind a proxy, model server, a webhook, and the processes of the service. Loopback only;
// all of it in one temporary folder, and ended by `limpeza`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Assinante } from './assinante.mjs';
import { Disco } from './disco.mjs';
import { Modelo } from './modelo.mjs';
import { Postgres } from './postgres.mjs';
import { freePort, Processo } from './processo.mjs';
import { Proxy } from './proxy.mjs';

const DISCO_MB = 192;
/** Limits of the service that would stand in the way of this many requests, kills and outages; the rest is as it comes. */
const AMBIENTE = {
  ALICIT_HOST: '127.0.0.1', ALICIT_LOG: 'warn', ALICIT_PNCP: 'desligado', ALICIT_PEDIDOS_POR_MINUTO: '1000000', ALICIT_MAX_TENTATIVAS: '100', ALICIT_WEBHOOK_PERMITE_PRIVADO: '1',
  ALICIT_MODEL_TEMPO_S: '5', ALICIT_MODEL_DISJUNTOR_S: '3', ALICIT_CACHE_MB: '64',
};

/** @param limpeza told how to end each part as soon as it is there */
export async function openPalco({ raiz, limpeza, sorte, registro }) {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-caos-'));
  chmodSync(pasta, 0o755);
  limpeza.add('pasta', () => rmSync(pasta, { recursive: true, force: true }));
  const disco = new Disco(join(pasta, 'dados'), DISCO_MB);
  limpeza.add('disco', () => disco.close());
  const banco = new Postgres(join(pasta, 'postgres'));
  limpeza.add('banco', () => banco.stop());
  await banco.start();
  const proxy = new Proxy(() => banco.porta);
  await proxy.listen();
  limpeza.add('proxy', () => proxy.close());
  const modelo = new Modelo(() => 30 + sorte() * 170);
  await modelo.start();
  limpeza.add('modelo', () => modelo.cut());
  const assinante = new Assinante();
  await assinante.listen();
  limpeza.add('webhook', () => assinante.close());
  const url = new URL(banco.url);
  url.port = String(proxy.porta);
  const env = { PATH: process.env.PATH, ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}), ...AMBIENTE, DATABASE_URL: url.href, ALICIT_DATA_DIR: disco.pasta, OPENAI_BASE_URL: modelo.url };
  const processos = [];
  for (const [nome, papel] of [['api', 'api'], ['w1', 'worker'], ['w2', 'worker']]) processos.push(new Processo({ raiz, nome, papel, porta: await freePort(), env, registro }));
  limpeza.add('processos', () => Promise.all(processos.map((p) => p.end())));
  const [api, ...trabalhadores] = processos;
  return { pasta, disco, banco, proxy, modelo, assinante, processos, api, trabalhadores };
}
