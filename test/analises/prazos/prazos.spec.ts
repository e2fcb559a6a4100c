import { describe, expect, it } from '@jest/globals';
import type { Prazo } from '../../../src/analises/domain/analise.js';
import { estadoDe, prazosDe, proximoPrazoDe, readLimiteImpresso } from '../../../src/analises/prazos/index.js';
import { contextoCom, fatosCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

type Parte = Parameters<typeof contextoCom>[0];
const prazo = (id: Prazo['id'], parte: Parte): Prazo => prazosDe(contextoCom(parte)).find((p) => p.id === id)!;
const dias = (p: Prazo): (string | undefined)[] => [p.otimista, p.conservador, p.vinculante].map((x) => x?.slice(0, 16));

describe('impugnação: legal limit of art. 164', () => {
  it.each([
    ['2026-10-13', '2026-10-07', '2026-10-07'],
    ['2026-11-23', '2026-11-17', '2026-11-17'],
    ['2026-04-01', '2026-03-27', '2026-03-27'],
    ['2026-06-09', '2026-06-04', '2026-06-03'],
    ['2026-11-25', '2026-11-19', '2026-11-19'],
    ['2026-10-24', '2026-10-21', '2026-10-21'],
    ['2027-01-04', '2026-12-29', '2026-12-28'],
    ['2026-12-28', '2026-12-22', '2026-12-21'],
  ])('opening %s → %s / %s', (abertura, otimista, conservador) => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: `${abertura}T10:00:00-03:00`, modalidade: 'concorrencia' }, agora: '2026-01-05T10:00:00-03:00' });
    expect(dias(p)).toEqual([`${otimista}T23:59`, `${conservador}T23:59`, `${conservador}T23:59`]);
    expect(p.dispositivo).toContain('164');
    expect(p.conflito === null).toBe(otimista === conservador);
  });

  it('takes five business days for a state company (Lei 13.303, art. 87 § 1º)', () => {
    const p = prazo('impugnacao', { texto: textoDe('Licitação regida pela Lei nº 13.303/2016 e pelo regulamento interno.'), fatos: { sessao_abertura: '2026-11-23T10:00:00-03:00' } });
    expect(p.vinculante).toBe('2026-11-13T23:59:59-03:00');
    expect(p.dispositivo).toContain('87');
  });

  it('counts the holidays of the State of the buyer', () => {
    const p = prazo('impugnacao', { licitacao: { uf: 'TO' }, fatos: { sessao_abertura: '2026-09-10T09:00:00-03:00' } });
    expect(p.vinculante?.slice(0, 10)).toBe('2026-09-03');
  });

  it('has no legal limit in a dispensa, only the one of the aviso', () => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: '2026-11-24T10:00:00-03:00', modalidade: 'dispensa', impugnacao_dias_uteis: 1 } });
    expect(p.otimista).toBeNull();
    expect(p.vinculante).toBe('2026-11-23T23:59:59-03:00');
    expect(p.observacao).toContain('contratação direta');
  });

  it('says why there is no date when the opening is unknown', () => {
    const p = prazo('impugnacao', { fatos: { impugnacao_dias_uteis: 3 } });
    expect([p.vinculante, p.encerrado, p.diasUteisRestantes]).toEqual([null, null, null]);
    expect(p.observacao).toContain('Sem a data de abertura');
  });
});

