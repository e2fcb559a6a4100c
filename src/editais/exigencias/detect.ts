import type { Clausula } from './clausula.js';
import { rx } from './expressao.js';
import { isDeHabilitacao, type Zona } from './zona.js';

/**
 * How a clause demands: a paper named in a list, a sentence that orders, a declaration in a list of them, an item of a
 * list under a heading of habilitação (a demand only when it is of a known kind).
 */
export type Demanda = 'nome' | 'frase' | 'declara' | 'lista';

const NOME = rx(String.raw`^["'(*]*(?:(?:no caso de|quando se tratar de|tratando-se de|em se tratando de|para|se)\b[^:;]{3,90}[:,;-] ?|[^:;.]{3,70}: ?)?(?:(?:a|o|as|os|uma?|copias?(?: autenticad[ao]s?| simples| legivel)?(?: d[aeo]s? respectiv[ao]s?)?|vias?|apresentac(?:ao|oes)|prova|comprova(?:cao|nte|ntes)|original(?: ou copia)?) (?:d[aeo]s? |autenticad[ao]s? d[aeo]s? |por meio d[aeo] )?){0,3}(?:(?:atual(?:izad[ao])?|ultim[ao]s?) )?(?:prova|compr[ao]va|certid|certificad|atest|instrumento (?:publico|particular|de (?:mandato|procurac))|declara|registr|inscri|ato const|atos const|contrato|estatuto|cedula|document|rg\b|cpf\b|cnpj|cartao|balanc|demonstra(?:c|tiv)|alvara|licenc|autorizac|decreto|procurac|relac|indicac|termo|carta|catalogo|ficha|amostra|planilha|composic|cronograma|garantia|seguro|capacidade|capacitac|inexistencia|regularidade|nada consta|patrimonio|capital|indice|ccmei|requerimento|ata\b|cadastr|conter|laudo|bula|folder|manual|afe\b|crf\b|crc\b|cnd\b|cndt\b|fgts|fazenda|empresari|microempreendedor|sociedade|consolidac|identificac|quitac|possuir|apresentar|comprovar|anexar|demonstrar|declarar|ter\b|dispor|prova|carteira|memorial|plano|metodologia|proposta|preco|valor|marca|prazo de validade|validade|razao social|descric|especificac|detalhamento|art\b|tradic|qualificac|aptidao|experiencia|profissiona|engenheir|responsave|farmaceutic|nutricionist|equipe|equipament|boa situac|pessoa (?:fisica|juridica)|filial|cooperativa|microempres|agricultor|produtor|curriculo|diploma|portfolio|projeto|notificac|rms\b|auditoria|aval|ato de (?:autorizac|registro)|conselho|escritura|dre\b|sped|relatorio|nota fiscal)`);
/** Imperatives and obligations laid on bidders. */
const DEVE = rx(String.raw`\b(?:dever(?:a|ao|am)|devem|deve|devendo|dever-se-a|tera(?:o)? (?:que|de)|tem que|fica(?:m|ra)? obrigad\w+ a|obriga-se a|e obrigatori[oa] (?:a|o)|sera(?:o)? obrigatori[oa]|necessari[oa] (?:a |o )?)\b(?: ?\(?(?:ao|m|a)\)?)?¶140¶\b(?:apresent|comprov|declar|envi|anex|junt|possu|demonstr|encaminh|inform|indic|inser|entreg|manifest|assinal|conter|constar|acompanh|estar|ser|manter|ter\b|atend|detalh|consider|observ|prest|coloc|preench|inclu|cadastr|dispor|valid|vir|especific|cotar|remet|fornec|consign|elabor|assin|haver|utiliz|identific|marc|detalh|apont|contempl|realiz|oferec|credenci|estiver|respeit|particip|atualiz|adequ|readequ|ajust)\w*`);
const EXIGE = rx(String.raw`\b(?:sera(?:o)?|e|sao|fica(?:m|ra)?|esta(?:o)?) (?:\w+ ){0,2}(?:exigid|solicitad|requerid|necessari|obrigatori)[ao]s?\b|\bexige-se\b|\bexigir-se-a\b|\bsolicita-se\b|\bsob pena de (?:\w+ ){0,2}(?:inabilita|desclassifica|nao aceita)|^(?:apresentar|comprovar|declarar|anexar|juntar|possuir|enviar|encaminhar|demonstrar|informar|entregar|detalhar)\b|\bdeclarara(?:o)?\b|\bencaminhara(?:o)?\b|\bapresentara(?:o)?\b|^[oa]s? \w+ apresentar(?:em)?\b|\bcomprovara(?:o)?\b|\b(?:mediante|atraves d[ae]|por meio d[ae]|com) (?:a )?apresentac(?:ao|oes) d|\bhabilitad[ao]s mediante comprovac|\bsolicitar?a(?:o)?\b¶60¶\b(?:apresenta|envi|amostra|documenta|planilha)|\bpodera(?:o)?\b¶20¶\b(?:solicitar|exigir|requerer|ser exigid|ser solicitad)\w*¶80¶\b(?:apresenta|amostra|catalogo|planilha|document|comprova|exequib|prova)|\bserao verificad|\bsera (?:verificad|comprovad|atestad|avaliad|aferid|analisad)[ao]¶60¶\b(?:por meio|mediante|atraves|se o licitante|pel[oa])|\bcondicionad[ao] a\b|\bapresentar\b¶60¶\bproposta\b|\bjunto (?:a|com a) proposta\b|\bna proposta de preco|\bdisponibilizara(?:o)?\b|\bhavera\b¶20¶\b(?:prova|amostra|teste)|\bmunid[ao]s?\b¶40¶\bprocurac|^conter\b|\bpoderao participar\b¶120¶\b(?:cadastrad|credenciad)|\bvalidade da proposta\b¶40¶\b(?:minim|inferior|sera|e)\b|\bprazo de validade\b¶60¶\b(?:inferior|minim|sera)|\b(?:terao?|ter) validade\b|\bse responsabiliza|\bdeclara que\b|\bdeclaro\b|\bdeclaramos\b`);
/** A demand that opens a list: "deverão apresentar os seguintes documentos:". */
export const ABRE_LISTA = rx(String.raw`(?:seguintes?|abaixo|a saber|consist\w+ (?:em|de)|mediante|relacionad[oa]s|que|d[eo]s?|em|de acordo|apresentar|apresentacao|conter|contendo|comprova\w+|documentos|declarando|requisitos|habilitacao|juridica|fiscal|tecnica|financeira|trabalhista|declarac(?:ao|oes)|modelo|anexo|enviar)\b¶80¶:$|:$`);

