// Calls to the model that were paid for twice, from the model server's own ledger.

/** An answer that came so shortly before its process was killed could not have been kept yet, ms. A batch of vectors is megabytes to read, turn and write. */
export const EM_VOO_MS = { chat: 100, embeddings: 500 };
/** Where no database could be written to when the process was killed, or until shortly before. */
const FOLGA_MS = 500;

const respondida = (l) => l.status === 200 && l.falha === null && !l.abortado && l.fim !== null;

/**
 * @param linhas the ledger
 * @param vidas of all processes: {quem, fim, morto}
 * @param foras moments without a database: [inicio, fim]
 * @returns how many calls were answered; of the answers asked for again: those in flight at a kill, those kept only in the memory of a process killed while there was no database, and the rest
 */
export function countPagas(linhas, vidas, foras) {
  const porQuem = new Map(vidas.map((v) => [v.quem, v]));
  const porPedido = new Map();
  for (const l of linhas) if (respondida(l)) porPedido.set(l.impressao, [...(porPedido.get(l.impressao) ?? []), l]);
  const r = { feitas: [...porPedido.values()].flat().length, emVoo: [], semBanco: [], repetidas: [] };
  for (const vezes of porPedido.values()) {
    // All but the last of the answers were lost: why?
    for (const l of vezes.slice(0, -1)) {
      const vida = porQuem.get(l.quem);
      const antes = vida?.morto && vida.fim !== null ? vida.fim - l.fim : Infinity;
      const fora = foras.some(([a, b]) => l.fim <= b + FOLGA_MS && antes !== Infinity && vida.fim >= a && l.fim >= a - FOLGA_MS && vida.fim <= b + FOLGA_MS);
      const caso = { quem: l.quem, rota: l.rota, impressao: l.impressao.slice(0, 12), antesDaMorteMs: antes === Infinity ? null : antes, segundaAposMs: vezes.at(-1).inicio - l.fim, porQuem: vezes.at(-1).quem };
      if (antes <= (EM_VOO_MS[l.rota] ?? EM_VOO_MS.chat)) r.emVoo.push(caso);
      else if (fora) r.semBanco.push(caso);
      else r.repetidas.push(caso);
    }
  }
  return r;
}
