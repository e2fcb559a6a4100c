import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type Decisao, type EntradaDecisao, type RequisitoHabilitacao } from '../../../src/analises/index.js';
import { CAMPOS, type Campo } from '../../../src/editais/index.js';
import type { Empresa } from '../../../src/empresas/index.js';
import { AGORA, entrada, fato, itemEdital, MATRIZ, prazosDe, requisito, SESSAO, verificacao, type Lidos, type Mudancas } from '../../support/entrada-decisao.js';

const opt = <T>(...valores: T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...valores);

const empresas: fc.Arbitrary<Partial<Empresa>> = fc.record({
  porte: opt('mei' as const, 'epp' as const, 'demais' as const), naturezaJuridica: opt('Sociedade Anônima'), receitaBrutaAnual: opt('300000', '9000000'),
  produtos: opt([{ descricao: 'Limpeza predial' }, { descricao: 'Portaria' }, { descricao: 'Copeiragem' }]), cnaes: opt(['8121-4/00'], ['4120-4/00']),
  palavrasExcluidas: opt(['obras'], ['conservação']), aceitaConsorcio: opt(true, false), semImpedimentosArt14: opt(true, false),
  sancoes: opt<NonNullable<Empresa['sancoes']>>([], [{ tipo: 'impedimento', enteSancionador: 'X', inicio: '2026-01-01' }], [{ tipo: 'inidoneidade', enteSancionador: 'Y', inicio: '2026-01-01', fim: '2028-01-01' }]),
  custoDiretoTotal: opt('300000', '420000', '700000'), tributosPct: opt('12'), custosIndiretosPct: opt('10'), margemMinimaPct: opt('5', '25'), capitalDeGiro: opt('10000', '900000'),
  plataformas: opt(['BLL'], []), diasParaProposta: opt(1, 6, 40), uf: opt('SC', 'PR'), ufsDeInteresse: opt(['PR']),
});

const lidos: fc.Arbitrary<Lidos> = fc.record({
  objeto: fc.constantFrom('Serviços de limpeza e conservação', 'Aquisição de medicamentos', 'Execução de obra de pavimentação', 'Aquisição de zorblax', null),
  me_epp: fc.constantFrom('exclusiva' as const, 'ampla' as const, 'cota_reservada' as const, null, fato('me_epp', 'exclusiva', { confianca: 0.55 })),
  adjudicacao: fc.constantFrom('item' as const, 'global' as const, null), consorcio: fc.constantFrom('permitido' as const, 'vedado' as const, null), visita_tecnica: fc.constantFrom('obrigatoria' as const, 'nao_exige' as const, null),
  garantia_proposta_pct: fc.constantFrom('1', null), valor_estimado_total: fc.constantFrom('600000.00', null), criterio_julgamento: fc.constantFrom('menor_preco' as const, 'tecnica_e_preco' as const, null),
  multa_mora_pct_dia: fc.constantFrom('0.2', '2', null), pagamento_prazo: fc.constantFrom({ n: 30, unidade: 'dias' } as const, { n: 90, unidade: 'dias' } as const, null), modalidade: fc.constantFrom('pregao' as const, 'dispensa' as const, null),
});

const STATUS = ['atende', 'nao_atende', 'falta_dado', 'a_providenciar', 'a_esclarecer'] as const;
const linha = (r: RequisitoHabilitacao): fc.Arbitrary<RequisitoHabilitacao> =>
  fc.record({ status: fc.constantFrom(...STATUS), diasParaObter: fc.constantFrom(null, 2, 30), sanavel: fc.constantFrom(r.grupo === 'fiscal', false), verificacoes: fc.constantFrom<string[]>([], ['regra_a'], ['regra_m']) }).map((x) => ({ ...r, ...x }));

