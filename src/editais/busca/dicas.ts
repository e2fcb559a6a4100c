/** What kind of answer a question asks for: the clause that holds one of that kind is preferred. */
export interface Dica {
  readonly tipo: TipoResposta;
  /** On the folded question. */
  readonly pergunta: RegExp;
  /** On the folded clause. */
  readonly resposta: RegExp;
}

const NUMERO = String.raw`\d{1,3}(?:[.,]\d{1,3})?[ºo]?\s*(?:\([a-z\s]{2,40}\)\s*)?`;
const EXTENSO = String.raw`(?:uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|dez|doze|quinze|vinte|trinta|sessenta|noventa|cento e vinte)\s+`;
const PERIODO = new RegExp(String.raw`\b(?:${NUMERO}|${EXTENSO})(?:dias?|horas?|h\b|hs\b|minutos?|min\b|segundos?|mes(?:es)?|anos?|semanas?)\b|imediat`);
const INSTANTE = new RegExp(String.raw`${PERIODO.source}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}\s*[h:]\s*\d{2}|concomitant|juntamente com|antes d|apos |ate [ao] (?:data|dia|momento|abertura)`);
const ENDERECO = /\b(?:rua|avenida|av\.|praca|rodovia|travessa|alameda|bairro|cep|endereco|km)\b.{0,60}\d|\bcep\b|endereco d|\bsit[ao] (?:a|n)|situad|localizad/;

export const TIPOS_RESPOSTA = ['periodo', 'prazo', 'instante', 'percentual', 'dinheiro', 'endereco', 'lugar', 'meio', 'contato', 'horario', 'pessoa', 'documento', 'norma', 'modo', 'quantidade', 'exigencia', 'formula', 'frequencia', 'razao', 'consequencia'] as const;
export type TipoResposta = (typeof TIPOS_RESPOSTA)[number];

