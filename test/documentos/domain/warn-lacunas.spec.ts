import { describe, expect, it } from '@jest/globals';
import { warnLacunas } from '../../../src/documentos/domain/warn-lacunas.js';
import { cndt } from '../../support/papeis/fiscais.js';
import { lerComoTexto } from '../ler-papel.js';

describe('warnLacunas', () => {
  const papel = lerComoTexto(cndt())[0]!;

  it('says which pages were not read and why, at most ten by number', () => {
    const paginas = Array.from({ length: 30 }, (_, i) => i + 21);
    const { avisos } = warnLacunas(papel, [{ documento: 'a.pdf', codigo: 'limite_ocr', motivo: 'Além do limite.', paginas }, { documento: 'a.pdf', codigo: 'pagina_corrompida', motivo: 'Corrompida.', paginas: [3] }]);
    expect(avisos.slice(papel.avisos.length)).toEqual([
      { codigo: 'paginas_nao_lidas', mensagem: 'Nem todo o arquivo foi lido (páginas 21, 22, 23, 24, 25, 26, 27, 28, 29, 30…). Além do limite.' },
      { codigo: 'paginas_nao_lidas', mensagem: 'Nem todo o arquivo foi lido (página 3). Corrompida.' },
    ]);
  });

  it('changes nothing when all was read', () => expect(warnLacunas(papel, [])).toBe(papel));
});
