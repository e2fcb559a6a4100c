/**
 * What editais write about the visit of before the dispute, as expressions on folded text with white space collapsed.
 * Read by `visita-tecnica.ts`.
 */

/** Any mention of a visit. */
export const ANCORA = /\b(?:visitas?|vistorias?)\b|\bvisitacao\b|\bpoder(?:a|ao)\s+ser\s+(?:visitad|vistoriad|examinad)[oa]s?\b|\bvistoriar(?:em)?\b|\bvisitar(?:em)?\b|avaliacao\s+previa\s+do\s+local/;
/** Inspections of the works, of the contractor, by the fire brigade; manholes and business cards. */
export const ALHEIA =
  /observacao\s+ou\s+(?:de\s+)?vistoria|vistoria\s+que\s+comprove|laudo\s+de\s+vistoria|comissao\s+de\s+vistoria|corpo\s+de\s+bombeiros|pocos?\s+de\s+visita|cartoes\s+de\s+visita|visitas?\s+(?:de\s+inspecao|domicili|de\s+vistoria|comercia|periodica|mensa|semana|do\s+fiscal|de\s+(?:rotina|manutencao|suporte|acompanhamento))|termo\s+de\s+vistoria\s+de\s+veiculo|vistorias?\s+(?:veicular|de\s+veiculo|d[eo]s?\s+equipamento|periodica|final|sanitaria|cautelar|de\s+vizinhan|in[-\s]?loco\s+em\s+todos)|alvaras?|recebimento\s+(?:provisorio|definitivo)|as\s+instalacoes\s+da\s+contratada|detran|inmetro|vigilancia\s+sanitaria|\bveicul|\bfrota|(?:instalac\w+|dependenci\w+|sede|estabeleciment\w+|fabrica)\s+d[aeo]s?\s+(?:empresa|licitante|proponente|vencedor|arrematante|credenciad|interessad|fornecedor|fabricante)|(?:administracao|comissao|secretaria|municipio|prefeitura|pregoeir[ao]|orgao)\s+(?:\w+\s+){0,3}(?:podera|realizara|fara|efetuara)\s+(?:\w+\s+){0,2}(?:realizar|fazer|efetuar|visitas?|vistorias?)|\bcrianca|paciente|garantia\s+tecnica|assistencia\s+tecnica|medic(?:ao|oes)/;
/** Who bids, or the dispute itself. */
export const LICITANTE = /licitante|proponente|interessad|empresas?\s+participante|licitac|certame|habilitacao|propostas?\b|inabilit|arrematante|\blances?\b|sessao\b/;
/** The visit of before the dispute by its own name. */
export const PREVIA = /(?:visitas?|vistorias?)\s+(?:previas?|tecnicas?|ao|aos|no|nos|d[oe]s?)\s*(?:locais?|local|obras?|tecnic|previ)?|avaliacao\s+previa|\bvisitacao\b(?!\s+(?:publica|turistic|hospitalar))/;
/** During the contract: someone else's visits. */
export const FASE_CONTRATO = /\b(?:a|pela|da|o|pelo|do)\s+(?:futur[ao]\s+)?contratad[ao]\b|contratante|fiscaliza|fiscal\s+d|durante\s+a\s+(?:execucao|vigencia)|gestor\s+do\s+contrato|assinatura\s+do\s+contrato|manutenc(?:ao|oes)|mensais|preventiv|corretiv/;
/** What the winner does after the dispute. */
export const DEPOIS_DA_DISPUTA = /vencedor|adjudicatari|detentor|\bcontratad[ao]\s+dever|apos\s+a\s+(?:assinatura|contratac|homologac|ordem)|levantamento|instalacao|manutenc|treinament|implantac|suporte/;
/** A section of its own. */
export const SECAO = /visita|vistoria/;

