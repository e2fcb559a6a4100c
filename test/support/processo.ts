import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ambienteDoPrograma } from './programa.js';
import { until } from './provedor.js';

/** The built service in a process of its own: `npm run build` comes first. */
export class Processo {
  saida = '';
  avisos = '';
  private constructor(readonly filho: ChildProcess, private readonly fim: Promise<number | null>) {}

  static spawn(ambiente: Readonly<Record<string, string>>): Processo {
    const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(process.cwd(), 'dist', 'main.js')], { env: ambienteDoPrograma({ PORT: '0', ALICIT_HOST: '127.0.0.1', ...ambiente }), stdio: ['ignore', 'pipe', 'pipe'] });
    const p = new Processo(filho, new Promise((resolve) => filho.once('close', resolve)));
    filho.stdout!.on('data', (d: Buffer) => (p.saida += d.toString()));
    filho.stderr!.on('data', (d: Buffer) => (p.avisos += d.toString()));
    return p;
  }

  /** Its exit code; null when a signal ended it. */
  exit(): Promise<number | null> {
    return this.fim;
  }

  kill(sinal: NodeJS.Signals): void {
    this.filho.kill(sinal);
  }

  /** Its address, once it listens. @throws Error with what it said when it ended instead */
  async url(): Promise<string> {
    await until(() => /ALICIT [^\n]*http/.test(this.avisos) || this.filho.exitCode !== null, 'o serviço escutar', 30_000);
    const url = /http:\/\/[\d.a-z]+:\d+/.exec(this.avisos)?.[0];
    if (!url) throw new Error(`não começou: ${this.avisos}`);
    return url;
  }
}
