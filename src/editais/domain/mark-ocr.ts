import type { Evidencia } from '../../kernel/index.js';
import type { DocumentoLido } from './documento.js';
import { CAMPOS, type Fato, type FatoLido, type Fatos } from './fato.js';
import type { ItemEdital } from './item.js';

/** Confidence of the OCR of a page; undefined for native text. */
type OcrEm = (evidencia: Pick<Evidencia, 'documento' | 'pagina'>) => number | undefined;

const AVISO = 'Lido por OCR';

/** Which pages of these documents were read by OCR, and how surely. */
export function findOcr(documentos: readonly DocumentoLido[]): OcrEm {
  const porDocumento = new Map<string, Map<number, number>>();
  for (const { nome, paginas } of documentos) {
    const doOcr = paginas.filter((p) => p.origem === 'ocr');
    if (doOcr.length) porDocumento.set(nome, new Map(doOcr.map((p) => [p.numero, p.confiancaOcr ?? 0])));
  }
  return ({ documento, pagina }) => porDocumento.get(documento)?.get(pagina);
}

/**
 * Facts whose quote stands on a page read by OCR say so, and are as much less sure as the page is. A quote that already
 * says it (of an errata) is believed. Pure.
 */
export function markFatos(fatos: Fatos, ocrEm: OcrEm): Fatos {
  return Object.fromEntries(CAMPOS.map((campo) => [campo, markFato(fatos[campo], ocrEm)])) as unknown as Fatos;
}

function markFato(f: Fato, ocrEm: OcrEm): Fato {
  if (f.valor === null) return f.evidencia ? { ...f, evidencia: markEvidencia(f.evidencia, ocrEm) } : f;
  if (f.corrigido) return f;
  const ocr = f.ocr ?? ocrEm(f);
  if (ocr === undefined) return f;
  const aviso = `${AVISO} (confiança da página: ${Math.round(ocr * 100)} %): confira na página ${f.pagina}.`;
  const { alternativas } = f;
  return {
    ...f, ocr, confianca: Math.round(f.confianca * ocr * 100) / 100, nota: f.nota ? `${f.nota} ${aviso}` : aviso,
    ...(alternativas ? { alternativas: alternativas.map((a) => markEvidencia(a, ocrEm)) } : {}),
  } satisfies FatoLido;
}

/** Rows whose quote stands on a page read by OCR say so. Pure. */
export const markItens = (itens: readonly ItemEdital[], ocrEm: OcrEm): readonly ItemEdital[] => itens.map((i) => ({ ...i, evidencia: markEvidencia(i.evidencia, ocrEm) }));

function markEvidencia<E extends Evidencia>(e: E, ocrEm: OcrEm): E {
  const ocr = ocrEm(e);
  return ocr === undefined ? e : { ...e, ocr };
}
