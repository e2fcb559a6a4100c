import { lettersOf, squeeze } from '../../kernel/index.js';
import type { LinhaTexto } from '../domain/linhas-texto.js';
import type { TextoEdital } from '../domain/texto-edital.js';

/** A stretch of lines that one version has and the other has not. */
export interface TrechoDiferente {
  readonly documento: string;
  readonly pagina: number;
  readonly texto: string;
}

/** A passage that changed: `de` null when it is new, `para` null when it was taken out. */
export interface Diferenca {
  readonly de: TrechoDiferente | null;
  readonly para: TrechoDiferente | null;
  /** The line before it, the same in both: says what it is about. */
  readonly contexto: string;
}

const MAX_DIFERENCAS = 60;
/** Above this share of lines that differ the text was laid out anew, and lines tell nothing. */
const MAX_PARTE = 0.35;
/** And above this many, whatever their share: no retificação changes so much. */
const MAX_LINHAS = 3000;

interface Bloco extends TrechoDiferente {
  readonly ancora: string;
  readonly contexto: string;
}

/** Passages that differ between two versions, line by line, paired where they follow the same line. */
export function findDiferencas(antes: TextoEdital, depois: TextoEdital): Diferenca[] {
  const [a, d] = [toChaves(antes), toChaves(depois)];
  const [soAntes, soDepois] = [onlyIn(a, d), onlyIn(d, a)];
  if (soAntes.size > Math.min(MAX_LINHAS, a.length * MAX_PARTE) || soDepois.size > Math.min(MAX_LINHAS, d.length * MAX_PARTE)) return [];
  const novos = toBlocos(depois, d, soDepois);
  const saida: Diferenca[] = [];
  for (const de of toBlocos(antes, a, soAntes)) {
    const i = novos.findIndex((n) => n.ancora === de.ancora);
    const para = i < 0 ? null : novos.splice(i, 1)[0]!;
    saida.push({ de: strip(de), para: para && strip(para), contexto: de.contexto });
  }
  saida.push(...novos.map((n) => ({ de: null, para: strip(n), contexto: n.contexto })));
  return saida.slice(0, MAX_DIFERENCAS);
}

const strip = ({ documento, pagina, texto }: Bloco): TrechoDiferente => ({ documento, pagina, texto });

/** Letters and digits of each line; a line without any (a dash, a page number alone) counts for nothing. */
const toChaves = (t: TextoEdital): string[] => t.linhas.map((l) => lettersOf(l.texto)).map((k) => (/^\d{0,3}$/.test(k) ? '' : k));

/** Indexes of the lines of `a` for which `b` has no equal left. */
function onlyIn(a: readonly string[], b: readonly string[]): Set<number> {
  const restam = new Map<string, number>();
  for (const k of b) restam.set(k, (restam.get(k) ?? 0) + 1);
  const so = new Set<number>();
  a.forEach((k, i) => {
    const n = restam.get(k) ?? 0;
    if (n) restam.set(k, n - 1);
    else if (k) so.add(i);
  });
  return so;
}

function toBlocos(t: TextoEdital, chaves: readonly string[], so: ReadonlySet<number>): Bloco[] {
  const blocos: Bloco[] = [];
  for (let i = 0; i < t.linhas.length; i++) {
    if (!so.has(i)) continue;
    let fim = i;
    const pagina = t.paginaEm(t.linhas[i]!.inicio);
    while (so.has(fim + 1) && t.paginaEm(t.linhas[fim + 1]!.inicio) === pagina) fim++;
    const anterior = lastCommon(chaves, so, i);
    const texto = squeeze(t.linhas.slice(i, fim + 1).map((l: LinhaTexto) => l.texto).join(' '));
    blocos.push({ documento: pagina.documento, pagina: pagina.pagina, texto, ancora: anterior < 0 ? '' : chaves[anterior]!, contexto: anterior < 0 ? '' : t.linhas[anterior]!.texto });
    i = fim;
  }
  return blocos;
}

function lastCommon(chaves: readonly string[], so: ReadonlySet<number>, i: number): number {
  let k = i - 1;
  while (k >= 0 && (so.has(k) || !chaves[k])) k--;
  return k;
}
