import type { Campo } from '../../editais/index.js';

/** A question about one field: the folded question says all of `diz`, in any order, and none of `menos` (a detail of the same subject is not the field). */
interface Regra {
  readonly campo: Campo;
  readonly diz: readonly RegExp[];
  readonly menos?: RegExp;
  /** The field is only a part of what may answer: that it is absent says nothing. */
  readonly soPresente?: true;
}
const regra = (campo: Campo, diz: readonly RegExp[], menos?: RegExp): Regra => ({ campo, diz, ...(menos ? { menos } : {}) });

const TEMPO = /prazo|quanto tempo|quant[oa]s (?:dias|meses|horas|anos|semanas)|\bquando\b|ate quando/;
const LIMITE = /ate quando|ate que (?:dia|hora|data|momento)|data(?: e hora)? limite|ultimo dia|prazo (?:final|para|de)|antecedencia|quant[oa]s dias|\bprazo\b|que horas/;
const PODE = /\bposs[oa]|\bpode|permit|aceit|admit|\bda p(?:ra|ara)\b|\bvale\b|particip|juntar|vedad|proibid|autoriz|poderei|liberad/;
const EXIGE = /obrig|precis|exig|\bten(?:ho|has?) (?:de|que)|\btem (?:de|que)|necess|dispens|facultativ|\bha\b|\bvao pedir|\bpedem|\bpede\b|\btem\b|\bvai ter/;
const DETALHE = /onde|como|\bquem|modalidade|devol|adicional|extra|o que acontece|se eu (?:nao )?(?:perder|atras)|por que/;

const MULTA_OUTRA = /maxim|limite|compens|assin|recus|garantia|sigilo|chamad|suporte|sla|amostra/;

