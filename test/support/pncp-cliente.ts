import { parseConfig, type Config } from '../../src/config/index.js';
import { createPncp, type OpcoesPncp } from '../../src/pncp/pncp.module.js';
import type { Pncp } from '../../src/pncp/index.js';
import type { Relogio } from '../../src/pncp/domain/relogio.js';
import { createSorteio, type PncpServer } from './pncp-server/index.ts';

/** A clock that only moves when someone sleeps. `dormidas`: how long each sleep was, ms. */
export interface RelogioFalso extends Relogio {
  readonly dormidas: readonly number[];
  /** Moves it without anyone sleeping. */
  avancar(ms: number): void;
}

export function createRelogioFalso(semente: string | number = 1): RelogioFalso {
  let agora = Date.parse('2026-11-23T12:00:00Z');
  const dormidas: number[] = [];
  const sorteio = createSorteio(semente);
  return {
    dormidas,
    agora: () => agora,
    sorte: () => sorteio.next(),
    avancar: (ms) => void (agora += ms),
    async dormir(ms, sinal) {
      if (sinal.aborted) throw sinal.reason;
      dormidas.push(ms);
      agora += ms;
      // Others get their turn, as they would while time passes.
      await new Promise((r) => setImmediate(r));
    },
  };
}

/** The real client over a server of ours, with time given: no test sleeps. What waits for silence asks for a short `tempoMs`; others have room on a busy machine. */
export function createClienteDeTeste(servidor: Pick<PncpServer, 'url' | 'consultaUrl'>, mais: Partial<Config['pncp']> = {}, opcoes: Partial<Omit<OpcoesPncp, 'config'>> = {}): { readonly pncp: Pncp; readonly relogio: RelogioFalso } {
  const relogio = createRelogioFalso();
  const config = { ...parseConfig({}, '/x').pncp, consultaUrl: servidor.consultaUrl, url: servidor.url, tempoMs: 5000, ...mais };
  return { pncp: createPncp({ config, versao: 'teste', relogio, ...opcoes }), relogio };
}
