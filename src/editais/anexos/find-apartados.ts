import type { TextoEdital } from '../domain/texto-edital.js';
import { fold } from '../../kernel/index.js';

/** A heading that only sends the reader elsewhere: "ANEXO I – TERMO DE REFERÊNCIA (em documento à parte)". */
export interface AnexoApartado {
  readonly id: string;
  readonly nome: string;
  readonly inicio: number;
  readonly fim: number;
}

const TITULO = /^\W{0,3}anexo\s+(?:n[ºo.]?\s*)?(?<id>[ivx]{1,5}|\d{1,2}|unico)\b/;
const APARTE = /\b(?:documentos?|arquivos?|volumes?|cadernos?)\s+(?:a\s+parte|apartados?|separados?|proprios?|anexos?)\b|\bdisponivel\s+em\s+(?:arquivo|documento)\b/;
/** Heading, name of the annex and the remark. */
const LINHAS = 4;
/** Studies bind nobody: their absence is no gap. */
const DISPENSAVEL = /estudo\s+tecnico|\betp\b/;
const TERMO = /termo\s+de\s+referencia|projeto\s+basico/;

/** Annexes said to be in another file when no such file was read. */
export function findApartados(t: TextoEdital): readonly AnexoApartado[] {
  const nomes = t.partes.map((p) => fold(p.documento.nome));
  const temTr = t.partes.some((p) => p.regiao === 'tr');
  return t.linhas.flatMap((l, i) => {
    const id = TITULO.exec(l.dobrado)?.groups?.['id'];
    if (id === undefined) return [];
    const vizinhas = t.linhas.slice(i, i + LINHAS);
    const fim = vizinhas.findIndex((x) => APARTE.test(x.dobrado));
    if (fim < 0) return [];
    const texto = vizinhas.slice(0, fim + 1).map((x) => x.dobrado).join(' ');
    if (DISPENSAVEL.test(texto) || (TERMO.test(texto) && temTr) || nomes.some((n) => new RegExp(String.raw`anexo[\s_-]*${id}(?![a-z\d])`).test(n))) return [];
    return [{ id, nome: `Anexo ${id.toUpperCase()}${TERMO.test(texto) ? ' (termo de referência)' : ''}`, inicio: l.inicio, fim: vizinhas[fim]!.fim }];
  });
}
