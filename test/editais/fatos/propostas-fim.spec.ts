import { describe, expect, it } from '@jest/globals';
import { propostasFim } from '../../../src/editais/fatos/propostas-fim.js';
import { sessaoAbertura } from '../../../src/editais/fatos/sessao-abertura.js';
import { readCampo } from '../../support/texto-edital.js';

/** The deadline with the session read first, as the list of definitions does. */
function readPrazo(texto: string) {
  const sessao = readCampo(sessaoAbertura, texto).valor;
  return readCampo(propostasFim, texto, sessao === null ? {} : { sessao_abertura: sessao });
}

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['RECEBIMENTO DAS PROPOSTAS ATÉ: DATA: 22/09/2026 HORÁRIO: 13h40min\nABERTURA: DATA: 22/09/2026 HORÁRIO: 14h', '2026-09-22T13:40:00-03:00'],
  ['Início do recebimento das propostas: 05/03/2026 08:00\nFim do recebimento das propostas: 20/03/2026 08:59\nInício da sessão pública: 20/03/2026 09:00', '2026-03-20T08:59:00-03:00'],
  ['Acolhimento das propostas: das 08h do dia 02/06/2026 até as 08h30 do dia 16/06/2026\nAbertura: 16/06/2026 às 09h', '2026-06-16T08:30:00-03:00'],
  ['Período de recebimento das propostas: 12 de maio até às 16h29min do dia 02 de junho de 2026', '2026-06-02T16:29:00-03:00'],
  ['Cadastramento de propostas: de 10/06/2026 a 24/06/2026 até as 08h59.\nAbertura: 24/06/2026 às 09h00.', '2026-06-24T08:59:00-03:00'],
  ['PERÍODO DE PROPOSTAS\nDe 04/05/2026 às 12:00h Até 11/05/2026 às 7h29min\nPERÍODO DE LANCES\nDia 11/05/2026 das 7h30 às 13h30', '2026-05-11T07:29:00-03:00'],
  ['Data limite para envio das propostas: 10/04/2026 às 17h00', '2026-04-10T17:00:00-03:00'],
  ['DATA DE ENTREGA DOS ENVELOPES: Até o dia 17/11/2026\nHORÁRIO: Até às 8h45min\nDATA DE ABERTURA DOS ENVELOPES: Dia 17/11/2026\nHORÁRIO: Às 9h', '2026-11-17T08:45:00-03:00'],
  ['Data de entrega e abertura dos envelopes: 14 de outubro de 2026 – às 07h:30min', '2026-10-14T07:30:00-03:00'],
  ['As propostas comerciais serão recebidas até as 11:00 horas do dia 05/10/2026, no sistema.', '2026-10-05T11:00:00-03:00'],
  // sent to the session's opening
  ['Sessão pública: 15/06/2026, às 09h.\n4.1 Os licitantes encaminharão, pelo sistema, a proposta com o preço, até a data e o horário estabelecidos para abertura da sessão pública.', '2026-06-15T09:00:00-03:00'],
  ['DATA DE ABERTURA: 15/06/2026 às 09h\n5.1. As propostas deverão ser cadastradas até o horário limite de início da sessão pública.', '2026-06-15T09:00:00-03:00'],
  ['DATA DA SESSÃO: 20/03/2026 às 09h. Os envelopes de proposta deverão ser entregues até a data, hora e local designados neste edital.', '2026-03-20T09:00:00-03:00'],
  // the stated deadline wins over the standard clause
  ['RECEBIMENTO DAS PROPOSTAS: até às 15h20min do dia 08/12/2026.\nABERTURA DA SESSÃO: 15h30min do dia 08/12/2026.\n4.1 A proposta será enviada até a data e o horário estabelecidos para abertura da sessão pública.', '2026-12-08T15:20:00-03:00'],
  // traps
  ['Início do recebimento das propostas: 05/03/2026 às 08h.', null],
  ['Sessão pública: 15/06/2026, às 09h. Até a abertura da sessão, qualquer pessoa poderá impugnar o edital.', null],
  ['Sessão pública: 15/06/2026, às 09h. A proposta readequada será enviada em até 2 (duas) horas.', null],
  ['Os licitantes encaminharão a proposta até a data e o horário estabelecidos para abertura da sessão pública.', null],
];

describe('propostas_fim', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readPrazo(texto).valor).toBe(esperado);
  });

  it('quotes the clause that sends to the session', () => {
    const fato = readPrazo('Sessão pública: 15/06/2026, às 09h.\n\n4.1 A proposta será enviada até a data e o horário estabelecidos para abertura da sessão pública.');
    expect('trecho' in fato && fato.trecho).toMatch(/estabelecidos para abertura da sessão/);
  });
});
