import { describe, expect, it } from '@jest/globals';
import type { DocumentoLido } from '../../../src/editais/domain/documento.js';
import { CAMPOS, type Fato, type Fatos } from '../../../src/editais/domain/fato.js';
import type { ItemEdital } from '../../../src/editais/domain/item.js';
import { findOcr, markFatos, markItens } from '../../../src/editais/domain/mark-ocr.js';
import { TextoEdital } from '../../../src/editais/domain/texto-edital.js';

const documento: DocumentoLido = {
  nome: 'edital.pdf', sha256: '0'.repeat(64), tipo: 'pdf', bytes: 1, totalPaginas: 2, naoLido: [], versaoLeitor: '1',
  paginas: [
    { numero: 1, texto: 'EDITAL DE PREGÃO ELETRÔNICO Nº 17/2026', linhas: [], origem: 'nativo' },
    { numero: 2, texto: 'O prazo de pagamento será de 30 dias.', linhas: [], origem: 'ocr', confiancaOcr: 0.9 },
  ],
};
const ocrEm = findOcr([documento]);
const fato = (pagina: number, mais: object = {}): Fato => ({ campo: 'pagamento_prazo', valor: { n: 30, unidade: 'dias' }, documento: 'edital.pdf', pagina, trecho: 'prazo de 30 dias', confianca: 0.8, ...mais }) as Fato;
const marked = (f: Fato): Fato => markFatos({ ...ausentes, pagamento_prazo: f } as unknown as Fatos, ocrEm).pagamento_prazo;
const ausentes = Object.fromEntries(CAMPOS.map((campo) => [campo, { campo, valor: null, ausencia: 'nao_encontrado' }]));

describe('what stands on a page read by OCR', () => {
  it('says so, and is as much less sure', () => {
    expect(marked(fato(2))).toMatchObject({ ocr: 0.9, confianca: 0.72, nota: 'Lido por OCR (confiança da página: 90 %): confira na página 2.' });
    expect(marked(fato(2, { nota: 'Só para o lote 1.' }))).toMatchObject({ nota: 'Só para o lote 1. Lido por OCR (confiança da página: 90 %): confira na página 2.' });
    expect(marked(fato(2, { alternativas: [{ ...fato(2), pagina: 2 }, { ...fato(1), pagina: 1 }] }))).toMatchObject({ alternativas: [{ ocr: 0.9 }, expect.not.objectContaining({ ocr: 0.9 })] });
  });

  it('is left alone when the page has text of its own, or a person gave it', () => {
    for (const f of [fato(1), fato(2, { corrigido: { por: 'x' } })]) expect(marked(f)).toBe(f);
  });

  it('says it of what the document denies', () => {
    const negado = { campo: 'pagamento_prazo', valor: null, ausencia: 'nao_exige', evidencia: { documento: 'edital.pdf', pagina: 2, trecho: 'não haverá' } } as unknown as Fato;
    expect(marked(negado)).toMatchObject({ evidencia: { ocr: 0.9 } });
  });

  it('is told of rows and of every quote of the text', () => {
    const item = { numero: '1', evidencia: { documento: 'edital.pdf', pagina: 2, trecho: 'x' } } as ItemEdital;
    expect(markItens([item, { ...item, evidencia: { ...item.evidencia, pagina: 1 } }], ocrEm).map((i) => i.evidencia.ocr)).toEqual([0.9, undefined]);
    const t = new TextoEdital([{ documento, regiao: 'edital' }]);
    expect(t.trechoEm(0, 20)).not.toHaveProperty('ocr');
    const i = t.texto.indexOf('prazo de pagamento');
    expect(t.trechoEm(i, i + 18)).toMatchObject({ pagina: 2, ocr: 0.9 });
  });
});