/** Rules about papers, not papers: how they are shown, who checks them, what replaces them, what happens if they lack. */
const REGRAS: readonly RegExp[] = [
  rx(String.raw`\bpoder(?:a|ao)\b¶90¶\b(?:ser )?(?:substitu|dispensad|apresentad[oa]s? (?:em|por|no|na|com|atraves|sob))`),
  rx(String.raw`\b(?:fica(?:m|ra)?|esta(?:o)?|sera(?:o)?|e) (?:\w+ ){0,2}(?:dispensad|isent)[ao]s?\b|\bnao (?:sera(?:o)?|e|sao|ha|havera|serao)\b¶30¶\b(?:exigid|necessari|obrigatori|aceit|permitid|admitid|considerad|conced|levad|conhecid|reconhecid)\w*|\bvedad[ao] a\b|\be vedad[ao]|\bnao se exig|\bnao se aplica`),
  rx(String.raw`\bsomatorio\b|\bsoma d[eo]s? atestad|\b(?:sera|serao|admit)\w*\b¶20¶\b(?:admitid|aceit|permitid|admitir-se)[ao]?s?\b|\badmitir-se-a|\badmite-se|\b(?:sera|serao) (?:\w+ ){0,2}(?:aceit|considerad)[oa]s?\b|\baceitar-se-a`),
  rx(String.raw`\bmatriz\b¶120¶\bfilia(?:l|is)\b|\bmeio legal de prova\b|\bboa[- ]fe\b|\bdiligencias?\b(?!¶60¶exequib)|\bsanar\b|\bsaneamento\b|\berros? ou falhas?\b|\bformato digital\b|\boriginais nao[- ]digitais\b`),
  rx(String.raw`\bfalsidade\b|\bdeclarac(?:ao|oes) falsas?\b|\bsujeitara\b|\bsujeitar-se-a|\bcrimes?\b|\bmulta\b|\bimplicara\b|\bacarretara\b|\bensejara\b|\bresponder(?:a|ao)\b¶30¶\b(?:pel|civil|penal)|\bsera(?:o)? (?:\w+ )?(?:inabilitad|desclassificad|convocad|declarad|rejeitad|suspens|excluid|consultad|adjudicad|chamad)\w*|\bserao sanead`),
  rx(String.raw`\b(?:restric(?:ao|oes)|irregularidade)\b¶120¶\b(?:regularidade|prazo|regulariza)|\b(?:5|cinco)\b ?\(?(?:cinco)?\)? dias uteis¶120¶\bregulariza|\bregularizac(?:ao|oes) (?:da |d[eo]s )?(?:documentac|document|fiscal|situac)|\b(?:ainda|mesmo) que\b¶60¶\brestric|\btoda a documentacao\b¶90¶\bregularidade fiscal`),
  rx(String.raw`^(?:na hipotese|caso|se|quando)\b[^,;]{0,160}, ?(?:o|a|os|as)? ?(?:\(a\) ?)?(?:pregoeir|agente de contrat|comissao|administrac|sistema|autoridade)\w*`),
  rx(String.raw`^\W{0,3}(?:apos|(?:encerrad|concluid|finalizad|recebid|constatad|verificad|inabilitad)[ao]s?|havendo|ocorrendo|somente|a verificacao|a comprovacao d[ea] regularidade fiscal|a existencia|a convocacao (?:feita|por)|a nao|a falta|o nao|o descumprimento|a consulta|a inobservancia|o julgamento|o exame|os interessados poderao|o acesso|a ausencia|a documentacao exigida|toda a documentacao|os documentos (?:exigidos|referidos|solicitados|relativos|necessarios|de habilitacao|previstos|mencionados|que nao)|sera exigida a apresentacao d[eo]s? documentos|as certidoes que|a regularidade fiscal e trabalhista das micro|todas as certidoes|nao havendo|nao sendo)\b`),
  rx(String.raw`\b(?:o|a|ao?) (?:\(a\) ?)?(?:pregoeir[oa]|agente de contratacao|comissao(?: de \w+)?|equipe de apoio)(?: ?\(?[ao]\)?)?(?: e equipe de apoio| ou equipe de apoio)? (?:\w+ )?(?:examinara|verificara|consultara|devera|poderao?|podera|realizara|procedera|fara|analisara|convocara|suspendera|dara|informara|considerara|reputara|declarara|inabilitara|decidira|concedera)\b(?!¶60¶(?:solicit|exig|amostra))`),
  rx(String.raw`\bpoderao? (?:retirar|substituir|ofere|participar|ser visualiz|ser consult|ser obtid|encaminhar|ser prorrog|ser emitid|ser complement|ser aut)|\bchave de acesso|\bacompanhar as operacoes|\bcomunicar imediatamente|\bparametriz|\bdiscordancia\b|\bordem de classificacao\b|\bfase de lances\b|\bdesist|\brecorrer\b|\brecursa(?:l|is)\b`),
  rx(String.raw`\bmanual do\b|\bduvidas?\b|\bbaixad|\bdownload\b|\bno site\b¶30¶\bpoder|\blicitante que (?:nao|deixar|declarar)\b|\bsomente sera(?:o)? (?:exigid|disponibil)|\bobserva-se que|\bentende-se|\bconsidera(?:m)?-se\b|\bpara efeito de (?:regulariza|comprovacao de regul|contratacao)|\b(?:sem|nao (?:tenham|tiver\w*|houver|conste\w*|constando|indica\w*|mencion\w*))\b¶60¶\bvalidade\b|\bamostra (?:falsificad|em desacordo)|\bdisponibilizad[oa]s?\b¶30¶\b(?:acesso|publico)|\bvalor final minimo\b|\bprazo para (?:envio|encaminhamento)|\bconferir a exatidao|\bde responsabilidade d[oa] licitante`),
  rx(String.raw`\bcusto do licitante ultrapassa|\bcustos de oportunidade\b|\bencaminharao\b¶40¶\bpor meio do sistema\b(?!¶200¶\bdescricao)|\bencaminharao\b¶60¶\bpercentual de desconto, conforme o criterio|^(?:eventuais (?:falhas|erros)|erros no preenchimento|e dever d[oe] (?:licitante|fornecedor))\b|^a (?:referida )?garantia (?:\w+ ){0,3}dever\w+ (?:ter|vigorar|cobrir|permanecer|possuir|assegurar)\b|^[oa]s? ¶60¶\b(?:patrimonio|capital|indices?|valor\w*)\b¶60¶\bsera(?:o)? (?:calculad|apurad|obtid|extraid)|^para o licitante (?:credenciado|cadastrado)\b|\bpodem ser assinad|^(?:descrever|definir|avaliar) (?:o|a)s?\b|\be admissive(?:l|is)\b|\bdocumentada nos autos\b|\bconstarao d[ea] ata\b|\bnao precisa\w*\b|^observac|^a declaracao d[oe] (?:licitante )?vencedor|^os lances\b|\bequivalencia dos valores\b|^a prerrogativa\b|^independentemente de\b|^a habilitacao sera (?:exigida|realizada|feita)|\bvalidade (?:expirad|vencid)|\bunico arquivo\b|^o objeto social\b|^declaracao de inidoneidade para\b|\bsuprir\b¶40¶\bomiss`),
  rx(String.raw`^tem ciencia d[ae]s? (?:condicoes impostas|disposicoes)\b|\bcompareceu\b|\batestamos que\b`),
];
/** How a paper must look: details of the demand above. */
const DETALHE = rx(String.raw`^\W{0,2}(?:\(?s\)? ?)?(?:[oa]s?|cada|todos? [oa]s?|est[ea]s?|tais|ess[ea]s?)? ?(?:\(s\) ?)?(?:documentos?|mesm[ao]s?|referid[oa]s?|atestad|certid|certificad|declarac|balanc|demonstrac|comprovant|copia|indices?|empresas? constituid|registro|licenca|alvara|vinculo|quantitativos?|document)[^;:]{0,110}\b(?:dever(?:a|ao)|podera|poderao|sera|serao|sao|tera|terao|devem|deve)\b¶30¶\b(?:conter|estar|ser|constar|referir|refer|vir|possuir|trazer|indicar|demonstrar|comprovar|feita|feito|assinad|emitid|expedid|datad|tradu|acompanhad|apresentad|limit|calculad|extraid|registrad|valid|observar|apresentar as seguintes informac|assinado|considerad|obtid|elaborad|publicad|digitaliz)`);

