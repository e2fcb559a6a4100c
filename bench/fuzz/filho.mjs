// One process that takes hostile cases, one at a time, through the product's own entry (openConjunto: reunir, reading in
// a thread with its limits of time and memory, the set put together), then facts, items, requirements and a search for
// those asked for. Answers each with what became of it. Whatever else happens to this process is a defect, told by
// bench/fuzz.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { AlicitError } from '../../dist/kernel/index.js';
import { createIndiceBusca, createLeitor, openConjunto, readLeitura, readListas, searchTrechos } from '../../dist/editais/index.js';

const leitor = createLeitor({ threads: 1, tempoMs: Number(process.env.FUZZ_LEITURA_MS), limites: { maxPaginas: 2000 } });
process.on('unhandledRejection', (erro) => {
  throw erro;
});

/** Memory of this process since the last call, MB; where the kernel cannot tell it, the most so far. */
function openPico() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    return () => process.resourceUsage().maxRSS / 1024;
  }
}

async function experimentar({ nome, bytes, extrair }) {
  const pico = openPico();
  const inicio = performance.now();
  const saida = { resultado: 'lido', codigos: [], paginas: 0, extraiuMs: 0 };
  try {
    const conjunto = await openConjunto([{ nome, bytes: Buffer.from(bytes) }], { leitor });
    saida.codigos = conjunto.naoLido.map((n) => n.codigo);
    saida.paginas = conjunto.documentos.reduce((n, d) => n + d.documento.paginas.length, 0);
    if (extrair) {
      const t0 = performance.now();
      const leitura = readLeitura(conjunto);
      readListas(leitura.texto);
      searchTrechos(createIndiceBusca(leitura.texto), 'qual o prazo de entrega?', { top: 5 });
      JSON.stringify(leitura.fatos);
      saida.extraiuMs = performance.now() - t0;
    }
  } catch (erro) {
    if (erro instanceof AlicitError) saida.codigos = erro.codigo === 'nada_lido' ? erro.detalhes.naoLido.map((n) => n.codigo) : [erro.codigo];
    saida.resultado = erro instanceof AlicitError ? 'recusado' : 'defeito';
    if (saida.resultado === 'defeito') saida.erro = String(erro?.stack ?? erro).slice(0, 1500);
  }
  return { ...saida, ms: performance.now() - inicio, mb: pico() };
}

process.on('message', async (caso) => process.send({ id: caso.id, ...(await experimentar(caso)) }));
process.on('disconnect', () => process.exit(0));
process.send({ pronto: true });
