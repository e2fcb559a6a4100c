import { describe, expect, it } from '@jest/globals';
import { judgeSincronizacao } from '../../src/sincronizacao/saude-sincronizacao.js';
import type { ExecucaoVista } from '../../src/sincronizacao/estado.service.js';

const AGORA = new Date('2026-11-23T12:00:00Z');
const ha = (min: number): Date => new Date(AGORA.getTime() - min * 60_000);
const execucao = (motivo: string, min: number): ExecucaoVista => ({ tipo: 'janelas', motivo, estado: 'concluida', iniciadaEm: ha(min), terminadaEm: null, erro: null, numeros: {} });
const DIA = 1440;

describe('judgeSincronizacao', () => {
  it.each([
    ['read here on a schedule, fresh', true, ha(30), [], 'ok', null, 1800],
    ['read here on a schedule, late', true, ha(90), [], 'indisponivel', 'sincronizacao_atrasada', 5400],
    ['never read, though it should be', true, null, [], 'indisponivel', 'nunca_sincronizado', undefined],
    ['read by another process on a schedule, late', false, ha(90), [execucao('comando', 5), execucao('agenda', 80)], 'indisponivel', 'sincronizacao_atrasada', 5400],
    ['read by another process on a schedule, fresh', false, ha(30), [execucao('agenda_funda', 200)], 'ok', null, 1800],
    ['the schedule was turned off a week ago', false, ha(8 * DIA), [execucao('agenda', 8 * DIA)], 'nao_configurado', null, 8 * DIA * 60],
    ['read by hand only', false, ha(DIA), [execucao('comando', DIA)], 'nao_configurado', null, DIA * 60],
    ['never read, and nobody should', false, null, [], 'nao_configurado', null, undefined],
  ] as const)('%s', (_, ativa, lidaEm, execucoes, estado, erro, idadeS) =>
    expect(judgeSincronizacao({ lidaEm, execucoes }, { ativa, atrasoMs: 3_600_000 }, AGORA)).toEqual({ estado, erro, ...(idadeS === undefined ? {} : { numeros: { idadeS } }) }));
});
