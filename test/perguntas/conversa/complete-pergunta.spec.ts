import { describe, expect, it } from '@jest/globals';
import { completePergunta, lastCompleta } from '../../../src/perguntas/conversa/complete-pergunta.js';

describe('a talk', () => {
  const talk = (...perguntas: string[]): string[] => perguntas.reduce<string[]>((feitas, p) => [...feitas, completePergunta(p, feitas.at(-1) ?? null) ?? p], []);

  it.each([
    [['Qual o prazo de entrega?', 'e o prazo de pagamento?', 'e o prazo?', 'e a multa?'], 'Qual a multa?'],
    [['Qual o prazo de entrega?', 'e o prazo de pagamento?', 'e o prazo?'], 'O prazo (pagamento)?'],
    [['É exigida garantia de proposta?', 'e amostra?', 'e para o item 5?'], 'É exigida amostra para o item 5?'],
    [['É exigida garantia de proposta?', 'e amostra?', 'e para o item 5?', 'e para o item 6?'], 'É exigida amostra para o item 6?'],
    [['É exigida garantia de proposta?', 'e o prazo?', 'e o percentual?', 'e quando?'], 'Quando (garantia de proposta)?'],
    [['É exigida garantia de proposta?', 'e o prazo?', 'e a amostra?'], 'O prazo de amostra?'],
    [['Há visita técnica?', 'quando?', 'e a sessão pública?'], 'Quando a sessão pública?'],
    [['Qual o prazo de entrega?', 'e o local?', 'e de pagamento?'], 'O local de pagamento?'],
    [['Qual o prazo de entrega?', 'e o local?', 'e para o lote 2?'], 'O local de entrega para o lote 2?'],
    [['Qual a multa por atraso?', 'e por inexecução?', 'e o limite?'], 'O limite (multa por inexecução)?'],
    [['Qual o prazo de entrega?', 'e a multa?', 'e o reajuste?'], 'Qual o reajuste?'],
    [['Qual o prazo de entrega?', 'e se atrasar?', 'e a multa?'], 'Qual a multa?'],
    [['e amostra?', 'e para o item 5?'], 'Amostra para o item 5?'],
  ])('%j', (perguntas, entendida) => expect(talk(...perguntas).at(-1)).toBe(entendida));

  it('goes on from the last question that names something', () => {
    expect(lastCompleta(['Qual o prazo de entrega?', 'Obrigado!', 'ok', 'e o prazo?'])).toBe('Qual o prazo de entrega?');
    expect(lastCompleta(['Qual o prazo de entrega?', 'É exigida amostra?'])).toBe('É exigida amostra?');
    expect(lastCompleta(['quando?'])).toBeNull();
    expect(lastCompleta([])).toBeNull();
  });

  it('never nests nor leaves open a parenthesis', () => {
    const ditas = ['Qual o prazo (em dias úteis) de entrega?', 'e o local?', 'e quando?', 'e isso é obrigatório?', 'e a amostra?', 'e o prazo (em dias)?', 'e a multa?', 'e por quê?', 'e o valor disso?', 'e para o item 5?', 'e a segunda?'];
    for (const entendida of talk(...ditas, ...ditas.slice(1))) {
      expect(entendida.replace(/\([^()]*\)/g, '')).not.toMatch(/[()]/);
      expect(entendida.length).toBeLessThan(200);
    }
  });
});

