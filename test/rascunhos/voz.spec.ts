import { describe, expect, it } from '@jest/globals';
import { diaPorExtenso, entreAspas, enumerar, instanteComSemana, limpar, nomeDoDocumento, romano } from '../../src/rascunhos/domain/palavras.js';
import { toPedido, toPergunta, toPeticao } from '../../src/rascunhos/domain/voz.js';

describe('the voice of a petition', () => {
  it.each([
    ['O edital traz dois prazos (3 e 2 dias úteis): conte o de maior antecedência e peça esclarecimento.', 'O edital traz dois prazos (3 e 2 dias úteis).'],
    ['O edital ainda cita lei revogada em 30/12/2023: confirme que regra vale no ponto citado.', 'O edital ainda cita lei revogada em 30/12/2023.'],
    ['Há ponto facultativo no intervalo: se o órgão não trabalhar nele, o limite é 03/06/2026; se trabalhar, 04/06/2026. Use o mais cedo.', 'Há ponto facultativo no intervalo: se o órgão não trabalhar nele, o limite é 03/06/2026; se trabalhar, 04/06/2026.'],
    ['O edital cita anexo que não está nos arquivos lidos: Anexo XV. Baixar ou pedir: Anexo XV.', 'O edital cita anexo que não está entre os arquivos a que a empresa teve acesso: Anexo XV.'],
    ['Não foi achada a vedação. Não se sabe que lei rege a licitação, por isso é só indício.', 'Não foi localizada a vedação.'],
    ['Enquanto isso, tenha tudo pronto na data da proposta.', ''],
    ['O edital pede 60%; o limite é 50% (art. 67, § 2º). O mais cedo possível seria 10/12/2026.', 'O edital pede 60%; o limite é 50% (art. 67, § 2º). O mais cedo possível seria 10/12/2026.'],
  ])('%s', (texto, esperado) => expect(toPeticao(texto)).toBe(esperado));

  it.each([
    ['Pedir a correção das sanções.', 'a correção das sanções', 'A empresa solicita a correção das sanções.'],
    ['Pedir que baste capital ou patrimônio líquido.', 'que baste capital ou patrimônio líquido', 'A empresa solicita que baste capital ou patrimônio líquido.'],
    ['Pedir a dispensa do reconhecimento de firma; enquanto não vier a resposta, reconheça as firmas antes da sessão.', 'a dispensa do reconhecimento de firma', 'A empresa solicita a dispensa do reconhecimento de firma.'],
    ['Perguntar qual lei rege a licitação.', 'que se informe qual lei rege a licitação', 'Solicita-se informar qual lei rege a licitação.'],
    ['Confirmar que a certidão negativa de falência atende.', 'a confirmação de que a certidão negativa de falência atende', 'A empresa solicita a confirmação de que a certidão negativa de falência atende.'],
    ['Se a mudança afeta a proposta, pedir a reabertura do prazo.', 'a reabertura do prazo', 'A empresa solicita a reabertura do prazo.'],
    ['Conferir no PNCP a data da divulgação.', null, 'Como o licitante deve entender e atender esse ponto?'],
    [undefined, null, 'Como o licitante deve entender e atender esse ponto?'],
  ])('%s', (sugestao, pedido, pergunta) => {
    expect(toPedido(sugestao)).toBe(pedido);
    expect(toPergunta(sugestao)).toBe(pergunta);
  });
});

describe('words', () => {
  it('writes days and instants', () => {
    expect(diaPorExtenso('2026-12-01')).toBe('1º de dezembro de 2026');
    expect(instanteComSemana('2026-12-10T17:00:00-03:00')).toBe('10/12/2026 (quinta-feira), às 17:00');
    expect(instanteComSemana('2026-03-26T23:59:59-04:00')).toBe('26/03/2026 (quinta-feira), no fim do dia (hora local, UTC-04:00)');
  });

  it('says where a quote begins or ends inside a sentence, and keeps it whole', () => {
    expect(entreAspas('seus termos, até 3 dias')).toBe('“(…) seus termos, até 3 dias (…)”');
    expect(entreAspas('a) prova de inscrição no CNPJ;')).toBe('“a) prova de inscrição no CNPJ;”');
    expect(entreAspas('TOTAL ESTIMADO R$ 5.931,90.')).toBe('“TOTAL ESTIMADO R$ 5.931,90.”');
  });

  it('names a document inside an archive', () => {
    expect(nomeDoDocumento('edital.pdf')).toBe('edital.pdf');
    expect(nomeDoDocumento('tudo.zip!a/Edital 1.pdf')).toBe('a/Edital 1.pdf (em tudo.zip)');
  });

  it('enumerates, numbers and bounds', () => {
    expect([enumerar([]), enumerar(['a']), enumerar(['a', 'b', 'c']), enumerar(['a', 'b', 'c'], 'ou')]).toEqual(['', 'a', 'a, b e c', 'a, b ou c']);
    expect([1, 4, 9, 14].map(romano)).toEqual(['I', 'IV', 'IX', 'XIV']);
    expect(limpar('a\u0000\u001b[2J\n b\u202e\ud800\uffff')).toBe('a[2J b\ufffd');
    expect(limpar('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
