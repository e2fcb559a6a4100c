import { describe, expect, it } from '@jest/globals';
import { conferir, type Conferencia } from '../../../../src/agentes/index.js';
import { DESONESTAS } from './desonestas.js';
import { base } from './edital.js';
import { HONESTAS } from './honestas.js';
import { OUTRAS_DESONESTAS } from './outras-desonestas.js';
import { OUTRAS_HONESTAS } from './outras-honestas.js';
import { TERCEIRAS_DESONESTAS } from './terceiras-desonestas.js';
import { TERCEIRAS_HONESTAS } from './terceiras-honestas.js';

const b = base();
const run = (texto: string, citacoes: readonly (readonly [number, string])[]): Conferencia =>
  conferir({ texto, tipo: 'observacao', citacoes: citacoes.map(([pagina, trecho]) => ({ documento: 'edital.pdf', pagina, trecho })) }, b);

describe('honest claims', () => {
  it.each([...HONESTAS, ...OUTRAS_HONESTAS, ...TERCEIRAS_HONESTAS].map((h) => [...h] as [string, ...(readonly [number, string])[]]))('keeps: %s', (texto, ...citacoes) => {
    const r = run(texto, citacoes);
    expect(r.ok ? 'ok' : `${r.motivo}: ${r.explicacao}`).toBe('ok');
  });
});

describe('claims that must not pass', () => {
  it.each([...DESONESTAS, ...OUTRAS_DESONESTAS, ...TERCEIRAS_DESONESTAS].map(([motivos, texto, ...citacoes]) => ({ motivos, texto, citacoes })))('$motivos: $texto', ({ motivos, texto, citacoes }) => {
    const r = run(texto, citacoes);
    expect(r.ok ? 'ok' : r.motivo).toEqual(expect.stringMatching(new RegExp(`^(?:${motivos.join('|')})$`)));
  });
});
