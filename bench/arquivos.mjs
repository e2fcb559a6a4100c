// `npm run bench -- arquivos [PASTA]`: the table of the real files: what each is, how it ended (lido, parcial,
// recusado), pages read of the total and how many of them by OCR, why not, seconds. Each file is opened and read as the
// product does it. Ends with 1 when one crashes or passes 60 s, which a page under OCR prolongs by its own limit.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const LIMITE_S = 60;
const LIMITES = { maxPaginas: 2000 };
const OCR = { threads: 2, maxPaginas: 300, tempoPaginaMs: 120_000 };

/** @returns {Promise<boolean>} whether every file ended in time and in order */
export async function measureArquivos({ raiz, pasta = join(raiz, '..', 'shared', 'dados', 'editais') }) {
  const manifesto = join(pasta, 'MANIFEST.jsonl');
  if (!existsSync(manifesto)) {
    console.log(`não há ${manifesto}`);
    return false;
  }
  const { reunir } = await import(join(raiz, 'dist', 'editais', 'reunir', 'reunir.js'));
  const { createLeitor } = await import(join(raiz, 'dist', 'editais', 'index.js'));
  const { createOcr } = await import(join(raiz, 'dist', 'editais', 'leitura', 'ocr', 'ocr.js'));
  const ocr = createOcr(OCR);
  const leitor = createLeitor({ threads: 2, tempoMs: LIMITE_S * 1000, limites: LIMITES, ocr });
  const totais = { lido: 0, parcial: 0, recusado: 0, falhou: 0 };
  const tipos = new Map();
  let paginas = 0;
  let paginasLidas = 0;
  let paginasOcr = 0;
  console.log('tipo'.padEnd(12), 'resultado'.padEnd(9), 'páginas'.padStart(9), 'OCR'.padStart(4), 's'.padStart(6), ' arquivo: motivo');
  try {
    for (const { arquivo } of readFileSync(manifesto, 'utf8').trim().split('\n').map((l) => JSON.parse(l))) {
      const t0 = performance.now();
      const r = await abrir(join(pasta, arquivo), { reunir, leitor });
      const s = (performance.now() - t0) / 1000;
      if (s > LIMITE_S + (r.ocr * OCR.tempoPaginaMs) / 1000) r.resultado = 'falhou';
      totais[r.resultado]++;
      tipos.set(r.tipo, (tipos.get(r.tipo) ?? 0) + 1);
      paginas += r.total;
      paginasLidas += r.lidas;
      paginasOcr += r.ocr;
      console.log(r.tipo.padEnd(12), r.resultado.padEnd(9), `${r.lidas}/${r.total}`.padStart(9), String(r.ocr || '').padStart(4), s.toFixed(2).padStart(6), ` ${arquivo.split('/').slice(-2).join('/')}${r.motivos.length ? `: ${[...new Set(r.motivos)].join('; ')}` : ''}`);
    }
  } finally {
    await leitor.close();
    await ocr.close();
  }
  console.log(`\n${Object.entries(totais).map(([k, n]) => `${k} ${n}`).join(', ')}; páginas lidas ${paginasLidas} de ${paginas}, ${paginasOcr} por OCR; ${[...tipos].map(([k, n]) => `${k} ${n}`).join(', ')}`);
  return totais.falhou === 0;
}

async function abrir(caminho, { reunir, leitor }) {
  const saida = { tipo: '?', resultado: 'falhou', lidas: 0, total: 0, ocr: 0, motivos: [] };
  try {
    const { arquivos, naoLido } = await reunir([{ nome: basename(caminho), bytes: readFileSync(caminho) }]);
    const pacote = arquivos.length !== 1 || arquivos[0].nome !== basename(caminho);
    saida.tipo = pacote ? (arquivos.length ? `pacote de ${arquivos.length}` : '-') : arquivos[0].tipo;
    saida.motivos.push(...naoLido.map((n) => `${n.codigo} (${n.documento})`));
    let lidos = 0;
    for (const a of arquivos) {
      try {
        const d = await leitor.read(a);
        lidos++;
        saida.total += d.totalPaginas;
        saida.ocr += d.paginas.filter((p) => p.origem === 'ocr').length;
        saida.lidas += d.paginas.filter((p) => p.texto).length;
        saida.motivos.push(...d.naoLido.map((n) => `${n.codigo} (${pacote ? `${d.nome.split('!').at(-1)}, ` : ''}p. ${n.paginas?.slice(0, 8).join(', ') ?? 'todas'}${(n.paginas?.length ?? 0) > 8 ? '…' : ''})`));
      } catch (erro) {
        if (erro?.name !== 'AlicitError') throw erro;
        saida.motivos.push(`${erro.codigo} (${a.nome})`);
      }
    }
    saida.resultado = !lidos || !saida.lidas ? 'recusado' : saida.motivos.length ? 'parcial' : 'lido';
  } catch (erro) {
    saida.motivos.push(String(erro?.message ?? erro).slice(0, 200));
  }
  return saida;
}
