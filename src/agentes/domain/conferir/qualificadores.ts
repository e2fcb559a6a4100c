import { fold } from '../../../kernel/index.js';
import { readNumeros } from './numeros/read-numeros.js';
import type { NumeroLido } from './numeros/tipos.js';
import type { ProvaLida } from './provar-numeros.js';
import { recusa, type Recusa } from './tipos.js';

const PERIODOS: readonly (readonly [string, RegExp])[] = [
  ['dia', /\b(?:ao|por|a\s+cada|cada)\s+dia\b|\bdiari[oa]s?\b/], ['hora', /\b(?:por|a\s+cada|cada)\s+hora\b/], ['semana', /\b(?:por|a\s+cada)\s+semana\b|\bsemana(?:l|is)\b/],
  ['mes', /\b(?:ao|por|a\s+cada)\s+mes\b|\bmensa(?:l|is)\b/], ['ano', /\b(?:ao|por|a\s+cada)\s+ano\b|\banua(?:l|is)\b/], ['ocorrencia', /\b(?:por|a\s+cada)\s+(?:ocorrencia|infracao|descumprimento|evento)\b/],
];
const ALCANCE = 44;
/** "ao dia", "por ocorrência": what a rate is for, from the words after it up to the next number, or right before ("multa diária de"). */
function periodoDe(dobrado: string, numeros: readonly NumeroLido[], n: NumeroLido): string | null {
  const proximo = numeros.find((q) => q.inicio >= n.fim && q.tipo !== 'dias')?.inicio ?? dobrado.length;
  const depois = dobrado.slice(n.fim, Math.min(proximo, n.fim + ALCANCE)).split(/[.;]\s|,\s(?:que|limitad|ate|com)/)[0]!;
  const antes = /(?:diari[oa]|mensal|anual)\s+(?:de\s+)?(?:ate\s+)?(?:no\s+valor\s+de\s+)?$/.exec(dobrado.slice(Math.max(0, n.inicio - 40), n.inicio))?.[0] ?? '';
  return PERIODOS.find(([, r]) => r.test(antes) || r.test(depois))?.[0] ?? null;
}

const LIMITE = /\b(?:teto|maxim[oa]|limite|limitad[oa]s?|nao\s+exced\w+|nao\s+ultrapass\w+|nao\s+podera\s+(?:exceder|ultrapassar)|nao\s+excedera)\b[^.;\d]{0,24}$/;

/** Rates of the claim are for the same time as in the quote that has them; a ceiling told there for one thing is not another's. */
export function checkPeriodos(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const dita = fold(texto);
  const numeros = readNumeros(texto);
  for (const n of numeros.filter((q) => q.tipo === 'pct' || q.tipo === 'dinheiro')) {
    const periodo = periodoDe(dita, numeros, n);
    const limite = periodo === null && LIMITE.test(dita.slice(Math.max(0, n.inicio - 48), n.inicio));
    if (periodo === null && !limite) continue;
    const taxas = provas.flatMap((p) => p.numeros.filter((q) => q.tipo === n.tipo).map((q) => ({ igual: q.chaves.some((c) => n.chaves.includes(c)), periodo: periodoDe(fold(p.texto), p.numeros, q) })));
    const iguais = taxas.filter((t) => t.igual);
    if (periodo !== null && taxas.some((t) => !t.igual && t.periodo === periodo) && !iguais.some((t) => t.periodo === periodo) || periodo !== null && iguais.length > 0 && iguais.every((t) => t.periodo !== null && t.periodo !== periodo)) return recusa('numero_sem_prova', `A citação não dá “${n.bruto}” por ${periodo}: confira a que cada percentual se refere.`);
    if (limite && iguais.length === 0 && taxas.length > 0) return recusa('numero_sem_prova', `O limite “${n.bruto}” não está nas citações da afirmação: cite o trecho que o mostra.`);
  }
  return null;
}

/** Families of events that a time is counted from. */
const EVENTOS: readonly (readonly [string, RegExp])[] = [
  ['assinatura', /\b(?:assinatura|assinado|assinada|celebracao)\b/], ['publicacao', /\b(?:publicac\w+|divulgac\w+)\b/], ['homologacao', /\bhomologac\w+/], ['adjudicacao', /\badjudicac\w+/],
  ['convocacao', /\b(?:convoca\w+|notifica\w+|intimac\w+|ciencia|comunicac\w+|chamad[oa]|solicitac\w+|pedido|requerimento)\b/], ['emissao', /\b(?:emissao|expedicao|emitid[oa])\b/], ['envio', /\b(?:envio|encaminhamento|remessa|e-mail)\b/], ['recebimento', /\b(?:recebiment\w+|recebid[oa]|entrega|entregue)\b/],
  ['abertura', /\b(?:abertura|sessao|lances|disputa)\b/], ['fim', /\b(?:vencimento|encerramento|termino|conclusao|fim)\b/], ['liquidacao', /\b(?:liquidac\w+|ateste|aprovac\w+|aceite|aceitac\w+)\b/], ['pagamento', /\bpagamento\b/], ['proposta', /\b(?:apresentac\w+\s+d[ae]s?\s+propost\w+|data\s+d[ae]\s+propost\w+|validade)\b/], ['orcamento', /\b(?:orcamento|data-base)\b/],
  ['ordem', /\b(?:ordem|empenho|autorizac\w+|nota\s+fiscal|fatura)\b/],
];
const MARCO = /\b(?:contad[oa]s?|contar|conta|a\s+partir|apos|depois|seguintes?|subsequentes?)\b[^.;,\n]{0,80}/g;
const eventosEm = (texto: string): string[] => EVENTOS.filter(([, r]) => r.test(texto)).map(([nome]) => nome);

/** What stands after "contados", "a partir", "após", near the number. */
function marcoDe(dobrado: string, n: NumeroLido): string[] {
  const depois = dobrado.slice(n.fim, n.fim + 170);
  return [...depois.matchAll(MARCO)].slice(0, 1).flatMap((m) => eventosEm(m[0]));
}

const DE_TEMPO: ReadonlySet<string> = new Set(['dias', 'dias_uteis', 'meses', 'horas', 'minutos']);
/** "contados da homologação" is not "contados do envio". */
export function checkMarcos(texto: string, provas: readonly ProvaLida[]): Recusa | null {
  const dita = fold(texto).replace(/\s/g, ' ');
  for (const n of readNumeros(texto).filter((q) => DE_TEMPO.has(q.tipo))) {
    const meu = marcoDe(dita, n);
    if (!meu.length) continue;
    const deles = provas.flatMap((p) => p.numeros.filter((q) => q.chaves.some((c) => n.chaves.includes(c))).map((q) => marcoDe(fold(p.texto).replace(/\s/g, ' '), q))).filter((m) => m.length);
    if (deles.length && !deles.some((m) => m.some((e) => meu.includes(e)))) return recusa('numero_sem_prova', `O prazo “${n.bruto}” conta, na citação, de outro momento: confira o marco inicial.`);
  }
  return null;
}
