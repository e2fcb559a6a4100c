import type { BaseDaMulta, Gatilho } from '../domain/penalidade.js';

const GATILHOS: readonly (readonly [RegExp, Gatilho])[] = [
  [/\brecus\w+[^.;]{0,80}\b(?:assina|celebra|retira|aceita|contrat)|\b(?:nao|deixar de)\s+(?:assin|celebr|retir|compare)\w*|\bnao\s+celebra|\bassinar\s+o\s+contrato|\b\d{1,2}\.1\.1,?[^.;]{0,20}\b\d{1,2}\.1\.3\b/, 'recusa_assinar'],
  [/\binexecu\w+\s+total|\btotal\s+inexecu|\bdescumprimento\s+total|\binadimplement\w+\s+total|\binexecucao\s+do\s+(?:objeto|contrato)\b|\brescis(?:ao|oes)\b|\bextincao\b/, 'inexecucao_total'],
  [/\binexecu\w+\s+parcial|\bparcial\s+inexecu|\bdescumprimento\s+parcial|\binadimplement\w+\s+parcial|\bparcialmente\b/, 'inexecucao_parcial'],
  [/\batras\w+|\bmora\b|\bmorator\w+|\bretardament\w+|\bimpontualidade/, 'mora'],
];
const BASES: readonly (readonly [RegExp, BaseDaMulta])[] = [
  [/\b(?:parcela|fatura|nota\s+fiscal|valor\s+mensal|faturamento|obrigac(?:ao|oes)|medicao|etapa|prestacao|nao\s+(?:executad|cumprid|entreg|fornecid)|inadimplid|em\s+atraso|em\s+mora|ordem\s+de\s+(?:servico|fornecimento)|autorizacao\s+de\s+fornecimento|nota\s+de\s+empenho|empenho|pedido|remanescente|saldo|restante)\w*/, 'parcela'],
  [/\blotes?\b/, 'lote'], [/\b(?:item|itens|objeto|produtos?|bens|mercadoria|material)\b(?!\s+(?:contratual|do\s+contrato))/, 'item'], [/\bproposta\b|\bofert/, 'proposta'], [/\bata\b/, 'ata'],
  [/\b(?:contrat|adjudicad|total|global|avenca|ajuste)\w*/, 'contrato'], [/\bestimad|\borcad/, 'estimado'],
];

/** What sets the fine off, from the words around the percentage (folded): those of its own sentence first. */
export function gatilhoDe(antes: string, depois: string, introducao: string): Gatilho {
  const achar = (t: string): Gatilho | undefined => GATILHOS.find(([r]) => r.test(t))?.[1];
  const propria = `${antes} ${depois}`;
  return achar(propria) ?? (/\binfrac\w*|\bcompensatori\w+|\balineas?\b/.test(propria) ? 'outra' : (achar(introducao.slice(-260)) ?? 'outra'));
}

/** What the percentage is of: "sobre o valor…", "do valor total do contrato", from the words that follow it. */
export function baseDe(depois: string): BaseDaMulta {
  const sobre = /\b(?:sobre|do|da|ao|incidente|calculad\w+)\b(.{0,130})/.exec(depois)?.[0] ?? '';
  const achadas = BASES.map(([r, b]) => ({ b, i: sobre.search(r) })).filter((x) => x.i >= 0);
  // "valor da parcela inadimplida do contrato": the nearest noun is the base; "valor total do contrato" is the contract.
  const melhor = achadas.sort((a, b) => a.i - b.i)[0];
  if (!melhor) return 'nao_diz';
  if (melhor.b === 'contrato' && /\btotal\b/.test(sobre.slice(melhor.i, melhor.i + 8))) {
    const depoisDoTotal = BASES.filter(([, b]) => b !== 'contrato').find(([r]) => r.test(sobre.slice(melhor.i, melhor.i + 45)));
    return depoisDoTotal?.[1] ?? 'contrato';
  }
  return melhor.b;
}
