import { describe, expect, it } from '@jest/globals';
import { analyze, fold, stem, tokenize } from '../../src/kernel/index.js';

const raiz = (palavra: string): string => stem(fold(palavra));

describe('stem', () => {
  it.each([
    ['ação', 'ações'], ['prazo', 'prazos'], ['contratação', 'contratar'], ['contratação', 'contratações'], ['licitante', 'licitantes'],
    ['habilitação', 'habilitar'], ['habilitado', 'habilitação'], ['item', 'itens'], ['mês', 'meses'], ['edital', 'editais'], ['local', 'locais'],
    ['vencedor', 'vencedora'], ['vencedores', 'vencedora'], ['útil', 'úteis'], ['fase', 'fases'], ['valor', 'valores'], ['executar', 'execução'],
    ['pagamento', 'pagar'], ['fornecimento', 'fornecer'], ['assinar', 'assinatura'], ['exigir', 'exigências'], ['exigido', 'exigirá'],
    ['vistoria', 'vistoriar'], ['garantia', 'garantir'], ['apresentação', 'apresentarão'], ['apresentado', 'apresentem'],
    ['eletrônico', 'eletronicamente'], ['exequível', 'exequibilidade'], ['responsável', 'responsabilidade'], ['substituir', 'substituição'],
    ['subcontratação', 'subcontratar'], ['bem', 'bens'], ['envio', 'enviar'], ['agendo', 'agendamento'], ['certidão', 'certidões'],
    ['sanção', 'sanções'], ['soma', 'somar'], ['contratual', 'contrato'], ['impugnação', 'impugnar'], ['recebimento', 'receber'], ['imóvel', 'imóveis'],
    ['medicamento', 'medicamentos'], ['cidadão', 'cidadãos'], ['divulgar', 'divulgando'],
  ])('joins %s and %s', (a, b) => {
    expect(raiz(a)).toBe(raiz(b));
  });

  it.each([
    ['contratante', 'contratada'], ['habilitação', 'inabilitação'], ['contrato', 'contratação'], ['contratada', 'contratação'],
    ['medicamento', 'médico'], ['equipamento', 'equipe'], ['regular', 'regulamento'], ['referência', 'referido'], ['licitante', 'licitação'],
    ['nota', 'notificação'], ['obra', 'obrigação'], ['ata', 'atestado'], ['valor', 'validade'], ['conta', 'contato'], ['serviço', 'servidor'],
    ['fiscal', 'fiscalização'], ['parte', 'participação'], ['mora', 'moradia'], ['prazo', 'praça'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(raiz(a)).not.toBe(raiz(b));
  });
});

describe('tokenize', () => {
  it('keeps the place of each word, whole numbers and no accents', () => {
    expect(tokenize('Lei nº 14.133: até 2,5%')).toEqual([
      { texto: 'lei', inicio: 0, fim: 3 }, { texto: 'n', inicio: 4, fim: 5 }, { texto: '14133', inicio: 7, fim: 13 },
      { texto: 'ate', inicio: 15, fim: 18 }, { texto: '2,5', inicio: 19, fim: 22 },
    ]);
  });
});

describe('analyze', () => {
  it('leaves empty words out and keeps the order', () => {
    expect(analyze('O prazo para a assinatura dos contratos')).toEqual([raiz('prazo'), raiz('assinar'), raiz('contrato')]);
  });

  it.each([
    ['interrompido', 'interrupção'], ['suspenso', 'suspensões'], ['rescindir', 'rescisão'], ['extinto', 'extinção'], ['extinguir', 'extinções'], ['admitida', 'admissão'],
    ['aderir', 'adesão'], ['concluída', 'conclusão'], ['corrigir', 'correções'], ['devolvido', 'devolução'], ['retido', 'retenção'], ['justificada', 'justificativa'], ['reduzir', 'redução'],
  ])('joins a verb with the noun built on another root: %s, %s', (a, b) => {
    expect(analyze(a)).toEqual(analyze(b));
  });

  it.each([['exclusão', 'exclusiva'], ['justificada', 'injustificada'], ['emissão', 'omissão'], ['inclusão', 'inclusive']])('keeps apart %s and %s', (a, b) => {
    expect(analyze(a)).not.toEqual(analyze(b));
  });
});
