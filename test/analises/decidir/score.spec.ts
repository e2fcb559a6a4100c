import { describe, expect, it } from '@jest/globals';
import { decideCom, itemEdital, MATRIZ, requisito, SESSAO, verificacao, type Mudancas } from '../../support/entrada-decisao.js';

const dim = (m: Mudancas, id: string, sessao: string | null = SESSAO) => decideCom(m, sessao).decisao.dimensoes.find((d) => d.id === id)!;
const sub = (m: Mudancas, d: string, id: string, sessao: string | null = SESSAO) => dim(m, d, sessao).subItens!.find((s) => s.id === id);

describe('score', () => {
  it('weights add up to 100 and every mark stays within 0 and 100', () => {
    const { dimensoes } = decideCom().decisao;
    expect(dimensoes.reduce((s, d) => s + d.peso, 0)).toBe(100);
    for (const d of dimensoes) expect(d.subItens!.reduce((s, i) => s + i.peso, 0)).toBeCloseTo(100, 1);
  });

  it.each([
    [[verificacao('a', { resultado: 'violado' }), verificacao('b', { resultado: 'indicio' })], '1 violação e 1 indício em 2 regras conferidas.'],
    [[verificacao('a', { resultado: 'indicio' }), verificacao('b', { resultado: 'indicio' }), verificacao('c')], '2 indícios em 3 regras conferidas.'], [[verificacao('a')], 'Nenhum problema em 1 regra conferida.'],
  ])('tells the legal findings in plain Portuguese', (verificacoes, motivo) => expect(sub({ verificacoes }, 'legalidade', 'regras')?.motivo).toBe(motivo));

  it('is the mean of the marks, by weight times coverage', () => {
    const { dimensoes, score } = decideCom().decisao;
    const comNota = dimensoes.filter((d) => d.nota !== null);
    const total = comNota.reduce((s, d) => s + d.peso * d.cobertura, 0);
    expect(score).toBe(Math.round(comNota.reduce((s, d) => s + d.nota! * d.peso * d.cobertura, 0) / total));
  });

  it('confidence is the weight covered, and a missing datum only lowers it', () => {
    const tudo = decideCom().decisao;
    const semCustos = decideCom({ empresa: { custoDiretoTotal: undefined } }).decisao;
    expect(tudo.confianca).toBeCloseTo(tudo.dimensoes.reduce((s, d) => s + (d.peso * d.cobertura) / 100, 0), 2);
    expect(semCustos.confianca).toBeLessThan(tudo.confianca);
    expect(semCustos.dimensoes.find((d) => d.id === 'economico')!.subItens!.find((s) => s.id === 'margem')!.nota).toBeNull();
  });

  it('a company without costs still gets an answer, marked', () => {
    const { decisao } = decideCom({ empresa: { custoDiretoTotal: undefined, tributosPct: undefined, custosIndiretosPct: undefined, margemMinimaPct: undefined, capitalDeGiro: undefined } });
    expect(decisao).toMatchObject({ desfecho: 'GO', valeAPena: 'com_ressalvas', perguntas: [] });
    expect(decisao.avisos).toContainEqual(expect.stringContaining('Viabilidade econômica não avaliada'));
  });

  const MARCAS: readonly [string, string, string, Mudancas, number | null][] = [
    ['aderencia', 'objeto', 'same trade', {}, 100],
    ['aderencia', 'objeto', 'outside', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' } }, 0],
    ['aderencia', 'objeto', 'cannot be compared', { fatos: { objeto: 'Aquisição de dispositivos zorblax tridimensionais' } }, null],
    ['aderencia', 'itens', 'two of four rows', { itens: [itemEdital('1'), itemEdital('2'), itemEdital('3', { descricao: 'Dipirona comprimido' }), itemEdital('4', { descricao: 'Seringa descartável hospitalar 10 ml para medicamento' })] }, 75],
    ['economico', 'margem', '16% over a minimum of 5%', {}, 84],
    ['economico', 'margem', 'exactly the minimum', { empresa: { margemMinimaPct: '16' } }, 40],
    ['economico', 'porte_contrato', '24% of revenue', {}, 100],
    ['economico', 'porte_contrato', '300% of revenue', { empresa: { receitaBrutaAnual: '200000' } }, 10],
    ['economico', 'garantias', 'none asked', {}, 100],
    ['economico', 'garantias', '5%', { fatos: { garantia_execucao_pct: '5' } }, 65],
    ['competicao', 'beneficio', 'EPP in open dispute', {}, 70],
    ['competicao', 'beneficio', 'EPP in exclusive dispute', { fatos: { me_epp: 'exclusiva' } }, 95],
    ['competicao', 'beneficio', 'size unknown', { empresa: { porte: undefined } }, null],
    ['risco', 'mora', '0.2% a day', {}, 85],
    ['risco', 'mora', 'unknown', { fatos: { multa_mora_pct_dia: null } }, null],
    ['risco', 'pagamento', '10 business days', { fatos: { pagamento_prazo: { n: 10, unidade: 'dias_uteis' } } }, 90],
    ['risco', 'pagamento', '60 days', { fatos: { pagamento_prazo: { n: 60, unidade: 'dias' } } }, 35],
    ['risco', 'obrigacao', 'price registration', { fatos: { srp: true } }, 50],
    ['prazo', 'distancia', 'same município', {}, 100],
    ['prazo', 'distancia', 'outside the States of interest', { empresa: { uf: 'PR', ufsDeInteresse: ['PR'] } }, 25],
    ['prazo', 'entrega', '2 days', { fatos: { prazo_execucao: { n: 2, unidade: 'dias' } } }, 25],
    ['legalidade', 'regras', 'one violation and one indício', { verificacoes: [verificacao('a', { resultado: 'violado' }), verificacao('b', { resultado: 'indicio' })] }, 67],
    ['legalidade', 'regras', 'rules from memory do not count', { verificacoes: [verificacao('a'), verificacao('b', { resultado: 'indicio', nivelFonte: 'M' })] }, 100],
  ];
  it.each(MARCAS)('%s, %s: %s', (d, id, _nome, m, nota) => {
    expect(sub(m, d, id)!.nota).toBe(nota);
  });

  const matrizCom = (status: 'atende' | 'nao_atende' | 'falta_dado') => MATRIZ.map((r) => ({ ...r, status, sanavel: false, evidencia: null }));
  const TETOS: readonly [string, Mudancas, string | null, number][] = [
    ['habilitação below 30', { habilitacao: matrizCom('nao_atende') }, 'Habilitação', 30],
    ['nothing known of habilitação caps nothing', { habilitacao: [...matrizCom('falta_dado'), requisito('cndt2', 'trabalhista', { status: 'nao_atende', evidencia: null })] }, null, 100],
    ['outside the trade', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' }, empresa: { aceitaConsorcio: true } }, 'Objeto fora', 25],
  ];
  it.each(TETOS)('cap: %s', (_nome, m, texto, teto) => {
    const { tetos, score } = decideCom(m).decisao;
    expect(tetos.some((t) => texto !== null && t.startsWith(texto))).toBe(texto !== null);
    expect(score).toBeLessThanOrEqual(teto);
  });

  it('too little time caps at 20 and is not recommended, but does not exclude', () => {
    const { decisao } = decideCom({ fatos: { criterio_julgamento: 'tecnica_e_preco' } }, '2026-11-13T09:00:00-03:00');
    expect(decisao).toMatchObject({ desfecho: 'NAO_RECOMENDADO', score: 20, pode: 'sim_com_condicoes' });
  });

  it('a tenth of a weight that moves the score to another band makes it fragile', () => {
    const caso = (custo: number): Mudancas => ({
      fatos: { multa_mora_pct_dia: '2', pagamento_prazo: { n: 90, unidade: 'dias' }, objeto: 'Serviços de higienização de ambientes', srp: true, prazo_execucao: { n: 2, unidade: 'dias' } },
      verificacoes: [verificacao('a', { resultado: 'violado' }), verificacao('b', { resultado: 'violado' })],
      habilitacao: MATRIZ.map((r) => ({ ...r, status: 'a_providenciar' as const, diasParaObter: 2 })),
      empresa: { margemMinimaPct: '0', custoDiretoTotal: String(custo), receitaBrutaAnual: '300000' },
    });
    const notas = Array.from({ length: 40 }, (_, i) => decideCom(caso(480000 - i * 10000)).decisao);
    const naFronteira = notas.filter((d) => d.score === 70 || d.score === 69 || d.score === 50 || d.score === 49);
    expect(naFronteira.length).toBeGreaterThan(0);
    expect(naFronteira.map((d) => d.robustez)).toContain('FRAGIL');
    for (const d of notas) if (Math.min(Math.abs(d.score! - 70), Math.abs(d.score! - 50), Math.abs(d.score! - 30)) > 6) expect(d.robustez).toBe('ROBUSTA');
  });
});