/** "Não será exigida amostra", and what only matters in an order of phases that the law makes an exception. */
const DISPENSA = rx(String.raw`\bnao (?:sera(?:o)?|e|ha(?:vera)?|se)\b¶25¶\b(?:exigi|necessari|solicitad|obrigatori)\w*|\bfase de habilitacao (?:anteced|prec)\w*`);
/** "O licitante deverá apresentar a certidão…": a demand, whatever else the clause says. */
const LICITANTE_APRESENTA = rx(String.raw`\b(?:licitantes?|proponentes?|empresas?|interessad[ao]s?|vencedora?)\b¶60¶\bdever(?:a|ao)\b¶40¶\b(?:apresentar|comprovar|entregar|anexar|juntar)\b¶90¶\b(?:certid|atestad|balanc|declarac(?:ao|oes) de|patrimonio|alvara|licenca|registro|procurac|identidade|demonstrac|termo de|capital|garantia)\w*|\b(?:dever(?:a|ao)) apresentar (?:o |a )?balanco`);
/** …unless it is about papers in general, or those that replace others. */
const DA_REGRA = /\b(?:toda a documentac|documentacao exigida|documentos exigidos|documentos de habilitac|em nome da|ainda que|mesmo que|sera\w* (?:inabilitad|desclassificad)|fora d[eo]s? envelope|acompanhad[ao] d)/;
/** Who is under recovery takes part with the plan that the court accepted. */
const EM_RECUPERACAO = rx(String.raw`\brecuperacao\b¶200¶\b(?:apresent|comprov|demonstr)\w*¶80¶\b(?:plano|viabilidade)\b|\bapresent\w+¶40¶\bplano de recuperacao\b`);
/** Asked even inside the list of what bars a proposal. */
const PROVA_PRECO = rx(String.raw`\b(?:licitante|proponente|fornecedor)\b¶40¶\bdever\w+ (?:comprovar|demonstrar) a exequibilidade\b`);
/** Art. 15, I: the paper that every tender open to consortia asks for. */
const DE_CONSORCIO = rx(String.raw`^(?!na |no |apos )¶120¶\bcompromisso\b¶60¶\bconstitu\w+¶20¶\bconsorcio\b`);
/** Demands that are worded as rules: the bidder still has something to hand in. */
const ISENTAS: readonly RegExp[] = [
  rx(String.raw`^(?!considera|sera(?:o)? desclass)[^;]*?(?:\b(?:comprov|demonstr|justific)\w*¶120¶\b(?:exequib|inexequ)|\b(?:exequib|inexequ)\w*¶160¶\b(?:comprov|demonstr|diligenc))`),
  rx(String.raw`\bpodera(?:o)? participar\b¶400¶\b(?:cadastrad|credenciad|registro (?:atualizado|cadastral))|\b(?:estar|estiver\w*)\b¶40¶\b(?:cadastrad|credenciad)[ao]`),
  rx(String.raw`\bconvocad[ao]s? (?:para|a)¶40¶\b(?:apresentar|enviar|encaminhar|realizar)\b`), rx(String.raw`\bconvocara\b¶80¶\b(?:para|a)¶30¶\b(?:apresent|envi|encaminh)`),
  rx(String.raw`\b(?:solicit\w+|exig\w+|requer\w*)\b¶160¶\b(?:envie|envio d[ae] (?:sua )?proposta|apresente|amostras?|planilhas?|catalogos?|composicao|prova de conceito)\b`), rx(String.raw`\benvie(?:m)? (?:a |sua )?proposta\b|\bdocumento digital complementar\b`),
  rx(String.raw`\bdocumentos equivalentes\b|\btradut?or\b|\btraduzid[ao]s?\b|\bapostilad|\btraducao\b`), rx(String.raw`\bacrescimo de\b¶60¶\bconsorcio|\bconsorcio\b¶200¶\bacrescimo de\b`),
  rx(String.raw`\bbalanco de abertura\b`), rx(String.raw`\bacompanhad[ao]s?\b¶30¶\b(?:alterac|consolidac)`), rx(String.raw`\bverificad[ao] se o licitante\b¶80¶\bdeclarac`),
  rx(String.raw`\b(?:visita|vistoria)\b¶60¶\bsubstituir\b¶60¶\bdeclarac`),
  EM_RECUPERACAO,
];

