import type { Evidencia } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados } from '../extracao/achados.js';
import { once } from '../extracao/once.js';

/** The offset the edital's hours are in, and how it is known. */
export interface Fuso {
  readonly deslocamento: '-02:00' | '-03:00' | '-04:00' | '-05:00';
  /** `presumido`: the edital says nothing; Brasília's time is assumed (the time of compras.gov.br and of PNCP). */
  readonly fonte: 'brasilia' | 'local' | 'presumido';
  /** The edital's own words; null when presumed. */
  readonly evidencia: Evidencia | null;
}

type Deslocamento = Fuso['deslocamento'];
/** Legal time of the states outside UTC−3 (Decreto 2.784/1913, Leis 11.662/2008 and 12.876/2013). Western Amazonas (−5) is not told apart. */
const POR_UF: Readonly<Record<string, Deslocamento>> = { ac: '-05:00', am: '-04:00', mt: '-04:00', ms: '-04:00', ro: '-04:00', rr: '-04:00' };
const UFS = 'ac|al|ap|am|ba|ce|df|es|go|ma|mt|ms|mg|pa|pb|pr|pe|pi|rj|rn|rs|ro|rr|sc|sp|se|to';
const NOMES: readonly (readonly [RegExp, string])[] = [
  [/mato\s+grosso\s+do\s+sul|campo\s+grande|dourados/, 'ms'], [/mato\s+grosso|cuiaba/, 'mt'], [/rondonia|porto\s+velho/, 'ro'],
  [/roraima|boa\s+vista/, 'rr'], [/amazonas|manaus/, 'am'], [/\bacre\b|rio\s+branco/, 'ac'],
];
const HORARIO = String.raw`\bhor(?:ario|a)s?`;
const BRASILIA = new RegExp(String.raw`${HORARIO}\s+(?:oficial\s+)?(?:local\s+)?(?:d[eo]\s+|\()?(?:brasilia|distrito\s+federal)|fuso\s+horario\s+(?:oficial\s+)?de\s+brasilia|\b(?:gmt|utc)\s?-\s?0?3\b`);
const LUGAR = String.raw`(?:d[eoa]\s+(?:estado\s+d[eoa]\s+)?)(?:[a-z][a-z\s]{2,40}?\s*[-/(,]\s*(?<uf>${UFS})\b|(?<lugar>${NOMES.map(([r]) => r.source).join('|')}))`;
const LOCAL = new RegExp(String.raw`${HORARIO}\s+(?:(?:oficial|local)\s+){0,2}${LUGAR}|${HORARIO}\s+(?:oficial\s+)?local\b`);
/** Electronic signatures print Brasília's time in every page; they say nothing of the tender. */
const ASSINATURA = /assinad[ao]|com\s+fundamento|autentic|conforme\s*$/;

/** The offset of a stretch that follows an hour ("(horário de Brasília)", "(horário local)"); null when it says nothing. */
export function fusoDoTrecho(t: TextoEdital, trecho: string): Deslocamento | null {
  const brasilia = trecho.search(BRASILIA);
  const local = LOCAL.exec(trecho);
  if (local && (brasilia < 0 || local.index < brasilia)) return deslocamentoLocal(t, local.groups ?? {});
  return brasilia >= 0 ? '-03:00' : null;
}

/** The edital's offset: Brasília when it says so anywhere, else the local time it names, else presumed. */
export const readFuso = once((t: TextoEdital): Fuso => {
  const brasilia = findAchados(t, BRASILIA).find((a) => !ASSINATURA.test(a.antes(90)) && !ASSINATURA.test(a.depois(30)));
  if (brasilia) return { deslocamento: '-03:00', fonte: 'brasilia', evidencia: t.trechoEm(brasilia.inicio, brasilia.fim) };
  for (const a of findAchados(t, LOCAL)) {
    const deslocamento = deslocamentoLocal(t, a.nome);
    const evidencia = t.trechoEm(a.inicio, a.fim);
    if (deslocamento && evidencia) return { deslocamento, fonte: 'local', evidencia };
  }
  return { deslocamento: '-03:00', fonte: 'presumido', evidencia: null };
});

function deslocamentoLocal(t: TextoEdital, g: Readonly<Record<string, string | undefined>>): Deslocamento | null {
  if (g['uf']) return POR_UF[g['uf']] ?? '-03:00';
  const porNome = NOMES.find(([r]) => r.test(g['lugar'] ?? ''));
  if (porNome) return POR_UF[porNome[1]]!;
  const uf = ufDoEdital(t);
  return uf === null ? null : (POR_UF[uf] ?? '-03:00');
}

/** The state most named in the first pages ("Campo Verde/MT", "ESTADO DO ACRE"); null when none is. */
export function ufDoEdital(t: TextoEdital): string | null {
  const fim = t.paginas[Math.min(t.paginas.length, 4) - 1]?.fim ?? 0;
  const texto = t.dobrado.slice(0, fim);
  const votos = new Map<string, number>();
  const vote = (uf: string, n: number): void => void votos.set(uf, (votos.get(uf) ?? 0) + n);
  for (const m of texto.matchAll(new RegExp(String.raw`[a-z]\s?[-/(]\s?(${UFS})\b(?!\.[a-z])`, 'g'))) vote(m[1]!, 1);
  for (const m of texto.matchAll(/estado\s+d[eo]\s+([a-z\s]{4,22})/g)) {
    const nome = NOMES.find(([r]) => r.test(m[1]!.slice(0, 20)));
    if (nome) vote(nome[1], 2);
  }
  return [...votos].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
