import { describe, expect, it } from '@jest/globals';
import { confrontCorrecoes, describeValor, hashDaLeitura, perguntaDe, type LeituraComparada } from '../../../src/editais/correcoes/confrontar.js';
import type { CorrecaoFatoVigente, LeituraDoCampo } from '../../../src/editais/correcoes/tipos.js';
import type { Fato, Fatos } from '../../../src/editais/domain/fato.js';

const QUOTE = { documento: 'Edital.pdf', pagina: 1, trecho: 'valor total da contratação' };
const leitura = (fato: object, mudancas: NonNullable<LeituraComparada['emVigor']>['mudancas'] = []): LeituraComparada => ({ fatos: { valor_estimado_total: { campo: 'valor_estimado_total', ...fato } } as unknown as Fatos, emVigor: { mudancas } });
const ENTAO = leitura({ valor: '100.00', confianca: 0.9, ...QUOTE });
const correcao = (valor: unknown, mais: object = {}): CorrecaoFatoVigente => ({ alvo: 'fato', id: 'cor_1', campo: 'valor_estimado_total', valor, motivo: 'm', autor: 'Ana', em: '2026-01-01T00:00:00.000Z', leituraHash: hashDaLeitura(ENTAO, 'valor_estimado_total'), ...mais });
const mudanca = { campo: 'valor_estimado_total', de: 'R$ 90,00', para: 'R$ 100,00', evidenciaDe: null, evidenciaPara: null };

describe('confrontCorrecoes', () => {
  it.each([
    ['the same value read elsewhere with other confidence', leitura({ valor: '100.00', confianca: 0.5, ...QUOTE, pagina: 9 }), '200.00', false],
    ['another value', leitura({ valor: '150.00', confianca: 0.9, ...QUOTE }), '200.00', true],
    ['the value the person gave', leitura({ valor: '200.00', confianca: 0.9, ...QUOTE }), '200.00', false],
    ['nothing any more', leitura({ valor: null, ausencia: 'nao_encontrado' }), '200.00', true],
    ['an amendment that names the field, with the same value', leitura({ valor: '100.00', confianca: 0.9, ...QUOTE }, [mudanca]), '200.00', true],
    ['an amendment of another field', leitura({ valor: '100.00', confianca: 0.9, ...QUOTE }, [{ ...mudanca, campo: 'objeto' }]), '200.00', false],
  ])('with %s', (_, agora, corrigido, pergunta) => {
    const c = correcao(corrigido);
    expect(confrontCorrecoes([c], agora)).toEqual(pergunta ? { vigentes: [], aConfirmar: [c] } : { vigentes: [c], aConfirmar: [] });
  });

  it('agrees on an absence only when its kind is the same', () => {
    const c = correcao(null, { ausencia: 'nao_exige' });
    expect(confrontCorrecoes([c], leitura({ valor: null, ausencia: 'nao_exige' })).vigentes).toHaveLength(1);
    expect(confrontCorrecoes([c], leitura({ valor: null, ausencia: 'nao_encontrado' })).aConfirmar).toHaveLength(1);
  });

  it('asks in words', () => {
    expect(perguntaDe(correcao('200.00'), ENTAO.fatos.valor_estimado_total as Fato as LeituraDoCampo)).toBe(
      'Os documentos mudaram depois que Ana corrigiu o campo valor_estimado_total para “R$ 200,00” (a leitura automática era “R$ 100,00”): a correção continua valendo?',
    );
    expect(describeValor('objeto', { valor: null, ausencia: 'nao_exige' })).toBe('o documento diz que não exige');
  });
});
