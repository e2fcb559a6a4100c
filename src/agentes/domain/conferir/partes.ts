import { fold } from '../../../kernel/index.js';
import type { Conhecidos } from './conhecidos.js';
import type { ProvaLida } from './provar-numeros.js';
import { recusa, type Recusa } from './tipos.js';

/** The two sides of a contract. */
export type Parte = 'particular' | 'poder_publico';

const PARTICULAR = String.raw`(?:contratad[oa]s?(?!\s+pel)|fornecedor(?:a|es|as)?|licitantes?|proponentes?|adjudicatari[oa]s?|detentor(?:a|as|es)?|vencedor(?:a|as|es)?|construtoras?|prestador(?:a|as|es)?|executor(?:a|as|es)?|empresas?|beneficiari[oa]s?)`;
const PUBLICO = String.raw`(?:municipios?|prefeituras?|administrac(?:ao|oes)|contratantes?|orgaos?(?:\s+\w+)?|gerenciador(?:a|es)?|secretarias?|poder\s+publico|camara|fundo|tribunal|universidade|estado|uniao|autarquia|servidor(?:es)?(?:\s+designad\w+)?|ministerio|cofres\s+publicos)`;

/** Duty told by who bears it: the one after "por conta de", or the one before "arcará". */
const DEPOIS = String.raw`(?:por\s+(?:sua\s+)?(?:propria\s+)?conta\s+(?:e\s+risco\s+)?(?:exclusiv[ao]\s+)?(?:d[aeo]s?)|(?:a|ao)\s+(?:exclusivo\s+)?cargo\s+d[aeo]s?|as\s+(?:expensas|custas)\s+d[aeo]s?|sob\s+(?:a\s+)?(?:inteira\s+|exclusiva\s+)?responsabilidade\s+d[aeo]s?|(?:de|da)\s+(?:inteira\s+|exclusiva\s+)?responsabilidade\s+d[aeo]s?|(?:onus|encargo|obrigac\w+|dever(?:es)?)\s+d[aeo]s?|(?:custead|executad|pag|fornecid|suportad|arcad|providenciad|realizad|prestad|bancad|assumid|elaborad|feit|instalad|disponibilizad|entregue|emitid|transportad|retirad|exercid|contratad|apresentad)[oa]?s?\s+(?:\w+mente\s+)?(?:pel[oa]s?|por)|(?:cabe|cabera|compete|competira|incumbe|incumbira|fica(?:m|ra)?\s+com|corre(?:m|ra|rao)?\s+por\s+conta\s+d[aeo]s?)\s+(?:exclusivamente\s+)?(?:ao?s?|aos|as|o|os)?)\s+(?:(?:a|o|as|os|propri[oa]|proprios?)\s+)?`;
const ANTES = String.raw`(?:\s+\S+){0,4}?\s+(?:(?:prest|apresent|elabor|execut|providenci|realiz|entreg|instal|repar|contrat|disponibiliz|transport|ressarc|forn|mant|substitu|recolh)(?:ara|era|ira|arao|erao|irao|ecera)|arca(?:r|ra|rao|m)?|custea(?:r|ra|m)?|custeia|suporta(?:r|ra|m)?|assume(?:m)?|assumira|responde(?:ra|m)?|paga(?:ra|rao|m)?|banca(?:ra)?|e\s+responsavel|sera\s+responsavel|fica(?:ra)?\s+responsavel|(?:deve(?:ra|rao|m)?|tera(?:o)?\s+(?:de|que)|tem\s+(?:de|que)|precisa(?:ra)?)\s+(?:\w+\s+){0,2}?(?:executar|pagar|custear|apresentar|contratar|prestar|comprovar|enviar|designar|indicar|treinar|arcar|fornecer|providenciar|transportar|realizar|instalar|ressarcir|indenizar|entregar|disponibilizar|reparar|substituir|retirar|elaborar|manter|recolher))\b`;
const CREDITO = String.raw`(?:\s+\S+){0,2}?\s+(?:fara(?:o)?\s+jus|faz\s+jus|tera(?:o)?\s+direito|tem\s+direito|recebera(?:o)?|sera(?:o)?\s+(?:ressarcid|indenizad|remunerad)\w+)`;

const outra = (p: Parte): Parte => (p === 'particular' ? 'poder_publico' : 'particular');

