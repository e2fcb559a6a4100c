import type { Secao } from './estrutura.js';
import type { LinhaTexto } from './linhas-texto.js';
import { readTituloSecao, type TituloSecao } from './titulo-secao.js';

/** Text between two titles shorter than this holds no clause: a list of titles or the rows of a table. */
const VAZIO = 60;
const LINHAS_SEGUINTES = 3;
const SALTO_DE_NUMERO = 4;

/**
 * Titled sections: short lines numbered at the first level ("10. DA IMPUGNAÇÃO", "IV – VISITA TÉCNICA", "3. Do
 * objeto" when "3.1" follows), clauses of the contract ("CLÁUSULA SÉTIMA – …") and upper-case titles that begin with
 * "DO/DA/DOS/DAS". Rows of a table of contents or of an item table are not titles.
 */
export function findSecoes(linhas: readonly LinhaTexto[], fim: number, sumarios: readonly { inicio: number; fim: number }[] = []): Secao[] {
  const titulos: Titulo[] = [];
  let ultimo = 0;
  linhas.forEach((l, i) => {
    if (sumarios.some((s) => l.inicio >= s.inicio && l.inicio < s.fim)) return;
    const t = readTituloSecao(l, linhas[i - 1]);
    if (!t) return;
    const aberto = t.numero !== undefined && opensClause(linhas, i, t.numero);
    if (t.precisaDeClausula && !aberto) return;
    if (t.numero !== undefined && !aberto && t.numero !== 1 && (t.numero < ultimo || t.numero > ultimo + SALTO_DE_NUMERO)) return;
    if (t.numero !== undefined) ultimo = t.numero;
    titulos.push({ ...t, linha: l, aberto, titulo: joinTitulo(l, linhas[i + 1]) });
  });
  const secoes = dropListas(titulos);
  return secoes.map((t, i) => ({ titulo: t.titulo, inicio: t.linha.inicio, fim: secoes[i + 1]?.linha.inicio ?? fim }));
}

interface Titulo extends TituloSecao {
  readonly linha: LinhaTexto;
  /** "3.1" stands right under "3. TÍTULO". */
  readonly aberto: boolean;
  readonly titulo: string;
}

const opensClause = (linhas: readonly LinhaTexto[], i: number, n: number): boolean => {
  const primeira = new RegExp(`^0?${n}\\s*\\.\\s*0?1\\b`);
  return linhas.slice(i + 1, i + 1 + LINHAS_SEGUINTES).some((l) => primeira.test(l.dobrado));
};

/** Titles one after the other with nothing between them (three or more) are a list, not sections. */
function dropListas(titulos: readonly Titulo[]): Titulo[] {
  const colado = (a: Titulo | undefined, b: Titulo | undefined): boolean => !!a && !!b && !a.aberto && b.linha.inicio - a.linha.inicio - a.titulo.length < VAZIO;
  return titulos.filter((t, i) => {
    if (t.aberto || t.clausula) return true;
    const [p2, p1, n1, n2] = [titulos[i - 2], titulos[i - 1], titulos[i + 1], titulos[i + 2]];
    return !((colado(p2, p1) && colado(p1, t)) || (colado(p1, t) && colado(t, n1)) || (colado(t, n1) && colado(n1, n2)));
  });
}

/** A title cut by the end of the line goes on in the next when that is in capitals too. */
function joinTitulo(l: LinhaTexto, seguinte: LinhaTexto | undefined): string {
  const t = l.texto.trim();
  const continua = seguinte && /(?:,|\b(?:a|as|o|os|ao|com|d[aeo]s?|e|em|ou|para|por|n[ao]s?))$/.test(l.dobrado) && seguinte.texto.length < 80 && !/\p{Ll}{3}/u.test(seguinte.texto) && /\p{Lu}/u.test(seguinte.texto);
  return (continua ? `${t} ${seguinte.texto.trim()}` : t).slice(0, 160);
}
