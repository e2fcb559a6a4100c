import { AUTORIDADE } from '../extracao/autoridade.js';
import { blocoEm, chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, type Frase } from '../extracao/frases.js';
import type { TextoEdital } from '../domain/texto-edital.js';

type Visita = 'nao_exige' | 'facultativa' | 'obrigatoria';

const ANCORA = /\b(?:visitas?|vistorias?)\b|\bvistoriar(?:em)?\b|\bvisitar(?:em)?\b|avaliacao\s+previa\s+do\s+local/;
/** Inspections of the works, of the contractor, by the fire brigade; manholes and business cards. */
const ALHEIA =
  /observacao\s+ou\s+(?:de\s+)?vistoria|vistoria\s+que\s+comprove|laudo\s+de\s+vistoria|comissao\s+de\s+vistoria|corpo\s+de\s+bombeiros|pocos?\s+de\s+visita|cartoes\s+de\s+visita|visitas?\s+(?:de\s+inspecao|domicili|de\s+vistoria|comercia|periodica|mensa|semana|do\s+fiscal|de\s+(?:rotina|manutencao|suporte|acompanhamento))|termo\s+de\s+vistoria\s+de\s+veiculo|vistorias?\s+(?:veicular|de\s+veiculo|d[eo]s?\s+equipamento|periodica|final|sanitaria|cautelar|de\s+vizinhan|in[-\s]?loco\s+em\s+todos)|alvaras?|recebimento\s+(?:provisorio|definitivo)|as\s+instalacoes\s+da\s+contratada|\bcrianca|paciente|garantia\s+tecnica|assistencia\s+tecnica|medic(?:ao|oes)/;
/** Who bids, or the dispute itself. */
const LICITANTE = /licitante|proponente|interessad|participante|licitac|certame|habilita|propostas?\b|inabilit/;
/** The visit of before the dispute by its own name. */
const PREVIA = /(?:visitas?|vistorias?)\s+(?:previas?|tecnicas?|ao|aos|no|nos|d[oe]s?)\s*(?:locais?|local|obras?|tecnic|previ)?|avaliacao\s+previa/;
const FASE_CONTRATO = /\b(?:a|pela|da|o|pelo|do)\s+(?:futur[ao]\s+)?contratad[ao]\b|contratante|fiscaliza|fiscal\s+d|durante\s+a\s+(?:execucao|vigencia)|gestor\s+do\s+contrato|assinatura\s+do\s+contrato|manutenc(?:ao|oes)|mensais|preventiv|corretiv/;
const SECAO = /visita|vistoria/;