const mudancas: fc.Arbitrary<{ m: Mudancas; sessao: string | null }> = fc
  .record({
    empresa: empresas, fatos: lidos, habilitacao: fc.tuple(...MATRIZ.map(linha), linha(requisito('licenca', 'juridica'))), itens: fc.constantFrom([], [itemEdital('1'), itemEdital('2', { beneficio: 'exclusiva_me_epp' }), itemEdital('3', { descricao: 'Dipirona comprimido medicamento' })]),
    violacao: fc.constantFrom('ok' as const, 'violado' as const, 'indicio' as const), exclui: fc.boolean(), aberta: fc.constantFrom(true, false, null), pncp: fc.constantFrom(null, 'divulgada' as const, 'suspensa' as const, 'revogada' as const),
    sessao: fc.constantFrom(SESSAO, SESSAO, '2026-11-12T09:00:00-03:00', '2026-11-06T09:00:00-03:00', null), lidas: fc.constantFrom(40, 40, 10),
  })
  .map(({ empresa, fatos, habilitacao, itens, violacao, exclui, aberta, pncp, sessao, lidas }) => ({
    sessao,
    m: {
      empresa, fatos, habilitacao, itens, licitacao: pncp && { situacao: pncp }, prazos: prazosDe(AGORA, sessao, { aberta }),
      verificacoes: [verificacao('regra_a', { resultado: violacao, excluiEmpresa: exclui && violacao === 'violado' }), verificacao('regra_m', { resultado: violacao, nivelFonte: 'M', excluiEmpresa: exclui })],
      documentos: [{ nome: 'edital.pdf', sha256: '0'.repeat(64), classe: 'edital' as const, paginas: 40, paginasLidas: lidas, usado: true, motivo: '' }],
    },
  }));

const casos = mudancas.map(({ m, sessao }) => entrada(m, sessao));
const decisoesDe = (e: EntradaDecisao): Decisao[] => {
  const r = decide(e);
  return [r.decisao, ...r.decisoesPorUnidade];
};
const reprovados = (d: Decisao) => d.portoes.filter((p) => p.resultado === 'reprovado');
const always = (checa: (d: Decisao, e: EntradaDecisao) => void): void => fc.assert(fc.property(casos, (e) => decisoesDe(e).forEach((d) => checa(d, e))), { numRuns: 120 });