/** Sides that a text makes bear something. `nomes`: names of the contracting body. */
export function partesObrigadas(texto: string, nomes: readonly string[]): ReadonlySet<Parte> {
  const dobrado = fold(texto).replace(/\s+/g, ' ');
  const publico = nomes.length ? `(?:${PUBLICO}|${nomes.join('|')})` : PUBLICO;
  const achadas = new Set<Parte>();
  for (const [parte, nome] of [['particular', PARTICULAR], ['poder_publico', publico]] as const) {
    if (new RegExp(`\\b${DEPOIS}${nome}\\b`).test(dobrado) || new RegExp(`\\b${nome}${ANTES}`).test(dobrado.replace(/\b(?:se|quando|caso)\s[^,]{0,80},/g, ' '))) achadas.add(parte);
    if (new RegExp(`\\b(?:devera(?:o)?|deve(?:m)?|tera(?:o)?|obriga-se|obrigam-se|sujeita(?:ra|rao|m)?|sujeitando(?:-se)?|sujeit[oa]s?|aplicad[oa]s?|aplicar-se-a)\\s+(?:a|o|as|os|ao|aos)?\\s*${nome}\\b`).test(dobrado) || new RegExp(`\\b(?:se|quando|caso)\\s+(?:a|o|as|os)\\s+${nome}\\s+(?:\\w+\\s+){1,6}?,?\\s*(?:pagara|arcara|respondera|ficara\\s+sujeit|sofrera|devera\\s+pagar|indenizara|ressarcira)`).test(dobrado.replace(/,/g, ' '))) achadas.add(parte);
    if (new RegExp(`\\b${nome}${CREDITO}`).test(dobrado)) achadas.add(outra(parte));
  }
  if (/\b(?:prec|valor|propost)\w+\b[^.;]{0,60}\b(?:inclu\w+|comput\w+|abrang\w+|contempl\w+)[^.;]{0,40}\b(?:tributos|encargos|impostos|fretes?|despesas|custos|taxas)/.test(dobrado)) achadas.add('particular');
  return achadas;
}

/** Names by which the facts call the contracting body: its acronym and single names. */
export const nomesDoOrgao = (conhecidos: Conhecidos): string[] =>
  conhecidos.todos.filter((k) => k.de.campo === 'orgao_nome' || k.de.rotulo === 'Órgão')
    .flatMap((k) => [...k.de.valor.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu)].map((m) => fold(m[0]))).filter((n) => !/^(?:municipio|prefeitura|municipal|estado|governo|secretaria|fundo|saude|dos|das|licitac\w+)$/.test(n)).slice(0, 8);

const TITULO = /\b(?:obrigac\w+|deveres|encargos|responsabilidades?)\s+(?:d[ao]s?\s+|especificas\s+d[ao]\s+)(?:empresa\s+)?(contratad\w+|fornecedor\w*|detentor\w*|licitante\w*|adjudicatari\w+|contratante|municipio|orgao|administracao|prefeitura|gerenciador\w*)/g;
/** Whose list of duties a place of a page is in: the last heading before it. */
export function parteDoTitulo(antes: string): Parte | null {
  const ultimo = [...fold(antes).matchAll(TITULO)].at(-1)?.[1];
  return ultimo === undefined ? null : /^(?:contratad|fornec|detent|licit|adjudic)/.test(ultimo) ? 'particular' : 'poder_publico';
}

/** "10.18. Arcar com…": a duty of whoever the list is about. */
const EM_LISTA = /^\s*(?:\d[\d.]*\s*[-–.]?\s*|[a-z]\)\s*)?(?:[a-z]+ar|[a-z]+er|[a-z]+ir|por|responsabilizar-se)\b(?!-se-ao?\b)/;

/** The claim lays on one side what its quotes lay on the other. */
export function checkPartes(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Recusa | null {
  const nomes = nomesDoOrgao(conhecidos);
  const citados = new Set(provas.flatMap((p) => {
    const ditas = [...partesObrigadas(p.texto, nomes)];
    return ditas.length ? ditas : EM_LISTA.test(fold(p.texto)) && p.parte !== null ? [p.parte] : [];
  }));
  if (citados.size !== 1) return null;
  const [citado] = citados;
  const contra = texto.split(/[;]|[.!?](?=\s)|,\s(?:mas|porém|enquanto|e)\s/).some((parte) => {
    const ditas = partesObrigadas(parte, nomes);
    return ditas.size === 1 && !ditas.has(citado!);
  });
  return contra && !partesObrigadas(texto, nomes).has(citado!) ? recusa('sem_apoio', 'A afirmação põe numa parte (contratada ou poder público) o que a citação põe na outra.') : null;
}
