import { fold, lettersOf } from '../../kernel/index.js';
import { CAMPOS, evidenciaDoFato, type Fatos } from '../domain/fato.js';
import type { Mudanca } from '../domain/mudanca.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { campoDoTexto } from './campo-do-texto.js';
import { citar, cutTexto } from './citar.js';
import { compareExigencias, type MudancaDeExigencia } from './compare-exigencias.js';
import { findDiferencas } from './find-diferencas.js';
import { formatValor } from './format-valor.js';

export interface VersaoLida {
  readonly texto: TextoEdital;
  readonly fatos: Fatos;
}

/**
 * What changed from one version of an edital to the next: the facts, field by field, the requirements, then the
 * passages that are neither. `semNovidade`: headings that only say that it changed.
 */
export function compareVersoes(antes: VersaoLida, depois: VersaoLida, semNovidade: readonly string[] = []): Mudanca[] {
  const fatos = compareFatos(antes, depois);
  const exigencias = compareExigencias(antes.texto, depois.texto).filter((x) => !fatos.some((f) => isDoFato(x, f)));
  const ditas = [...exigencias.flatMap((x) => x.textos), ...fatos.flatMap((m) => [m.evidenciaDe?.trecho, m.evidenciaPara?.trecho]), ...semNovidade].flatMap((t) => (t ? [lettersOf(t)] : []));
  const trechos = findDiferencas(antes.texto, depois.texto).map((d): Mudanca => ({
    campo: campoDoTexto(fold(`${d.contexto} ${d.de?.texto ?? ''} ${d.para?.texto ?? ''}`)),
    de: d.de && cutTexto(d.de.texto), para: d.para && cutTexto(d.para.texto),
    evidenciaDe: d.de && citar(d.de.documento, d.de.pagina, d.de.texto),
    evidenciaPara: d.para && citar(d.para.documento, d.para.pagina, d.para.texto),
  }));
  return [...fatos, ...exigencias.map((x) => x.mudanca), ...trechos.filter((m) => !isDita(m, ditas) && !fatos.some((f) => saysTheSame(f, m)))];
}

/** The words of a requirement that changed are those that a changed fact quotes. */
function isDoFato({ textos }: MudancaDeExigencia, fato: Mudanca): boolean {
  const citadas = [fato.evidenciaDe, fato.evidenciaPara].flatMap((e) => (e ? [lettersOf(e.trecho)] : []));
  return textos.map(lettersOf).some((t) => citadas.some((c) => t.includes(c) || c.includes(t)));
}

/** The same field going from the same value to the same value, said elsewhere in other words. */
const saysTheSame = (fato: Mudanca, trecho: Mudanca): boolean =>
  fato.campo === trecho.campo && [[fato.de, trecho.de], [fato.para, trecho.para]].every(([valor, texto]) => Boolean(valor && texto?.includes(valor)));

/** A difference whose passage a changed fact already quotes, on either side, is that change. */
function isDita(m: Mudanca, ditas: readonly string[]): boolean {
  return [m.de, m.para].some((t) => {
    const letras = lettersOf(t ?? '');
    return letras.length > 3 && ditas.some((d) => d.includes(letras) || letras.includes(d));
  });
}

/**
 * Fields with another value. Where one version's quote still stands in the other, nothing changed there: the reading
 * fell on another passage.
 */
export function compareFatos(antes: VersaoLida, depois: VersaoLida): Mudanca[] {
  const letrasAntes = lettersOf(antes.texto.texto);
  const letrasDepois = lettersOf(depois.texto.texto);
  return CAMPOS.flatMap((campo): Mudanca[] => {
    const [a, d] = [antes.fatos[campo], depois.fatos[campo]];
    if (JSON.stringify(a.valor) === JSON.stringify(d.valor)) return [];
    const evidenciaDe = a.valor === null ? null : evidenciaDoFato(a);
    const evidenciaPara = d.valor === null ? null : evidenciaDoFato(d);
    const some = evidenciaDe !== null && !letrasDepois.includes(lettersOf(evidenciaDe.trecho));
    const surge = evidenciaPara !== null && !letrasAntes.includes(lettersOf(evidenciaPara.trecho));
    if (!(evidenciaDe && evidenciaPara ? some && surge : some || surge)) return [];
    return [{ campo, de: a.valor === null ? null : formatValor(campo, a.valor), para: d.valor === null ? null : formatValor(campo, d.valor), evidenciaDe, evidenciaPara }];
  });
}