describe('a question that leans on the one before', () => {
  it.each([
    // What an edital has one of is asked for itself.
    ['Qual o prazo de entrega?', 'e a multa?', 'Qual a multa?'],
    ['Qual o prazo de entrega?', 'e a multa por atraso?', 'Qual a multa por atraso?'],
    ['Qual o prazo de entrega?', 'e as sanções?', 'Quais as sanções?'],
    ['É exigida amostra?', 'e o objeto?', 'Qual o objeto?'],
    ['Quando é a sessão pública?', 'e a plataforma?', 'Qual a plataforma?'],
    ['Qual o percentual da multa de mora?', 'e a multa compensatória?', 'Qual o percentual da multa compensatória?'],
    ['É exigida garantia de proposta?', 'e multa?', 'É exigida multa?'],
    ['Qual o valor estimado?', 'e a garantia de execução?', 'Qual a garantia de execução?'],
    // A numbered part.
    ['É exigida amostra?', 'e o item 5?', 'É exigida amostra para o item 5?'],
    ['Qual o prazo de entrega do item 3?', 'e do item 5?', 'Qual o prazo de entrega do item 5?'],
    ['Qual o prazo de entrega do item 3?', 'e o item 5?', 'Qual o prazo de entrega do item 5?'],
    ['Qual o prazo de entrega do item 3?', 'e para o item 5?', 'Qual o prazo de entrega para o item 5?'],
    ['Qual o prazo de entrega?', 'e no anexo IV?', 'Qual o prazo de entrega no anexo IV?'],
    ['Qual o prazo de entrega?', 'e na página 12?', 'Qual o prazo de entrega na página 12?'],
    // The same kind of thing.
    ['e o prazo de pagamento?', 'e de entrega?', 'O prazo de entrega?'],
    ['Qual o prazo de entrega?', 'e a entrega dos monitores?', 'Qual o prazo de entrega dos monitores?'],
    ['Quem é o fiscal do contrato?', 'e o gestor?', 'Quem é o gestor?'],
    ['O prazo (pagamento)?', 'e da segunda parcela?', 'O prazo da segunda parcela?'],
    ['Quando (visita técnica)?', 'e a amostra?', 'Quando a amostra?'],
  ])('%s ← %s', (antes, nova, completa) => expect(completePergunta(nova, antes)).toBe(completa));
});

