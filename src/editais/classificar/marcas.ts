/** What the body of each kind of document speaks of, on folded text: each mark counts once. */
export const MARCAS_EDITAL: readonly RegExp[] = [
  /(?:\b(?:n?este|deste|presente|do|o) (?:edital|aviso)\b[^]{1,20000}?){5}/,
  /\btornam?(?:-se)?\s+public[oa]\b|\bleva ao conhecimento dos interessados/,
  /\bsessao\s+publica\b|\babertura\s+d[aeo]s?\s+(?:sessao|propostas?|envelopes|licitacao|certame)/,
  /\bimpugna\w{2,6}\b[^.]{0,60}\bedital\b|\bedital\b[^.]{0,60}\bimpugna|\bpedidos?\s+de\s+esclarecimentos?\b/,
  /\bintencao\s+(?:de\s+)?(?:interpor\s+)?recor|\binterposicao\s+de\s+recurso|\bprazo\s+recursal|\brecurso\s+administrativo/,
  /\b(?:etapa|fase|envio|formulacao|abertura|intervalo)\s+(?:competitiva|d[eo]s?\s+lances|entre\s+(?:os\s+)?lances)|\bmodo\s+de\s+disputa\b|\benvelopes?\s+n/,
  /\b(?:nao\s+)?poderao\s+(?:participar|disputar)|\bcondicoes\s+(?:de|para)\s+participacao|\bda\s+participacao\b/,
  /\bqualificacao\s+(?:tecnic|economic)|\bhabilitacao\s+(?:juridica|fiscal)|\bregularidade\s+fiscal/,
  /\badjudica\w{2,6}\s+e\s+(?:a\s+)?homologa|\bhomologacao\b/,
];

export const MARCAS_TR: readonly RegExp[] = [
  /\b(?:este|neste|deste|presente)\s+(?:termo\s+de\s+referencia|projeto\s+basico)\b/,
  /\bobrigac\w+\s+d[ao]\s+contratad[ao]/,
  /\b(?:gestao|fiscalizacao|acompanhamento)\s+(?:e\s+\w+\s+)?d[oa]\s+(?:contrato|execucao|contratacao)/,
  /\b(?:criterios?|condicoes|forma)\s+de\s+(?:medicao|pagamento)/,
  /\b(?:especificac\w+|descricao|detalhamento|requisitos)\s+(?:tecnic\w+|d[aeo]s?\s+(?:objeto|solucao|itens|contratacao|servicos?|produtos?))/,
  /\bprazos?\s+(?:e\s+local\s+)?(?:de|para)\s+(?:entrega|execucao)/,
];

export const MARCAS_MINUTA: readonly RegExp[] = [
  /\bclausula\s+(?:primeira|1|i\b)/,
  /\bclausula\s+(?:segunda|2|ii\b)/,
  /\bcontratante\b[^]{0,2000}\bcontratad[ao]\b/,
  /\b(?:resolvem|tem\s+entre\s+si)\b|\bas\s+partes\b|\bforo\b/,
];

export const MARCAS_RESULTADO: readonly RegExp[] = [
  /\boferta\s+(?:inicial|final)|\bmelhor\s+lance|\blance\s+final|\bvalor\s+negociado/,
  /\b(?:fornecedor|licitante|empresa)\s+vencedor|\bvencedor(?:es)?\s*:|\barrematante|\bvalor\s+homologado/,
  /\bdesclassificad|\binabilitad|\bclassificacao\b/,
  /\brazao\s+social\b[^]{0,60}\b(?:documento|cnpj)\b/,
];

export const MARCAS_ERRATA: readonly RegExp[] = [/\bonde\s+(?:se\s+)?(?:le|lia)(?:-se)?\b/, /\bleia(?:-|\s)se\b/];

export const countMarcas = (dobrado: string, marcas: readonly RegExp[]): number => marcas.filter((m) => m.test(dobrado)).length;
