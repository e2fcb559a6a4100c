import type { Impedimento } from '../domain/penalidade.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados } from '../extracao/achados.js';
import { parseExtenso } from '../extracao/numeros.js';

const N = String.raw`(?:\d{1,2}|um|dois|tres|quatro|cinco|seis)`;
const ANOS = new RegExp(String.raw`\b(?:(?:minimo|prazo\s+minimo)\s+de\s+(?<min>${N})\b[^.;]{0,60}?)?\b(?:maximo\s+de|ate|por|de|superior\s+a|periodo\s+de)\s+(?<max>${N})\s*(?:\([^()]{1,14}\)\s*)?anos?\b`);
const TIPOS: readonly (readonly [Impedimento['tipo'], RegExp, number, string])[] = [
  ['inidoneidade', /\b(?:declaracao\s+de\s+)?inidoneidade\b[^;]{0,400}/, 6, 'art. 156, § 5º'],
  ['impedimento', /\bimpedi\w+\s+d?e?\s*(?:de\s+)?licitar\b[^;]{0,400}/, 3, 'art. 156, § 4º'],
  ['suspensao', /\bsuspens\w+\s+(?:temporaria\s+)?(?:d[eo]\s+)?(?:direito\s+de\s+|participa\w+)[^;]{0,300}/, 0, 'art. 156'],
];

/** How long the edital says that the punished stay out: one of each kind, the first that gives years. */
export function readImpedimentos(t: TextoEdital): Impedimento[] {
  return TIPOS.flatMap(([tipo, padrao, limite, artigo]): Impedimento[] => {
    for (const a of findAchados(t, padrao, { regioes: ['edital', 'minuta', 'tr', 'anexo'] })) {
      const texto = a.g[0]!.replace(/\s+/g, ' ');
      if (/\bnao poderao? participar|\bceis\b|\bcadastro\b/.test(texto.slice(0, 160) + a.antes(80))) continue;
      const anos = ANOS.exec(texto);
      if (!anos) continue;
      const [min, max] = [toInt(anos.groups?.['min']), toInt(anos.groups?.['max'])];
      const evidencia = t.trechoEm(a.inicio, Math.min(a.inicio + anos.index + anos[0].length, t.paginaEm(a.inicio).fim, a.inicio + 380));
      if (!evidencia || max === null) continue;
      const aviso = tipo === 'suspensao' ? 'A suspensão temporária é da Lei 8.666/1993, revogada.' : max > limite ? `O prazo de ${max} anos passa do que a lei permite (${limite} anos, ${artigo} da Lei 14.133/2021).` : null;
      return [{ tipo, anosMinimo: min, anosMaximo: max, evidencia, aviso }];
    }
    return [];
  });
}

const toInt = (s: string | undefined): number | null => (s === undefined ? null : /^\d+$/.test(s) ? Number(s) : parseExtenso(s));
