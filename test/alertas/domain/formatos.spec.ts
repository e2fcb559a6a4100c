import { describe, expect, it } from '@jest/globals';
import { formatoDe, renderCorpo } from '../../../src/alertas/domain/formatos.js';
import { createMensagem, createTeste, formatDuracao, type Mensagem } from '../../../src/alertas/domain/mensagem.js';

const DESDE = new Date('2026-11-25T14:00:00Z');
const EM = new Date('2026-11-25T14:07:30Z');
const msg = (m: Partial<Mensagem> = {}): Mensagem => createMensagem({ tipo: 'aberto', chave: 'dependencia:openai', detalhe: 'O item openai de /health está chave_invalida (http_401).', desde: DESDE, em: EM, vezes: 0, processo: null, ultimaDaHora: false, ...m });
const corpo = (m: Mensagem, f: Parameters<typeof renderCorpo>[1]): Record<string, unknown> => JSON.parse(renderCorpo(m, f, '1.2.3')) as Record<string, unknown>;
const FAZER = 'chave_invalida: troque OPENAI_API_KEY. limite: veja saldo e cota na conta. indisponivel: aguarde ou aponte OPENAI_BASE_URL para outro. As análises saem só com as regras.';

describe('messages', () => {
  it('generic: everything a program may want', () => {
    expect(corpo(msg(), 'generico')).toEqual({
      id: 'alerta.dependencia_openai.1795615200000.0', tipo: 'alerta.aberto', chave: 'dependencia:openai', gravidade: 'atencao', titulo: 'Servidor de modelos com problema', detalhe: 'O item openai de /health está chave_invalida (http_401).', fazer: FAZER, documentacao: 'docs/operacao.md#alertas-por-webhook',
      texto: ['ALERTA: Servidor de modelos com problema', 'O item openai de /health está chave_invalida (http_401).', 'Desde 25/11/2026 11:00 (Brasília), há 7 min.', `O que fazer: ${FAZER}`, 'Mais: docs/operacao.md#alertas-por-webhook'].join('\n'),
      desde: '2026-11-25T14:00:00.000Z', em: '2026-11-25T14:07:30.000Z', duracaoS: 450, vezes: 0, processo: null, versao: '1.2.3',
    });
  });

  it('Slack: one text, its three characters escaped', () => {
    expect(corpo(msg({ detalhe: 'a <b> & c', tipo: 'recuperado' }), 'slack')).toEqual({ text: '*RECUPERADO: Servidor de modelos com problema*\nEra: a &lt;b&gt; &amp; c\nDurou 7 min: de 25/11/2026 11:00 (Brasília) a 25/11/2026 11:07 (Brasília).', unfurl_links: false });
  });

  it('Discord: one embed, nobody mentioned, never too long', () => {
    expect(corpo(msg({ chave: 'dependencia:banco', detalhe: '@everyone', processo: 'm:1', tipo: 'repetido', vezes: 2, ultimaDaHora: true }), 'discord')).toEqual({
      embeds: [{
        title: 'AINDA: Banco de dados fora do ar', color: 0xdc6803, timestamp: '2026-11-25T14:07:30.000Z',
        description: ['@everyone', 'Desde 25/11/2026 11:00 (Brasília), há 7 min; já avisado 2 vezes.', 'Visto pelo processo m:1.', 'O que fazer: Veja se o PostgreSQL está de pé e aceita conexões, e se DATABASE_URL e a senha estão certas. Nada aceito se perde: o serviço volta sozinho quando o banco voltar.', 'Mais: docs/operacao.md#alertas-por-webhook', 'Foi o último aviso desta hora: outros ficam só em /health e no log até a próxima.'].join('\n'),
      }],
      allowed_mentions: { parse: [] },
    });
    expect((corpo(msg({ detalhe: 'x'.repeat(9000) }), 'discord')['embeds'] as { description: string }[])[0]!.description).toHaveLength(2000);
  });

  it('a test says that it is one', () => expect(corpo(createTeste(EM, 'm:1'), 'slack')['text']).toMatch(/^\*TESTE: Teste de alerta\*\n.*\nVisto pelo processo m:1\./));
  it('what is critical says so', () => expect(corpo(msg({ chave: 'analises:paradas' }), 'generico')['texto']).toMatch(/^ALERTA CRÍTICO: Análise aceita e não terminada\n/));

  it.each([
    ['https://hooks.slack.com/services/T/B/x', 'slack'], ['https://discord.com/api/webhooks/1/x', 'discord'], ['https://canary.discord.com/api/webhooks/1/x', 'discord'], ['https://discordapp.com/api/webhooks/1/x', 'discord'],
    ['https://exemplo.com.br/hooks.slack.com', 'generico'], ['https://hooks.slack.com.exemplo.com.br/x', 'generico'], ['https://meudiscord.com/x', 'generico'], ['', 'generico'],
  ])('%s is %s', (url, formato) => expect(formatoDe(url)).toBe(formato));

  it.each([[0, 'menos de 1 min'], [59_999, 'menos de 1 min'], [60_000, '1 min'], [3_600_000, '1 h'], [5_400_000, '1 h 30 min'], [172_800_000, '2 dias'], [-5, 'menos de 1 min']])('%d ms: %s', (ms, dito) => expect(formatDuracao(ms)).toBe(dito));
});
