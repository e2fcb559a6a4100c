import { Logger } from '@nestjs/common';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';
import type { Fila, Operario } from '../../src/jobs/index.js';
import type { JobsService } from '../../src/jobs/jobs.module.js';
import { conflito } from '../../src/kernel/index.js';
import { AgendaService } from '../../src/sincronizacao/agenda.service.js';
import type { ExecucoesService } from '../../src/sincronizacao/execucoes.service.js';
import type { PedidoSincronizacao, SincronizadorService } from '../../src/sincronizacao/sincronizacao.module.js';

/** What the schedule asked for, and how its turns end. */
function start(ambiente: Record<string, string>, { acabouAgora = false, falha = null as Error | null } = {}) {
  const agendadas = new Map<string, { cron: string; operario: Operario<object> }>();
  const pedidos: (PedidoSincronizacao | 'complementos')[] = [];
  const ask = <T>(p: PedidoSincronizacao | 'complementos', r: T): Promise<T> => (pedidos.push(p), falha ? Promise.reject(falha) : Promise.resolve(r));
  const agenda = new AgendaService(
    { encerrando: new AbortController().signal, schedule: (fila: Fila, cron: string, operario: Operario<object>) => void agendadas.set(fila.nome, { cron, operario }) } as unknown as JobsService,
    { readListas: (p: PedidoSincronizacao) => ask(p, { numeros: {}, incompletas: 0 }), readComplementos: () => ask('complementos', {}) } as unknown as SincronizadorService,
    { endedWithin: () => Promise.resolve(acabouAgora) } as unknown as ExecucoesService, parseConfig(ambiente, '/x'),
  );
  agenda.onModuleInit();
  const run = (nome: string): Promise<void> => agendadas.get(nome)!.operario({ id: '1', dados: {}, retomada: 0, sinal: new AbortController().signal });
  return { agendadas, pedidos, run };
}

describe('AgendaService', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('does nothing unless asked', () => {
    expect(start({}).agendadas.size).toBe(0);
  });

  it('reads the last days often, more of them at night, and what follows each minute', async () => {
    const { agendadas, pedidos, run } = start({ ALICIT_SINCRONIZA: '1' });
    expect([...agendadas].map(([nome, { cron }]) => [nome, cron])).toEqual([['sincronizacao', '*/15 * * * *'], ['sincronizacao-funda', '20 5 * * *'], ['sincronizacao-complementos', '* * * * *']]);
    for (const nome of agendadas.keys()) await run(nome);
    expect(pedidos).toMatchObject([{ motivo: 'agenda', sobreposicao: 2, comPendentes: true }, { motivo: 'agenda_funda', sobreposicao: 10 }, 'complementos']);
    expect([...start({ ALICIT_SINCRONIZA: '1', ALICIT_SINC_ITENS: '0' }).agendadas.keys()]).toEqual(['sincronizacao', 'sincronizacao-funda']);
  });

  it('turns that piled up behind a long one are let go', async () => {
    const { pedidos, run } = start({ ALICIT_SINCRONIZA: '1' }, { acabouAgora: true });
    await run('sincronizacao');
    await run('sincronizacao-funda');
    expect(pedidos).toMatchObject([{ motivo: 'agenda_funda' }]);
  });

  it.each([conflito('sincronizacao_em_curso', 'x'), new Error('banco fora')])('what fails is left to the next turn, not to the queue: %s', async (falha) => {
    const { pedidos, run } = start({ ALICIT_SINCRONIZA: '1' }, { falha });
    await expect(run('sincronizacao')).resolves.toBeUndefined();
    expect(pedidos).toHaveLength(1);
  });
});