export const DICAS: readonly Dica[] = [
  { tipo: 'periodo', pergunta: /quanto tempo|\bprazos?\b|quant[oa]s (?:dias|horas|meses|anos|minutos|semanas)|por quanto|vigencia|validade|duracao|quanto dura|antecedencia|ha quanto/, resposta: PERIODO },
  { tipo: 'prazo', pergunta: /quanto tempo|\bprazos?\b|quant[oa]s (?:dias|horas)/, resposta: /\bprazo|\bate\b|\bem ate\b|no maximo|contad[oa]s?\b/ },
  { tipo: 'instante', pergunta: /^quando\b|\bate quando|\bquando (?:sera|devo|posso|preciso|recebo|[ao] )|a partir de quando|em que (?:data|dia|momento)/, resposta: INSTANTE },
  { tipo: 'percentual', pergunta: /percentual|por cento|porcentagem|desconto|\bmulta|diferenca|qual o (?:limite|minimo|maximo)|quanto (?!tempo)|\bindice|\bminim[oa]\b|\bmaxim[oa]\b/, resposta: /\d\s*(?:\([^()]{2,50}\)\s*)?(?:%|por cento)|\d,\d/ },
  { tipo: 'dinheiro', pergunta: /\bvalor|\bpreco|quanto custa|intervalo|quanto (?:e|sera|vale)|diferenca minima/, resposta: /r\$\s*\d|\d\s*%|por cento/ },
  { tipo: 'endereco', pergunta: /^onde\b|\bem que (?:local|lugar|endereco)|qual (?:o |e o )?(?:local|endereco)|\bonde (?:fica|entrego|devo|descarreg)/, resposta: ENDERECO },
  { tipo: 'lugar', pergunta: /^onde\b|\bem que (?:local|lugar|endereco)|qual (?:o |e o )?(?:local|endereco)/, resposta: /\b(?:rua|avenida|av\.|praca|rodovia|bairro|cep|endereco|setor|secretaria|almoxarifado|sala|dependencias|sede|portal|site|sistema)\b/ },
  { tipo: 'meio', pergunta: /para onde|por onde|onde (?:envio|mando|agend|peco)|como (?:envio|mando|faco|solicit|entrego|apresent|peco)|por que meio|de que (?:forma|modo|jeito|maneira)/, resposta: /@|e-mail|www\.|http|protocol|\b(?:por meio|mediante|atraves d|via\b|em envelopes?|eletronic|presencial|sistema|plataforma|digital)/ },
  { tipo: 'contato', pergunta: /\bagend|\bmarc[oa]r? (?:a )?vi|\bemail|e-mail|telefone|contato|com quem falo/, resposta: /@|telefone|\(\d{2}\)\s*\d|\b\d{4,5}[- ]?\d{4}\b|ramal/ },
  { tipo: 'horario', pergunta: /que horas|horario|em que horas/, resposta: /\d\s*h|\d{1,2}:\d{2}|horas/ },
  { tipo: 'pessoa', pergunta: /^quem\b|\bquem (?:sera|e|paga|responde|fiscaliz|vai|acompanha)|em nome de quem/, resposta: /\b(?:sr|sra|responsavel|servidor[ae]?|secretari[oa]|fiscal|gestor|empresas?|contratad[oa]|contratante|licitantes?|designad[oa]|cargo d|responsabilidade d|as custas|expensas|em nome d|cnpj)\b/ },
  { tipo: 'documento', pergunta: /documento|certid|licenc|comprov|registro|papeis|cadastr|que .{0,20}(?:apresentar|acompanha|anexar|entregar)|o que (?:preciso|devo|tenho|precisa|deve|e exigido)/, resposta: /certid|alvara|licenc|registro|comprov|declarac|atestad|acompanhad|documento|relatorio|copia|certificado/ },
  { tipo: 'norma', pergunta: /\bposso\b|\bpode[mr]?\b|e permitid|aceita|admite|e obrigat|preciso|precisa|substitui|\bha\b|existe|sou obrigad|tem de|tenho de|e obrigad|vale\b|terei|serve\b|participo/, resposta: /\bnao (?:sera|serao|e|ha|havera|podera|poderao|se aplica|faz parte|fara parte|existe|conduzira|impede|desclassific)|nao aplicavel|vedad|permitid|admitid|admite|aceit|podera|dispensad|facultad|obrigatori|devera|e vetad|nao (?:efetua|constitu|consta)/ },
  { tipo: 'modo', pergunta: /^(?:e )?(?:como|de que (?:forma|modo|jeito|maneira)|por que meio)\b/, resposta: /\b(?:por meio|mediante|atraves d|via\b|de forma|em envelopes?|eletronic|presencial|sistema|plataforma|protocol|acess[ea]r?|comprov)/ },
  { tipo: 'quantidade', pergunta: /\bquant[oa]s (?!dias|horas|meses|anos|minutos)|quantidade|quantitativ/, resposta: /\b\d{1,6}\s*\([a-z\s]{2,40}\)|\b(?:total|quantidade|minimo|maximo|ate) de \d|\b\d+\s?(?:un|und|unidades?|licencas?|m2|m²|kg)\b/ },
  { tipo: 'exigencia', pergunta: /preciso|precisa|tenho de|tem de|devo\b|exigid|exigenc/, resposta: /\bdever(?:a|ao)\b|exigid|obrigatori|necessari|imprescindivel|condicionad/ },
  { tipo: 'formula', pergunta: /como (?:e|sera) (?:calculad|apurad|obtid|feit)|como calcul|formula|nota final|pontuac/, resposta: /=|formula|pontos?|calcul/ },
  { tipo: 'frequencia', pergunta: /frequencia|quantas vezes|de quanto em quanto/, resposta: /semanal|mensal|diari|quinzenal|vez(?:es)?\b|periodicidade|a cada|por semana|por mes/ },
  { tipo: 'razao', pergunta: /^por que (?!meio)|qual (?:o|a) (?:motivo|razao|justificativa)/, resposta: /justific|tendo em vista|em razao|visto que|pois\b|porque|uma vez que|viavel|vantaj|considerando|por se tratar|devido/ },
  { tipo: 'consequencia', pergunta: /o que acontece|\bse (?:eu|a|o|minha|meu|aparecer|o fornec)|qual a (?:punicao|penalidade|consequencia)|\bperco\b|deixo de/, resposta: /multa|desclassific|inabilit|sancao|sancoes|penalid|sob pena|sera concedid|sera assegurad|sobrestad|suspens|rescis|implicara|caracteriza|decad|preclus|acarret|prevalec|nao impede/ },
];

/** The folded question's hints. */
export const dicasOf = (perguntaDobrada: string): readonly Dica[] => DICAS.filter((d) => d.pergunta.test(perguntaDobrada));
