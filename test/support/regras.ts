import { expect, it } from '@jest/globals';
import type { Verificacao } from '../../src/analises/domain/analise.js';
import { applyRegra, type Regra } from '../../src/analises/verificacoes/regra.js';
import { contextoCom } from './fatos.js';

type Parte = NonNullable<Parameters<typeof contextoCom>[0]>;
/** [what it shows, input, expected result; null = the rule does not apply]. */
export type CasoDeRegra = readonly [nome: string, entrada: Parte | string, esperado: Verificacao['resultado'] | null];

/** Applies a rule to a text, or to parts of an input. */
export const aplicar = (regra: Regra, entrada: Parte | string): Verificacao | null => applyRegra(regra, contextoCom(typeof entrada === 'string' ? { texto: entrada } : entrada));

/** A test per row of the rule's table. */
export function casosDeRegra(regra: Regra, casos: readonly CasoDeRegra[]): void {
  it.each(casos)(`${regra.id}: %s`, (_nome, entrada, esperado) => {
    const v = aplicar(regra, entrada);
    expect(v?.resultado ?? null).toBe(esperado);
    if (v?.resultado === 'violado' || v?.resultado === 'indicio') expect(v.motivo).toMatch(/\.$/);
  });
}