describe('invariants of a decision', () => {
  it('never GO with a gate failed, waiting or conditional, nor with a poor reading', () => {
    always((d) => {
      if (d.desfecho !== 'GO') return;
      expect(d.portoes.filter((p) => !['passou', 'nao_aferivel'].includes(p.resultado))).toEqual([]);
      expect(d.completude).toBeGreaterThanOrEqual(0.7);
      expect(d.score).toBeGreaterThanOrEqual(70);
    });
  });

  it('nobody is told to bid past a failed gate', () => {
    always((d) => {
      if (reprovados(d).length) expect(['NO_GO', 'IMPUGNAR_E_REAVALIAR', 'PENDENTE']).toContain(d.desfecho);
    });
  });

  it('NO_GO stands on a failed eliminatory gate with a quote or a datum, and asks nothing', () => {
    always((d) => {
      if (d.desfecho !== 'NO_GO') return;
      const falhas = reprovados(d);
      expect(falhas.length).toBeGreaterThan(0);
      for (const p of falhas) expect(p.tipo === 'eliminatorio' && p.evidencias.length + (p.dados?.length ?? 0) > 0).toBe(true);
      expect(d.perguntas).toEqual([]);
      expect(d.pode).toBe('nao');
    });
  });

  it('IMPUGNAR only over a violation read at the source, while it may still be challenged', () => {
    always((d, e) => {
      if (d.desfecho !== 'IMPUGNAR_E_REAVALIAR') return;
      expect(e.verificacoes.some((v) => v.resultado === 'violado' && v.nivelFonte === 'V')).toBe(true);
      expect(e.prazos.find((p) => p.id === 'impugnacao')!.encerrado).toBe(false);
    });
  });

  it('PENDENTE names at least one question whose answers lead apart', () => {
    always((d) => {
      if (d.desfecho === 'PENDENTE') expect(d.perguntas.length).toBeGreaterThan(0);
      for (const p of d.perguntas) expect(p.podeMudarPara.length).toBeGreaterThan(1);
    });
  });

  it('missing data of the company never lowers to NO_GO', () => {
    const apagaveis: readonly (keyof Empresa)[] = ['porte', 'naturezaJuridica', 'receitaBrutaAnual', 'produtos', 'cnaes', 'palavrasExcluidas', 'aceitaConsorcio', 'semImpedimentosArt14', 'sancoes', 'custoDiretoTotal', 'tributosPct', 'custosIndiretosPct', 'margemMinimaPct', 'capitalDeGiro', 'plataformas', 'diasParaProposta', 'uf', 'ufsDeInteresse'];
    fc.assert(fc.property(casos, fc.constantFrom(...apagaveis), (e, campo) => {
      const { [campo]: _apagado, ...resto } = e.empresa;
      if (decide({ ...e, empresa: resto as Empresa }).decisao.desfecho === 'NO_GO') expect(decide(e).decisao.desfecho).toBe('NO_GO');
    }), { numRuns: 200 });
  });

  it('nor do rows of the matrix that nobody answered, nor facts that were not found', () => {
    const campos = CAMPOS.filter((c): c is Exclude<Campo, 'me_epp' | 'adjudicacao'> => !['me_epp', 'adjudicacao'].includes(c));
    fc.assert(fc.property(casos, fc.integer({ min: 0, max: MATRIZ.length }), fc.constantFrom(...campos), (e, i, campo) => {
      const habilitacao = e.habilitacao.map((r, k) => (k === i ? { ...r, status: 'falta_dado' as const } : r));
      const fatos = { ...e.fatos, [campo]: { campo, valor: null, ausencia: 'nao_encontrado' } };
      for (const menos of [{ ...e, habilitacao }, { ...e, fatos }])
        if (decide(menos).decisao.desfecho === 'NO_GO') expect(decide(e).decisao.desfecho).toBe('NO_GO');
    }), { numRuns: 120 });
  });

  it('is a function: same input, same judgement, and the input is left as it was', () => {
    fc.assert(fc.property(casos, (e) => {
      const antes = JSON.stringify(e);
      expect(decide(e)).toEqual(decide(e));
      expect(JSON.stringify(e)).toBe(antes);
    }), { numRuns: 100 });
  });

  it('a field that has nothing to do with it changes nothing', () => {
    fc.assert(fc.property(casos, fc.string(), (e, texto) => {
      const com = decide({ ...e, empresa: { ...e.empresa, razaoSocial: texto, dataAbertura: '2001-01-01' } });
      expect(com).toEqual(decide(e));
    }), { numRuns: 100 });
  });

  it('leaves no placeholder in what a person reads', () => {
    fc.assert(fc.property(casos, (e) => {
      const textos: string[] = [];
      JSON.stringify(decide(e), (chave, v: unknown) => (typeof v === 'string' && !['documento', 'trecho'].includes(chave) ? (textos.push(v), v) : v));
      for (const t of textos) expect(t).not.toMatch(/undefined|\bnull\b|NaN|\[object|\bN\/A\b|\$\{|;\s*\.|:\s*\.|\.\.(?!\.)| {2}/);
    }), { numRuns: 100 });
  });

  it('the tender has the outcome of its best part', () => {
    const ordem = ['GO', 'GO_CONDICIONADO', 'PENDENTE', 'IMPUGNAR_E_REAVALIAR', 'NAO_RECOMENDADO', 'NO_GO'];
    fc.assert(fc.property(casos, (e) => {
      const { decisao, decisoesPorUnidade } = decide(e);
      if (!decisoesPorUnidade.length) return;
      expect(ordem.indexOf(decisao.desfecho)).toBe(Math.min(...decisoesPorUnidade.map((d) => ordem.indexOf(d.desfecho))));
    }), { numRuns: 100 });
  });
});
