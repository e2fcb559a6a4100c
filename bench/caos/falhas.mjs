// What is broken, when, and for how long. Kills are counted and alone in time; of the rest one of each kind at a time, over the kills.
import { setTimeout as espera } from 'node:timers/promises';
import { entre, escolhe } from './sorteio.mjs';

/** @returns breakers by name: each breaks, waits and heals; `quando` of each is told to `anota(nome, inicio, fim)` */
export function createFalhas({ banco, proxy, modelo, disco, sorte, anota }) {
  const dura = (min, max) => espera(entre(sorte, min, max));
  const reinicia = async (sinal) => {
    await banco.stop(sinal);
    await dura(0, 2500);
    await banco.start();
  };
  const falhas = {
    'PostgreSQL reiniciado (fast)': [3, 'banco', () => reinicia('SIGINT')],
    'PostgreSQL morto e recuperado (immediate)': [2, 'banco', () => reinicia('SIGQUIT')],
    'conexões encerradas pelo servidor': [3, 'banco', () => banco.terminate()],
    'conexões cortadas e recusadas': [3, 'banco', async () => {
      proxy.cut();
      await dura(0, 3000);
      proxy.resume();
    }],
    'conexões paradas': [3, 'banco', async () => {
      proxy.stall();
      await dura(500, 6000);
      proxy.resume();
    }],
    'modelo desligado': [2, 'modelo', async () => {
      await modelo.cut();
      await dura(500, 4000);
      await modelo.start();
    }],
    'modelo pendurado': [2, 'modelo', () => spoil('pendurada')],
    'modelo com erro 500': [1, 'modelo', () => spoil('erro_500')],
    'respostas do modelo cortadas no meio': [2, 'modelo', () => spoil('cortada_no_meio')],
    ...(disco.pequeno ? { 'disco dos arquivos cheio': [3, 'disco', async () => {
      const sobra = disco.fill();
      if (sobra > 64 * 1024) throw new Error(`o disco não encheu: sobram ${sobra} bytes`);
      await dura(1000, 4000);
      disco.empty();
    }] } : {}),
  };
  async function spoil(falha) {
    modelo.spoil(falha);
    await dura(500, 4000);
    modelo.heal();
  }
  const ocupados = new Set();
  /** One of those whose kind is at rest; null when none is. Resolves when it is healed. */
  return function breakOne() {
    const livres = Object.entries(falhas).filter(([, [, tipo]]) => !ocupados.has(tipo));
    if (!livres.length) return null;
    const [nome, [, tipo, fazer]] = escolhe(sorte, livres.map((l) => [l[1][0], l]));
    ocupados.add(tipo);
    const inicio = Date.now();
    return fazer().finally(() => {
      ocupados.delete(tipo);
      anota(nome, tipo, inicio, Date.now());
    });
  };
}
