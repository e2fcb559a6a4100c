const NUMERO = /^\s*(\d{1,2}(?:\.\d{1,3}){0,5})\.?\s*[-–).]?\s/;
const LISTA = /^\s*(?:[a-z]\.?\d{0,2}\s?[).]|[IVXLivxl]{1,6}\s*[-–.)]|[-–•])/;
const INTRODUZ = /:\s*$/;
const FRASE = 300;

interface Passo {
  readonly numero: string;
  readonly texto: string;
}

/**
 * Reads the clauses of a document in order and says what introduces each: the sentence ending in ":" of the item it is
 * numbered under ("13.3. O objeto será recebido:" → 13.3.1, 13.3.2) or of the list it belongs to ("a)", "II -"). A page
 * does not end it, even one that opens with the rest of a sentence; a new section or plain text does.
 */
export function createTrilha(): (texto: string, secao: string, abrePagina: boolean) => string {
  let passos: readonly Passo[] = [];
  let secaoAtual = '';
  return (texto, secao, abrePagina) => {
    if (secao !== secaoAtual) passos = [];
    secaoAtual = secao;
    const numero = NUMERO.exec(texto)?.[1] ?? '';
    const lista = LISTA.test(texto);
    if (numero) passos = passos.filter((p) => isUnder(numero, p.numero));
    const contexto = numero || lista || !abrePagina ? (passos.at(-1)?.texto ?? '') : '';
    if (!numero && !lista && !abrePagina) passos = [];
    if (INTRODUZ.test(texto)) passos = [...passos, { numero: lastNumber(texto) || numero, texto: texto.slice(-FRASE) }];
    return contexto;
  };
}

/** 13.3.1 stands under 13.3; 13.3.1.2 is too far below for what introduces 13.3 to be about it. */
const isUnder = (numero: string, pai: string): boolean => pai !== '' && numero.startsWith(`${pai}.`) && !numero.slice(pai.length + 1).includes('.');

/** A heading and the item under it can be one clause: the item's number is the last at the start of a line. */
function lastNumber(texto: string): string {
  const numeros = [...texto.matchAll(/(?:^|\n)\s*(\d{1,2}(?:\.\d{1,3}){1,5})\.?\s/g)];
  return numeros.at(-1)?.[1] ?? '';
}
