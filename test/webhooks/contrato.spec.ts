import { beforeAll, describe, expect, it } from '@jest/globals';
import { dadosConcluida, dadosFalhou } from '../../src/analises/execucao/dados-evento.js';
import type { Posse } from '../../src/analises/execucao/posse.js';
import { resumoDe } from '../../src/analises/index.js';
import { eventoWebhookSchema } from '../../src/webhooks/index.js';
import { openExemplo } from '../support/analise-exemplo.js';

const POSSE = { analiseId: 'ana_1', empresaId: 'emp_1', licitacaoId: 'lic_1', organizacaoId: 'org_1', tentativa: 2, token: '3', agora: null, entradas: { licitacao: null } } as unknown as Posse;
const envelope = (tipo: string, dados: object): unknown => ({ id: 'evt_1', tipo, criadoEm: '2026-11-23T13:00:00.000Z', organizacaoId: 'org_1', dados });

/** What analyses record is what webhooks send: a field that drifts apart would be refused, and nobody told. */
describe('what analyses record', () => {
  let open: Awaited<ReturnType<typeof openExemplo>>;
  beforeAll(async () => {
    open = await openExemplo();
  });

  it.each(['empresa.json', 'empresa-certidao-vencendo.json', 'empresa-impedida.json'] as const)('fits the format of webhooks: %s', (arquivo) => {
    const dados = dadosConcluida(POSSE, resumoDe(open(arquivo)), 'https://alicit.exemplo.com.br');
    expect(eventoWebhookSchema.parse(envelope('analise.concluida', dados))).toEqual(envelope('analise.concluida', dados));
  });

  it('fits when it failed', () => {
    const dados = dadosFalhou(POSSE, { codigo: 'sem_edital', mensagem: 'x'.repeat(3000) }, null);
    expect(eventoWebhookSchema.parse(envelope('analise.falhou', dados))).toEqual(envelope('analise.falhou', dados));
  });
});