/** What a nominal item says after its first words ("…, vedada a substituição por balancetes") makes no rule of it. */
const CABECA = 110;

/** What is done once the contract runs, and the forms in which the tie with a professional is shown: of the demand above. */
const DE_OUTRA = rx(String.raw`\bprofissiona(?:l|is)\b¶160¶\bdever\w+ (?:acompanhar|participar)\b|^(?:apresentacao d[aeo]s? |copias? (?:autenticadas? )?d[aeo]s? |comprova\w+ d[aeo]s? |mediante )*(?:contrato social|estatuto|ato constitutivo|carteira (?:de trabalho|profissional)|ctps|contrato de (?:prestacao|trabalho)|ficha d[eo] (?:registro|empregado)|registro de empregad|declaracao de (?:contratacao|compromisso) futur)\w*¶200¶\b(?:o profissional|se (?:o )?(?:profissional|empregado|socio|contratado|autonomo)|no caso d[eo] (?:profissional|empregado|socio|proprietario))\b`);
/** Said of matriz and filial, of who asks for a diligência, of when a price is held unfeasible. */
const DE_REGRA = /^se (?:a |o )?(?:licitante|proponente|empresa|fornecedor) for (?:a )?(?:matriz|filial)\b|^qualquer interessado podera\b|^a inexequibilidade\b[^;]{0,60}\b(?:so|somente|apenas)\b|^somente apos\b|^as micro ?empresas\b[^;]{0,220}\btoda a documentacao\b/;
const PROVA_DE_VINCULO = /^(?:copias? (?:autenticadas? )?d[aeo]s? )?(?:ficha|contrato|carteira|ctps|registro de empregad|livro de registro|estatuto)\b/;
const isDeOutra = (c: Clausula): boolean => (c.zona === 'tecnica' && DE_OUTRA.test(c.dobrado)) || (c.pais[0] !== undefined && /\bvinculo\b|\bquadro (?:permanente|tecnico|d[eo])\b/.test(c.pais[0].dobrado) && /:$/.test(c.pais[0].dobrado) && PROVA_DE_VINCULO.test(c.dobrado));

