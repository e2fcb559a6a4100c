import { describe, expect, it } from '@jest/globals';
import { CALMO, firmeza, step, type Estado, type Passo, type Regras } from '../../../src/alertas/domain/maquina.js';

const REGRAS: Regras = { abrirMs: 20, fecharMs: 20, repetirMs: 100 };

/** One look every 10 ms from 0 on: `x` bad, `.` well, `?` not known. */
function run(vistas: string, regras: Regras = REGRAS): { readonly passos: string; readonly estado: Estado } {
  const SINAIS: Readonly<Record<Passo, string>> = { abrir: 'A', repetir: 'R', fechar: 'F', nada: '-' };
  let estado = CALMO;
  let passos = '';
  for (const [i, v] of [...vistas].entries()) {
    const feito = step(estado, v === '?' ? null : v === 'x', i * 10, regras);
    estado = feito.estado;
    passos += SINAIS[feito.passo];
  }
  return { passos, estado };
}

describe('the life of an alert', () => {
  it.each([
    ['a stumble is not told', 'x....', '-----'],
    ['two in a row are not yet long enough', 'xx...', '-----'],
    ['what holds is told once', 'xxxxx', '--A--'],
    ['what comes and goes is never told', 'xx.xx.xx.x', '----------'],
    ['what is not known changes nothing', 'x?x?x', '--A--'],
    ['what ends, and stays ended, is told', 'xxx...', '--A--F'],
    ['a good moment within it is not its end', 'xxx.x.x..x', '--A-------'],
    ['nor is not knowing', 'xxx????', '--A----'],
    ['the end needs looks that know', 'xxx.?.', '--A--F'],
    ['after its end it may begin again, from nothing', 'xxx...xxx', '--A--F--A'],
    ['while it lasts it is told again, seldom', `xxx${'x'.repeat(21)}`, `--A${'-'.repeat(9)}R${'-'.repeat(9)}R-`],
    ['well from the beginning', '.....', '-----'],
  ])('%s: %s', (_, vistas, passos) => expect(run(vistas).passos).toBe(passos));

  it('rules of no time tell at the first look', () => expect(run('x.', { abrirMs: 0, fecharMs: 0, repetirMs: 100 }).passos).toBe('AF'));
  it('began when it was first seen, not when it was told', () => expect(run('.xxx').estado.abertoDesde).toBe(10));

  it.each([
    ['nothing known', '', 'incerta'], ['well, but not for long', '..', 'incerta'], ['well for long', '...', 'bom'], ['bad, but not for long', '..x', 'incerta'], ['bad for long', 'xxx', 'ruim'],
    ['bad for long, well just now', 'xxx.', 'incerta'], ['over, told by this look', 'xxx...', 'bom'],
  ])('to the others it says, when %s (%s): %s', (_, vistas, dita) => expect(firmeza(run(vistas).estado, Math.max(0, vistas.length - 1) * 10, REGRAS)).toBe(dita));
});