const V = String.raw`(?:visitas?|vistorias?)`;
const FACULTATIVA = new RegExp(
  [
    String.raw`${V}[^.;]{0,110}?\b(?:facultativ\w+|facultad[ao]s?|opcion\w+|nao\s+(?:e|sera|sao|sera[o]?|tera\s+carater)\s+(?:de\s+carater\s+)?obrigatori\w+|nao\s+obrigatori\w+|nao\s+(?:se\s+)?(?:constitu\w+|consubstanci\w+|configur\w+|e|sera)\s+(?:em\s+|como\s+)?(?:condicao|requisito|exigencia|pre-?requisito|obrigacao|motivo))`,
    String.raw`\b(?:facultativ\w+|facultad[ao]s?|faculta-se|opcion\w+)\b[^.;]{0,110}?${V}`,
    String.raw`nao\s+(?:e|sera|ha)\s+obrigator\w+[^.;]{0,60}${V}`,
    String.raw`(?:nao\s+realizacao|ausencia|falta|dispensa)\s+d[ae]\s+${V}[^.;]{0,60}nao\s+(?:implic|acarret|sera\s+motivo|inabilit|impede|constitu)`,
  ].join('|'),
);
/** The bidder may choose: a right, a waiver, a declaration instead. */
const ESCOLHA = new RegExp(
  [
    String.raw`direito\s+(?:d[ae]|a)\s+(?:realiz\w+\s+(?:d?[ea]\s+)?)?${V}|assegurad[ao][^.;]{0,60}(?:direito|${V})`,
    String.raw`\bopt\w+\s+(?:por|pela|em)\s+(?:nao|renunci|realiz|faz|efetu)|renunci\w+\s+(?:a|ao|da)\b|desist\w+\s+d[ae]\s+${V}|nao\s+opt\w+\s+pela`,
    String.raw`recomend\w+|aconselh\w+|a\s+criterio\s+d[aeo]s?\s+(?:licitante|proponente|interessad|empresa)|se\s+julgar\w*|caso\s+(?:\w+\s+){0,3}?(?:entenda\w*|julgue\w*|queira\w*|tenha\w*\s+interesse|deseje\w*)|tiver\w*\s+interesse|interessad[ao]s?\s+em\s+(?:realizar|fazer|efetuar|participar|vistoriar|visitar|conhecer)|que\s+(?:desejar\w*|quiser\w*)|havendo\s+interesse`,
    String.raw`\bou\s+(?:a\s+|de\s+)?(?:declaracao|termo)\s+[^.;]{0,80}(?:conhec|renunci|dispens|nao\s+(?:realiz|visita|vistoria)|opt|assum|responsabil)|\bou\s+(?:de\s+)?(?:pleno\s+)?conhecimento`,
    String.raw`(?:substitu\w+|suprid\w+)[^.;]{0,60}declarac|declarac[^.;]{0,80}(?:substitu\w+|suprir)`,
    String.raw`(?:declarac\w+|termo)\s+(?:formal\s+)?(?:de\s+|da\s+)?(?:renunci|dispensa|nao\s+(?:realizacao|visita|vistoria))|realizada\s+ou\s+nao\s+a\s+${V}|(?:nao\s+realizacao|ausencia|falta)\s+d[ae]\s+${V}[^.;]{0,60}(?:embasar|alega|presum|presun|conhecimento)|podera\s+ser\s+(?:substituid|dispensad)`,
  ].join('|'),
);
const AGE = String.raw`(?:realizar|efetuar|fazer|proceder|visitar|vistoriar|inspecionar|solicitar)`;
/** The bidder may do it; "may be made until" is only how. */
const PODE = new RegExp(String.raw`\b(?:podera|poderao|pode|podem)\s+(?:(?!nao\b)\w+\s+){0,4}?${AGE}\b[^.;]{0,80}(?:${V}|\bloca(?:l|is)\b)`);
const PODE_SER = new RegExp(String.raw`${V}[^.;]{0,40}\bpodera[o]?\s+ser\s+(?:realizad|efetuad|feit|agendad)|podera[o]?\s+(?:ser\s+)?agenda[^.;]{0,40}${V}`);
const NAO_EXIGE = new RegExp(
  [
    String.raw`nao\s+(?:sera|havera|serao|ha|e|se\s+faz)\s+(?:(?:exig\w+|necessari\w*|necessidade|previs\w+|obrigatoriedade|a|de|d[ao]|realizacao|qualquer)\s+){0,6}(?:${V}|avaliacao\s+previa)`,
    String.raw`dispensa-se\s+(?:a\s+)?(?:realizacao\s+d[ae]\s+)?${V}|${V}(?:\s+(?:tecnicas?|previas?))?\s+(?:e|sera|fica|esta)\s+dispensad`,
    String.raw`${V}(?:\s+(?:tecnicas?|previas?|ao\s+local|d[eo]\s+local))*\s*(?::|-)?\s*(?:nao\s+(?:se\s+(?:aplica|faz)|aplicavel|ha\b|havera|sera\s+(?:exigida|necessaria)|e\s+(?:exigida|necessaria)|exigid)|nao\s*(?:$|[.;)]))`,
  ].join('|'),
);
const OBRIGATORIA = new RegExp(
  [
    String.raw`${V}[^.;]{0,90}?\b(?:e|sera|sao|tem\s+carater|torna-se)\s+(?:de\s+)?(?:\w+\s+)?(?:obrigatori\w+|imprescindive\w+|condicao\s+(?:para|de|obrigatoria|indispensavel)|indispensave\w+)`,
    String.raw`\bobrigatori\w+[^.;]{0,70}?${V}|${V}\s+(?:tecnicas?\s+|previas?\s+)?(?:\w+\s+)?obrigatori\w+`,
    String.raw`(?:devera|deverao)\s+(?:obrigatoriamente\s+)?(?:(?:realizar|efetuar|fazer|proceder|participar|agendar)\b[^.;]{0,50}?${V}|(?:visitar|vistoriar)\b)`,
    String.raw`(?:sem|nao\s+(?:realizar|comparec\w+|participar))[^.;]{0,50}${V}[^.;]{0,80}(?:inabilit|desclassific|nao\s+(?:sera|podera)[^.;]{0,30}(?:participar|admitid))`,
    String.raw`(?:atestado|comprovante|certificado)\s+d[ea]\s+${V}[^.;]{0,160}sob\s+pena`,
  ].join('|'),
);
/** A label of the cover. */
const ROTULO = new RegExp(String.raw`${V}(?:\s+(?:tecnicas?|previas?))?\s*:\s*(?:sim\s*[,(-]?\s*)?obrigatori`);
/** Listed among the documents to hand in. */
const DOCUMENTO = /(?:atestado|comprovante|certificado|termo|declaracao|comprovacao)\s+(?:de\s+|da\s+)?(?:realizacao\s+(?:de|da)\s+|que\s+(?:realizou|visitou)\s+)?(?:a\s+)?(?:visitas?|vistorias?)/;
const HABILITACAO = /habilita|qualifica|document/;
/** "Caso o Termo de Referência exija…": a clause of the model that asks nothing by itself. */
const CONDICIONAL = /\b(?:caso|se|quando)\b[^.;]{0,60}(?:exij\w+|exigi\w+|for\s+o\s+caso|couber|houver\s+exigencia)/;

