import { describe, expect, it } from '@jest/globals';
import { decideCom, itemEdital, prova, verificacao, type Mudancas } from '../../support/entrada-decisao.js';

const conta = (titulo: string, m: Mudancas = {}) => decideCom(m).contas.find((c) => c.titulo === titulo)?.valor;

describe('sums', () => {
  const CONTAS: readonly [string, string, Mudancas, string | undefined][] = [
    // P = CD × (1 + indiretos) / (1 − tributos − margem), relatorio.md § 5
    ['Preço mínimo sem lucro', '400.000 × 1,08 ÷ 0,88', {}, '490909.09'],
    ['Preço com a margem mínima', '400.000 × 1,08 ÷ 0,83', {}, '520481.93'],
    ['Preço com a margem mínima', 'impossible margin', { empresa: { margemMinimaPct: '90' } }, undefined],
    ['Margem vendendo pelo valor máximo', '1 − 0,12 − 0,72', {}, '16.00'],
    ['Custo direto', 'nothing told', { empresa: { custoDiretoTotal: undefined } }, undefined],
    ['Garantia de proposta', '1% of 600.000', { fatos: { garantia_proposta_pct: '1' } }, '6000.00'],
    ['Garantia de proposta', 'in R$', { fatos: { garantia_proposta_pct: { valor: '1234.5' } } }, '1234.50'],
    ['Garantia de execução', '5%', { fatos: { garantia_execucao_pct: '5' } }, '30000.00'],
    ['Inexequível abaixo de', 'works: 75%', { fatos: { regime_execucao: 'empreitada_preco_global' } }, '450000.00'],
    ['Garantia adicional abaixo de', 'works: 85%', { fatos: { regime_execucao: 'empreitada_preco_global' } }, '510000.00'],
    ['Indício de inexequibilidade abaixo de', 'services: 50%', {}, '300000.00'],
    ['Maior desembolso antes de receber', '400.000 ÷ 12 × 45 ÷ 30', {}, '50000.00'],
    ['Maior desembolso antes de receber', 'a short contract: never more than the cost', { fatos: { prazo_execucao: { n: 30, unidade: 'dias' } } }, '400000.00'],
    ['Maior desembolso antes de receber', 'no payment term', { fatos: { pagamento_prazo: null } }, undefined],
    ['Maior multa compensatória', '10%', {}, '60000.00'],
    ['Multa de mora por 10 dias de atraso', '0,5% a day', { fatos: { multa_mora_pct_dia: '0.5' } }, '30000.00'],
    ['Multa de mora por 10 dias de atraso', 'a rate nobody can mean', { fatos: { multa_mora_pct_dia: '15' } }, undefined],
    ['Receita anual com este contrato', '2,5 + 0,6 million', {}, '3100000.00'],
    ['Receita anual com este contrato', 'two years: half a year', { fatos: { vigencia_contrato: { n: 730, unidade: 'dias' } } }, '2800000.00'],
    ['Receita anual com este contrato', 'no size to leave', { empresa: { porte: 'demais' } }, undefined],
  ];
  it.each(CONTAS)('%s: %s', (titulo, _nome, m, valor) => {
    expect(conta(titulo, m)).toBe(valor);
  });

  it('says where the ceiling comes from, and what else the edital prints', () => {
    const formula = (m: Mudancas) => decideCom(m).contas.find((c) => c.titulo === 'Valor máximo da licitação')?.formula;
    expect(formula({ fatos: { valor_estimado_total: '600000.00' } })).toBe('valor estimado no edital');
    expect(formula({ fatos: { valor_estimado_total: null }, licitacao: { valorEstimado: null }, itens: [itemEdital('1', { valorTotal: '100.00' })] })).toBe('soma dos itens');
  });

  it('the funnel goes from the tender to the parts of interest', () => {
    const itens = [itemEdital('1', { valorTotal: '100.00' }), itemEdital('2', { valorTotal: '50.00', descricao: 'Dipirona comprimido, medicamento' })];
    const m: Mudancas = { fatos: { adjudicacao: 'item', valor_estimado_total: '150.00' }, empresa: { custoDiretoTotal: undefined }, itens };
    expect([conta('Valor máximo da licitação', m), conta('Valor máximo das partes indicadas', m)]).toEqual(['150.00', '100.00']);
  });
});

