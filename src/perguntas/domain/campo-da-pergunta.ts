import type { Campo } from '../../editais/index.js';

/**
 * Questions about a field that is read from every edital: what the folded question must say, and what it must not (a question of a
 * detail of the same subject is no question of the field). The first that fits wins.
 */
const TABELA: readonly (readonly [Campo, RegExp, RegExp?])[] = [
  ['garantia_proposta_pct', /(?:garantia|caucao)s? (?:de|da|das|na|pra|para a?) ?(?:manutencao da )?propostas?|garantia de participacao|caucao para participar/, /modalidade|prazo|quando|devol|quanto tempo|adicional|como|em que conta|que banco|validade|vale/],
  ['garantia_execucao_pct', /(?:percentual|por cento|porcentagem|quanto|valor|exige|exigem|cobra|tem|ha|preciso).{0,30}(?:garantia (?:contratual|de execucao|do contrato|da execucao)|caucao(?! (?:para|de|da) (?:participar|proposta)))|^qual a garantia (?:contratual|de execucao|do contrato)/, /modalidade|prazo|quando|devol|quanto tempo|adicional|como|banco|complet|repor|recompor|validade|quantos dias/],
  ['capital_ou_pl_minimo_pct', /(?:capital social|patrimonio liquido|capital) (?:social )?(?:ou patrimonio liquido )?(?:minimo|exigid|preciso)|(?:qual|quanto|percentual|exige|precis\w+|que).{0,30}(?:capital social|patrimonio liquido)/],
  ['indices_minimos', /indices? (?:d[ae] )?(?:minimos? )?(?:d[ae] )?(?:liquidez|contabe|financeir|economic)|liquidez (?:geral|corrente).{0,30}(?:minim|exig|precis|comprov)|solvencia geral/, /endividamento/],
  ['balanco_exercicios', /balanco.{0,30}(?:de )?quantos (?:anos|exercicios)|quantos (?:balancos|(?:anos|exercicios) de balanco)|balancos? de quais anos/],
  ['falencia_validade_dias', /(?:certidao|negativa) de falencia.{0,60}(?:quant|validade|emitida|antig|tempo)|(?:quant|validade|tempo).{0,60}certidao (?:negativa )?de falencia/],
  ['atestado_min_pct', /percentual.{0,30}atestad|atestad.{0,40}percentual/],
  ['reajuste_indice', /indice.{0,30}(?:reajust|corrig|correcao)|(?:reajust|corrig)\w*.{0,40}(?:qual |que |por qual )?indice|que indice/, /atras|liquidez|endivid|solvencia|mora\b/],
  ['multa_mora_pct_dia', /multa.{0,60}(?:por dia|diaria|ao dia|cada dia).{0,20}|multa (?:por|de|do|se eu) atras|multa (?:de )?mora|atras\w+.{0,40}multa por dia/, /maxim|limite|compensat/],
  ['multa_compensatoria_max_pct', /multa (?:compensatoria|maxima|por inexecucao|por descumprir)|maximo d[ae] multa|limite d[ae] multa/],
  ['prazo_execucao', /(?:em quant\w+ (?:dias|meses|tempo|horas)|qual (?:e )?o prazo|prazo de|quant\w+ (?:dias|meses|tempo|horas) (?:tenho|tem|temos|preciso|para|pra|vai|dura)).{0,40}(?:(?:a obra|obras?|servicos?|projetos?|casas?|reforma|pavimentacao).{0,30}(?:pront|conclu|termin|execut|acabad|dura|ficar)|(?:terminar|concluir|executar|acabar) (?:a|as|o|os) (?:obra|servico)|execucao d[ao]s? (?:obra|servico|objeto)|\bentregar? (?:a|as|o|os|tudo|d[oa]s?)? ?(?:medicament|produt|licenc|material|materia|equipament|bens|objeto|mercador|cestas?|remedio|itens|alimento|generos)|entregar? depois d)/, /amostra|projeto basico|proposta|document|comec|inici|substit|troc|receb|art\b|garantia|as built|mobiliz|catalogo|versoes|atualizac/],
  ['pagamento_prazo', /(?:em |depois de |apos |quantos )?quant\w+ (?:dias|tempo|horas).{0,60}(?:\bpag[ao]|pagam|pagamento|recebo|deposita|cai o dinheiro|\bpagar\b|me pagar)|prazo (?:de|para|do) pagamento|quando (?:a \w+ |o \w+ )?(?:paga|recebo|vou receber|me pagam)/, /aluguel|salario|reten|document|liquid|atest|ultima|primeira|atras|nota fiscal para/],
  ['vigencia_contrato', /(?:vigencia|validade|duracao) d[oa] (?:contrato|ata)|(?:quanto tempo|quantos meses|quantos anos).{0,20}(?:vale|dura|vigora|valer)\b.{0,10}(?:o contrato|a ata|contrato|ata)|(?:contrato|ata).{0,20}(?:vale|dura|vigora) (?:por )?quant/, /prorrog/],
  ['validade_proposta_dias', /validade d[ae] (?:minha )?proposta|proposta.{0,25}(?:valer|valida|vale|validade).{0,20}|quanto tempo (?:a )?(?:minha )?proposta/, /garantia|assinar|ajustad|readequad|lance|como|duas|mais de uma/],
  ['impugnacao_dias_uteis', /(?:ate quando|ate que dia|prazo|quant\w+ (?:dias|tempo)|antecedencia).{0,40}impugn|impugn.{0,40}(?:ate quando|prazo|quant\w+ (?:dias|tempo))/, /respond|resposta|onde|como|horario|que horas|decid/],
  ['esclarecimento_dias_uteis', /(?:ate quando|ate que dia|prazo|quant\w+ (?:dias|tempo)|antecedencia).{0,40}(?:esclarec|duvida)/, /respond|resposta|onde|como|horario|que horas/],
  ['sessao_abertura', /(?:que dia|que data|quando|que horas|dia e hora|data).{0,50}(?:sessao|disputa|abertura|pregao|licitacao|concorrencia|lances)|(?:sessao|disputa|abertura).{0,30}(?:que dia|que horas|quando)/, /prorrog|adia|remarc|depois d|apos|antes|suspen|impugn|esclarec|recurs|vistoria|visita/],
  ['propostas_fim', /(?:ate quando|ate que (?:dia|hora|data)\w*|prazo|que horas|data).{0,40}(?:envi|mand|cadastr|entreg|receb|apresent)\w* (?:d?[aeo]s? )?(?:minhas? |suas? )?propostas?/, /ajustad|readequad|adequad|final|vencedor|depois|apos|atualizad|tecnica/],
  ['valor_estimado_total', /valor (?:total )?(?:estimado|maximo|de referencia|previsto|global|total)|(?:valor|preco).{0,20}(?:d[ae] (?:obra|licitacao|contratacao|compra))|quanto (?:vai custar|custa|esta orcad\w)|\borcad[oa] em|de quanto e (?:essa|a|esta) (?:compra|licitacao|obra|contratacao)|orcamento (?:total|estimado|da obra)/, /cada|lote|item|unitari|por (?:mes|metro|unidade|casa)|garantia|comprimido|multa|lance|inexequ|abaixo|seguro|nota|capital|atestad/],
  ['visita_tecnica', /(?:obrigad|obrigatori|precis\w+|exig\w+|tem de|tenho (?:de|que)|necessari|ha|tem).{0,30}(?:visita|vistoria)|(?:visita|vistoria) (?:tecnica )?e obrigat/, /quando|onde|como|ate|prazo|agend|marc|quem|horario|dias/],
  ['amostra_ou_poc', /(?:obrigad|obrigatori|precis\w+|exig\w+|tem de|tenho (?:de|que)|necessari|ha|tem|vao pedir|pedem).{0,30}(?:amostra|prova de conceito|\bpoc\b)/, /quando|onde|como|prazo|dias|quant/],
  ['consorcio', /(?:posso|pode|permit|aceita|admite|da pra|da para|vale|participar).{0,40}consorcio|consorcio (?:e |pode|participa)/, /quant|limite|como|regist|dias|prazo|maximo|lider/],
  ['subcontratacao', /(?:posso|pode|permit|aceita|admite|da pra|da para|vale|poderei).{0,30}(?:subcontrat|terceiriz)|subcontratacao e (?:permit|admit|proib|vedad)/, /quanto|percentual|limite|quem|como|parcela/],
  ['reajuste_indice', /reajuste (?:de precos )?(?:e )?(?:feito )?por qual/],
];

/** The field a folded question asks for, null when it asks for none of them. */
export const campoDaPergunta = (perguntaDobrada: string): Campo | null => TABELA.find(([, e, exceto]) => e.test(perguntaDobrada) && !exceto?.test(perguntaDobrada))?.[0] ?? null;
