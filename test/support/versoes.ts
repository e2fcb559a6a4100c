import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ambienteDoPrograma } from './programa.js';
import { until } from './provedor.js';

/** A build of the service: the folder that holds `dist`. */
export interface Build {
  readonly pasta: string;
  remove(): void;
}

/** The compiled service as it is. */
export const ATUAL: Build = { pasta: process.cwd(), remove: () => undefined };

/**
 * A build of a version to come: a copy of the compiled one with another version of the workflow and of the report, another engine of
 * the recommendations, and one migration more.
 */
export function buildFutura(): Build {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-futura-'));
  cpSync(join(process.cwd(), 'dist'), join(pasta, 'dist'), { recursive: true });
  copyFileSync(join(process.cwd(), 'package.json'), join(pasta, 'package.json'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(pasta, 'node_modules'));
  const troca = (arquivo: string, de: RegExp, para: string): void => {
    const caminho = join(pasta, 'dist', arquivo);
    const antes = readFileSync(caminho, 'utf8');
    const depois = antes.replace(de, para);
    if (depois === antes) throw new Error(`${arquivo}: nothing to change`);
    writeFileSync(caminho, depois);
  };
  troca('workflows/versao.js', /VERSAO_WORKFLOW = '[^']+'/, `VERSAO_WORKFLOW = 'futura'`);
  troca('relatorios/versao.js', /VERSAO_RELATORIO = '[^']+'/, `VERSAO_RELATORIO = 'futura'`);
  appendFileSync(join(pasta, 'dist', 'recomendacoes', 'domain', 'score.js'), '\n// futura\n');
  writeFileSync(join(pasta, 'dist', 'storage', 'migrations', 'futura.js'), `export class Futura1999000000000 {
  name = 'Futura1999000000000';
  async up(q) { await q.query("alter table alicit.analise add column futura text not null default 'nova'"); await q.query('create table alicit.futura (id text primary key)'); }
  async down() {}
}\n`);
  troca('storage/migrations/index.js', /export const MIGRATIONS = \[/, `import { Futura1999000000000 } from './futura.js';\nexport const MIGRATIONS = [`);
  troca('storage/migrations/index.js', /(MIGRATIONS = \[[^\]]*?),?\s*\]/, '$1, Futura1999000000000]');
  return { pasta, remove: () => rmSync(pasta, { recursive: true, force: true }) };
}

/** A process of a build; its own port on loopback. */
export class ProcessoDe {
  private texto = '';
  private readonly filho: ChildProcess;
  private readonly fim: Promise<void>;

  constructor({ pasta }: Build, ambiente: Readonly<Record<string, string>>) {
    this.filho = spawn(process.execPath, ['--max-semi-space-size=2', join(pasta, 'dist', 'main.js')], { cwd: pasta, env: ambienteDoPrograma({ PORT: '0', ALICIT_HOST: '127.0.0.1', ALICIT_LOG: 'warn', ALICIT_PNCP: 'desligado', ...ambiente }), stdio: ['ignore', 'pipe', 'pipe'] });
    this.fim = new Promise((resolve) => this.filho.once('close', () => resolve()));
    for (const s of [this.filho.stdout!, this.filho.stderr!]) s.on('data', (d: Buffer) => (this.texto = (this.texto + d.toString()).slice(-200_000)));
  }

  /** What it said. */
  get dito(): string {
    return this.texto;
  }

  /** Its address, once it is ready. @throws Error with what it said when it ended instead */
  async url(): Promise<string> {
    const achada = (): string | undefined => /ALICIT [^\n]*?(http:\/\/[\d.a-z]+:\d+)/.exec(this.texto)?.[1];
    await until(async () => {
      if (this.filho.exitCode !== null) throw new Error(`não começou: ${this.texto}`);
      const url = achada();
      return url !== undefined && (await fetch(`${url}/health/ready`).then((r) => r.ok, () => false));
    }, 'o serviço ficar pronto', 60_000);
    return achada()!;
  }

  async end(sinal: NodeJS.Signals): Promise<void> {
    if (this.filho.exitCode === null && this.filho.signalCode === null) this.filho.kill(sinal);
    await this.fim;
  }
}
