import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../src/kernel/index.js';
import { alvosDe, type TipoAlvo } from '../../../src/perguntas/domain/alvo.js';

/** What the first thing asked for finds in a passage. */
function achados(pergunta: string, trecho: string): string[] {
  const alvo = alvosDe(pergunta)[0];
  if (!alvo) throw new Error(`nothing is asked for in "${pergunta}"`);
  return [...(alvo.tipo === 'nome' ? trecho : fold(trecho)).matchAll(alvo.padrao)].map((m) => m[0]).filter((a) => alvo.serve?.(a, trecho) ?? true);
}

describe('alvosDe', () => {
  it.each<[string, TipoAlvo[]]>([
    ['Em quantos dias rego o canteiro?', ['periodo']], ['Qual o prazo para podar as mudas?', ['periodo']], ['Qual o percentual de mudas mortas?', ['percentual']], ['Qual a diferença mínima entre os lances?', ['dinheiro']],
    ['Qual o índice que reajusta o adubo?', ['indice']], ['Que dia abre o viveiro?', ['data']], ['Que horas abre o viveiro?', ['hora']], ['Qual o endereço do viveiro?', ['endereco']], ['Qual o telefone do viveiro?', ['telefone']],
    ['Qual o nome do jardineiro?', ['nome']], ['Em que banco e agência deposito?', ['conta']], ['Em que temperatura guardo a semente?', ['temperatura']], ['Qual a espessura da casca?', ['medida']],
    ['Quantas mudas são?', ['contagem']], ['Posso podar à noite?', []], ['Por que vai ser registro de preços?', []], ['Em nome de quem emito a nota?', []],
  ])('%s asks for %j', (pergunta, tipos) => {
    expect(alvosDe(pergunta).map((a) => a.tipo)).toEqual(tipos);
  });

  it('finds the thing in a passage, and only the thing', () => {
    expect(achados('Em quantos dias rego o canteiro?', 'no prazo de 5 (cinco) dias úteis')).toEqual(['5 (cinco) dias']);
    expect(achados('Qual o percentual de mudas mortas?', 'até 3% (três por cento) das 40 mudas')).toEqual(['3%']);
    expect(achados('Em que temperatura guardo a semente?', 'entre 2 °C e 8 °C por 30 dias')).toHaveLength(2);
    expect(achados('Quantas horas de treinamento são?', 'treinamento em até 5 dias, com 16 horas')).toEqual(['16 horas']);
  });

  it('takes no institution for a person', () => {
    expect(achados('Qual o nome do fiscal?', 'Caberá ao Fiscal do Contrato da Secretaria Municipal o recebimento')).toEqual([]);
    expect(achados('Qual o nome do fiscal?', 'a fiscalização do Comportamento do Pessoal em campo')).toEqual([]);
    expect(achados('Qual o nome do fiscal?', 'fica designada a servidora Joana Prado Lima')).toEqual(['Joana Prado Lima']);
  });

  it('reads numbers in words, and not those of items', () => {
    expect(achados('Quantas frentes são?', '2.1. O produtor mantém duas frentes de poda')).toEqual(['duas']);
  });

  it('names what is counted', () => {
    expect(alvosDe('Quantas mudas são?')[0]!.contado).toBe('mud');
  });
});
