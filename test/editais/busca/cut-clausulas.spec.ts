import { describe, expect, it } from '@jest/globals';
import { cutClausulas } from '../../../src/editais/busca/cut-clausulas.js';
import { squeeze } from '../../../src/kernel/index.js';
import { textoDe } from '../../support/texto-edital.js';

const clausulas = (paginas: string[]) => {
  const t = textoDe(paginas);
  return cutClausulas(t).map((c) => ({ ...c, texto: squeeze(t.texto.slice(c.inicio, c.fim)) }));
};

describe('cutClausulas', () => {
  it('makes one unit of each numbered clause, with its heading and section', () => {
    const [a, b] = clausulas(['4. DA ENTREGA\n4.1. As mudas serão entregues no viveiro da cidade,\nentre oito e onze horas.\n4.2. Cada muda terá etiqueta com a espécie e a data da poda.']);
    expect(a?.texto).toBe('4. DA ENTREGA 4.1. As mudas serão entregues no viveiro da cidade, entre oito e onze horas.');
    expect(b?.texto).toBe('4.2. Cada muda terá etiqueta com a espécie e a data da poda.');
    expect(b?.secao).toBe('4. DA ENTREGA');
  });

  it('gives lettered items the sentence that introduces them', () => {
    const todas = clausulas(['7.1. Para a habilitação jurídica, o interessado apresentará os seguintes documentos:\na) contrato social com a última alteração, registrado na junta;\nb) documento de identidade de quem assina pela sociedade.']);
    expect(todas.map((c) => c.contexto.slice(-12))).toEqual(['', 'documentos:', 'documentos:'].map((x) => x.slice(-12)).map((x, i) => (i === 0 ? '' : ` ${x}`)));
  });

  it('gives numbered items the introduction of the item they stand under, across pages, and no other', () => {
    const todas = clausulas([
      '9. DO VIVEIRO\n9.1. As mudas compradas neste certame serão recebidas pelo viveiro municipal:\n9.1.1. Em caráter precário, no dia da descarga, por dois servidores;',
      '9.1.2. Em caráter final, depois de trinta dias de rega e de poda.\n9.2. As mudas mortas voltam ao produtor, que paga o frete de volta.',
    ]);
    expect(todas.map((c) => c.contexto.includes('recebidas pelo viveiro'))).toEqual([false, true, true, false]);
  });

  it('keeps the introduction of a list when a page opens with the rest of a sentence', () => {
    const todas = clausulas([
      '3. DAS MUDAS\n3.1. O produtor apresentará com as mudas os documentos abaixo:\na) guia de trânsito vegetal, emitida pela defesa agropecuária do lugar em que',
      'as mudas foram plantadas e cresceram até o dia da venda;\nb) laudo de sanidade assinado por agrônomo com registro no conselho.',
    ]);
    expect(todas.map((c) => c.contexto.includes('documentos abaixo'))).toEqual([false, true, false, true]);
  });

  it('never crosses a page and cuts what is too long at a sentence', () => {
    const frase = 'O contratado responde pela guarda do material até o termo definitivo. ';
    const todas = clausulas([`1.1. ${frase.repeat(30)}`, '1.2. Outra página começa aqui com a sua própria cláusula.']);
    expect(todas.length).toBeGreaterThan(3);
    for (const c of todas) expect(c.texto.length).toBeLessThanOrEqual(900);
    expect(todas.slice(0, -1).every((c) => c.pagina === 1 && c.texto.endsWith('.'))).toBe(true);
    expect(todas.at(-1)?.pagina).toBe(2);
  });

  it('leaves running headers and the table of contents out', () => {
    const topo = (n: number): string => `PREGÃO Nº 12/2031 – FOLHA ${n}`;
    const paginas = ['SUMÁRIO\n1. DO OBJETO ..... 2\n2. DA PROPOSTA ..... 3\n3. DOS LANCES ..... 4\n4. DO RECURSO ..... 5', ...[1, 2, 3, 4].map((n) => `${topo(n)}\n${n}.1. A regra número ${n} vale para todas as propostas recebidas.`)];
    const textos = clausulas(paginas).map((c) => c.texto);
    expect(textos).toHaveLength(4);
    expect(textos.some((x) => /FOLHA|SUMÁRIO/.test(x))).toBe(false);
  });
});
