import { findAchados } from '../../editais/index.js';
import { fold } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { findApartados } from './anexos-apartados.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { citar } from './trechos.js';

const CITADO = /\banexos?\s+(?:n[ºo.]?\s*)?(?<id>[ivx]{1,5}|\d{1,2}|unico)\b(?!\s*(?:da|do)\s+(?:lei|decreto|portaria|resolucao|in\b|instrucao|nr))/;
/** Mentions below this are not worth a warning: a stray reference. */
const MENCOES = 2;
const ROMANOS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/**
 * Annexes the edital cites and that are not among the files read. Only the platform tells whether they were published:
 * the município of up to 20 thousand may publish elsewhere until 01/04/2027 (art. 176). So never more than not measurable.
 */
export const anexosCitados: Regra = {
  id: 'anexos_art25', titulo: 'Anexos citados e ausentes', dispositivo: 'arts. 25, § 3º, e 54 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133', '13303'],
  verificar: (c) => {
    const faltam = missingAnexos(c);
    if (!faltam.length) return null;
    const evidencias = faltam.flatMap((f) => f.evidencia ?? []).slice(0, 3);
    const nomes = faltam.map((f) => f.nome).join(', ');
    return { resultado: 'nao_aferivel', motivo: `O edital cita anexo que não está nos arquivos lidos: ${nomes}. Se não foi publicado, a publicidade do edital foi violada.`, valor: nomes, evidencias, sugestao: `Baixar ou pedir: ${nomes}.` };
  },
};

interface AnexoAusente {
  readonly nome: string;
  readonly evidencia: ReturnType<typeof citar>;
}

function missingAnexos(c: Contexto): AnexoAusente[] {
  const apartados: AnexoAusente[] = [];
  const citados = new Map<number | 'unico', { n: number; inicio: number; fim: number; nome: string }>();
  for (const a of findAchados(c.texto, CITADO, { regioes: ['edital'] })) {
    const id = numeroDe(a.nome['id'] ?? '');
    if (id === null) continue;
    const x = citados.get(id);
    citados.set(id, x ? { ...x, n: x.n + 1 } : { n: 1, inicio: a.inicio, fim: a.fim, nome: `Anexo ${(a.nome['id'] ?? '').toUpperCase()}` });
  }
  const presentes = presentesEm(c);
  for (const f of findApartados(c)) {
    const id = numeroDe(f.id);
    if (id === null) continue;
    presentes.delete(id);
    apartados.push({ nome: f.nome, evidencia: citar(c.texto, f.inicio, f.fim) });
    citados.delete(id);
  }
  // One single annex recognised at most: the headings of this edital are not understood, nothing can be said.
  if (presentes.size < 1) return apartados;
  return [...apartados, ...[...citados].filter(([id, x]) => !presentes.has(id) && x.n >= MENCOES).sort(([a], [b]) => Number(a) - Number(b)).map(([, x]) => ({ nome: x.nome, evidencia: citar(c.texto, x.inicio, x.fim) }))];
}

/** Annexes with a heading in the text (whatever the layout: a line that begins with the name) or a file of their own. */
function presentesEm(c: Contexto): Set<number | 'unico'> {
  const presentes = new Set<number | 'unico'>();
  const add = (texto: string): void => {
    const id = /^\W{0,3}anexos?[\s_-]+(?:n[ºo.]?\s*)?([ivx]{1,5}|\d{1,2}|unico)\b/.exec(texto)?.[1];
    const n = id === undefined ? null : numeroDe(id);
    if (n !== null) presentes.add(n);
  };
  for (const r of c.texto.regioes) add(r.titulo);
  for (const l of c.texto.linhas) if (c.texto.regiaoEm(l.inicio).tipo !== 'edital' && c.texto.regiaoEm(l.inicio).tipo !== 'sumario') add(l.dobrado);
  for (const l of c.texto.linhas) if (l.ordemNaPagina < 5) add(l.dobrado);
  for (const p of c.texto.partes) add(fold(p.documento.nome.split(/[/!]/).at(-1) ?? ''));
  return presentes;
}

function numeroDe(id: string): number | 'unico' | null {
  if (id === 'unico') return id;
  if (/^\d+$/.test(id)) return Number(id);
  let total = 0;
  for (let i = 0; i < id.length; i++) {
    const [v, proximo] = [ROMANOS[id[i]!], ROMANOS[id[i + 1] ?? '']];
    if (v === undefined) return null;
    total += proximo !== undefined && proximo > v ? -v : v;
  }
  return total;
}
