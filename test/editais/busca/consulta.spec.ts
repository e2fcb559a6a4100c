import { describe, expect, it } from '@jest/globals';
import { parseConsulta } from '../../../src/editais/busca/consulta.js';

const tipos = (pergunta: string): string[] => parseConsulta(pergunta).dicas.map((d) => d.tipo);

describe('parseConsulta', () => {
  it('keeps the words that count, in order, and weighs the filler of questions less', () => {
    const { conceitos, sequencia } = parseConsulta('Posso entregar as mudas no viveiro?');
    expect(sequencia).toEqual(['entreg', 'mud', 'viveir']);
    expect(conceitos.find((c) => c.termo === 'poss')).toMatchObject({ peso: 0.25, alternativas: [] });
  });

  it('gives a bidder’s word the words of editais, each weaker than the word', () => {
    const [remedio] = parseConsulta('remédio').conceitos;
    expect(remedio!.alternativas.map((a) => a.termo)).toContain('medicament');
    expect(remedio!.alternativas.every((a) => a.peso > 0 && a.peso < 1)).toBe(true);
  });

  it('does not turn a one-way synonym round', () => {
    expect(parseConsulta('a validade').conceitos.flatMap((c) => c.alternativas.map((a) => a.termo))).not.toContain('val');
  });

  it.each([
    ['Quanto tempo tenho para regar as mudas?', 'periodo'], ['Onde descarrego as mudas?', 'endereco'], ['Quem rega as mudas?', 'pessoa'], ['Qual o percentual da caução?', 'percentual'],
    ['Por que não foi dividido em lotes?', 'razao'], ['Com que frequência as mudas são podadas?', 'frequencia'], ['Que documentos levo?', 'documento'], ['Por onde mando o laudo?', 'meio'], ['Quantas mudas são?', 'quantidade'],
  ])('%s asks for %s', (pergunta, tipo) => {
    expect(tipos(pergunta)).toContain(tipo);
  });

  it.each([['Como envio a proposta?', 'disputa'], ['Quando recebo o pagamento?', 'execucao'], ['O atestado vale para o pagamento?', 'ambas'], ['De que cor é a muda?', 'nenhuma']])('%s is about the phase: %s', (pergunta, fase) => {
    expect(parseConsulta(pergunta).fase).toBe(fase);
  });
});
