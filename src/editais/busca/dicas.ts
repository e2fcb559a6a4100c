/** What kind of answer a question asks for: the clause that holds one of that kind is preferred. */
interface Dica {
  /** On the folded question. */
  readonly pergunta: RegExp;
  /** On the folded clause. */
  readonly resposta: RegExp;
  readonly fator: number;
}

const PERIODO = /\b\d{1,3}\s*(?:\([a-z\s]{2,40}\)\s*)?(?:dias?|horas?|h\b|minutos?|mes(?:es)?|anos?)\b|\b(?:uma?|dois|duas|tres|cinco|dez|quinze|vinte|trinta|sessenta|noventa)\s+(?:dias?|horas?|minutos?|mes(?:es)?|anos?)\b/;

export const DICAS: readonly Dica[] = [
  { pergunta: /quanto tempo|\bprazos?\b|ate quando|quantos (?:dias|meses|anos)|quantas horas|por quanto|\bquando\b|vigencia|validade|duracao|quanto dura/, resposta: PERIODO, fator: 1.3 },
  { pergunta: /quanto tempo|\bprazos?\b|quantos dias|quantas horas/, resposta: /\bprazo|\bate\b|\bem ate\b/, fator: 1.08 },
  { pergunta: /percentual|por cento|porcentagem|desconto|\bmulta|diferenca|qual o (?:limite|minimo|maximo)|quanto (?!tempo)|\bindice/, resposta: /\d\s*(?:\([^()]{2,50}\)\s*)?(?:%|por cento)|\d,\d/, fator: 1.2 },
  { pergunta: /\bvalor|\bpreco|quanto custa|intervalo|quanto (?:e|sera|vale)/, resposta: /r\$\s*\d|\d\s*%|por cento/, fator: 1.15 },
  { pergunta: /^onde\b/, resposta: /\b(?:rua|avenida|av\.|praca|rodovia|logradouro)\s|\bcep\b|endereco d/, fator: 1.2 },
  { pergunta: /^onde\b|\bem que (?:local|lugar|endereco)|qual (?:o |e o )?(?:local|endereco)/, resposta: /\b(?:rua|avenida|av\.|praca|rodovia|bairro|cep|endereco|setor|secretaria|almoxarifado|sala)\b/, fator: 1.3 },
  { pergunta: /para onde|como (?:envio|mando|agend|faco|solicit)|por onde|onde (?:envio|mando|agend)|\bemail|e-mail|telefone|qual (?:o )?contato/, resposta: /@|e-mail|telefone|\(\d{2}\)\s*\d|www\.|http|protocol/, fator: 1.25 },
  { pergunta: /que horas|horario/, resposta: /\d\s*h|\d{1,2}:\d{2}|horas/, fator: 1.2 },
  { pergunta: /^quem\b/, resposta: /\b(?:sr|sra|responsavel|servidor|secretari[oa]|fiscal|gestor|empresas?|contratad[oa]|contratante|licitantes?)\b/, fator: 1.08 },
  { pergunta: /documento|certid|licenc|comprov|registro|que .{0,20}(?:apresentar|acompanha|anexar)/, resposta: /certid|alvara|licenc|registro|comprov|declarac|atestad|acompanhad|documento/, fator: 1.1 },
  { pergunta: /\bposso\b|\bpode\b|e permitid|aceita|admite|e obrigatori|preciso|precisa|substitui|\bha\b|existe|sou obrigad/, resposta: /\bnao (?:sera|serao|e|ha|havera|podera|poderao|se aplica|faz parte|fara parte)\b|nao aplicavel|vedad|permitid|admitid|admite|aceit|podera|dispensad|facultad|obrigatori|devera/, fator: 1.08 },
  { pergunta: /^(?:e )?(?:como|de que (?:forma|modo|jeito|maneira)|por que meio)\b/, resposta: /\b(?:por meio|mediante|atraves d|via\b|de forma|em envelopes?|eletronic|presencial|sistema|plataforma|protocol)/, fator: 1.1 },
  { pergunta: /\bquant[oa]s (?!dias|horas|meses|anos)/, resposta: /\b\d{1,6}\s*\([a-z\s]{2,40}\)|\b(?:total|quantidade|minimo|maximo|ate) de \d/, fator: 1.1 },
  { pergunta: /preciso (?:ser|ter|estar)|precisa (?:ser|ter|estar)/, resposta: /\bdever(?:a|ao)\b.{0,40}(?:apresent|comprov|possuir)|exigid|obrigatori/, fator: 1.15 },
  { pergunta: /como (?:e|sera) (?:calculad|apurad|obtid)|formula|nota final|pontuac/, resposta: /=|formula|pontos?|calcul/, fator: 1.2 },
];

/** The folded question's hints that the folded clause satisfies, as one factor ≥ 1. */
export function boostOf(dicas: readonly Dica[], clausula: string): number {
  let fator = 1;
  for (const d of dicas) if (d.resposta.test(clausula)) fator *= d.fator;
  return fator;
}

export const dicasOf = (perguntaDobrada: string): readonly Dica[] => DICAS.filter((d) => d.pergunta.test(perguntaDobrada));
export type { Dica };
