import { describe, expect, it } from '@jest/globals';
import { sessaoAbertura } from '../../../src/editais/fatos/sessao-abertura.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  // date and hour: either order, same line, next line, cells
  ['DATA DA SESSÃO: 14/08/2026\nHORÁRIO: 10h30min (horário de Brasília)\nLOCAL: www.exemplo.org.br', '2026-08-14T10:30:00-03:00'],
  ['A sessão pública deste Pregão será aberta às 14h do dia 3 de setembro de 2026, no sítio indicado.', '2026-09-03T14:00:00-03:00'],
  ['No dia 21/10/2026, às 09:00 (nove horas), será realizada a sessão pública do Pregão Eletrônico.', '2026-10-21T09:00:00-03:00'],
  ['ABERTURA DA SESSÃO PÚBLICA\n09:00 horas\n15/05/2026', '2026-05-15T09:00:00-03:00'],
  ['Horário da sessão: 09h00\nData da sessão: 15/05/2026', '2026-05-15T09:00:00-03:00'],
  ['Data da sessão\n15 de maio de 2026\nHorário\n09:00\nPlataforma\nPortal X', '2026-05-15T09:00:00-03:00'],
  ['Sessão Pública: 10 de março de 2026 (terça-feira), a partir das 08h30min.', '2026-03-10T08:30:00-03:00'],
  ['Data do certame: 10.03.2026 Hora: 13h30', '2026-03-10T13:30:00-03:00'],
  ['1. Data: 12/08/2026 2. Horário: 9h 3. Local: Auditório da Câmara', '2026-08-12T09:00:00-03:00'],
  ['Data/hora da abertura da sessão pública: 09/06/2026 10:00:00', '2026-06-09T10:00:00-03:00'],
  ['Abertura: 30/09/2026, às 9 horas e 30 minutos.', '2026-09-30T09:30:00-03:00'],
  ['CREDENCIAMENTO E ABERTURA DAS PROPOSTAS: às 10h:15min do dia 6 de outubro de 2.026.', '2026-10-06T10:15:00-03:00'],
  // the same schedule under the names of different platforms
  ['ACOLHIMENTO DAS PROPOSTAS: das 08h do dia 02/06/2026 até as 08h do dia 16/06/2026\nABERTURA DAS PROPOSTAS: 16/06/2026 às 08h30\nINÍCIO DA DISPUTA: 16/06/2026 às 09h', '2026-06-16T08:30:00-03:00'],
  ['RECEBIMENTO DAS PROPOSTAS: ATÉ ÀS 08H DO DIA 25/02/2026\nABERTURA DAS PROPOSTAS: DAS 08H01MIN ATÉ ÀS 08H59MIN DO DIA 25/02/2026\nINÍCIO DA SESSÃO DE DISPUTA DE PREÇOS: ÀS 09H DO DIA 25/02/2026', '2026-02-25T09:00:00-03:00'],
  ['Abertura das Propostas 03/04/2026 11:00\nSessão Pública (Lances) 03/04/2026 11:05', '2026-04-03T11:05:00-03:00'],
  ['Data de abertura de propostas: 03/08/2026 às 15h\nRecebimento de propostas: até as 07:44 horas de 27/08/2026\nAbertura das propostas: 07:45 horas de 27/08/2026', '2026-08-27T07:45:00-03:00'],
  ['A abertura da sessão pública, para todos os efeitos, inclusive para o fim de impugnação, inicia-se após o horário limite para o recebimento das propostas, às 11:00 horas do dia 05/10/2026.\nA etapa de lances será aberta das 08:00 às 08:30 do dia 06/10/2026.', '2026-10-05T11:00:00-03:00'],
  ['PERÍODO DE PROPOSTAS\nDe 24/11/2026 às 08h a 27/11/2026 às 14h\nPERÍODO DE LANCES\nDe 27/11/2026 às 14h01 até 27/11/2026 às 20h01', '2026-11-27T14:01:00-03:00'],
  ['O Município torna público que fará realizar, às 09:00 horas do dia 18 de novembro de 2026, licitação na modalidade Concorrência.', '2026-11-18T09:00:00-03:00'],
  ['Os envelopes serão entregues às 13:45 horas do dia 15/06/2026 para abertura no mesmo dia às 14:00 horas.', '2026-06-15T14:00:00-03:00'],
  ['DIA: 9 de junho de 2026.\nHORÁRIO PARA CADASTRO DAS PROPOSTAS: ATÉ 14h29min do dia da sessão.\nHORÁRIO DA ABERTURA DA SESSÃO: 14h30', '2026-06-09T14:30:00-03:00'],
  // retifications
  ['Onde se lê: "Data da sessão: 10/05/2026 às 09h", leia-se: "Data da sessão: 17/05/2026 às 09h".', '2026-05-17T09:00:00-03:00'],
  ['A sessão do dia 12/08/2026 às 9h foi suspensa. DATA DA NOVA SESSÃO PÚBLICA: 20/08/2026 às 9h.', '2026-08-20T09:00:00-03:00'],
  // local time
  ['PREFEITURA DE CAMPO NOVO – ESTADO DE MATO GROSSO\nSessão pública: 10/06/2026 às 09h (horário local).', '2026-06-10T09:00:00-04:00'],
  ['Data da sessão: 10/06/2026 às 09h, horário de Brasília (08h no horário local de Mato Grosso do Sul).', '2026-06-10T09:00:00-03:00'],
  // nothing to read
  ['Data da Sessão: ___/___/2026 às ___h___min', null],
  ['Publicação do edital: 02/03/2026 às 10h. Visita técnica: até 13/03/2026 às 16h. Impugnações: até 12/03/2026 às 18h.', null],
  ['Documento assinado eletronicamente por Fulano em 30/01/2026, às 17:22, conforme horário oficial de Brasília.', null],
  ['A entrega dos medicamentos será feita até as 17h00 do dia 30/06/2026.', null],
  ['Os interessados poderão requerer o credenciamento a partir de 02/03/2026, das 8h às 14h, por 12 meses.', null],
];

describe('sessao_abertura', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(sessaoAbertura, texto).valor).toBe(esperado);
  });

  it('shows two readings when the edital contradicts itself', () => {
    const fato = readCampo(sessaoAbertura, ['DATA DA SESSÃO PÚBLICA: 10/06/2026 às 09h', '3.1. A sessão pública será aberta no dia 11/06/2026 às 09h.']);
    expect(fato.valor).toBe('2026-06-10T09:00:00-03:00');
    expect('alternativas' in fato && fato.alternativas?.map((a) => a.valor)).toEqual(['2026-06-11T09:00:00-03:00']);
  });

  it('says so when the time zone had to be presumed outside UTC−3', () => {
    const fato = readCampo(sessaoAbertura, 'Prefeitura de Ariquemes/RO\nSessão pública: 10/06/2026 às 09h');
    expect(fato.valor).toBe('2026-06-10T09:00:00-03:00');
    expect(fato.nota).toMatch(/fuso/);
  });
});