const V = String.raw`(?:visitas?|vistorias?|visitacao)`;
/** Says in so many words that it is optional. */
export const FACULTATIVA = new RegExp(
  [
    String.raw`${V}[^.;]{0,110}?\b(?:facultativ\w+|facultad[ao]s?|opcion\w+|nao\s+(?:e|sera|sao|sera[o]?|tera\s+carater)\s+(?:de\s+carater\s+)?obrigatori\w+|nao\s+obrigatori\w+|nao\s+(?:se\s+)?(?:constitu\w+|consubstanci\w+|configur\w+|e|sera)\s+(?:em\s+|como\s+)?(?:condicao|requisito|exigencia|pre-?requisito|obrigacao|motivo))`,
    String.raw`\b(?:facultativ\w+|facultad[ao]s?|faculta-se|opcion\w+)\b[^.;]{0,110}?${V}`,
    String.raw`nao\s+(?:e|sera|sendo|ha)\s+obrigator\w+[^.;]{0,60}${V}`,
    String.raw`(?:nao\s+realizacao|ausencia|falta|dispensa)\s+d[ae]\s+${V}[^.;]{0,60}nao\s+(?:implic|acarret|sera\s+motivo|inabilit|impede|constitu)`,
  ].join('|'),
);
/** A declaration, a waiver or a term stands in for the visit (art. 63 §3º). */
export const SUBSTITUI = new RegExp(
  [
    String.raw`\bopt\w+\s+(?:por|pela|em)\s+(?:nao|renunci)|renunci\w+\s+(?:a|ao|da)\b|desist\w+\s+d[ae]\s+${V}|nao\s+opt\w+\s+pela`,
    String.raw`\bou\s+(?:a\s+|de\s+)?(?:declaracao|termo)\s+[^.;]{0,80}(?:conhec|renunci|dispens|nao\s+(?:realiz|visita|vistoria)|opt|assum|responsabil)|\bou\s+(?:de\s+)?(?:pleno\s+)?conhecimento`,
    String.raw`declarac\w+\s+(?:formal\s+)?(?:de\s+)?(?:que\s+)?(?:tem\s+|possui\s+|pleno\s+)*conhec[^.;]{0,120}\bou\b[^.;]{0,40}${V}`,
    String.raw`\bou\s+(?:de\s+)?que\s+(?:a\s+|o\s+)?(?:dispens|renunci|abre\s+mao|abdic|prescind)\w*`,
    String.raw`(?:substitu\w+|suprid\w+)[^.;]{0,60}declarac|declarac[^.;]{0,80}(?:substitu\w+|suprir)|podera\s+ser\s+substituid`,
    String.raw`(?:declarac\w+|termo)\s+(?:formal\s+)?(?:de\s+|da\s+)?(?:renunci|dispensa|nao\s+(?:realizacao|visita|vistoria))`,
    String.raw`(?:que|caso|se|quando)\s+(?:\w+\s+){0,3}?nao\s+(?:realiz|faz|fiz|efetu|visit|vistori|compare|opt)\w*[^.;]{0,110}declara`,
  ].join('|'),
);
/** The bidder may choose: a right, an advice, an interest. */
export const ESCOLHA = new RegExp(
  [
    String.raw`direito\s+(?:d[ae]|a)\s+(?:realiz\w+\s+(?:d?[ea]\s+)?)?${V}|assegurad[ao][^.;]{0,60}(?:direito|${V})`,
    String.raw`\bopt\w+\s+(?:por|pela|em)\s+(?:realiz|faz|efetu)|realizada\s+ou\s+nao\s+a\s+${V}|podera\s+ser\s+dispensad`,
    String.raw`recomend\w+|aconselh\w+|a\s+criterio\s+d[aeo]s?\s+(?:licitante|proponente|interessad|empresa)|se\s+julgar\w*|caso\s+(?:\w+\s+){0,3}?(?:entenda\w*|julgue\w*|queira\w*|tenha\w*\s+interesse|deseje\w*)|tiver\w*\s+interesse|interessad[ao]s?\s+em\s+(?:realizar|fazer|efetuar|participar|vistoriar|visitar|conhecer)|que\s+(?:desejar\w*|quiser\w*)|havendo\s+interesse`,
    String.raw`(?:nao\s+realizacao|ausencia|falta)\s+d[ae]\s+${V}[^.;]{0,60}(?:embasar|alega|presun|conhecimento)`,
  ].join('|'),
);
const AGE = String.raw`(?:realizar|efetuar|fazer|proceder|visitar|vistoriar|inspecionar|solicitar)`;
/** The bidder may do it; "may be made until" is only how. */
export const PODE = new RegExp(String.raw`\b(?:podera|poderao|pode|podem)\s+(?:(?!nao\b)\w+\s+){0,4}?${AGE}\b[^.;]{0,80}(?:${V}|\bloca(?:l|is)\b)`);
export const PODE_SER = new RegExp(String.raw`${V}[^.;]{0,40}\bpodera[o]?\s+ser\s+(?:realizad|efetuad|feit|agendad)|podera[o]?\s+(?:ser\s+)?agenda[^.;]{0,40}${V}|\bpoder(?:a|ao)\s+ser\s+(?:visitad|vistoriad|examinad)[oa]s?\b`);
/** Says that there is no visit to make. */
export const NAO_EXIGE = new RegExp(
  [
    String.raw`nao\s+(?:sera|havera|serao|ha|e|se\s+faz)\s+(?:(?:exig\w+|necessari\w*|necessidade|previs\w+|obrigatoriedade|a|de|d[ao]|realizacao|qualquer)\s+){0,6}(?:${V}|avaliacao\s+previa)`,
    String.raw`nao\s+se\s+aplica\w*\s+(?:[ao]\s+)?(?:(?:exigencia|realizacao)\s+d[ea]\s+)?${V}`,
    String.raw`dispensa-se\s+(?:a\s+)?(?:realizacao\s+d[ae]\s+)?${V}|${V}(?:\s+(?:tecnicas?|previas?))?\s+(?:(?:e|sera|fica|esta)\s+)?dispensad`,
    String.raw`${V}(?:\s+(?:tecnicas?|previas?|ao\s+local|d[eo]\s+local))*\s*(?::|-)?\s*(?:nao\s+(?:se\s+(?:aplica|faz)|aplicavel|ha\b|havera|sera\s+(?:exigida|necessaria)|e\s+(?:exigida|necessaria)|exigid)|nao\s*(?:$|[.;)]))`,
  ].join('|'),
);
/** Demands it. */
export const OBRIGATORIA = new RegExp(
  [
    String.raw`${V}[^.;]{0,90}?\b(?:e|sera|sao|tem\s+carater|torna-se)\s+(?:de\s+)?(?:\w+\s+)?(?:obrigatori\w+|imprescindive\w+|condicao\s+(?:para|de|obrigatoria|indispensavel)|indispensave\w+)`,
    String.raw`\bobrigatori\w+[^.;]{0,70}?${V}|${V}\s+(?:tecnicas?\s+|previas?\s+)?(?:\w+\s+)?obrigatori\w+`,
    String.raw`(?:devera|deverao)\s+(?:obrigatoriamente\s+)?(?:(?:realizar|efetuar|fazer|proceder|participar|agendar)\b[^.;]{0,50}?${V}|(?:visitar|vistoriar)\b)`,
    String.raw`(?:sem|nao\s+(?:realizar|comparec\w+|participar))[^.;]{0,50}${V}[^.;]{0,80}(?:inabilit|desclassific|nao\s+(?:sera|podera)[^.;]{0,30}(?:participar|admitid))`,
    String.raw`(?:atestado|comprovante|certificado)\s+d[ea]\s+${V}[^.;]{0,160}sob\s+pena`,
  ].join('|'),
);
/** A label of the cover. */
export const ROTULO = new RegExp(String.raw`${V}(?:\s+(?:tecnicas?|previas?|(?:ao|do|no)\s+local)){0,2}\s*:\s*(?:sim\s*[,(-]?\s*)?obrigatori`);
/** Listed among the documents to hand in. */
export const DOCUMENTO = /(?:atestado|comprovante|certificado|termo|declaracao|comprovacao)\s+(?:de\s+|da\s+)?(?:realizacao\s+(?:de|da)\s+|que\s+(?:realizou|visitou)\s+)?(?:a\s+)?(?:visitas?|vistorias?)|declarac\w+\s+(?:de\s+)?que\s+[^.;]{0,30}\b(?:visitou|vistoriou)\b/;
/** Sections that list what to hand in. */
export const HABILITACAO = /habilita|qualifica|document/;
/** "Caso o Termo de Referência exija…": a clause of the model that asks nothing by itself. */
export const CONDICIONAL = /^(?:[\d.]{1,12}\s?[-–]?\s?)?(?:quando\s+se\s+tratar|em\s+se\s+tratando|tratando-se|no\s+caso\s+de|na\s+hipotese\s+de)\b|\b(?:caso|se|quando)\s+(?:[\w/]+\s+){0,6}?(?:exij\w+|exigid\w+|for\s+o\s+caso|couber|houver\s+exigencia)/;