interface Sinal {
  readonly valor: Visita;
  readonly peso: number;
}

/**
 * Whether bidders must see the place before the dispute (art. 63 §§2º–4º: who declares to know it need not visit, so a
 * visit with a declaration as alternative is optional). Any clear sign of choice outweighs a bare list of documents.
 */
export const visitaTecnica = defineCampo<'visita_tecnica'>({
  campo: 'visita_tecnica',
  read: ({ t }) => {
    const lidos = findFrases(t, ANCORA).filter((f) => isDaDisputa(t, f)).flatMap((f) => toCandidato(t, f));
    const escolha = lidos.some((c) => c.valor === 'facultativa' && c.peso >= 0.75);
    // The alternative may stand in another item: a list of documents alone does not make the visit mandatory then.
    return escolha ? lidos.filter((c) => c.valor === 'facultativa' || c.peso >= 0.9) : lidos;
  },
  corteAlternativa: 0.9,
});

/** "Vistoria" alone on the line above the item: a heading the sections do not know. */
function hasTituloAcima(t: TextoEdital, f: Frase): boolean {
  const inicio = blocoEm(t, f.achado.inicio, f.achado.fim).inicio;
  return /(?:^|[\n\f])[^\S\n]{0,8}(?:d[ao]s?\s)?(?:visita|vistoria)[^\n.;]{0,30}\s{1,4}$/.test(t.dobrado.slice(Math.max(0, inicio - 60), inicio));
}

function isDaDisputa(t: TextoEdital, f: Frase): boolean {
  if (f.regiao === 'minuta' || f.regiao === 'sumario' || f.regiao === 'planilha' || ALHEIA.test(f.texto)) return false;
  return LICITANTE.test(f.texto) || ROTULO.test(f.texto) || SECAO.test(f.secao) || hasTituloAcima(t, f) || (PREVIA.test(f.texto) && !FASE_CONTRATO.test(f.texto));
}

/** A form for those who do not visit shows the choice as well as a clause does. */
const AUTORIDADE_MODELO = 0.85;
function toCandidato(t: TextoEdital, f: Frase): Candidato<Visita>[] {
  const sinal = judge(f);
  if (!sinal || (f.regiao === 'modelo' && sinal.valor !== 'facultativa')) return [];
  const autoridade = (f.regiao === 'modelo' ? AUTORIDADE_MODELO : AUTORIDADE[f.regiao]) - AUTORIDADE.edital;
  return [{ valor: sinal.valor, ...chooseProva(t, f, f.achado), peso: sinal.peso + autoridade }];
}

const facultativa = (peso: number): Sinal => ({ valor: 'facultativa', peso });
function judge(f: Frase): Sinal | null {
  if (CONDICIONAL.test(f.texto)) return null;
  if (FACULTATIVA.test(f.texto)) return facultativa(0.95);
  if (NAO_EXIGE.test(f.texto)) return ESCOLHA.test(f.item) || PODE.test(f.item) || /dispensa/.test(f.texto) && /declara/.test(f.item) ? facultativa(0.88) : { valor: 'nao_exige', peso: 0.92 };
  if (ESCOLHA.test(f.texto)) return facultativa(0.9);
  const alternativa = ESCOLHA.test(f.item);
  if (ROTULO.test(f.texto)) return { valor: 'obrigatoria', peso: 0.92 };
  if (OBRIGATORIA.test(f.texto) && (LICITANTE.test(f.item) || SECAO.test(f.secao))) return alternativa ? facultativa(0.82) : { valor: 'obrigatoria', peso: 0.9 };
  if (PODE.test(f.texto)) return facultativa(0.88);
  if (PODE_SER.test(f.texto)) return facultativa(0.7);
  if (!DOCUMENTO.test(f.texto)) return null;
  if (alternativa) return facultativa(0.82);
  return HABILITACAO.test(f.secao) || LICITANTE.test(f.item) ? { valor: 'obrigatoria', peso: 0.72 } : null;
}
