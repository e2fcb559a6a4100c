import { describe, expect, it } from '@jest/globals';
import { consorcio } from '../../../src/editais/fatos/consorcio.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, 'permitido' | 'vedado' | null][] = [
  ['3.4. Não será admitida a participação de empresas reunidas em consórcio neste certame.', 'vedado'],
  ['3.5 - É vedada a participação de consórcios, qualquer que seja a sua forma de constituição.', 'vedado'],
  ['4.2. A participação de consórcio de empresas não será permitida, dada a simplicidade do objeto.', 'vedado'],
  ['2.8. Não poderão participar desta licitação:\na) empresas suspensas de licitar;\nb) sociedades cooperativas;\nc) pessoas jurídicas reunidas em consórcio;', 'vedado'],
  ['2.6. Estão impedidos de participar da disputa:\n2.6.1. os declarados inidôneos;\n2.6.2. os interessados que se apresentem constituídos na forma de consórcio.', 'vedado'],
  ['5.1. Nesta contratação não se admitirá a formação de consórcio entre as proponentes.', 'vedado'],
  ['Consórcios: vedados, conforme justificativa do item 9 do estudo técnico.', 'vedado'],
  ['6.1. Será permitida a participação de pessoas jurídicas organizadas em consórcio, limitado a três integrantes.', 'permitido'],
  ['6.2. Poderão participar desta concorrência empresas isoladas ou reunidas em consórcio.', 'permitido'],
  ['6.3. Admite-se a participação de empresas em consórcio, na forma do art. 15 da Lei nº 14.133/2021.', 'permitido'],
  ['Participação de consórcio: será admitida.', 'permitido'],
  ['6.4. É admitida a participação de licitantes em consórcio, vedada a participação da consorciada em mais de um consórcio ou de forma isolada.', 'permitido'],
  ['9.3. Quando permitida a participação de consórcio de empresas, a habilitação técnica será feita pelo somatório dos quantitativos.', null],
  ['2.5. Não poderá disputar a empresa que, isoladamente ou em consórcio, seja responsável pelo projeto básico.', null],
  ['1.1. O Consórcio Público Intermunicipal de Saúde do Vale torna público que realizará pregão.', null],
  ['12.1. Será permitida a adesão à ata pelos municípios integrantes do consórcio público gerenciador.', null],
  ['9.4. Caso seja admitido consórcio, haverá acréscimo de 10% sobre os valores exigidos.', null],
  ['10.2. É vedada a transferência do objeto a terceiros, ainda que sob a forma de consórcio informal.', null],
];

describe('consorcio', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(consorcio, texto).valor).toBe(esperado);
  });

  it('lets the body of the edital prevail and keeps what an annex says', () => {
    const fato = readCampo(consorcio, ['3.1. Será admitida a participação de empresas reunidas em consórcio.', 'ANEXO I\nTERMO DE REFERÊNCIA\n8.1. Não será admitida a participação de empresas em consórcio.']);
    expect(fato.valor).toBe('permitido');
    expect(fato).toMatchObject({ alternativas: [{ valor: 'vedado', pagina: 2 }] });
  });
});
