import { describe, expect, it } from '@jest/globals';
import { decideCom, MATRIZ, requisito, verificacao, type Mudancas } from '../../support/entrada-decisao.js';

const plano = (m: Mudancas = {}, sessao?: string | null) => decideCom(m, sessao).plano;
const tarefa = (m: Mudancas, id: string, sessao?: string | null) => plano(m, sessao).tarefas.find((t) => t.id === id);
const semCustos = { custoDiretoTotal: undefined };

describe('plan', () => {
  it('takes as long as the longest chain, not the sum', () => {
    const p = plano({
      fatos: { visita_tecnica: 'obrigatoria', garantia_proposta_pct: '1' }, empresa: { ...semCustos, plataformas: [], sancoes: undefined },
    });
    // cotação 3 → proposta 2; the other six tasks run beside them.
    expect(p.diasUteisNecessarios).toBe(5);
    expect(p.caminhoCritico).toEqual(['cotacao', 'proposta', 'envio']);
    expect(p.tarefas.reduce((s, t) => s + t.duracaoDiasUteis, 0)).toBeGreaterThan(10);
    expect(p.tarefas.map((t) => t.id)).toEqual(expect.arrayContaining(['vistoria', 'garantia_proposta', 'cadastro_plataforma', 'consulta_sancoes', 'declaracoes']));
  });

  const RITMO: readonly [string, Mudancas, number][] = [
    ['costs known', {}, 2],
    ['no costs: quotes first', { empresa: semCustos }, 5],
    ['the visit comes before the price', { fatos: { visita_tecnica: 'obrigatoria' } }, 4],
    ['works', { fatos: { regime_execucao: 'empreitada_preco_global' } }, 5],
    ['technique and price', { fatos: { criterio_julgamento: 'tecnica_e_preco' } }, 12],
    ['dispensa asks no quotes', { fatos: { modalidade: 'dispensa' }, empresa: semCustos }, 2],
    ['the company says how long', { empresa: { diasParaProposta: 7 } }, 7],
  ];
  it.each(RITMO)('%s', (_nome, m, dias) => {
    expect(plano(m).diasUteisNecessarios).toBe(dias);
  });

  it('dates run backwards from the session in business days (20/11 is a holiday)', () => {
    expect(tarefa({ empresa: semCustos }, 'envio')).toMatchObject({ comecarAte: '2026-11-24', concluirAte: '2026-11-24' });
    expect(tarefa({ empresa: semCustos }, 'proposta')).toMatchObject({ comecarAte: '2026-11-19', concluirAte: '2026-11-23' });
    expect(tarefa({ empresa: semCustos }, 'cotacao')).toMatchObject({ comecarAte: '2026-11-16', concluirAte: '2026-11-18' });
  });

  it('a task with its own deadline ends there, and one asked for after the session does not hold up the proposal', () => {
    const m: Mudancas = {
      verificacoes: [verificacao('prazo_minimo', { resultado: 'violado' })],
      habilitacao: [...MATRIZ, requisito('crf', 'fiscal', { titulo: 'CRF do FGTS', status: 'a_providenciar', diasParaObter: 2, exigidoEm: '2026-12-01' })],
    };
    expect(tarefa(m, 'impugnacao')).toMatchObject({ concluirAte: '2026-11-18', comecarAte: '2026-11-17' });
    expect(tarefa(m, 'documento_crf')).toMatchObject({ concluirAte: '2026-11-30', comecarAte: '2026-11-27' });
    expect(tarefa(m, 'envio')!.depende).not.toContain('documento_crf');
    expect(tarefa(m, 'envio')!.depende).toContain('impugnacao');
  });

  it('without a date there are tasks and durations, and no dates', () => {
    const p = plano({ licitacao: { encerramentoPropostas: null } }, null);
    expect(p).toMatchObject({ diasUteisDisponiveis: null, diasUteisNecessarios: 2 });
    expect(p.tarefas.every((t) => t.comecarAte === null && t.concluirAte === null)).toBe(true);
  });

  it('nothing is left after the session', () => {
    expect(plano({}, '2026-11-06T09:00:00-03:00').diasUteisDisponiveis).toBe(0);
  });
});