describe('impugnação: what the edital prints', () => {
  const abertura = { sessao_abertura: '2026-11-24T10:00:00-03:00', impugnacao_dias_uteis: 3 } as const;

  it('binds at the printed hour when it is earlier than the end of the day', () => {
    const p = prazo('impugnacao', { fatos: abertura, texto: '9. DA IMPUGNAÇÃO\n9.1. As impugnações serão recebidas até 3 (três) dias úteis antes da abertura, até as 17h, pela plataforma.' });
    expect(p.impresso).toBe('2026-11-18T17:00:00-03:00');
    expect(p.vinculante).toBe('2026-11-18T17:00:00-03:00');
    expect(p.conflito).toContain('17:00');
  });

  it('reads the day that is written out', () => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: '2026-04-01T11:00:00-03:00' }, texto: 'Os pedidos de esclarecimento e as impugnações poderão ser enviados até 27/03/2026 às 11:00 horas.', agora: '2026-03-01T10:00:00-03:00' });
    expect(p.vinculante).toBe('2026-03-27T11:00:00-03:00');
    expect(prazo('esclarecimento', { fatos: { sessao_abertura: '2026-04-01T11:00:00-03:00' }, texto: 'Os pedidos de esclarecimento e as impugnações poderão ser enviados até 27/03/2026 às 11:00 horas.' }).impresso).toBe('2026-03-27T11:00:00-03:00');
  });

  it('keeps the clock of the edital', () => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: '2026-03-31T08:00:00-04:00' }, agora: '2026-03-26T03:30:00Z' });
    expect(p.vinculante).toBe('2026-03-26T23:59:59-04:00');
    // 03:30 UTC is still 25/03 in Mato Grosso do Sul: one business day is left.
    expect(p.diasUteisRestantes).toBe(1);
  });

  it.each([[5, '2026-11-16', 'encurta o direito'], [2, '2026-11-18', 'só o legal é certo']])('compares %i printed business days with the law', (n, dia, conflito) => {
    const p = prazo('impugnacao', { fatos: { ...abertura, impugnacao_dias_uteis: n } });
    expect(p.vinculante?.slice(0, 10)).toBe(dia);
    expect(p.conflito).toContain(conflito);
  });

  it('counts the larger of two contradictory numbers', () => {
    const fatos = fatosCom(abertura, { impugnacao_dias_uteis: { alternativas: [{ valor: 5, confianca: 0.8, documento: 'edital.pdf', pagina: 2, trecho: 'até 5 (cinco) dias úteis antes' }] } });
    const p = prazo('impugnacao', { fatos });
    expect(p.impresso?.slice(0, 10)).toBe('2026-11-16');
    expect(p.conflito).toContain('5 e 3 dias úteis');
  });

  it('warns of an unnamed business hour and of a Saturday opening', () => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: '2026-10-24T09:00:00-03:00' }, texto: 'A impugnação deve ser protocolada em horário de expediente.' });
    expect(p.observacao).toMatch(/horário de expediente.*véspera|véspera/);
    expect(p.observacao).toContain('24/10/2026, dia sem expediente');
  });

  it('warns that Ash Wednesday was counted', () => {
    const p = prazo('impugnacao', { fatos: { sessao_abertura: '2026-02-20T09:00:00-03:00' }, agora: '2026-02-02T09:00:00-03:00' });
    expect(dias(p).slice(0, 2)).toEqual(['2026-02-17T23:59', '2026-02-13T23:59']);
    expect(p.observacao).toContain('Quarta-feira de Cinzas');
  });
});

describe('printed limits as editais write them', () => {
  const ABERTURA = '2026-05-20';
  it.each<[string, Partial<Record<'dia' | 'hora', string>>]>([
    ['IMPUGNAÇÃO: os pedidos serão aceitos até o dia 15 de maio de 2026.', { dia: '2026-05-15' }],
    ['Data limite para impugnação: 15/05/2026 – 16h30min', { dia: '2026-05-15', hora: '16:30' }],
    ['A impugnação poderá ser feita até às 17:00 horas do dia 15/05/2026, no sistema.', { dia: '2026-05-15', hora: '17:00' }],
    ['8.2. A impugnação será protocolada das 08:00 às 12:00 e das 13:00 às 17:00 horas, no protocolo geral.', { hora: '17:00' }],
    ['8.2. A impugnação será protocolada de segunda a sexta-feira, das 08:00 às 12:00 e 13:00 às 16:30, na Rua das Flores.', { hora: '16:30' }],
    ['8.2. Para esclarecimentos sobre a impugnação, o setor atenderá das 08:00 às 14:00.', {}],
    ['8.2. A impugnação será aceita até 23h59min do último dia do prazo.', {}],
    ['Os pedidos de impugnação deverão ser enviados ao agente de contratação em até 03 (três) dias úteis anteriores à data fixada para abertura da sessão pública – até 14/05/2026, por e-mail.', { dia: '2026-05-14' }],
    ['A resposta à impugnação será divulgada até 15/05/2026.', {}],
    ['Da impugnação cabe decisão. As propostas serão recebidas até 15/05/2026 às 09:00.', {}],
    ['A impugnação será decidida em 3 dias úteis; a sessão vai até as 18h.', {}],
    ['Prazo para impugnação: 01/02/2025', {}],
  ])('%s', (texto, esperado) => {
    const l = readLimiteImpresso(textoDe(texto), 'impugnacao', ABERTURA);
    expect(l.data?.dia).toBe(esperado.dia);
    expect(l.data?.hora ?? l.hora?.hora).toBe(esperado.hora);
  });

  it('sees a protocol that is only on paper', () => {
    expect(readLimiteImpresso(textoDe('As impugnações deverão ser protocoladas, exclusivamente, no Setor de Protocolo da Prefeitura.'), 'impugnacao', null).soFisico).not.toBeNull();
    expect(readLimiteImpresso(textoDe('As impugnações deverão ser enviadas exclusivamente pelo sistema eletrônico.'), 'impugnacao', null).soFisico).toBeNull();
  });
});

