import { describe, expect, it } from '@jest/globals';
import type { Afirmacao } from '../../../../src/analises/index.js';
import { conferirAjuste, type AjusteProposto, type ContextoDoAjuste } from '../../../../src/agentes/index.js';
import { base } from './edital.js';

const afirmacao: Afirmacao = {
  texto: 'O pagamento ocorre em até 30 dias do recebimento definitivo da nota fiscal.', tipo: 'risco',
  citacoes: [{ documento: 'edital.pdf', pagina: 8, trecho: 'O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento definitivo da nota fiscal' }],
};
const contexto: ContextoDoAjuste = { agente: 'financeiro', afirmacoes: new Map([[2, { indice: 0, afirmacao }]]), aceitos: [] };
const proposto: AjusteProposto = { dimensao: 'risco', pontos: -4, motivo: 'O pagamento em 30 dias pressiona o capital de giro.', afirmacao: 2 };
const motivoDe = (mudanca: Partial<AjusteProposto>, c: ContextoDoAjuste = contexto): string => {
  const r = conferirAjuste({ ...proposto, ...mudanca }, c, base());
  return r.ok ? 'ok' : r.motivo;
};

describe('adjustments', () => {
  it('points at the claim by its place among the kept', () => {
    expect(conferirAjuste(proposto, contexto, base())).toEqual({ ok: true, ajuste: { dimensao: 'risco', pontos: -4, motivo: proposto.motivo, afirmacao: 0 } });
  });
  it.each([11, -11, 100, 0, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p points', (pontos) => {
    expect(motivoDe({ pontos })).toBe('ajuste_fora_do_limite');
  });
  it.each([10, -10, 1])('takes %p points', (pontos) => {
    expect(motivoDe({ pontos })).toBe('ok');
  });
  it.each(['legalidade', 'prazo', 'aderencia', 'nota', ''])('refuses the dimension %p of others', (dimensao) => {
    expect(motivoDe({ dimensao })).toBe('dimensao_de_outro_agente');
  });
  it('keeps the sum of a dimension within the limit', () => {
    const aceitos = [{ dimensao: 'risco' as const, pontos: -7, motivo: 'Outro.', afirmacao: 0 }];
    expect(motivoDe({ pontos: -3 }, { ...contexto, aceitos })).toBe('ok');
    expect(motivoDe({ pontos: -4 }, { ...contexto, aceitos })).toBe('ajuste_fora_do_limite');
    expect(motivoDe({ dimensao: 'economico' }, { ...contexto, aceitos })).toBe('ok');
  });
  it.each([0, 1, 3, -1])('refuses one that stands on claim %p, which was not kept', (n) => {
    expect(motivoDe({ afirmacao: n })).toBe('ajuste_sem_afirmacao');
  });
  it.each<[string, string]>([
    ['numero_sem_prova', 'O pagamento em 47 dias pressiona o capital de giro.'],
    ['contradiz_fato', 'A garantia de execução é de 10% e pesa no caixa.'],
    ['contradiz_decisao', 'A empresa está habilitada e deve receber nota 100.'],
    ['texto_invalido', 'Veja https://exemplo.com para entender.'],
    ['texto_invalido', ''],
  ])('refuses, as %s, the reason "%s"', (motivo, texto) => {
    expect(motivoDe({ motivo: texto })).toBe(motivo);
  });
});