/** A rule, or a detail of another demand. */
export function isRegra(c: Clausula): boolean {
  if (isDeOutra(c) || DE_REGRA.test(c.dobrado)) return true;
  if (DISPENSA.test(c.dobrado) && !LICITANTE_APRESENTA.test(c.dobrado)) return true;
  if (ISENTAS.some((r) => r.test(c.dobrado)) || (LICITANTE_APRESENTA.test(c.dobrado) && !DA_REGRA.test(c.dobrado))) return false;
  const cabeca = c.dobrado.slice(0, CABECA);
  const lido = (NOME.test(c.dobrado) && c.numero !== null) || /^(?:[^,;]{0,40}\b)?(?:devera(?:o)?|e obrigatori[oa]|sera(?:o)? exigid[ao]s?)\b.{0,60}\b(?:comprova|apresent)/.test(cabeca) ? cabeca : c.dobrado;
  return REGRAS.some((r) => r.test(lido)) || (DETALHE.test(c.dobrado) && !/^(?:documentos? (?:de identifica|pessoa)|certid|certificad|prova|balanco patrimonial e|atestado d|declarac(?:ao|oes) de que)/.test(c.dobrado));
}

const DECLARA_PAI = rx(String.raw`\bdeclar(?!ad[ao]s?\b)\w+¶200¶:$|\bdeclar\w+¶80¶\b(?:que|seguintes|abaixo)\b¶60¶$|\bdeclarac(?:ao|oes)\b¶160¶:$`);
const DECLARA = rx(String.raw`^\W{0,6}declar(?:o|amos)\b|\b(?:selecionar|assinalar|marcar|optar)\b¶40¶\b(?:me ?[/e] ?epp|microempresa|mpe)\b|\bdever\w+ firmar\b¶60¶\bdeclarac(?:ao|oes)\b|\b(?:informa\w+|assinala\w*|identificar|marcar)\b¶120¶\b(?:campo proprio|opcao|condicao de microempresa|enquadramento)|^(?:\W{0,3}(?:apresentar|apresentacao d[ea]|assinalar|em se tratando[^,]{3,80},|as? |os? )? ?)declarac(?:ao|oes)\b|\bdev(?:e|em|er\w+|endo)\b¶120¶\b(?:declarar|(?:apresentar|enviar|encaminhar|anexar|juntar|firmar|assinar) (?:a |as |uma )?declarac)\w*|\bdeclarara(?:o)?\b¶90¶\bque\b|\bdeclar(?:ara|arao|ando|ar|o|a|amos) (?:\w+ ){0,6}(?:que|expressamente|sob|nao|cumpr|estar|ter|possuir|atend)|\bmanifestar\b¶80¶\b(?:conhecimento|atendimento|cumprimento)|\bdeclarac(?:ao|oes)\b¶60¶\b(?:de que|que|firmada|expressa|unificada|conjunta|d[ea] (?:inexist|cumpr|atend|idone|pleno|nao|ausencia|enquadr|ciencia|conhec|elabora|reserva|inexist))`);

