import cliProgress from 'cli-progress';

/** Progress on the terminal; where there is none, a line now and then. */
export interface Barra {
  show(nome: string, feitos: number, total: number, detalhe: string): void;
  stop(): void;
}

const LINHA_MS = 10_000;

export function createBarra(tell: (linha: string) => void): Barra {
  return process.stderr.isTTY ? createVisivel() : createLinhas(tell);
}

function createVisivel(): Barra {
  const barra = new cliProgress.SingleBar({ format: '{nome} {bar} {value}/{total} {detalhe}', hideCursor: true, clearOnComplete: false, etaBuffer: 50, stream: process.stderr, gracefulExit: false }, cliProgress.Presets.shades_classic);
  let viva = false;
  return {
    show(nome, feitos, total, detalhe) {
      if (!viva) barra.start(total, feitos, { nome, detalhe });
      else {
        barra.setTotal(total);
        barra.update(feitos, { nome, detalhe });
      }
      viva = true;
    },
    stop: () => barra.stop(),
  };
}

function createLinhas(tell: (linha: string) => void): Barra {
  let ultima = Number.NEGATIVE_INFINITY;
  return {
    show(nome, feitos, total, detalhe) {
      if (performance.now() - ultima < LINHA_MS) return;
      ultima = performance.now();
      tell(`${nome}: ${feitos} de ${total}${detalhe ? `, ${detalhe}` : ''}`);
    },
    stop: () => undefined,
  };
}
