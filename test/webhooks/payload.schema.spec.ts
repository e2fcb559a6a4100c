import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { NOME_DESFECHO } from '../../src/analises/index.js';
import { eventoWebhookSchema, serializeEvento, tipoEventoSchema, type EventoWebhook } from '../../src/webhooks/index.js';
import { desfechoSchema, readEvento } from '../../src/webhooks/payload.schema.js';

const CONCLUIDA = eventoWebhookSchema.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync('docs/webhooks.md', 'utf8'))![1]!));
const FALHOU: EventoWebhook = {
  id: 'evt_2', tipo: 'analise.falhou', criadoEm: '2026-03-02T13:00:00Z', organizacaoId: 'org_1',
  dados: { analiseId: 'ana_1', empresaId: null, licitacaoId: null, numeroControlePNCP: null, erro: { codigo: 'sem_edital', mensagem: 'Nenhum edital.' }, tentativas: 3, links: { analise: '/v1/analises/ana_1' } },
};

describe('eventoWebhookSchema', () => {
  it('accepts the example of the documentation and a failure', () => {
    expect(CONCLUIDA.tipo).toBe('analise.concluida');
    expect(JSON.parse(serializeEvento(FALHOU))).toEqual(FALHOU);
  });

  it('knows the outcomes of an analysis', () => expect([...desfechoSchema.options].sort()).toEqual(Object.keys(NOME_DESFECHO).sort()));

  it('has one type per kind of event, and the test', () => expect(eventoWebhookSchema.options.map((o) => o.shape.tipo.value)).toEqual([...tipoEventoSchema.options, 'webhook.teste']));

  it('reads back what it wrote, and nothing else', () => {
    expect(readEvento(serializeEvento(FALHOU))).toEqual(FALHOU);
    expect(['', 'null', '{"tipo":"analise.falhou"}', '{"tipo":"outro.evento"}'].map(readEvento)).toEqual([null, null, null, null]);
  });

  it('sends only what it knows', () => {
    const comRelatorio = { ...FALHOU, dados: { ...FALHOU.dados, relatorio: 'inteiro' } } as EventoWebhook;
    expect(serializeEvento(comRelatorio)).toBe(serializeEvento(FALHOU));
  });

  it.each<[string, object]>([
    ['an id with a dot', { ...FALHOU, id: 'evt.2' }],
    ['an unknown kind', { ...FALHOU, tipo: 'analise.criada' }],
    ['the data of another kind', { ...CONCLUIDA, tipo: 'analise.falhou' }],
    ['a day for an instant', { ...FALHOU, criadoEm: '2026-03-02' }],
  ])('refuses %s', (_, evento) => expect(eventoWebhookSchema.safeParse(evento).success).toBe(false));

  it('names its parts for OpenAPI', () => {
    expect(Object.keys(z.toJSONSchema(z.object({ corpo: eventoWebhookSchema })).$defs ?? {}).sort()).toEqual([
      'CertidaoDoAviso', 'EventoAnaliseConcluida', 'EventoAnaliseConcluidaDados', 'EventoAnaliseDesatualizada', 'EventoAnaliseDesatualizadaDados', 'EventoAnaliseFalhou', 'EventoAnaliseFalhouDados',
      'EventoAvisoCertidao', 'EventoAvisoCertidaoDados', 'EventoAvisoMudanca', 'EventoAvisoMudancaDados', 'EventoAvisoPrazo', 'EventoAvisoPrazoDados', 'EventoAvisoRecomendacao', 'EventoAvisoRecomendacaoDados',
      'EventoLicitacaoMudou', 'EventoLicitacaoMudouDados', 'EventoWebhook', 'EventoWebhookTeste', 'EventoWebhookTesteDados', 'LicitacaoDoAviso', 'MudancaDoAviso', 'PrazoDoAviso',
    ]);
  });
});
