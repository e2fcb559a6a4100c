import { describe, expect, it } from '@jest/globals';
import { silencePrazos } from '../../../src/analises/prazos/parada.js';
import { AGORA, decideCom, prazosDe, SESSAO } from '../../support/entrada-decisao.js';

describe('a tender that stopped hurries nobody', () => {
  it.each(['suspensa', 'revogada', 'anulada'] as const)('%s', (situacao) => {
    const { plano } = decideCom({ licitacao: { situacao } });
    expect(plano.tarefas.length).toBeGreaterThan(0);
    expect(plano.tarefas.flatMap((t) => [t.comecarAte, t.concluirAte]).filter(Boolean)).toEqual([]);
    expect(plano.diasUteisDisponiveis).toBeNull();
    const prazos = silencePrazos(prazosDe(AGORA, SESSAO), { situacao });
    expect(prazos.map((p) => p.diasUteisRestantes)).toEqual([null, null, null]);
    expect(prazos[0]!.observacao).toMatch(/não vale/);
  });

  it('one that goes on does', () => {
    const { plano } = decideCom();
    expect([plano.diasUteisDisponiveis, plano.tarefas.at(-1)!.concluirAte]).toEqual([10, '2026-11-24']);
    const prazos = prazosDe(AGORA, SESSAO);
    expect(silencePrazos(prazos, { situacao: 'divulgada' })).toBe(prazos);
  });
});
