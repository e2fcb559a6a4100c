import type { Afirmacao, NomeAgente, ParecerDoAgente } from '../../../analises/index.js';
import { lettersOf } from '../../../kernel/index.js';
import type { BaseGuardada } from '../base/build-base.js';
import { fitLinhas } from '../tokens.js';
import { elemento, escapeTexto, grupo } from '../xml.js';

/** Characters of the claims shown to the relator. */
export const MAX_LETRAS = 10_500;

/** The relator's user message: the decision, and every claim that was kept, as it was kept. The first of each agent first, so that a cut takes the least from all. */
export function writePromptRelator(agentes: readonly Pick<ParecerDoAgente, 'agente' | 'afirmacoes'>[], ids: ReadonlyMap<string, string>, decisao: BaseGuardada['decisao']): string {
  const emOrdem = dropIguais(interleave(agentes));
  const linhas = emOrdem.map(({ agente, afirmacao: a }, i) =>
    elemento('afirmacao', { id: `A${i + 1}`, agente, tipo: a.tipo }, `<texto>${escapeTexto(a.texto)}</texto>${a.citacoes.map((c) => elemento('citacao', { documento: ids.get(c.documento), pagina: c.pagina }, escapeTexto(c.trecho))).join('')}`));
  return `<dossie>\n${elemento('decisao', { desfecho: decisao?.desfecho, pode: decisao?.pode, estado: decisao?.estado })}\n${grupo('afirmacoes', fitLinhas(linhas, MAX_LETRAS).linhas)}\n</dossie>`;
}

/** What two agents said in the same words is shown once. */
function dropIguais<T extends { readonly afirmacao: Afirmacao }>(lista: readonly T[]): readonly T[] {
  const vistas = new Set<string>();
  return lista.filter(({ afirmacao }) => {
    const letras = lettersOf(afirmacao.texto);
    if (vistas.has(letras)) return false;
    vistas.add(letras);
    return true;
  });
}

function interleave(agentes: readonly Pick<ParecerDoAgente, 'agente' | 'afirmacoes'>[]): { agente: NomeAgente; afirmacao: Afirmacao }[] {
  const fundo = Math.max(0, ...agentes.map((a) => a.afirmacoes.length));
  return Array.from({ length: fundo }, (_, i) => agentes.flatMap(({ agente, afirmacoes }) => (afirmacoes[i] ? [{ agente, afirmacao: afirmacoes[i] }] : []))).flat();
}