/** Whether and how a clause demands something of bidders; null for rules, headings and prose. */
export function detectDemanda(c: Clausula): Demanda | null {
  if (c.titulo || c.dobrado.length < 4 || /^[^;:]{1,40} = /.test(c.dobrado)) return null;
  const pai = c.pais[0];
  if (ANEXO_LISTADO.test(c.dobrado) || isNomeDeGrupo(c.dobrado)) return null;
  if (isParcela(c)) return 'nome';
  if (EM_RECUPERACAO.test(c.dobrado) || PROVA_PRECO.test(c.dobrado)) return 'frase';
  if (DE_CONSORCIO.test(c.dobrado) && c.regiao === 'edital' && !/:$/.test(c.dobrado)) return 'nome';
  if (acimaDe(c).some((p) => isDetalheAberto(p) || (CONSEQUENCIA.test(p.dobrado) && !ISENTAS.some((r) => r.test(p.dobrado)) && !/\bdever\w+ (?:\w+ )?declarar\b/.test(p.dobrado)))) return null;
  const declaraPai = pai !== undefined && !pai.titulo && DECLARA_PAI.test(pai.dobrado) && /:$/.test(pai.dobrado) && !/\batestad[oa]|\bdocumentos e declarac/.test(pai.dobrado);
  if (declaraPai && !isRegra(c)) return 'declara';
  if (/:$/.test(c.dobrado) && !NOMEIA_PAPEL.test(c.dobrado)) return null;
  if (isRegra(c)) return null;
  if (DECLARA.test(c.dobrado) && ((c.zona !== 'fora' && c.zona !== 'contratacao') || DE_LICITANTE.test(c.dobrado))) return 'declara';
  if (c.zona === 'declaracoes' && c.numero !== null && /^(?:que )?(?:nao |esta |se |inexist|cumpre|atende|tem |possui|conhece|aceita|declar)/.test(c.dobrado)) return 'declara';
  const aberta = pai !== undefined && /:$/.test(pai.dobrado) && !isRegra(pai) && (DEVE.test(pai.dobrado) || EXIGE.test(pai.dobrado) || ISENTAS.some((r) => r.test(pai.dobrado)) || /\b(?:seguintes?|abaixo|documentos|documentacao|habilitacao|apresentacao|apresentar|requisitos)\b/.test(pai.dobrado));
  const zona = zonaEfetiva(c);
  if ((zona === 'proposta' || zona === 'apresentacao') && CONTATO.test(c.dobrado)) return null;
  if (zona === 'proposta' && c.numero !== null && /^(?:precos?|marca|prazo de validade|valor|descricao|validade)\b/.test(c.dobrado)) return 'nome';
  if (NOME.test(c.dobrado) && (isDeHabilitacao(zona) || (aberta && isDoLicitante(zona)))) return 'nome';
  if (aberta && (zona === 'proposta' || zona === 'apresentacao') && c.dobrado.length < 300 && c.numero !== null && !/\bcontratad[ao]\b/.test(pai.dobrado)) return 'nome';
  if ((c.zona === 'fora' || c.zona === 'contratacao') && (!DE_LICITANTE.test(c.dobrado) || DE_CONTRATADA.test(c.dobrado))) return null;
  if (DEVE.test(c.dobrado) || EXIGE.test(c.dobrado) || ISENTAS.some((r) => r.test(c.dobrado))) return 'frase';
  return isDeHabilitacao(zona) && zona !== 'habilitacao' && c.numero !== null && c.dobrado.length < MAIOR_ITEM ? 'lista' : null;
}
const MAIOR_ITEM = 220;
/** Where the bidder is reached, and the end of a letter: lines of a form. */
const CONTATO = /^(?:o |a )?(?:endereco|telefones?|tel\.|e-? ?mails?|fax|local,? (?:e )?data|assinatura|pais de origem)\b(?!.{0,80}\b(?:banc|conta\b|preco|marca|razao social|cnpj))/;

