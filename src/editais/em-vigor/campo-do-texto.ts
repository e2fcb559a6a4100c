import type { Campo } from '../domain/fato.js';

/** Words that tell what a changed passage is about, on folded text. */
const CAMPOS_POR_PALAVRA: readonly (readonly [RegExp, Campo | 'itens'])[] = [
  [/\b(?:recebimento|cadastr\w+|envio|encaminhamento|apresentacao|encerramento|limite|fim)\b[^.]{0,60}\bpropostas?\b/, 'propostas_fim'],
  [/\b(?:abertura|sessao|disputa|realizacao)\b[^]{0,160}(?:\d{1,2}\s?[/.]\s?\d{1,2}|\d{1,2}\s+de\s+[a-z]+|\d{1,2}\s?[h:])/, 'sessao_abertura'],
  [/\bvalor\s+(?:total|global|estimado|maximo|de referencia)|\bestimad[oa]\s+em\b/, 'valor_estimado_total'],
  [/\bpatrimonio\s+liquido|\bcapital\s+(?:social|minimo)/, 'capital_ou_pl_minimo_pct'],
  [/\bindices?\b|\bliquidez\b|\bsolvencia\b/, 'indices_minimos'],
  [/\bbalancos?\b|\bdemonstracoes\s+contabeis/, 'balanco_exercicios'],
  [/\batestados?\b|\bcapacidade\s+tecnica/, 'atestado_min_pct'],
  [/\bgarantia\s+d[ea]\s+proposta/, 'garantia_proposta_pct'],
  [/\bgarantia\s+(?:contratual|d[eo]\s+(?:execucao|contrato))/, 'garantia_execucao_pct'],
  [/\bvisita|\bvistoria/, 'visita_tecnica'],
  [/\bamostras?\b|\bprova\s+de\s+conceito/, 'amostra_ou_poc'],
  [/\bconsorcio/, 'consorcio'],
  [/\bsubcontrata/, 'subcontratacao'],
  [/\bvigencia\b/, 'vigencia_contrato'],
  [/\bprazo\s+(?:de|para)\s+(?:a\s+)?(?:entrega|execucao)/, 'prazo_execucao'],
  [/\bpagamento\b/, 'pagamento_prazo'],
  [/\breajust/, 'reajuste_indice'],
  [/\bimpugna/, 'impugnacao_dias_uteis'],
  [/\besclareciment/, 'esclarecimento_dias_uteis'],
  [/\bvalidade\s+da\s+proposta/, 'validade_proposta_dias'],
  [/\b(?:item|itens|lotes?|quantidade|quantitativo|unidades?|und?|unid|cx|pct|kg|m2|m3)\b/, 'itens'],
];

/** What a changed passage is about: the field whose words come first in it; `texto` when none do. */
export function campoDoTexto(dobrado: string): Campo | 'itens' | 'texto' {
  let campo: Campo | 'itens' | 'texto' = 'texto';
  let inicio = Infinity;
  for (const [r, c] of CAMPOS_POR_PALAVRA) {
    const i = r.exec(dobrado)?.index ?? Infinity;
    if (i < inicio) [campo, inicio] = [c, i];
  }
  return campo;
}