const REGRAS: readonly Regra[] = [
  regra('garantia_proposta_pct', [/garantia|caucao|caucion/, /propost|para participar|pra participar|de participacao|para (?:disputar|entrar)|pra (?:disputar|entrar)/], new RegExp(`${DETALHE.source}|quando|quanto tempo|dias|validade|vale|banco|conta|desconto|contrat|produto|inexequ`)),
  regra('garantia_execucao_pct', [/garantia|caucao/, /contrat|execucao/, /percent|por cento|quanto|\bqual|precis|exig|\bvou ter|\btenho|cobra|\bha\b|\btem\b|\bvao/], new RegExp(`${DETALHE.source}|propost|particip|prazo|quando|tempo|dias|meses|anos|validade|vale|banco|conta|desconto|complet|repor|recomp|usar|produto|equipament|fabricante|consumo|assistencia|tecnica|apolice|seguro`)),
  regra('capital_ou_pl_minimo_pct', [/capital social|patrimonio liquido|capital minimo/]),
  regra('indices_minimos', [/liquidez|solvencia|indices? (?:contab|econom|financ|do balanco)/], /endivid/),
  regra('balanco_exercicios', [/balanc/, /quant[oa]s|exercicios|quais anos|que anos|ultimos/], /menos de um ano|este ano|recem/),
  regra('falencia_validade_dias', [/falencia/, /quant|validade|tempo|dias|antig|emitid|vale/], /posso particip|pode particip/),
  regra('atestado_min_pct', [/atestad|acervo/, /percent|por cento|porcentagem/]),
  regra('reajuste_indice', [/indice/, /reajust|corrig|correcao|atualiz/], /atras|liquidez|endivid|solvencia|mora\b/),
  regra('multa_mora_pct_dia', [/multa/, /\bmora\b|diaria|por dia|ao dia|cada dia/], MULTA_OUTRA),
  { ...regra('multa_mora_pct_dia', [/multa/, /atras/], MULTA_OUTRA), soPresente: true },
  regra('multa_compensatoria_max_pct', [/multa/, /maxim|limite|compensat|inexecuc|descumpr|nao cumpr|teto/], /atras|\bdia\b|sigilo|assin|confidenc|chamad/),
  regra('validade_proposta_dias', [/propost/, /\bvalid|\bvaler|\bvale\b/], /garantia|ajust|readeq|lance|assin|produto|medicament|certid|entreg|catalog|duas|mais de uma|como|onde/),
  regra('propostas_fim', [/propost|envelope/, /ate quando|ate que (?:dia|hora|data)|ate (?:a )?que horas|data(?: e hora)? limite|ultimo dia|prazo (?:final|limite)|que horas/], /ajust|readeq|adequad|vencedor|depois d|apos|atualizad|valid|garantia|alter|retir|desist|impugn|esclarec/),
  regra('pagamento_prazo', [TEMPO, /\bpag[aou]\b|\bpagam|\bpagar\b|\bpagamento|\brecebo\b|\b(?:vou|irei|para|pra) receber\b|deposit|\bdinheiro/], /atras|document|certid|ultima|primeira|\bliquid|atesta|reten|amostra|medicament|produto|material|mercador|salario|aluguel|adiant|antecip|garantia|propost|a obra e|provis|definitiv|impugn|esclarec|notific|multa|envelope|recurso|caucao|empregad|vencid/),
  regra('vigencia_contrato', [/vigencia|valid(?:ade|a)|\bvale\b|\bvaler\b|\bdura\b|\bdurar\b|vigor/, /contrat|\bata\b/], /prorrog|garantia|propost|apolice|seguro|assin|licenca|o que acontece|a partir de quando|certid|produto|renov|reajust|renunci|sigilo|depois d|apos/),
  regra('prazo_execucao', [TEMPO, /execut|execucao|\bentreg(?!ue a (?:garantia|art))|\btermin|conclu|\bpront|fornecer|acabar|\bfazer tudo/], /amostra|propost|document|\bcomec|\binici|substit|troc|receb|\bart\b|\brrt\b|garantia|as[- ]?built|mobiliz|catalog|vers(?:ao|oes)|atualiza|certid|habilit|\bnota|projeto basico|projeto executivo|envelope|recurs|\bplano|relatorio|apolice|comprov|planilha|laudo|cronograma|assin|convoc|medic(?:ao|oes)|chamad|suporte|\blance|impugn|esclarec|respost|vistoria|visita|defeit|rejeit|readeq|validade|depois de (?:entreg|termin|conclu)|apos a? ?(?:entreg|conclus)|pag[ao]|preposto|endereco|\bonde\b|treinament|atestad|certific|convenio|aviso|avisar|posso|recusa|o que acontece/),
  regra('impugnacao_dias_uteis', [/impugn/, LIMITE], /respond|respost|onde|como|horario|decid|decisao|suspen|por onde/),
  regra('esclarecimento_dias_uteis', [/esclarec|duvida/, LIMITE], /respond|respost|onde|como|horario|impugn/),
  regra('sessao_abertura', [/sessao|disputa|abertura|pregao|licitacao|concorrencia|\blances|certame|dispensa/, /\bque dia|\bque data|\bquando (?:e|sera|vai|comec|abre|acontece|ocorre)|\bque horas|dia e hora|data e (?:hora|o horario)|\bdata d|horario d/], /prorrog|adia|remarc|depois d|apos|\bantes|suspen|impugn|esclarec|recurs|vistoria|visita|reab|interval|envi|mand|cadastr|propost|amostra|contrat|dura\b|publica|resultado|envelope|entreg/),
  regra('plataforma', [/plataforma|\bsite\b|\bportal\b|que sistema/, /^(?:qual|em que|em qual|que|onde|por qual|por que)\b/, /disput|pregao|licit|propost|sessao|\blance|acontece|particip|dispensa|concorrencia|certame/], /cadastr|como|cair|conexao|senha|descric|assin|identific|document|anex/),
  regra('orcamento_sigiloso', [/sigilos/, /orcament|valor|preco/]),
  regra('valor_estimado_total', [/valor (?:total |global |maximo )?(?:estimado|maximo|de referencia|previsto|global|total|orcado)|(?:valor|preco|custo) d[aeo] (?:obra|licitacao|contratacao|compra|contrato|servico)\b|quanto (?:\w+ ){0,4}(?:gastar|custar|custa)|\borcad[oa] em|de quanto e (?:essa|a|esta) (?:compra|licitacao|obra|contratacao)|orcamento (?:total|estimado|da obra|previsto)/], /cada|\blotes?\b|\bite[mn]s?\b|unitari|por (?:mes|metro|unidade|casa|hora)|garantia|comprimido|multa|\blance|inexequ|abaixo|seguro|nota fiscal|capital|atestad|percent|frete|registr|treinament|material|projeto|cotado|licenca|apolice|emolument/),
  regra('me_epp', [/exclusiv|empresas? (?:de )?(?:grande|medi[ao])|(?:grande|medio) porte/, /\bme\b|\bepp\b|microempres|pequen|grande|medi[ao]/], /como|document|desempat|empat|prazo/),
  regra('visita_tecnica', [/visita|vistoria/, EXIGE], /quando|onde|como|ate\b|prazo|agend|marc|quem|horario|dias|declar|substitu/),
  { ...regra('amostra_ou_poc', [/amostra|prova de conceito|\bpoc\b/, EXIGE], /quando|onde|como|prazo|\bdias|quant|acontece|antes|devol|laudo|quem/), soPresente: true },
  regra('consorcio', [/consorci/, PODE], /quant|limite|regist|\bdias|prazo|lider|tempo|como|document|porcent|percent/),
  regra('subcontratacao', [/subcontrat|terceiriz/, PODE], /quant|percent|limite|quem|parcela|como|ate que/),
  regra('criterio_julgamento', [/criterio de julgamento|criterio (?:para|de) (?:vencer|escolha|escolher)|ganha quem|como (?:e|sera) (?:o julgamento|julgad)/], /empat|nota|tecnica/),
  regra('modo_disputa', [/modo de disputa|(?:aberto|fechado) (?:ou|e) (?:aberto|fechado)/]),
  regra('regime_execucao', [/regime de execucao|qual (?:o )?(?:regime|tipo) de empreitada/]),
  regra('numero_processo', [/numero d[oe] processo|processo (?:administrativo )?numero|qual (?:e )?o processo/]),
  regra('numero_edital', [/numero d[oea] (?:edital|pregao|concorrencia|dispensa|licitacao)/]),
  regra('orgao_cnpj', [/cnpj/, /orgao|prefeitura|municipio|contratante|secretaria|camara|tomador/], /nota|emit|fatur/),
  regra('orgao_nome', [/(?:qual|que) (?:e )?(?:o )?(?:orgao|prefeitura|municipio) (?:que )?(?:esta|e|faz|licita|compra|contrata)|quem (?:esta|e que esta) (?:comprando|licitando|contratando)|nome do orgao/]),
  regra('objeto', [/qual (?:e )?(?:o )?objeto|o que (?:e que )?(?:esta|sera|vai ser|vao|querem|estao) (?:\w+ )?(?:licitad|licitando|compra|contrata|adquiri)|do que (?:se )?trata/]),
];

export interface CampoPerguntado {
  readonly campo: Campo;
  /** That the field was looked for and not found answers the question: it is not in the document. */
  readonly ausenciaResponde: boolean;
  /** What of the question names the field. */
  readonly nomeiam: readonly RegExp[];
}

/** The field a folded question asks for, null when it asks for none of them. */
export function campoDaPergunta(perguntaDobrada: string): CampoPerguntado | null {
  const achada = REGRAS.find(({ diz, menos }) => diz.every((r) => r.test(perguntaDobrada)) && !menos?.test(perguntaDobrada));
  return achada ? { campo: achada.campo, ausenciaResponde: !achada.soPresente, nomeiam: achada.diz } : null;
}