/** "São admitidas cooperativas que:" inside the list of who may not bid: what is under it is asked, not barred. */
const PERMITE = /\b(?:sera|serao|e|sao|fica|ficam) (?:permitid|admitid|autorizad)[ao]s?\b[^:]{0,240}:$/;
function acimaDe(c: Clausula): readonly Clausula[] {
  const i = c.pais.findIndex((p) => PERMITE.test(p.dobrado) && !/\bnao (?:sera|serao|e|sao|fica|ficam)\b/.test(p.dobrado));
  return i < 0 ? c.pais : c.pais.slice(0, i + 1);
}

/** "- qualificação técnica;": the name of a group of papers, in a list of groups. */
const NOME_DE_GRUPO = /^(?!regularidade fiscal federal)(?:as? |os? |documentos? |documentacao |comprovacao |comprobatori[ao]s? |relativ[ao]s? |referentes? |d[aeo]s? )*(?:habilitacao|qualificacao|regularidade|capacidade) (?:juridica|tecnica|economic[ao]|financeira|fiscal|social|federal|operacional|profissional)(?:(?: e |, | - |-|\/|[ ])(?:juridica|tecnica|economic[ao]|financeira|fiscal|social|trabalhista|federal|operacional|profissional))*\s?[;.,]?(?: e)?$/;
const isNomeDeGrupo = (dobrado: string): boolean => dobrado.length < 110 && (NOME_DE_GRUPO.test(dobrado) || /^(?:os )?documentos de habilitacao\b(?!.{0,80}\bdever)/.test(dobrado));

/** A least quantity in a list that an attestation opens: "a) fornecimento de, no mínimo, 40 licenças;". */
export const isParcela = (c: Clausula): boolean => {
  const pai = c.pais[0];
  return pai !== undefined && c.numero !== null && c.dobrado.length < 400 && /:$/.test(pai.dobrado) && /\batestad[oa]|\baptidao\b|\bcapacidade (?:tecnic|operacional)/.test(pai.dobrado) && /\bcomprov|\bdemonstr|\bsegui|\babaixo\b/.test(pai.dobrado) && PARCELA.test(c.dobrado);
};
const PARCELA = rx(String.raw`^(?!o prazo|prazo|data|local|nome)¶160¶(?:\bno minimo,? (?:de )?\d|\bminim[oa] de \d|\bpelo menos,? \d|\bquantidade (?:minima|igual)|\d ?(?:\([^()]{3,40}\) ?)?(?:%|por cento))`);

