import { describe, expect, it } from '@jest/globals';
import { plataforma } from '../../../src/editais/fatos/plataforma.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['LOCAL: www.bnc.org.br', 'www.bnc.org.br'],
  ['PLATAFORMA ELETRÔNICA: https://bllcompras.com/', 'bllcompras.com'],
  ['Local da Sessão: Portal de Compras Públicas', 'Portal de Compras Públicas'],
  ['A sessão pública será realizada no site https://www.licitanet.com.br/ conforme abaixo.', 'www.licitanet.com.br'],
  ['previamente credenciados no SICAF e no Sistema de Compras do Governo Federal (www.gov.br/compras).', 'www.gov.br/compras'],
  ['ENDEREÇO ELETRÔNICO: https://compras.estado.gov.br', 'compras.estado.gov.br'],
  ['O pregão será realizado na plataforma Licitações-e, www.licitacoes-e.com.br, do Banco do Brasil.', 'www.licitacoes-e.com.br'],
  ['Site: http://www.portaldecompras.zz.gov.br/\nAcesso com senha ao sistema, no endereço eletrônico http://e-lic.zz.gov.br.', 'e-lic.zz.gov.br'],
  ['O edital estará disponível no sítio www.serranova.mg.gov.br e no PNCP (www.pncp.gov.br).', null],
  ['Impugnações ao e-mail licita@bnc.org.br.', null],
  ['Processador de 2.9GHZ, conforme o sistema operacional.', null],
  ['A autenticidade pode ser conferida em www.planalto.gov.br.', null],
];

describe('plataforma', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(plataforma, texto).valor).toBe(esperado);
  });

  it('does not apply to a tender in person', () => {
    expect(readCampo(plataforma, 'Dúvidas pelo site www.bnc.org.br', { forma: 'presencial' })).toMatchObject({ valor: null, ausencia: 'nao_se_aplica' });
  });
});
