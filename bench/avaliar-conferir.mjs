// Checks of an opinion that owe nothing to ALICIT's own: quotes looked for on the page as pdftotext reads it, numbers of a
// claim looked for in its quotes and in what the rules wrote.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dobrar = (t) => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '');
const palavras = (t) => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
const triplas = (t) => {
  const p = palavras(t);
  return p.length < 3 ? [p.join(' ')] : p.slice(2).map((_, i) => p.slice(i, i + 3).join(' '));
};
/** Share of a quote's groups of three words on a page from which its words are there, in another order of columns. */
const QUASE_TODAS = 0.9;

/** Reads pages of PDFs with pdftotext; `close` forgets them. Null from `createLeitor` when there is no pdftotext. */
export function createLeitor() {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-avaliar-'));
  const arquivos = new Map();
  const paginas = new Map();
  return {
    add: (chave, bytes) => {
      const arquivo = join(pasta, `${arquivos.size}.pdf`);
      writeFileSync(arquivo, bytes);
      arquivos.set(chave, arquivo);
    },
    /** 'sim' (on the page), 'nao', or 'ilegivel' (no text there, or no such PDF). */
    confere(chave, pagina, trecho) {
      const arquivo = arquivos.get(chave);
      if (!arquivo) return 'ilegivel';
      const id = `${arquivo} ${pagina}`;
      if (!paginas.has(id)) paginas.set(id, ['-raw', '-layout', '-nopgbrk'].map((modo) => spawnSync('pdftotext', [modo, '-f', String(pagina), '-l', String(pagina), arquivo, '-'], { encoding: 'utf8', maxBuffer: 1 << 26, timeout: 20_000 }).stdout ?? ''));
      const textos = paginas.get(id);
      if (textos.every((t) => dobrar(t).length < 40)) return 'ilegivel';
      const alvo = dobrar(trecho);
      if (textos.some((t) => dobrar(t).includes(alvo))) return 'sim';
      const dele = triplas(trecho);
      return textos.some((t) => {
        const da = new Set(triplas(t));
        return dele.filter((x) => da.has(x)).length >= QUASE_TODAS * dele.length;
      }) ? 'sim' : 'nao';
    },
    close: () => rmSync(pasta, { recursive: true, force: true }),
  };
}

/** Numbers of a text, without separators: "R$ 1.234,50" is 1234.5, as "1234.5" and 1234.50 are. */
export function numerosDe(texto) {
  const achados = texto.match(/\d+(?:[.,]\d+)*/g) ?? [];
  return achados.flatMap((n) => {
    const formas = [n.replace(/\./g, '').replace(',', '.'), n.replace(/,/g, '')];
    return [...new Set(formas.map((f) => (/^\d+(?:\.\d+)?$/.test(f) ? String(Number(f)) : n.replace(/\D/g, ''))))].slice(0, 1);
  });
}
const todasAsFormas = (texto) => {
  const formas = new Set();
  for (const n of texto.match(/\d+(?:[.,]\d+)*/g) ?? []) {
    for (const f of [n.replace(/\./g, '').replace(',', '.'), n.replace(/,/g, ''), ...n.split(/[.,]/)]) if (/^\d+(?:\.\d+)?$/.test(f)) formas.add(String(Number(f)));
    formas.add(n.replace(/\D/g, ''));
  }
  return formas;
};

/** Numbers of a claim that stand neither in its quotes nor anywhere in what the rules wrote. */
export function numerosSemProva({ texto, citacoes }, textoDasRegras) {
  const provas = todasAsFormas(`${citacoes.map((c) => c.trecho).join(' ')} ${textoDasRegras}`);
  return numerosDe(texto).filter((n) => !provas.has(n));
}
