import { fold } from '../../../kernel/index.js';
import type { ProvaLida } from './provar-numeros.js';
import { createBusca, readTermos, termosDe } from './termos.js';
import { recusa, type Recusa } from './tipos.js';

const EXCECAO = /^(?:exceto|salvo|com\s+excecao|menos)\b/;
const EXCECAO_CITADA = /\b(?:exceto|salvo|ressalvad\w+|excetuad\w+|excecao|desde\s+que|a\s+menos\s+que)\b/;
const ADICAO = /\b(?:e\s+tamb[eé]m|inclusive|bem\s+como|assim\s+como|al[eé]m\s+d[aeo]s?|e\s+ainda|mas\s+tamb[eé]m|e\s+at[eé]\s+mesmo|incluindo|inclu[ií]d[oa]s?|somad[oa]s?\s+a|mais\s+os?|exceto|salvo|com\s+exce[cç][aã]o\s+d[aeo]s?|menos\s+para)\s+([^,.;:]+)/gi;
/** A part joined to the sentence ("e também…", "inclusive…", "exceto…") must be of the quotes as the rest is. */
export function checkAcrescimos(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const isCitada = createBusca(provas.flatMap((p) => [...p.termos]));
  for (const m of texto.matchAll(ADICAO)) {
    if (EXCECAO.test(fold(m[0])) && provas.some((p) => EXCECAO_CITADA.test(fold(p.texto)))) continue;
    const antes = termosDe(texto.slice(0, m.index));
    const novos = [...new Set(readTermos(m[1]!).map((t) => t.raiz))].filter((t) => !antes.has(t));
    const daPagina = /^al[eé]m\s/i.test(m[0]) ? createBusca(provas.flatMap((p) => [...p.termosDaPagina])) : isCitada;
    const faltam = novos.filter((t) => !isCitada(t) && !daPagina(t));
    if (faltam.length > 0 && faltam.length * 2 >= novos.length) return recusa('sem_apoio', `“${m[0].slice(0, 60)}” não está na citação: fique no que o trecho traz.`);
  }
  return checkAval(texto, provas) ?? checkUniversal(texto, provas) ?? checkUnico(texto, provas);
}

const SEM_AVAL = /\blivremente\b|\b(?:sem|independente\w*|dispensa\w*)\s+(?:\w+\s+){0,4}?(?:autorizac\w+|aval|anuencia|aprovac\w+|consentimento|concordancia)\b/;
const AVAL = /\b(?:autorizac\w+|autorizad\w+|anuencia|aprovac\w+|consentimento|concordancia|salvo|exceto)\b/;
/** "livremente", where the quote asks for leave. */
function checkAval(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const livre = SEM_AVAL.test(fold(texto)) && provas.some((p) => AVAL.test(fold(p.texto))) && !provas.some((p) => SEM_AVAL.test(fold(p.texto)));
  return livre ? recusa('sem_apoio', 'A afirmação libera o que a citação condiciona a autorização ou ressalva.') : null;
}

const UNIVERSAL = /\b(?:tod[oa]s?|qualquer|quaisquer|cada)\s+(?:(?:os|as|o|a|um|uma)\s+)?([\p{L}-]{4,}(?:\s+e\s+[\p{L}-]{4,})?)/giu;
const PALAVRA = /[\p{L}-]+/gu;
const DEPOIS_DO_NOME = /^\s*(?:\([^)]*\)\s*)?(?:(?:de|da|do|das|dos)\s+([^.;,]{3,60})|((?:sediad|localizad|estabelecid|cadastrad|registrad|domiciliad|enquadrad|referent|relativ|vencid|unitari|exclusiv)[^.;,]{3,60}))/;
/** "todo documento": the quote says it of all, or of no narrower kind than the claim. */
function checkUniversal(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const dita = termosDe(texto);
  const citado = provas.map((p) => fold(p.texto)).join(' ');
  if (/\b(?:tod[oa]s?|qualquer|quaisquer|cada|integral\w*|nenhum\w*|exclusiv\w*|complet\w+)\b/.test(citado)) return null;
  if (isRestritoPorNao(fold(texto), citado)) return recusa('sem_apoio', 'A afirmação alcança o que a citação deixa de fora: mantenha o alcance do trecho.');
  for (const m of texto.matchAll(UNIVERSAL)) {
    const nomes = new Set([...m[1]!.matchAll(PALAVRA)].flatMap((p) => [...termosDe(p[0])]));
    for (const p of provas) {
      const lugares = readTermos(p.texto).filter((t) => nomes.has(t.raiz));
      const restricoes = lugares.map((t) => DEPOIS_DO_NOME.exec(fold(p.texto).slice(t.fim))).filter((r) => r !== null).map((r) => [...readTermos(r[1] ?? r[2]!)].slice(0, 3).map((t) => t.raiz).filter((t) => !nomes.has(t)));
      if (restricoes.some((r) => r.length > 0 && !r.some((t) => dita.has(t)))) return recusa('sem_apoio', 'A afirmação diz de todos o que a citação diz só de alguns: mantenha o alcance do trecho.');
    }
  }
  return null;
}

/** "atividades que não constituem o escopo principal" is not "qualquer atividade". */
function isRestritoPorNao(dita: string, citado: string): boolean {
  if (/\b(?:que\s+nao|exceto|salvo|fora|desde\s+que|menos)\b/.test(dita)) return false;
  const nomes = new Set([...dita.matchAll(/\b(?:tod[oa]s?|qualquer|quaisquer|cada)\s+(?:(?:os|as|o|a)\s+)?([a-z]{4,})/g)].flatMap((m) => [...termosDe(m[1]!)]));
  return nomes.size > 0 && [...citado.matchAll(/\b([a-z]{4,})\s+(?:que\s+)?nao\s+[a-z]/g)].some((m) => [...termosDe(m[1]!)].some((t) => nomes.has(t)));
}

const UNICO = /\b(?:unic[oa]s?|exclusivamente|obrigatoriamente|somente|apenas|so)\b/;
const FACULTA = /\b(?:podendo|optar|opcao|alternativ\w+|podera(?:o)?|pode(?:m)?|facultad[oa]|facultativ\w+|opcional|a\s+criterio|admit\w+|aceit\w+)\b/;
/** "o único aceito", where the quote only says that it may be. */
function checkUnico(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const dita = fold(texto);
  if (!/\b(?:(?:e|sao|sera|serao|como)\s+(?:o|a|os|as)\s+unic[oa]s?|exclusivamente|obrigatoriamente|(?:somente|apenas|so)\s+(?:e|sao|se)?\s*(?:aceit|admit|val)\w*)\b/.test(dita)) return null;
  const citado = provas.map((p) => fold(p.texto)).join(' ');
  // "só são aceitas se…": the condition under which a quote admits is the only one it admits.
  if (/\b(?:so|somente|apenas)\s+(?:\w+\s+){0,2}?(?:aceit|admit|val)\w*\s+(?:\w+\s+){0,2}?(?:se|quando|com|desde|ate|em|as|os|aquel\w+|quem|a\s+partir|dentro|emitid\w+|expedid\w+)\b/.test(dita) && /\b(?:se|quando|desde\s+que|ate|minim\w+|maxim\w+|que|com|mediante|dentro|a\s+partir|expedid\w+|emitid\w+)\b/.test(citado)) return null;
  return FACULTA.test(citado) && !UNICO.test(citado) && !/\b(?:devera(?:o)?|deve(?:m)?|exig\w+|obrigat\w+|vedad\w+|nao)\b/.test(citado) ? recusa('sem_apoio', 'A afirmação torna único ou obrigatório o que a citação só admite.') : null;
}
