import { describe, expect, it } from '@jest/globals';
import { readNumeros } from '../../../../src/agentes/domain/conferir/numeros/read-numeros.js';

const chaves = (texto: string): string[] => readNumeros(texto).map((n) => n.chaves[0]!);

describe('numbers of a sentence', () => {
  it.each<[string, string[]]>([
    ['prazo de 30 (trinta) dias úteis e multa de 0,5% (cinco décimos por cento) ao dia', ['dias_uteis:30', 'pct:0.5']],
    ['trinta dias, cinco por cento e cento e vinte dias', ['dias:30', 'pct:5', 'dias:120']],
    ['meio por cento do valor', ['pct:0.5']],
    ['metade do quantitativo', ['pct:50']],
    ['R$ 1,2 milhão, R$ 1.860.573,88 e dez mil reais e cinquenta centavos', ['dinheiro:1200000.00', 'dinheiro:1860573.88', 'dinheiro:10000.50']],
    ['1 ano, 12 meses e dois anos', ['meses:12', 'meses:12', 'meses:24']],
    ['de 3 a 5 dias úteis', ['dias_uteis:3', 'dias_uteis:5']],
    ['em 07/04/2026, 7 de abril de 2026 ou 7.4.2026', ['data:2026-04-07', 'data:2026-04-07', 'data:2026-04-07']],
    ['em 7 de abril, às 9h', ['dia_mes:04-07', 'hora:09:00']],
    ['às 09h30min e às 14:00', ['hora:09:30', 'hora:14:00']],
    ['em 24 horas e em 48h', ['horas:24', 'horas:48']],
    ['art. 63, § 1º, da Lei nº 14.133, de 1º de abril de 2021', ['artigo:63', 'artigo:p1', 'norma:14133/2021', 'data:2021-04-01']],
    ['LC 123/06 e ISO 9001', ['norma:123/2006', 'norma:9001']],
    ['item 8.1.2 e subitem 9.12', ['item:8.1.2', 'item:9.12']],
    ['Pregão 041/2026', ['codigo:41/2026']],
    ['500 m², 40 km e 12.000 kg', ['medida:m2:500', 'medida:km:40', 'medida:kg:12000']],
    ['três atestados e 27 escolas', ['plano:3', 'plano:27']],
    ['12.345.678/0001-95', ['cnpj:12345678000195']],
    ['30 (quarenta) dias', ['dias:30', 'dias:40']],
    ['itens 2,4,17', ['plano:2.4', 'codigo:17']],
    ['não há números aqui', []],
  ])('%s', (texto, esperado) => expect(chaves(texto)).toEqual(esperado));
});
