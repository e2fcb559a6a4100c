import type { Janela } from './domain/janela.js';
import type { Andamento } from './leitura-janela.js';
import type { Relogio } from './relogio.js';

interface Leitura {
  step(): Promise<Andamento>;
}

export interface OpcoesTrabalho {
  /** Windows at once. */
  readonly concorrencia: number;
  readonly relogio: Relogio;
  readonly sinal: AbortSignal;
  /** Nobody starts before this moment, ms since the epoch. */
  readonly pausadoAte: () => number;
  /** After each step. */
  readonly aoAndar: () => void;
}

const MAX_SONO_MS = 1000;

/** Reads windows, several at once, each from one end to the other, until none is left; those that wait give their place to others. @throws the first thing that stops one */
export async function workJanelas(janelas: readonly Janela[], open: (janela: Janela) => Leitura, { concorrencia, relogio, sinal, pausadoAte, aoAndar }: OpcoesTrabalho): Promise<void> {
  const fila = janelas.map((j) => ({ leitura: open(j), em: 0 }));
  const emCurso = new Set<Promise<void>>();
  let falha: { erro: unknown } | null = null;

  const follow = async (leitura: Leitura): Promise<void> => {
    for (;;) {
      const andou = await leitura.step();
      if (andou.tipo === 'fim') for (const j of andou.novas) fila.unshift({ leitura: open(j), em: 0 });
      if (andou.tipo === 'depois') fila.push({ leitura, em: andou.em.getTime() });
      aoAndar();
      if (andou.tipo !== 'segue') return;
      if (falha || sinal.aborted || pausadoAte() > relogio.agora().getTime()) return void fila.unshift({ leitura, em: pausadoAte() });
    }
  };

  while (!falha && !sinal.aborted && (fila.length || emCurso.size)) {
    const agora = relogio.agora().getTime();
    const i = emCurso.size < concorrencia && pausadoAte() <= agora ? fila.findIndex((f) => f.em <= agora) : -1;
    const proxima = i < 0 ? undefined : fila.splice(i, 1)[0];
    if (proxima) {
      const trabalho = follow(proxima.leitura).catch((erro: unknown) => void (falha ??= { erro })).finally(() => emCurso.delete(trabalho));
      emCurso.add(trabalho);
      continue;
    }
    const cheio = emCurso.size >= concorrencia;
    const espera = Math.max(1, Math.min(MAX_SONO_MS, Math.max(pausadoAte(), fila.reduce((m, f) => Math.min(m, f.em), Number.POSITIVE_INFINITY)) - agora));
    const sono = new AbortController();
    await Promise.race([...emCurso, ...(cheio || !fila.length ? [] : [relogio.dormir(espera, AbortSignal.any([sinal, sono.signal]))])]);
    sono.abort();
  }
  await Promise.all(emCurso);
  if (falha) throw (falha as { erro: unknown }).erro;
  sinal.throwIfAborted();
}
