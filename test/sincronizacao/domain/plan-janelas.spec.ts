import { describe, expect, it } from '@jest/globals';
import { addDias } from '../../../src/kernel/index.js';
import type { Alvo, EstadoJanela, Janela } from '../../../src/sincronizacao/domain/janela.js';
import { desdeQuandoLer, isDefinitiva, planJanelas, type OpcoesPlano, type Pedido } from '../../../src/sincronizacao/domain/plan-janelas.js';

const HOJE = '2026-06-20';
const O: OpcoesPlano = { hoje: HOJE, sobreposicao: 2, maxDias: 5, reler: false, lacunasAte: null };
const P: Pedido = { rota: 'publicacao', modalidades: [6], ufs: null, de: '2026-06-10', ate: HOJE };
let n = 0;
const janela = (de: string, ate: string, estado: EstadoJanela, lidaEm: string | null, outros: Partial<Janela> & { uf?: string | null } = {}): Janela => {
  const alvo: Alvo = { rota: 'publicacao', modalidade: 6, uf: outros.uf ?? null, de, ate };
  return { id: String(++n), pai: null, estado, esperado: null, criadaEm: new Date('2026-06-01T12:00:00Z'), falhas: {}, tentativas: 0, lacunas: 0, proximaEm: new Date('2026-06-20T12:00:00Z'), erro: null, ...outros, alvo, lidaEm: lidaEm === null ? null : new Date(lidaEm) };
};
const dias = (alvos: readonly Alvo[]): string[] => alvos.map((a) => `${a.de.slice(8)}-${a.ate.slice(8)}${a.uf ?? ''}`);

describe('planJanelas', () => {
  it('old days together, the last ones each by itself; days to come only when asked for, together', () => {
    expect(dias(planJanelas(P, [], O).criar)).toEqual(['10-14', '15-17', '18-18', '19-19', '20-20']);
    expect(dias(planJanelas({ ...P, de: '2026-06-19', ate: '2026-06-27' }, [], O).criar)).toEqual(['19-19', '20-20', '21-25', '26-27']);
    expect(planJanelas({ ...P, ate: '2999-01-01' }, [], O).criar.at(-1)!.ate).toBe('2027-06-21');
  });

  it('asks for each modality and each state', () => {
    expect(dias(planJanelas({ ...P, modalidades: [6, 8], ufs: ['SP', 'SC'], de: HOJE }, [], O).criar)).toEqual(['20-20SP', '20-20SC', '20-20SP', '20-20SC']);
  });

  it('leaves what was whole after its days were over, and reads the overlap again', () => {
    const inteira = janela('2026-06-10', '2026-06-17', 'fechada', '2026-06-18T03:00:00Z');
    const ontem = janela('2026-06-19', '2026-06-19', 'fechada', '2026-06-20T12:00:00Z');
    expect(planJanelas(P, [inteira, ontem], O)).toEqual({ criar: [18, 20].map((d) => ({ rota: 'publicacao', modalidade: 6, uf: null, de: `2026-06-${d}`, ate: `2026-06-${d}` })), reabrir: [ontem.id], continuar: [], prontas: 8 });
    expect(planJanelas(P, [inteira, ontem], { ...O, reler: true }).reabrir).toEqual([inteira.id, ontem.id]);
  });

  it('a day read before it was over in Brasília is read again', () => {
    const cedo = janela('2026-06-12', '2026-06-12', 'fechada', '2026-06-13T02:59:59Z');
    expect([isDefinitiva(cedo), isDefinitiva({ ...cedo, lidaEm: new Date('2026-06-13T03:00:00Z') })]).toEqual([false, true]);
    expect(planJanelas({ ...P, de: '2026-06-12', ate: '2026-06-12' }, [cedo], O)).toMatchObject({ criar: [], reabrir: [cedo.id] });
  });

  it('goes on with what is under way, around what is already there', () => {
    const [aberta, dividida] = [janela('2026-06-11', '2026-06-11', 'aberta', null), janela('2026-06-14', '2026-06-15', 'dividida', null)];
    const plano = planJanelas({ ...P, ate: '2026-06-17' }, [aberta, dividida], O);
    expect([dias(plano.criar), plano.continuar]).toEqual([['10-10', '12-13', '16-17'], [aberta.id, dividida.id]]);
  });

  it('one that asked for all states has each of them; one of another state has not', () => {
    const todas = janela('2026-06-10', '2026-06-12', 'fechada', '2026-06-18T03:00:00Z');
    const sc = janela('2026-06-13', '2026-06-14', 'fechada', '2026-06-18T03:00:00Z', { uf: 'SC' });
    expect(dias(planJanelas({ ...P, ufs: ['SP'], ate: '2026-06-14' }, [todas, sc], O).criar)).toEqual(['13-14SP']);
    expect(dias(planJanelas({ ...P, ate: '2026-06-14' }, [todas, sc], O).criar)).toEqual(['13-14']);
  });

  it('a gap is tried again when its time has come, or when a person asks', () => {
    const lacuna = janela('2026-06-12', '2026-06-12', 'lacuna', null);
    const p = { ...P, de: '2026-06-12', ate: '2026-06-12' };
    const plan = (lacunasAte: string | null) => planJanelas(p, [lacuna], { ...O, lacunasAte: lacunasAte === null ? null : new Date(lacunasAte) });
    expect([plan(null).reabrir, plan('2026-06-20T12:00:00Z').reabrir, plan('2026-06-20T11:00:00Z')]).toEqual([[lacuna.id], [lacuna.id], { criar: [], reabrir: [], continuar: [], prontas: 0 }]);
  });

  it('lists are read since the first reading, at least the overlap, at most a year', () => {
    expect([desdeQuandoLer(null, O), desdeQuandoLer('2026-06-20', O), desdeQuandoLer('2026-06-01', O), desdeQuandoLer('2024-01-01', O)]).toEqual(['2026-06-18', '2026-06-18', '2026-06-01', '2025-06-21']);
  });

  it('years of windows of one day are planned at once', () => {
    const muitas = Array.from({ length: 1500 }, (_, i) => addDias('2022-05-15', i)).map((dia) => janela(dia, dia, 'fechada', '2026-06-19T12:00:00Z'));
    const inicio = performance.now();
    expect(planJanelas({ ...P, de: '2022-05-12', ate: HOJE, modalidades: Array.from({ length: 15 }, (_, i) => i + 1) }, muitas, O).prontas).toBe(muitas.filter((j) => j.alvo.ate < '2026-06-18').length);
    expect(performance.now() - inicio).toBeLessThan(1000);
  });
});
