/** Elements that quote a page: nothing but words inside, `documento` and `pagina` among their attributes. */
const CITA = /<(fato|citacao|multa|impedimento|exigencia)( [^<>]*)>([^<>]+)<\/\1>/g;
const TRECHO = /<trecho id="[^"]*" documento="(D\d+)" pagina="(\d+)">([^<]*)<\/trecho>/g;
const ONDE = /documento="(D\d+)" pagina="(\d+)"/;
/** Shorter quotes may be anywhere by chance. */
const MENOR = 24;

/** A dossier without the words of the quotes that its passages show: the place stays, the words are in the passage of that page. Pure. */
export function dropMostradas(dossie: string, trechos: string): string {
  const paginas = new Map<string, string[]>();
  for (const [, documento, pagina, texto] of trechos.matchAll(TRECHO)) {
    const onde = `${documento} ${pagina}`;
    paginas.set(onde, [...(paginas.get(onde) ?? []), texto!]);
  }
  return dossie.replace(CITA, (inteiro, nome: string, atributos: string, palavras: string) => {
    const [, documento, pagina] = ONDE.exec(atributos) ?? [];
    const mostrada = palavras.length >= MENOR && paginas.get(`${documento} ${pagina}`)?.some((t) => t.includes(palavras));
    return mostrada ? `<${nome}${atributos}/>` : inteiro;
  });
}
