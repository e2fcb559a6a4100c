import { describe, expect, it } from '@jest/globals';
import { readJson } from '../../src/pncp/read-json.js';

const utf8 = (t: string): Uint8Array => new TextEncoder().encode(t);

describe('readJson', () => {
  it('reads UTF-8 whatever the header says, and Latin-1 when the bytes are', () => {
    expect(readJson(utf8('{"a":"ção"}'), 'application/json;charset=ISO-8859-1')).toEqual({ ok: true, valor: { a: 'ção' }, derivas: [] });
    expect(readJson(Buffer.from('{"a":"ção"}', 'latin1'), 'application/json')).toEqual({ ok: true, valor: { a: 'ção' }, derivas: [['charset', 'latin1']] });
    expect(readJson(utf8('\ufeff[1]'), undefined)).toEqual({ ok: true, valor: [1], derivas: [] });
    expect(readJson(utf8('5'), 'text/plain')).toEqual({ ok: true, valor: 5, derivas: [['tipo_de_conteudo', 'nao_json']] });
  });

  it.each([
    ['', 'vazio'], ['  \n', 'vazio'], ['<html><body>Limite</body></html>', 'html'], ['\n<!DOCTYPE html>', 'html'], ['{"data":[{"a":1},{"a"', 'json_cortado'], ['[{"a":1}', 'json_cortado'], ['Erro na comunicação com o banco de dados.', 'nao_json'],
  ])('says why %j is none', (texto, motivo) => {
    expect(readJson(utf8(texto), 'application/json')).toEqual({ ok: false, motivo });
  });
});
