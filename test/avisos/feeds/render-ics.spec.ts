import { describe, expect, it } from '@jest/globals';
import { compromissosDaLicitacao, compromissosDasCertidoes, type LicitacaoNaAgenda } from '../../../src/avisos/domain/compromissos.js';
import type { PrazoConhecido } from '../../../src/avisos/domain/prazo-conhecido.js';
import { renderIcs } from '../../../src/avisos/feeds/render-ics.js';
import type { Andamento } from '../../../src/avisos/domain/plan-alertas.js';
import { HOSTIL, LICITACAO } from '../apoio.js';
import { eventosDe, lerIcs } from './ler-ics.js';

const AGORA = new Date('2026-03-02T12:00:00Z');
const prazo = (id: PrazoConhecido['id'], em: string, mais: Partial<PrazoConhecido> = {}): PrazoConhecido => ({ id, em, onde: 'edital.pdf, página 4', dispositivo: null, fonte: 'edital', ...mais });
const naAgenda = (mais: Partial<LicitacaoNaAgenda> = {}): LicitacaoNaAgenda => ({
  licitacao: LICITACAO, andamento: 'divulgada', prazos: [prazo('impugnacao', '2026-03-17T23:59:59-03:00'), prazo('sessao', '2026-03-20T09:00:00-04:00')], mudadaEm: new Date('2026-03-01T00:00:00Z'), ...mais,
});
const ics = (l: LicitacaoNaAgenda, agora = AGORA) => renderIcs({ razaoSocial: 'Móveis; Cia, Ltda', cnpj: '11222333000181', compromissos: [...compromissosDaLicitacao('emp_1', l, agora), ...compromissosDasCertidoes('emp_1', [{ tipo: 'cndt', validade: '2026-04-10' }, { tipo: 'cndt', validade: '2026-01-10' }, { tipo: 'crf_fgts', validade: '2026-01-10' }], AGORA, agora)] });
const find = async (l: LicitacaoNaAgenda, uid: RegExp) => eventosDe(await ics(l)).find((e) => uid.test(e.propriedades['UID']!))!;

describe('a calendar', () => {
  it('holds deadlines and certidões, and reads back whole', async () => {
    const texto = await ics(naAgenda());
    expect(lerIcs(texto).propriedades).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH', 'X-WR-CALNAME': 'Licitações – Móveis; Cia, Ltda' });
    expect(eventosDe(texto).map(({ propriedades: p }) => [p['UID'], p['SUMMARY'], p['DTSTART'] ?? p['DTSTART;VALUE=DATE'], p['DTEND'] ?? p['DTEND;VALUE=DATE'], p['STATUS']])).toEqual([
      ['emp_1.11222333000181-1-000007-2026.impugnacao@alicit', 'Impugnação: Aquisição de cadeiras escolares', '20260318T022959Z', '20260318T025959Z', 'CONFIRMED'],
      ['emp_1.11222333000181-1-000007-2026.sessao@alicit', 'Sessão: Aquisição de cadeiras escolares', '20260320T130000Z', '20260320T140000Z', 'CONFIRMED'],
      ['emp_1.certidao.cndt-@alicit', 'Vence: CNDT', '20260410', '20260411', 'CONFIRMED'],
    ]);
  });
  it('says where the date comes from, and reminds', async () => {
    const { propriedades, dentro } = await find(naAgenda(), /impugnacao/);
    expect(propriedades['DESCRIPTION']).toBe('Limite para impugnar o edital: 17/03/2026, até o fim do dia.\nMunicípio de Exemplo – São Paulo/SP\nAquisição de cadeiras escolares\nPregão eletrônico\nFonte: análise do edital (edital.pdf, página 4).\nPNCP 11222333000181-1-000007/2026\nhttps://pncp.gov.br/app/editais/11222333000181/2026/7');
    expect(dentro.map((a) => [a.nome, a.propriedades['ACTION'], a.propriedades['TRIGGER']])).toEqual([['VALARM', 'DISPLAY', '-P2D'], ['VALARM', 'DISPLAY', '-PT2H']]);
    expect((await find(naAgenda({ prazos: [prazo('impugnacao', '2026-03-17T23:59:59-03:00', { fonte: 'estimado', dispositivo: 'art. 164 da Lei 14.133/2021' })] }), /impugnacao/)).propriedades['DESCRIPTION']).toContain('Data estimada pela lei a partir do registro no PNCP: confira no edital; art. 164 da Lei 14.133/2021.');
  });
  it('the same is the same, byte by byte', async () => expect(await ics(naAgenda())).toBe(await ics(naAgenda(), new Date(AGORA.getTime() + 1000))));
  it('another date: the same UID, a higher SEQUENCE', async () => {
    const [antes, depois] = [await find(naAgenda(), /sessao/), await find(naAgenda({ prazos: [prazo('sessao', '2026-03-27T09:00:00-03:00')], mudadaEm: new Date('2026-03-05T00:00:00Z') }), /sessao/)];
    expect(depois.propriedades['UID']).toBe(antes.propriedades['UID']);
    expect(Number(depois.propriedades['SEQUENCE'])).toBeGreaterThan(Number(antes.propriedades['SEQUENCE']));
    expect(depois.propriedades['DTSTART']).toBe('20260327T120000Z');
  });
  it.each(['suspensa', 'revogada', 'anulada'] as readonly Andamento[])('%s: cancelled, and nobody is reminded', async (andamento) => {
    const { propriedades, dentro } = await find(naAgenda({ andamento }), /sessao/);
    expect([propriedades['STATUS'], propriedades['SUMMARY'], dentro]).toEqual(['CANCELLED', `[${andamento.toUpperCase()}] Sessão: Aquisição de cadeiras escolares`, []]);
  });
  it('what ended a month ago leaves', async () => {
    expect(eventosDe(await ics(naAgenda(), new Date('2026-04-16T00:00:00Z'))).map((e) => e.propriedades['UID'])).toEqual(['emp_1.11222333000181-1-000007-2026.impugnacao@alicit', 'emp_1.11222333000181-1-000007-2026.sessao@alicit', 'emp_1.certidao.cndt-@alicit']);
    expect(eventosDe(await ics(naAgenda(), new Date('2026-04-18T00:00:00Z'))).map((e) => e.propriedades['UID'])).toEqual(['emp_1.11222333000181-1-000007-2026.sessao@alicit', 'emp_1.certidao.cndt-@alicit']);
  });
  it('texts of others do not break it', async () => {
    const { propriedades } = await find(naAgenda({ licitacao: { ...LICITACAO, objeto: `${HOSTIL}\nEND:VEVENT\r\nBEGIN:VEVENT; a, b \\ c`.repeat(3), orgao: HOSTIL } }), /sessao/);
    expect(propriedades['SUMMARY']).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});
