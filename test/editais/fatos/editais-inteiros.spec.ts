import { describe, expect, it } from '@jest/globals';
import type { Campo } from '../../../src/editais/domain/fato.js';
import { readFatos } from '../../../src/editais/fatos/index.js';
import { textoDe } from '../../support/texto-edital.js';
import { CONFLITOS } from './frases/conflitos.js';
import { EDITAIS_ESTADUAIS } from './frases/editais-estaduais.js';
import { EDITAIS_COM_FOLHA } from './frases/editais-folhas.js';
import { EDITAIS_DE_OUTROS_RITOS } from './frases/editais-ritos.js';
import { EDITAIS } from './frases/editais.js';

describe('whole notices of kinds that no fixture has', () => {
  it.each([...EDITAIS, ...EDITAIS_ESTADUAIS, ...CONFLITOS, ...EDITAIS_COM_FOLHA, ...EDITAIS_DE_OUTROS_RITOS].map((e) => [e.tipo, e] as const))('%s', (_, { paginas, esperado }) => {
    const fatos = readFatos(textoDe(paginas));
    expect(Object.fromEntries(Object.keys(esperado).map((c) => [c, fatos[c as Campo].valor]))).toEqual(esperado);
  });

  it('keeps the reading of the draft beside the one of the notice', () => {
    const fatos = readFatos(textoDe(CONFLITOS.find((e) => e.tipo.startsWith('edital e minuta'))!.paginas));
    expect(fatos.pagamento_prazo).toMatchObject({ valor: { n: 30 }, alternativas: [{ valor: { n: 10, unidade: 'dias_uteis' }, pagina: 3 }], nota: expect.stringMatching(/^CONFLITO/) as unknown });
    expect(fatos.subcontratacao).toMatchObject({ valor: 'vedada', alternativas: [{ valor: 'permitida', pagina: 3 }] });
  });
});
