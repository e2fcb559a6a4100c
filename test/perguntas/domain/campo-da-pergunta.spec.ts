import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../src/kernel/index.js';
import type { Campo } from '../../../src/editais/index.js';
import { campoDaPergunta } from '../../../src/perguntas/domain/campo-da-pergunta.js';

const campo = (pergunta: string): Campo | null => campoDaPergunta(fold(pergunta))?.campo ?? null;

describe('campoDaPergunta', () => {
  it.each<[string, Campo]>([
    ['Qual a garantia de proposta?', 'garantia_proposta_pct'], ['Tem caução para disputar?', 'garantia_proposta_pct'], ['De quanto é a caução do contrato?', 'garantia_execucao_pct'], ['Qual o capital social mínimo?', 'capital_ou_pl_minimo_pct'],
    ['Que liquidez corrente pedem?', 'indices_minimos'], ['Balanço de quantos anos?', 'balanco_exercicios'], ['A certidão de falência vale quantos dias?', 'falencia_validade_dias'], ['O atestado é de quantos por cento?', 'atestado_min_pct'],
    ['Que índice corrige o preço?', 'reajuste_indice'], ['De quanto é a multa por dia?', 'multa_mora_pct_dia'], ['Qual o teto da multa?', 'multa_compensatoria_max_pct'], ['Quando a prefeitura paga?', 'pagamento_prazo'],
    ['Depois de entregar a nota, em quantos dias cai o dinheiro?', 'pagamento_prazo'], ['Em quantos meses a obra tem de ficar pronta?', 'prazo_execucao'], ['Quanto tempo dura o contrato?', 'vigencia_contrato'], ['Por quantos dias a proposta tem de valer?', 'validade_proposta_dias'],
    ['Até que dia posso impugnar?', 'impugnacao_dias_uteis'], ['Que dia e hora é a sessão?', 'sessao_abertura'], ['Até que horas mando a proposta?', 'propostas_fim'], ['Em que site é a disputa?', 'plataforma'], ['Quanto o órgão vai gastar?', 'valor_estimado_total'],
    ['Empresa grande pode participar?', 'me_epp'], ['Preciso fazer vistoria?', 'visita_tecnica'], ['Aceitam consórcio?', 'consorcio'], ['Dá para terceirizar?', 'subcontratacao'], ['Qual o objeto?', 'objeto'],
  ])('%s is about %s', (pergunta, esperado) => {
    expect(campo(pergunta)).toBe(esperado);
  });

  it.each([
    'Em que modalidades posso prestar a garantia de proposta?', 'Qual o prazo de garantia do produto?', 'Em quanto tempo substituo o produto entregue?', 'Em quanto tempo mando a proposta ajustada ao lance?', 'Quando agendo a vistoria?',
    'Quantas empresas cabem num consórcio?', 'Até que percentual posso subcontratar?', 'Se a prefeitura pagar atrasado, recebo correção por qual índice?', 'Preciso de representante durante o contrato?', 'Quem paga o frete?',
  ])('%s is a detail, not a field', (pergunta) => {
    expect(campo(pergunta)).toBeNull();
  });

  it('knows when the absence of a field says nothing', () => {
    expect(campoDaPergunta('qual a multa se eu atrasar?')).toMatchObject({ campo: 'multa_mora_pct_dia', ausenciaResponde: false });
    expect(campoDaPergunta('qual a multa por dia de atraso?')).toMatchObject({ campo: 'multa_mora_pct_dia', ausenciaResponde: true });
  });
});
