import { describe, expect, it } from '@jest/globals';
import { visitaTecnica } from '../../../src/editais/fatos/visita-tecnica.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['11.1. A visita técnica é facultativa e poderá ser agendada até dois dias antes da sessão.', 'facultativa'],
  ['A VISTORIA NÃO É OBRIGATÓRIA, mas o licitante não poderá alegar desconhecimento do local.', 'facultativa'],
  ['5.3 Os interessados poderão visitar o local da obra mediante agendamento; a vistoria é acompanhada por servidor.', 'facultativa'],
  ['8.2. O licitante deve atestar que conhece o local, assegurado a ele o direito de realização de vistoria prévia.', 'facultativa'],
  ['9.4 Atestado de visita técnica ou declaração formal de pleno conhecimento das condições do local.', 'facultativa'],
  ['4.7. Caso a proponente opte por não realizar a vistoria, apresentará declaração assinada pelo responsável técnico.', 'facultativa'],
  ['10.1 Recomenda-se aos licitantes a realização de visita técnica prévia ao local dos serviços.', 'facultativa'],
  ['6.5. A visita técnica não constitui condição para participação no certame.', 'facultativa'],
  ['6.1. A visita técnica é obrigatória e será realizada pelo responsável técnico da licitante, sob pena de inabilitação.', 'obrigatoria'],
  ['6.1. A licitante deverá obrigatoriamente realizar visita técnica ao local da obra até 48 horas antes da sessão.', 'obrigatoria'],
  ['8. DA HABILITAÇÃO\n8.4. Atestado de visita técnica emitido pela Secretaria de Obras, a ser entregue pela licitante.', 'obrigatoria'],
  ['4.28. Não há necessidade de realização de avaliação prévia do local de execução dos serviços.', 'nao_exige'],
  ['3.9 Não será exigida vistoria para participação nesta licitação.', 'nao_exige'],
  ['Visita técnica: não se aplica ao objeto desta licitação.', 'nao_exige'],
  ['4.1. As empresas interessadas deverão realizar visita técnica ao local da obra.\n4.2. A licitante que não realizar a visita apresentará declaração de que conhece o local.', 'facultativa'],
  ['Caso a licitante não opte pela vistoria, será exigida declaração de conhecimento do local.', 'facultativa'],
  ['Vistoria\n4.3. Dispensa-se a realização de vistoria prévia ao local.', 'nao_exige'],
  ['VISITA TÉCNICA: SIM, OBRIGATÓRIA', 'obrigatoria'],
  ['8.13. Caso o Termo de Referência exija a realização de vistoria, o licitante deverá comprová-la.', null],
  ['12.3. O recebimento definitivo ocorrerá após prazo de observação ou vistoria que comprove a adequação do objeto da licitação.', null],
  ['Execução de poços de visita em concreto, conforme a proposta.', null],
  ['15.2. A contratada realizará visitas técnicas mensais de manutenção preventiva.', null],
  ['A contratante poderá realizar vistorias nas instalações da contratada a qualquer tempo.', null],
  ['7.1. A empresa apresentará o laudo de vistoria do corpo de bombeiros na habilitação.', null],
  ['A Comissão poderá realizar visita técnica às instalações da licitante para conferir a proposta.', null],
  ['O consultor poderá realizar visitas técnicas in loco durante o projeto.', null],
  ['A empresa vencedora da licitação deverá realizar visita técnica para levantamento de medidas.', null],
  ['Fica vedado à contratada usar o nome do órgão em cartões de visita.', null],
];

describe('visita_tecnica', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(visitaTecnica, texto).valor).toBe(esperado);
  });

  it('reads the choice in another item than the document', () => {
    const texto = [
      '8. DA HABILITAÇÃO\n8.4. Atestado de visita técnica ao local dos serviços, emitido pelo órgão à licitante.',
      '11. DA VISITA\n11.1. A visita técnica será opcional e o licitante que não a fizer declarará conhecer o local.',
    ].join('\n');
    const fato = readCampo(visitaTecnica, texto);
    expect(fato.valor).toBe('facultativa');
    expect('alternativas' in fato).toBe(false);
  });

  it('shows both readings when the edital says it is mandatory and optional', () => {
    const texto = '5.1. A visita técnica é obrigatória para todos os licitantes.\n\n9.2. A visita técnica é facultativa aos licitantes.';
    const fato = readCampo(visitaTecnica, texto);
    expect('alternativas' in fato && fato.alternativas?.[0]?.valor).toBe('obrigatoria');
    expect(fato.nota).toMatch(/^CONFLITO/);
    expect('confianca' in fato && fato.confianca).toBeLessThan(0.9);
  });
});
