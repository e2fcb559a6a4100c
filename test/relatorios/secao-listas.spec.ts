import { describe, expect, it } from '@jest/globals';
import type { Analise } from '../../src/analises/index.js';
import { readListas } from '../../src/editais/index.js';
import { secaoListas } from '../../src/relatorios/secao-listas.js';
import { textoDe } from '../support/texto-edital.js';

const secao = (...paginas: string[]) => secaoListas({ listas: readListas(textoDe(paginas)) } as Analise);

describe('penalties, annexes and uncommon requirements', () => {
  it('shows what is uncommon, each with its proof, and not the usual papers', () => {
    const s = secao('9. DA HABILITAÇÃO\n9.1. Regularidade fiscal\na) Prova de inscrição no CNPJ;\n9.2. Qualificação técnica\na) Certificado ISO 9001 em vigor;\n12. DAS SANÇÕES\n12.1. Pela inexecução total, multa de 45% do valor do contrato.\n13. DOS ANEXOS\n13.1. Integra este edital o Anexo II – Minuta do contrato.');
    const texto = JSON.stringify(s);
    expect(s!.blocos.map((b) => b.tipo)).toEqual(['subtitulo', 'lista', 'subtitulo', 'lista', 'subtitulo', 'lista']);
    for (const dito of ['Certificação técnica', '(item 9.2.a)', 'multa de 45% do contrato', 'passa de 30%', 'Anexo II', 'Minuta do contrato', 'Certificado ISO 9001 em vigor']) expect(texto).toContain(dito);
    expect(texto).not.toContain('CNPJ');
  });

  it('is left out when there is nothing to say, or no lists', () => {
    expect(secao('1. DO OBJETO\n1.1. Compra de café.')).toBeNull();
    expect(secaoListas({} as Analise)).toBeNull();
  });
});
