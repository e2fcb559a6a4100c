/** What a column of an item table holds. `valor` is a price of which the header does not say whether unit or total. */
export type TipoColuna = 'numero' | 'lote' | 'descricao' | 'unidade' | 'quantidade' | 'unitario' | 'total' | 'valor' | 'codigo' | 'beneficio' | 'outra';

/** Words of table headers (folded, without punctuation) and what each says of its column. */
const PALAVRAS: readonly [RegExp, TipoColuna][] = [
  [/^(?:item|itens|it|sub-?itens|sub-?item|ord|ordem|seq|sequencia|n|nº|num|numero|no)$/, 'numero'],
  [/^(?:lotes?|grupos?)$/, 'lote'],
  [/^(?:descric(?:ao|oes)|descritivos?|especificac(?:ao|oes)|discriminac(?:ao|oes)|produtos?|objetos?|servicos?|materia(?:l|is)|denominacao|medicamentos?|equipamentos?|nome|insumos?|bens|bem)$/, 'descricao'],
  [/^(?:un|und|unid|unds|unids|unidades?|u\.m|um|apres|apresentacao|metrica|medida|med|embalagem|u\/m)$/, 'unidade'],
  [/^(?:qtde?|qtdes|qtd|qtds|qde|qte|qtdade|qnt|qntd|qtidade|quant|quants|quantidades?|quantitativos?|volume)$/, 'quantidade'],
  [/^(?:unit|unitarios?|unitaria|p\.unit|v\.unit|vl\.unit|vlr\.unit|unt)$/, 'unitario'],
  [/^(?:tota(?:l|is)|global|tot|subtotal)$/, 'total'],
  [/^(?:valor(?:es)?|precos?|custos?|cotacao|vlr|vl|v|r\$|\$|p|orcado)$/, 'valor'],
  [/^(?:cod|codigos?|catmat|catser|catmas|br|sku|sinapi|gtin|ean|siad|simas|ncm|identificacao|univoca)$/, 'codigo'],
  [/^(?:cotas?|beneficio|tratamento|exclusiv[oa]s?|participacao|me\/epp|epp|disputa)$/, 'beneficio'],
  [/^(?:marcas?|modelos?|fabricantes?|fonte|banco|bdi|peso|classe|registro|natureza|desconto|referencia|tipo|municipio|local)$/, 'outra'],
];
/** Words that only qualify the one beside them. */
const QUALIFICA = /^(?:d[aeo]s?|e|ou|por|para|com|sem|a|o|as|os|em|no|na|maxim[oa]s?|max|minim[oa]s?|min|estimad[oa]s?|estimativo|estim|mensa(?:l|is)|anua(?:l|is)|ano|anos|mes|meses|referencia|ref|medio|media|licitad[oa]|requisitad[oa]|ofertad[oa]|fornec|fornecimento|contratacao|contratad[oa]|aquisicao|detalhad[oa]|tecnic[oa]s?|completa|resumida|padrao|moeda|reais|\d{1,3}|um|geral|admitid[oa]|aceitavel|previst[oa]|solicitad[oa]|registrad[oa]|item|lote|periodo|execut[a-z]{2,8}|semestral|diaria|hora|inicial|final|parcial|principal|[a-e]|x|[-–—/*.:()+=]+)$/;

/** Words too wide for their column, whose last letters went to the line below. */
const CORTADAS: ReadonlyMap<string, TipoColuna> = new Map([
  ['quantidad', 'quantidade'], ['quantida', 'quantidade'], ['quantid', 'quantidade'], ['unidad', 'unidade'], ['unida', 'unidade'], ['apresentaca', 'unidade'], ['apresentac', 'unidade'],
  ['unitari', 'unitario'], ['unitar', 'unitario'], ['tota', 'total'], ['descrica', 'descricao'], ['especificaca', 'descricao'], ['discriminaca', 'descricao'],
]);

/** What the word says of a column; null for a word that is in no header. `outra` for qualifiers. */
export function tipoDaPalavra(dobrada: string): TipoColuna | 'qualifica' | null {
  const limpa = dobrada.replace(/^[("'[*]+|[)"'\].,:;*º°/]+$/g, '') || dobrada;
  const inteira = CORTADAS.get(limpa);
  if (inteira !== undefined) return inteira;
  for (const [r, tipo] of PALAVRAS) if (r.test(limpa)) return tipo;
  if (limpa.includes('/')) {
    const partes = limpa.split('/').map(tipoDaPalavra).filter((t) => t !== null && t !== 'qualifica');
    // "LOTE/ITEM": a lot of one item each, known by the number.
    return partes.includes('numero') ? 'numero' : (partes[0] ?? null);
  }
  return QUALIFICA.test(limpa) ? 'qualifica' : null;
}

/** The column that a set of header words names. */
export function tipoDaColuna(tipos: ReadonlySet<TipoColuna>, titulo: string): TipoColuna {
  // "Código do produto", "Unidade – Descrição".
  const fraca = tipos.has('descricao') && !/descri|especif|discrimin|denomin/.test(titulo);
  if (fraca) for (const t of ['codigo', 'unitario', 'quantidade', 'valor', 'total'] as const) if (tipos.has(t)) return t === 'valor' && tipos.has('total') ? 'total' : t;
  if (tipos.has('descricao') && /^(?:unid|und)/.test(titulo)) return 'unidade';
  if (tipos.has('descricao')) return 'descricao';
  if (tipos.has('unitario')) return 'unitario';
  if (tipos.has('valor') && tipos.has('unidade')) return 'unitario';
  if (tipos.has('quantidade')) return 'quantidade';
  if (tipos.has('codigo')) return 'codigo';
  if (tipos.has('unidade')) return 'unidade';
  if (tipos.has('total')) return 'total';
  for (const t of ['valor', 'beneficio', 'numero', 'lote'] as const) if (tipos.has(t)) return t;
  return 'outra';
}