describe('risks', () => {
  const titulos = (m: Mudancas) => decideCom(m).riscos.map((r) => r.titulo);
  const CASOS: readonly [string, Mudancas, RegExp][] = [
    ['heavy fine', { fatos: { multa_mora_pct_dia: '1' } }, /Multa de mora alta: 1% ao dia/],
    ['compensatory fine', { fatos: { multa_compensatoria_max_pct: '30' } }, /até 30%/],
    ['late payment', { fatos: { pagamento_prazo: { n: 25, unidade: 'dias_uteis' } } }, /pagamento longo/],
    ['price registration', { fatos: { srp: true } }, /sem compra garantida/],
    ['short delivery', { fatos: { prazo_execucao: { n: 48, unidade: 'horas' } } }, /entrega muito curto/],
    ['no index', { fatos: { reajuste_indice: null } }, /Reajuste não encontrado/],
    ['large bond', { fatos: { garantia_execucao_pct: '10' } }, /Garantia de execução de 10%/],
    ['samples', { fatos: { amostra_ou_poc: true } }, /Amostra/],
    ['integrated contract', { fatos: { regime_execucao: 'contratacao_integrada' } }, /Projeto por conta/],
    ['violation', { verificacoes: [verificacao('x', { resultado: 'violado', motivo: 'O edital pede visita de todos; a declaração basta.' })] }, /^Edital contrário à lei: o edital pede visita de todos; a declaração basta$/],
    ['sources disagree', { divergencias: [{ campo: 'valor', descricao: 'Dois valores.', valores: [] }] }, /divergentes/],
  ];
  it.each(CASOS)('%s', (_nome, m, titulo) => {
    expect(titulos({})).toEqual([]);
    expect(titulos(m).join()).toMatch(titulo);
  });
  it('the gravest come first', () => {
    const grau = { baixa: 1, media: 2, alta: 3, baixo: 1, medio: 2, alto: 3 };
    const notas = decideCom({ fatos: { multa_mora_pct_dia: '1', forma: 'presencial', srp: true, garantia_execucao_pct: '10', amostra_ou_poc: true } }).riscos.map((r) => grau[r.probabilidade] * grau[r.impacto]);
    expect(notas).toEqual([...notas].sort((a, b) => b - a));
  });
});

describe('reasons and gaps', () => {
  it('a failed gate is the first reason, with its quote', () => {
    const { decisao } = decideCom({ fatos: { me_epp: 'exclusiva' }, empresa: { porte: 'demais' } });
    expect(decisao.motivos[0]).toEqual({ texto: expect.stringContaining('exclusiva de ME/EPP'), evidencia: prova('Trecho do edital sobre me_epp') });
    expect(decisao.oQueMudaADecisao[0]).toContain('reserva a ME/EPP');
  });
  it('conditions come before merits', () => {
    const { decisao } = decideCom({ fatos: { garantia_proposta_pct: '1', visita_tecnica: 'obrigatoria' } });
    expect(decisao.motivos.map((m) => m.texto)).toEqual([expect.stringContaining('visita é obrigatória'), expect.stringContaining('garantia de proposta'), expect.stringContaining('coincide')]);
  });
  it('what was not read, not found or not asked of PNCP is told', () => {
    const { lacunas } = decideCom({ licitacao: null, fatos: { vigencia_contrato: null, multa_mora_pct_dia: 'nao_lido', valor_estimado_total: null }, naoLido: [{ documento: 'anexo.dwg', codigo: 'formato_nao_suportado', motivo: 'Formato não suportado.' }] });
    expect(lacunas.join('\n')).toMatch(/anexo\.dwg[\s\S]*vigência[\s\S]*multa de mora[\s\S]*valor estimado[\s\S]*PNCP/);
  });
});
