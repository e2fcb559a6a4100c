import { describe, expect, it } from '@jest/globals';
import { fold } from '../../src/kernel/index.js';
import { toSingular } from '../../src/portugues/index.js';

describe('toSingular', () => {
  it.each([
    ['ações', 'acao'], ['pães', 'pao'], ['cidadãos', 'cidadao'], ['editais', 'edital'], ['imóveis', 'imovel'], ['lençóis', 'lencol'], ['azuis', 'azul'], ['ordens', 'ordem'], ['valores', 'valor'],
    ['vezes', 'vez'], ['meses', 'mese'], ['prazos', 'prazo'], ['úteis', 'util'], ['perfis', 'perfil'], ['leis', 'lei'], ['países', 'pais'], ['pneus', 'pneu'], ['troféus', 'trofeu'], ['degraus', 'degrau'], ['contábeis', 'contabil'], ['portáteis', 'portatil'], ['estéreis', 'esteril'], ['infantis', 'infantil'], ['barris', 'barril'],
  ])('%s → %s', (plural, singular) => {
    expect(toSingular(fold(plural))).toBe(singular);
  });

  it.each(['prazo', 'ônus', 'status', 'depois', 'gás', 'país', 'lápis', 'sessão', 'antivírus', 'ônibus'])('leaves %s alone', (palavra) => {
    expect(toSingular(fold(palavra))).toBe(fold(palavra));
  });
});
