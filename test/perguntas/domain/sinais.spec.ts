import { describe, expect, it } from '@jest/globals';
import { createIndiceBusca, findCandidatas, parseConsulta, scoreOf, type Fatos } from '../../../src/editais/index.js';
import { alvosDe } from '../../../src/perguntas/domain/alvo.js';
import { confiancaDe } from '../../../src/perguntas/domain/confianca.js';
import { examine, type Exame, type Sinais } from '../../../src/perguntas/domain/sinais.js';
import { fatosCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

const indice = createIndiceBusca(textoDe([
  '1. DA PODA\n1.1. As mudas serão podadas pelo produtor em até 6 (seis) dias do aviso da escola de jardinagem.\n1.2. O produtor oferece oficina de jardinagem aos moradores, no calendário do anexo.',
  '2. DO VIVEIRO\n2.1. O viveiro tem 40 (quarenta) canteiros e guarda as sementes de capim para a primavera da cidade.\n2.2. O portão do viveiro fica aberto aos moradores da rua durante a primavera.',
]));
function exame(pergunta: string, fatos?: Fatos): Exame {
  const consulta = parseConsulta(pergunta);
  const candidatas = findCandidatas(indice, consulta).map((c) => ({ ...c, nota: scoreOf(c) })).sort((a, b) => b.nota - a.nota);
  return examine(indice, consulta, pergunta, alvosDe(pergunta), candidatas, { fatos });
}
const sinais = (pergunta: string): Sinais => exame(pergunta).sinais;

describe('examine', () => {
  it('sees the words, and what is asked for near them', () => {
    expect(sinais('Em quantos dias o produtor poda as mudas?')).toMatchObject({ cobertura: 1, ausente: 0, semTipo: 0, tipoPerto: 1 });
    expect(sinais('Quantas horas de oficina de jardinagem são?')).toMatchObject({ ausente: 0, semTipo: 1, tipoPerto: 0 });
  });

  it('sees the word that the document never has', () => {
    expect(sinais('Em quantos dias o produtor enxerta as roseiras?').ausente).toBeGreaterThan(0.4);
  });

  it('wants a number beside what is counted', () => {
    expect(sinais('Quantos canteiros tem o viveiro?').semTipo).toBe(0);
    expect(sinais('Quantas sementes guarda o viveiro?').semTipo).toBeGreaterThan(0.5);
  });

  it('asks the facts about the fields they hold', () => {
    const pergunta = 'Qual o prazo de pagamento?';
    expect(exame(pergunta)).toMatchObject({ campo: 'pagamento_prazo', fato: null });
    expect(exame(pergunta, fatosCom()).fato).toBe('ausente');
    expect(exame(pergunta, fatosCom({ pagamento_prazo: { n: 30, unidade: 'dias' } })).fato).toBe('achado');
    expect(exame(pergunta, fatosCom({}, { pagamento_prazo: { ausencia: 'nao_lido' } })).fato).toBeNull();
    expect(exame('Qual a multa se eu atrasar a poda?', fatosCom()).fato).toBeNull();
    expect(exame('Preciso de garantia do contrato?', fatosCom({}, { garantia_execucao_pct: { ausencia: 'nao_exige', evidencia: { documento: 'edital.pdf', pagina: 1, trecho: 'não será exigida garantia' } } })).fato).toBe('achado');
    expect(exame('Quantos canteiros tem o viveiro?', fatosCom())).toMatchObject({ campo: null, fato: null });
  });

  it('has nothing but zeros to say of an empty question, and no NaN', () => {
    expect(Object.values(sinais('?')).every(Number.isFinite)).toBe(true);
    expect(confiancaDe(exame('?'))).toBeLessThan(0.5);
  });
});

describe('confiancaDe', () => {
  it('believes the facts', () => {
    const de = (fato: Exame['fato']): number => confiancaDe({ ...exame('Qual o prazo de pagamento?'), fato });
    expect([de('achado') > 0.9, de('ausente') < 0.1]).toEqual([true, true]);
  });

  it('falls with each thing that is missing', () => {
    const inteira = confiancaDe(exame('Em quantos dias o produtor poda as mudas?'));
    const semNumero = confiancaDe(exame('Em quantas horas o produtor abre o portão do viveiro?'));
    const deOutroMundo = confiancaDe(exame('Quem ganhou o último campeonato de futebol?'));
    expect(inteira).toBeGreaterThan(0.8);
    expect(semNumero).toBeLessThan(inteira);
    expect(deOutroMundo).toBeLessThan(0.1);
  });
});
