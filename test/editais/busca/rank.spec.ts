import { describe, expect, it } from '@jest/globals';
import { parseConsulta } from '../../../src/editais/busca/consulta.js';
import { createIndiceBusca, type IndiceBusca } from '../../../src/editais/busca/indice.js';
import { findCandidatas, scoreOf, type Candidata } from '../../../src/editais/busca/rank.js';
import { textoDe } from '../../support/texto-edital.js';

const indiceDe = (...paginas: string[]): IndiceBusca => createIndiceBusca(textoDe(paginas));
/** The candidate whose clause begins with a number. */
function candidata(indice: IndiceBusca, pergunta: string, numero: string): Candidata {
  const achada = findCandidatas(indice, parseConsulta(pergunta)).find((c) => indice.t.texto.slice(indice.clausulas[c.id]!.inicio).slice(0, 40).includes(numero));
  if (!achada) throw new Error(`clause ${numero} is no candidate`);
  return achada;
}

describe('findCandidatas', () => {
  const indice = indiceDe(
    '1. DA PODA\n1.1. As mudas serão podadas pelo produtor conforme o calendário fixado no anexo de jardinagem.\n1.2. As mudas serão podadas pelo produtor em até 6 (seis) dias do aviso da escola de jardinagem.',
    '2. DO VIVEIRO\n2.1. O viveiro guarda as sementes de capim e de girassol para a primavera da cidade vizinha.',
    'ANEXO I\nMODELO DE DECLARAÇÃO\n9.1. As mudas serão podadas pelo produtor em ____ dias do aviso da escola de jardinagem da cidade.',
  );

  it('prefers the clause that holds the answer to the one that sends elsewhere, and both to a blank form', () => {
    const pergunta = 'Em quanto tempo o produtor poda as mudas?';
    const [com, sem, modelo] = ['1.2.', '1.1.', '9.1.'].map((n) => candidata(indice, pergunta, n));
    expect([com!.sinais['resposta:periodo'], sem!.sinais.semResposta, sem!.sinais.remeteSemResposta, modelo!.sinais.branco]).toEqual([1, 1, 1, 1]);
    expect(scoreOf(com!)).toBeGreaterThan(scoreOf(sem!));
    expect(scoreOf(com!)).toBeGreaterThan(scoreOf(modelo!));
  });

  it('takes the synonym nearly for the word when the document never has the word', () => {
    const com = indiceDe('1.1. O fármaco chega ao posto da cidade em caixas de papelão fechadas e secas.', '1.2. A merenda chega ao posto da cidade em caixas de papelão fechadas e secas.');
    const [melhor] = findCandidatas(com, parseConsulta('Onde chega o remédio?')).sort((a, b) => scoreOf(b) - scoreOf(a));
    expect(com.clausulas[melhor!.id]!.pagina).toBe(1);
    expect(melhor!.sinais.cobertura).toBeGreaterThan(0.9);
    expect(melhor!.sinais.proprios).toBeLessThan(melhor!.sinais.cobertura);
  });

  it('counts what a clause is about besides the question', () => {
    const outro = indiceDe('1.1. A multa por atraso na rega é de 3% ao dia sobre o valor das mudas secas do canteiro.\n1.2. A multa, a garantia, a vistoria, a amostra e o recurso seguem as regras do canteiro da cidade.');
    expect(candidata(outro, 'Qual a multa por atraso na rega?', '1.1.').sinais.assuntosDeMais).toBeLessThan(candidata(outro, 'Qual a multa por atraso na rega?', '1.2.').sinais.assuntosDeMais);
  });

  it('knows a clause that better candidates already said, and the company a page gives', () => {
    const regra = '5.1. A escola rega o canteiro de girassóis ao nascer do sol, todos os dias do verão, sem cobrar taxa da prefeitura pela água usada na rega.';
    const repetido = indiceDe(regra, `${regra}\n5.2. O canteiro de girassóis fica atrás da escola, junto do muro.`);
    const sinais = findCandidatas(repetido, parseConsulta('Quem rega o canteiro de girassóis da escola?')).map((c) => c.sinais);
    expect(sinais.map((s) => s.repetida).sort()).toEqual([0, 0, 1]);
    expect(sinais.some((s) => s.pagina > 0)).toBe(true);
  });

  it('finds nothing without words in common', () => {
    expect(findCandidatas(indice, parseConsulta('astronautas zebras'))).toEqual([]);
    expect(findCandidatas(createIndiceBusca(textoDe([''])), parseConsulta('prazo'))).toEqual([]);
  });
});