describe('proposals, session and state', () => {
  const futuro = '2026-11-10T09:00:00-03:00';
  const passado = '2026-11-02T09:00:00-03:00';
  it.each([
    ['both to come', futuro, futuro, null, 'ABERTA'],
    ['both past', passado, passado, null, 'ENCERRADA'],
    ['they disagree', passado, futuro, null, 'DESCONHECIDO'],
    ['PNCP suspended it', futuro, futuro, 'suspensa', 'SUSPENSA'],
    ['PNCP revoked it', futuro, futuro, 'revogada', 'REVOGADA'],
    ['nothing is known', undefined, null, null, 'DESCONHECIDO'],
  ] as const)('state when %s', (_nome, edital, pncp, situacao, esperado) => {
    const c = contextoCom({ fatos: edital ? { propostas_fim: edital } : {}, licitacao: { encerramentoPropostas: pncp, situacao } });
    expect(estadoDe(c)).toBe(esperado);
  });

  it('binds the earlier of edital and PNCP, and is over only when both are', () => {
    const p = prazo('propostas', { fatos: { propostas_fim: passado }, licitacao: { encerramentoPropostas: futuro } });
    expect(p.vinculante).toBe(passado);
    expect(p.encerrado).toBeNull();
    expect(p.conflito).toContain('PNCP');
    expect(prazo('propostas', { fatos: { propostas_fim: futuro }, licitacao: { encerramentoPropostas: '2026-11-10T12:00:00Z' } }).conflito).toBeNull();
  });

  it('names the next deadline', () => {
    const prazos = prazosDe(contextoCom({ fatos: { sessao_abertura: '2026-11-24T10:00:00-03:00', propostas_fim: '2026-11-24T09:00:00-03:00' }, agora: '2026-11-19T10:00:00-03:00' }));
    expect(prazos.find((p) => p.id === 'impugnacao')?.encerrado).toBe(true);
    expect(proximoPrazoDe(prazos)).toBe('propostas');
  });
});

describe('visit and what follows the session', () => {
  it.each<[string, string | null]>([
    ['A vistoria poderá ser feita até 2 (dois) dias úteis antes da abertura da sessão.', '2026-11-19T23:59:59-03:00'],
    ['A visita técnica será agendada e realizada até o dia útil anterior à data da sessão.', null],
    ['A vistoria ocorrerá até o último dia útil anterior à sessão.', '2026-11-23T23:59:59-03:00'],
    ['A visita técnica poderá ser realizada até 18/11/2026, às 12h.', '2026-11-18T12:00:00-03:00'],
    ['As visitas técnicas serão agendadas na Secretaria de Obras, até 02 (dois) dias úteis que antecede à data limite para entrega dos envelopes.', '2026-11-19T23:59:59-03:00'],
    ['A visita deverá ser marcada até 24 (vinte e quatro) horas antes da sessão.', '2026-11-23T23:59:59-03:00'],
  ])('%s', (texto, esperado) => {
    const p = prazo('vistoria', { fatos: { sessao_abertura: '2026-11-24T10:00:00-03:00', visita_tecnica: 'facultativa' }, texto });
    expect(p.vinculante).toBe(esperado ?? '2026-11-23T23:59:59-03:00');
  });

  it('has no visit where the edital asks for none', () => {
    expect(prazo('vistoria', { fatos: { visita_tecnica: 'nao_exige' } })).toBeUndefined();
  });

  it('shows the appeal with its safe limit first, and binds nothing', () => {
    const p = prazo('recurso', { fatos: { sessao_abertura: '2026-10-09T09:00:00-03:00' } });
    expect([p.conservador?.slice(0, 10), p.otimista?.slice(0, 10), p.vinculante, p.conflito]).toEqual(['2026-10-15', '2026-10-16', null, null]);
    expect(p.observacao).toContain('Guie-se pela data mais cedo');
  });

  it.each(['dispensa', 'inexigibilidade'] as const)('has no appeal in direct contracting: %s', (modalidade) => {
    for (const id of ['recurso', 'contrarrazoes'] as const) expect(prazo(id, { fatos: { sessao_abertura: '2026-10-09T09:00:00-03:00', modalidade } })).toBeUndefined();
  });

  it('gives ME/EPP five business days, and larger companies none', () => {
    const fatos = { sessao_abertura: '2026-10-29T09:00:00-03:00' } as const;
    expect(prazo('regularizacao_me_epp', { fatos, empresa: { porte: 'epp' } }).conservador?.slice(0, 10)).toBe('2026-11-06');
    expect(prazo('regularizacao_me_epp', { fatos, empresa: { porte: 'demais' } })).toBeUndefined();
  });
});
