import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** Where lines go: at once, or with the others of the same turn of the event loop. */
export interface DestinoDoLog {
  readonly agora: DestinationStream;
  readonly porVolta: DestinationStream;
  /** Writes what waits for the end of the turn. */
  flush(): void;
}

/** Writes from a position on. @returns how many bytes were taken; throws `EAGAIN` while none can be */
export type Escrever = (texto: Buffer, desde: number) => number;

/** Above this the lines of one turn of the event loop are written without waiting for its end. */
const MAX_CARACTERES = 64 * 1024;
/** How long who reads the log may take nothing before lines are let go: a log that is stuck must not stop the service. */
const PACIENCIA_MS = 1000;
const PAUSA_MS = 5;
const FIM_DE_LINHA = 0x0a;

const pausa = new Int32Array(new SharedArrayBuffer(4));
const sleep = (ms: number): void => void Atomics.wait(pausa, 0, 0, ms);

/**
 * Lines to a file descriptor, in the order they were given. Those by turn are written once at the end of it, before any line
 * that is written at once, and at the process's exit: a process that is killed loses at most those of the turn it is in.
 * A full pipe is waited for a while; after that lines are lost, each whole, until it takes them again: then a line says how many.
 */
export function openDestinoDoLog(escrever: Escrever, dormir: (ms: number) => void = sleep): DestinoDoLog {
  let linhas = '';
  let marcado = false;
  let cheio = false;
  let perdidas = 0;
  /** What is left of a line of which a part was taken. */
  let resto: Buffer = Buffer.alloc(0);

  /** @returns how many bytes were taken */
  function take(texto: Buffer): number {
    let feito = 0;
    for (let esperado = cheio ? PACIENCIA_MS : 0; feito < texto.length; ) {
      try {
        feito += escrever(texto, feito);
        [cheio, esperado] = [false, 0];
      } catch (erro) {
        const { code } = erro as NodeJS.ErrnoException;
        // A closed one is nobody's log.
        if (code !== 'EAGAIN' && code !== 'EINTR') return texto.length;
        cheio = esperado >= PACIENCIA_MS;
        if (cheio) break;
        dormir(PAUSA_MS);
        esperado += PAUSA_MS;
      }
    }
    return feito;
  }

  function put(texto: string): void {
    const novo = Buffer.from(texto);
    const tudo = resto.length ? Buffer.concat([resto, novo]) : novo;
    const feito = take(tudo);
    if (feito === tudo.length) {
      resto = Buffer.alloc(0);
      return tellPerdidas();
    }
    const comecada = feito > 0 ? tudo[feito - 1] !== FIM_DE_LINHA : resto.length > 0;
    const fim = comecada ? tudo.indexOf(FIM_DE_LINHA, feito) + 1 : feito;
    resto = Buffer.from(tudo.subarray(feito, fim));
    perdidas += countLinhas(tudo, fim);
  }

  function tellPerdidas(): void {
    if (!perdidas) return;
    const aviso = Buffer.from(`{"level":40,"time":${Date.now()},"pid":${process.pid},"context":"log","perdidas":${perdidas},"msg":"a saída do log não recebia: linhas foram perdidas"}\n`);
    const feito = take(aviso);
    if (!feito) return;
    resto = Buffer.from(aviso.subarray(feito));
    perdidas = 0;
  }

  function flush(): void {
    marcado = false;
    const texto = linhas;
    linhas = '';
    if (texto) put(texto);
  }

  function porVolta(linha: string): void {
    linhas += linha;
    if (linhas.length > MAX_CARACTERES) return flush();
    if (marcado) return;
    marcado = true;
    setImmediate(flush);
  }

  return {
    porVolta: { write: porVolta },
    agora: {
      write(linha) {
        linhas += linha;
        flush();
      },
    },
    flush,
  };
}

function countLinhas(texto: Buffer, desde: number): number {
  let quantas = 0;
  for (let i = texto.indexOf(FIM_DE_LINHA, desde); i >= 0; i = texto.indexOf(FIM_DE_LINHA, i + 1)) quantas += 1;
  return quantas;
}

let saida: DestinoDoLog | null = null;

/** Standard output: one for the whole process. */
export function openSaidaDoLog(): DestinoDoLog {
  if (saida) return saida;
  saida = openDestinoDoLog((texto, desde) => writeSync(1, texto, desde));
  process.on('exit', saida.flush);
  return saida;
}
