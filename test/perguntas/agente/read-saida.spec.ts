import { describe, expect, it } from '@jest/globals';
import { isInteira, readSaida } from '../../../src/perguntas/agente/read-saida.js';

const DUAS = { encontrado: true, afirmacoes: [{ texto: 'Diz “{[}]”, com "aspas" e \\ barra.', citacoes: [{ documento: 'D1', pagina: 2, trecho: 'um ] e um } dentro' }] }, { texto: 'Outra.', citacoes: [] }] };
const JSON_DUAS = JSON.stringify(DUAS);

describe('an answer that is still arriving', () => {
  it('gives each claim when its last brace is there, never a part of one, at whatever place it is cut', () => {
    const quando = new Map<number, number>();
    for (let n = 0; n <= JSON_DUAS.length; n++) {
      const { encontrado, afirmacoes } = readSaida(JSON_DUAS.slice(0, n));
      expect(DUAS.afirmacoes.slice(0, afirmacoes.length)).toEqual(afirmacoes);
      if (afirmacoes.length) expect(encontrado).toBe(true);
      if (!quando.has(afirmacoes.length)) quando.set(afirmacoes.length, n);
    }
    const fimDa = (i: number) => JSON_DUAS.indexOf(JSON.stringify(DUAS.afirmacoes[i])) + JSON.stringify(DUAS.afirmacoes[i]).length;
    expect([...quando]).toEqual([[0, 0], [1, fimDa(0)], [2, fimDa(1)]]);
  });

  it.each([
    ['a fence and words around', `Claro!\n\`\`\`json\n${JSON.stringify(DUAS, null, 2)}\n\`\`\``, true, 2],
    ['claims before the verdict', '{"afirmacoes":[{"texto":"a"}],"encontrado":true}', null, 1],
    ['a verdict inside a text', '{"afirmacoes":[],"nota":"\\"encontrado\\": true"}', null, 0],
    ['a list of that name deeper down', '{"encontrado":false,"x":{"afirmacoes":[{"texto":"a"}]}}', false, 0],
    ['another form', '{"encontrado":"talvez","afirmacoes":"nenhuma"}', null, 0],
    ['no JSON', 'O edital é bom.', null, 0], ['nothing', '', null, 0], ['only braces', '}}}]]]{{{[[[', null, 0],
    ['claims that are no objects', '{"encontrado":true,"afirmacoes":["a",{"texto":"b"},3]}', true, 1],
  ])('reads what is whole of %s', (_, texto, encontrado, quantas) => {
    const lida = readSaida(texto);
    expect([lida.encontrado, lida.afirmacoes.length]).toEqual([encontrado, quantas]);
  });

  it('is bounded: many claims, a very long text', () => {
    expect(readSaida(`{"encontrado":true,"afirmacoes":[${'{"texto":"a"},'.repeat(5000)}{}]}`).afirmacoes.length).toBeLessThanOrEqual(12);
    expect(readSaida('{"afirmacoes":['.repeat(100_000)).afirmacoes).toEqual([]);
  });

  it('knows a whole one', () => {
    expect([JSON_DUAS, `eis: ${JSON_DUAS} fim`, JSON_DUAS.slice(0, -1), '{"encontrado":"sim","afirmacoes":[]}', '', 'null'].map(isInteira)).toEqual([true, true, false, false, false, false]);
  });
});