const ANEXO_LISTADO = /^\W{0,3}anexo\s+[ivx\d]+\b(?!.{0,20}\bdever)/;
/** Lists of what bars a bidder or is punished. */
const CONSEQUENCIA = /\b(?:desclassificad|inabilitad|infrac(?:ao|oes)|nao poderao? (?:participar|disputar)|vedad[ao]|sanc(?:ao|oes)|penalidades|inexequive|diligencia|impedid|praticar|conduta)\w*[^:]{0,240}:$/;

/** Papers that are asked for in no other part of a tender: not with invoices, not of who already works. */
const NOME_FORTE = /^\W{0,3}(?:(?:apresentacao de |comprovacao de |prova de )?(?:(?:pelo menos |no minimo )?(?:\w+ )?(?:\([^()]{1,12}\) )?atestados?(?:\(s\))? de capacidade|(?:aptidao|capacitacao|capacidade) tecnic\w*|certidao de (?:registro|pessoa juridica)[^;]{0,80}\b(?:crea|cau)\b|balanco patrimonial e|certidao negativa de (?:pedidos? de )?(?:falencia|feitos)|patrimonio liquido)|registro ou inscricao d[ae] (?:empresa|licitante|proponente)|(?:um ou mais )?atestados? d[eo] (?:aptidao|desempenho))/;

/** The zone of a list that a demand opens in a section of something else: what it is a list of. */
export function zonaEfetiva(c: Clausula): Zona {
  if (c.zona !== 'fora' && c.zona !== 'participacao' && c.zona !== 'contratacao') return c.zona;
  if (NOME_FORTE.test(c.dobrado)) return 'habilitacao';
  const abre = c.pais.find((p) => !p.titulo && /:$/.test(p.dobrado) && (DEVE.test(p.dobrado) || EXIGE.test(p.dobrado) || ISENTAS.some((r) => r.test(p.dobrado)) || /\b(?:habilitacao|qualificacao tecnica|documentacao)\b/.test(p.dobrado)) && !CONSEQUENCIA.test(p.dobrado) && !/\bpagamento|\bnota fiscal|\bliquidacao|\bsinistro|\bapolice|\bseguradora|\bfiscalizacao do contrato|\bintegram\b|\bfazem parte\b|\bmes (?:seguinte|subsequente)|^[oa] contratad[oa]\b/.test(`${p.dobrado} ${p.pais[0]?.dobrado ?? ''}`));
  if (!abre) return c.zona;
  return /\bproposta/.test(abre.dobrado) ? 'proposta' : /\b(?:habilitacao|documentos|documentacao|certid|qualificacao)/.test(abre.dobrado) ? 'habilitacao' : c.zona;
}

/** An introduction that names the paper itself: "Atestado de capacidade técnica que comprove:", "Índices:". */
const NOMEIA_PAPEL = rx(String.raw`\b(?:atestad|balanc|certid|indices?|indicador(?:es)?|enquadramento|responsavel tecnico|profissiona|acervo|registro|prova de|comprovacao (?:de|da)|capital|patrimonio|declaracao (?:unificada|conjunta)|envie a proposta|dever\w+ enviar (?:a )?sua proposta\b|proposta\b¶40¶\b(?:adequada|readequada|atualizada|ajustada)|amostras?|catalogo|capacidade|aptidao)`);
/** Outside the sections of habilitação only what speaks of those who bid is theirs. */
const DE_LICITANTE = /\b(?:licitantes?|medicamentos?|proponentes?|arrematantes?|participantes?|interessad[ao]s?|vencedora?s?|adjudicatari[ao]s?|empresas que|microempresas|empresas? (?:classificad|participante|vencedor)\w*|habilitacao|fornecedor(?:es)? (?:classificad|melhor|mais)\w*|assinatura d[oa] (?:contrato|ata)|tratamento (?:diferenciado|favorecido)|propostas?|amostras?|garantia d[aeo] (?:execucao|contratacao|contrato)|prestacao de garantia)\b/;
const DE_CONTRATADA = /^(?:[^,]{0,60}\b)?(?:a|o|da|do|pela|pelo) contratad[ao]\b/;
const isDoLicitante = (z: Zona): boolean => isDeHabilitacao(z) || z === 'apresentacao' || z === 'proposta' || z === 'participacao';

/** A list of what a paper must say. */
const isDetalheAberto = (p: Clausula): boolean => /:$/.test(p.dobrado) && DETALHE.test(p.dobrado) && /\b(?:conter|constar|informac|comprovar|indicar|trazer|possuir|feita|feito|vinculo|formula|obtid|calculad|assinad|apresentad|publicad)/.test(p.dobrado);