describe('what a question before gives', () => {
  it.each([
    // Only what is asked: of the same thing.
    ['É exigida garantia de proposta?', 'e o prazo?', 'O prazo (garantia de proposta)?'],
    ['É exigida garantia de proposta?', 'Qual o valor?', 'Qual o valor (garantia de proposta)?'],
    ['É exigida garantia de proposta?', 'Quando?', 'Quando (garantia de proposta)?'],
    ['A visita técnica é obrigatória?', 'até quando?', 'Até quando (visita técnica é obrigatória)?'],
    ['A visita técnica é obrigatória?', 'E qual é o horário?', 'Qual é o horário (visita técnica é obrigatória)?'],
    ['Qual o prazo de entrega?', 'E o local?', 'O local (entrega)?'],
    ['Qual o prazo de entrega?', 'e por quanto tempo?', 'Por quanto tempo (entrega)?'],
    ['O prazo (garantia de proposta)?', 'e o percentual?', 'O percentual (garantia de proposta)?'],
    ['A subcontratação é permitida?', 'Ok, e o limite?', 'O limite (subcontratação é permitida)?'],
    ['Qual o valor estimado da contratação?', 'Por quê?', 'Por quê (Qual o valor estimado da contratação)?'],
    ['Preciso apresentar balanço patrimonial?', 'de quantos anos?', 'De quantos anos (apresentar balanço patrimonial)?'],
    ['É exigida garantia de proposta?', 'Em qual conta bancária?', 'Em qual conta bancária (garantia de proposta)?'],
    ['Há visita técnica?', 'Pode ser dispensada?', 'Pode ser dispensada (visita técnica)?'],
    ['Há visita técnica?', 'É obrigatória?', 'É obrigatória (Há visita técnica)?'],
    ['É exigida amostra?', 'E com que antecedência?', 'Com que antecedência (amostra)?'],
    // Another of the same kind.
    ['Qual o prazo de pagamento da primeira parcela?', 'e para a segunda parcela?', 'Qual o prazo de pagamento para a segunda parcela?'],
    ['Qual o prazo de pagamento da primeira parcela?', 'e da segunda?', 'Qual o prazo de pagamento da segunda parcela?'],
    ['Qual o prazo de pagamento da primeira parcela?', 'e a segunda?', 'Qual o prazo de pagamento da segunda parcela?'],
    ['Qual o prazo de pagamento da primeira parcela?', 'e de entrega?', 'Qual o prazo de entrega?'],
    ['Qual o prazo de entrega?', 'e de pagamento?', 'Qual o prazo de pagamento?'],
    ['Qual o percentual da garantia de proposta?', 'e da garantia de execução?', 'Qual o percentual da garantia de execução?'],
    ['Qual o percentual da garantia de proposta?', 'E a garantia de execução?', 'Qual o percentual da garantia de execução?'],
    ['Qual o percentual da garantia de proposta?', 'e de execução?', 'Qual o percentual da garantia de execução?'],
    ['Qual o prazo de entrega?', 'e a instalação?', 'Qual o prazo de instalação?'],
    ['Quais documentos são exigidos no lote 1?', 'e no lote 2?', 'Quais documentos são exigidos no lote 2?'],
    ['Qual a multa para atraso na entrega?', 'e para inexecução total?', 'Qual a multa para inexecução total na entrega?'],
    ['Qual o prazo para impugnação?', 'e para recurso?', 'Qual o prazo para recurso?'],
    // Another thing of which the same is asked.
    ['É exigida garantia de proposta?', 'e amostra?', 'É exigida amostra?'],
    ['É exigida garantia de proposta?', 'E a visita técnica?', 'É exigida a visita técnica?'],
    ['Quando é a sessão pública?', 'e a visita técnica?', 'Quando é a visita técnica?'],
    ['É permitido consórcio?', 'e quanto à subcontratação?', 'É permitido subcontratação?'],
    // A condition that is added.
    ['Qual o prazo de entrega?', 'e se atrasar?', 'Qual o prazo de entrega se atrasar?'],
    ['Qual o prazo de entrega?', 'E em caso de prorrogação?', 'Qual o prazo de entrega em caso de prorrogação?'],
    ['É exigido capital mínimo?', 'para microempresa?', 'É exigido capital mínimo para microempresa?'],
    // What was said, by a pronoun.
    ['É exigida garantia de proposta?', 'Ela pode ser em seguro-garantia?', 'Ela pode ser em seguro-garantia (garantia de proposta)?'],
    ['É exigida garantia de proposta?', 'Quem recebe isso?', 'Quem recebe isso (garantia de proposta)?'],
    ['Qual o prazo de entrega?', 'Esse prazo pode ser prorrogado?', 'Esse prazo pode ser prorrogado (entrega)?'],
    ['Quem é o fiscal do contrato?', 'e quem assina?', 'Quem assina (fiscal do contrato)?'],
    ['Qual o prazo de pagamento da primeira parcela?', 'e o prazo para a segunda parcela?', 'O prazo para a segunda parcela (pagamento)?'],
  ])('%s ← %s', (antes, nova, completa) => {
    expect(completePergunta(nova, antes)).toBe(completa);
  });

  it.each([
    ['Qual o prazo de entrega?', 'Qual o prazo de pagamento?'],
    ['Qual o prazo de entrega?', 'E qual o prazo de pagamento da nota fiscal?'],
    ['Qual o prazo de entrega?', 'É exigida amostra?'],
    ['Qual o objeto?', 'e o valor estimado?'],
    ['É exigida garantia de proposta?', 'Onde este edital fala de reajuste?'],
    ['É exigida garantia de proposta?', 'Essa licitação exclusiva para microempresa aceita consórcio?'.replace('Essa licitação', 'Nessa licitação')],
    ['É exigida garantia de proposta?', 'e a data da sessão pública?'],
    ['Quem é o fiscal?', 'e quem fiscaliza o contrato de manutenção?'],
    ['Qual o prazo?', 'E-mail do pregoeiro?'],
    ['Há visita técnica?', 'Posso subcontratar?'],
    ['Há visita técnica?', 'Pode ser entregue a proposta por e-mail?'],
    ['É exigida garantia?', 'A obra está localizada em que município?'],
  ])('%s: %s stands by itself', (antes, nova) => {
    expect(completePergunta(nova, antes)).toBeNull();
  });

  it('has nothing to lean on in the first question, nor in an empty one', () => {
    expect([completePergunta('e o prazo?', null), completePergunta('e o prazo?', ''), completePergunta('?', 'Qual o prazo?'), completePergunta('e o prazo?', '???')]).toEqual([null, null, null, null]);
  });

  it('does not grow without end', () => {
    let antes = `Qual o prazo de entrega ${'dos móveis escolares '.repeat(200)}?`;
    for (let i = 0; i < 20; i++) antes = completePergunta('e o prazo disso?', antes) ?? antes;
    expect(antes.length).toBeLessThanOrEqual(481);
  });
});
