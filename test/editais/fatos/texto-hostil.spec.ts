import { describe, expect, it } from '@jest/globals';
import { DEFINICOES_CONTRATO } from '../../../src/editais/fatos/definicoes-contrato.js';
import { resolveCampo } from '../../../src/editais/extracao/resolve.js';
import type { DefinicaoCampo } from '../../../src/editais/extracao/candidato.js';
import { textoDe } from '../../support/texto-edital.js';

/** Texts made to keep an expression busy: each must be read in a moment. */
const TEXTOS: readonly [string, string][] = [
  ['blank lines', '\n'.repeat(60_000)],
  ['spaces', ' '.repeat(120_000)],
  ['labels without a value', 'prazo de entrega dos servicos deverao ser '.repeat(4_000)],
  ['percentages', 'multa de 10% por dia '.repeat(8_000)],
  ['number words', 'cento e vinte e cinco e '.repeat(8_000)],
  ['one word', 'consorcio '.repeat(20_000)],
];

describe('hostile text', () => {
  it.each(TEXTOS)('%s', (_nome, texto) => {
    const t = textoDe(texto);
    const inicio = performance.now();
    for (const def of DEFINICOES_CONTRATO as readonly unknown[]) resolveCampo(def as DefinicaoCampo, { t, lidos: {} });
    expect(performance.now() - inicio).toBeLessThan(10_000);
  });
});
