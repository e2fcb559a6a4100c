import type { ChildProcess } from 'node:child_process';
import { indisponivel } from '../../kernel/index.js';
import { findBinarios, type Resolver } from './find-binarios.js';
import { findLugar, type Lugar } from './find-lugar.js';
import { initDados, readSenha, USUARIO } from './init-dados.js';
import { findVivo } from './postmaster.js';
import { prepareProgramas } from './prepare-programas.js';
import { Presenca } from './presenca.js';
import { requireVersao } from './require-versao.js';
import { runPostgres } from './run-postgres.js';

/** How the embedded database starts. */
export interface OpcoesEmbutido {
  /** Folder of the database, created when missing (absolute). */
  readonly pasta: string;
  /** False only for tests. Counts only for whoever starts the server. */
  readonly fsync?: boolean;
  /** Database created when missing. */
  readonly banco?: string;
  /** Connections of all processes together. Counts only for whoever starts the server. */
  readonly maxConexoes?: number;
  /** Where the data goes when PostgreSQL's user cannot enter `pasta` (see findLugar). */
  readonly fora?: string;
  /** Finds the platform's package; for tests. */
  readonly resolver?: Resolver;
}

/** A running embedded database. */
export interface BancoEmbutido {
  /** Holds the password: never to be logged. */
  readonly url: string;
  /** Process id of the server. */
  readonly pid: number;
  /** The server already ran: started by another process, alive or dead. */
  readonly anexado: boolean;
  /** Where the data really is. */
  readonly pasta: string;
  /** Leaves the server and, when nobody else uses it, stops it. Pools must be closed before. May be called again. */
  stop(): Promise<void>;
  /** Leaves the server and lets it run. */
  detach(): Promise<void>;
}

const PRAZO_MS = 60_000;
const PASSO_MS = 10;
const MAX_PARTIDAS = 8;
const pause = (ms: number) => new Promise((r) => setTimeout(r, ms));

/**
 * Starts PostgreSQL over a folder, or joins the server that already runs over it; processes that start together
 * share one server. The server is independent of this process: it survives its death and the next start joins it.
 * @throws AlicitError `banco_embutido_indisponivel` (no programs for this machine), `banco_embutido_pasta`,
 * `banco_embutido_sumiu`, `banco_embutido_nao_criado`, `banco_embutido_senha`, `banco_embutido_nao_iniciou`,
 * `banco_embutido_outra_versao`
 */
export async function startEmbutido(opcoes: OpcoesEmbutido): Promise<BancoEmbutido> {
  const lugar = findLugar(opcoes.pasta, opcoes.fora);
  const banco = opcoes.banco ?? 'alicit';
  const prazo = performance.now() + PRAZO_MS;
  let filho: ChildProcess | null = null;
  for (let partidas = 0; performance.now() < prazo; await pause(PASSO_MS)) {
    const vivo = findVivo(lugar.dados);
    if (vivo?.pronto) {
      const senha = readSenha(lugar);
      const presenca = await Presenca.enter(vivo.porta, senha);
      if (!presenca) continue;
      await presenca.ensureBanco(banco);
      presenca.rest();
      const url = `postgres://${USUARIO}:${senha}@127.0.0.1:${vivo.porta}/${encodeURIComponent(banco)}`;
      return { url, pid: vivo.pid, anexado: vivo.pid !== filho?.pid, pasta: lugar.base, stop: stopOnce(presenca, vivo.pid, lugar), detach: () => presenca.leave() };
    }
    if (vivo || (filho && filho.exitCode === null && filho.signalCode === null && filho.pid)) continue;
    if (partidas === MAX_PARTIDAS) break;
    if (partidas > 0) await pause(partidas * 50);
    partidas += 1;
    filho = await startServidor(lugar, opcoes);
  }
  throw indisponivel('banco_embutido_nao_iniciou', 'O PostgreSQL embutido não iniciou; o motivo está em postgres.log, na pasta do banco. Corrija-o, ou indique um PostgreSQL em DATABASE_URL.');
}

async function startServidor(lugar: Lugar, { resolver, fsync = true, maxConexoes = 50 }: OpcoesEmbutido): Promise<ChildProcess | null> {
  const binarios = findBinarios(resolver);
  requireVersao(lugar, binarios);
  const programas = prepareProgramas(binarios, lugar);
  await initDados(lugar, programas, fsync);
  return findVivo(lugar.dados) ? null : runPostgres(lugar, programas, { fsync, maxConexoes });
}

function stopOnce(presenca: Presenca, pid: number, lugar: Lugar): () => Promise<void> {
  let parada: Promise<void> | null = null;
  return () => (parada ??= stopSeUltimo(presenca, pid, lugar));
}

async function stopSeUltimo(presenca: Presenca, pid: number, { dados }: Lugar): Promise<void> {
  if ((await presenca.isUltima()) && findVivo(dados)?.pid === pid) {
    process.kill(pid, 'SIGINT');
    for (const prazo = performance.now() + PRAZO_MS; performance.now() < prazo && findVivo(dados)?.pid === pid; ) await pause(PASSO_MS);
  }
  await presenca.leave();
}
