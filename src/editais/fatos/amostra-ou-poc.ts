import { AUTORIDADE } from '../extracao/autoridade.js';
import { chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { isRemetidoAFolha } from '../extracao/folha-de-dados.js';
import { readSimNao, type SimNao } from '../extracao/marcacoes.js';
import { findFrases, type Frase } from '../extracao/sentencas.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const A = String.raw`(?:amostras?(?:\(s\))?|provas?\s+de\s+conceito|\bpoc\b|exames?\s+de\s+conformidade)`;
const ANCORA = new RegExp(String.raw`\b${A}(?![a-z])`);
/** Sampling, laboratory and works samples, free samples, secrets: not the bidder's sample. */
const ALHEIA =
  /amostragem|amostras?\s+(?:gratis|de\s+ide|d[eo]s?\s+(?:agua|solo|sangue|concreto|asfalto|material\s+biologic|efluente|leite)|coletad|biologic|para\s+(?:exame|analise\s+laboratorial)|sanguine)|laboratori|coletar?\s|coleta\s+d|ensaio|corpo\s+de\s+prova|\bcbuq\b|recebimento\s+(?:provisorio|definitivo)/;
/** The list of infractions and what follows a sample that may never be asked for. */
const SANCAO =
  /deixar\s+de\s+(?:apresentar|entregar)|amostra\s+(?:em\s+desacordo|falsificada)|proposta\s+ou\s+amostra|pela\s+nao\s+apresentacao|adverten|\bmulta\b|avaliac(?:ao|oes)\s+das\s+amostras|verificacao\s+da\(?s?\)?\s+amostra|nao\s+haver\s+entrega|nao\s+for(?:\(em\))?\s+aceita/;
const EXECUCAO = /\b(?:a|pela|da|o|pelo|do)\s+contratad[ao]\b|contratante|fiscaliza|durante\s+a\s+(?:execucao|vigencia)|antes\s+d[ea]\s+(?:execucao|aplicacao|instalacao|compra|inicio)|nota\s+fiscal|cada\s+entrega/;
/** The dispute, not the service: a laboratory's samples are delivered by someone too. */
const DA_DISPUTA = /licitante|proponente|classificad|arrematante|julgamento|habilitacao|pregoeir|primeir[ao]\s+(?:lugar|colocad)|provisori|vencedor|convocad/;
const SECAO = /julgamento|propostas?\b|amostra|conceito|aceitabilidade/;

const NEGADA = new RegExp(
  [
    String.raw`nao\s+(?:sera|serao|havera|ha|se\s+exig\w+|e|sao|se\s+faz)\s+(?:(?:exig\w+|necessari\w*|necessidade|solicitad\w*|obrigatori\w*|previs\w+|cabivel|a|as|o|de|da|apresentacao|entrega|envio|realizacao)\s+){0,7}${A}`,
    String.raw`${A}\s*(?:\([^)]{0,20}\)\s*|\/\s*[a-z]+\s*)?(?::|-)?\s*(?:nao\s*(?:$|[.;,)]|se\s+aplica|ha\b|havera|aplicavel|exigid|necessari|sera\s+(?:exigid|necessari))|dispensad)`,
    String.raw`nao\s+se\s+aplica\w*\s+(?:[ao]s?\s+)?(?:exigencia\s+d[ea]s?\s+)?${A}`,
    String.raw`(?:dispensad\w*|inexigi\w*|isent\w*)\s+(?:a\s+|de\s+)?(?:(?:exigencia|apresentacao)\s+d[ea]\s+)?${A}`,
  ].join('|'),
);
/** Opens the sentence with a condition, or leaves the demand to a later decision. */
const CONDICAO = new RegExp(
  [
    String.raw`^(?:[\d.\s-]{0,14}|[a-z]{1,2}[\d.]{0,6}[).]\s*-?\s*)(?:caso|se|quando|na\s+hipotese|no\s+caso|havendo)\b`,
    String.raw`\b(?:caso|se|quando)\s+(?:[\w/]+\s+){0,8}?(?:exij\w+|exigid\w+|solicit\w+|necessari\w*|julg\w+|houver|couber|entend\w+|requerid\w+)`,
    String.raw`\b(?:podera|poderao|podendo|pode),?\s+(?:\w+,?\s+){0,5}?(?:solicit\w+|exig\w+|requer\w*|requisit\w+|pedir|convoc\w+)`,
    String.raw`a\s+(?:seu\s+)?criterio\b|mediante\s+solicitacao|a\s+qualquer\s+(?:tempo|momento)|reserva-se|facultad[ao]|faculta-se|eventual(?:mente)?\s+(?:solicita|exig)`,
  ].join('|'),
);
/** "exigida somente se prevista em …": the answer is elsewhere. */
const SO_SE_PREVISTA = /\b(?:somente|apenas|unicamente)\s+(?:se|quando|caso|nos\s+casos)\s+(?:\w+\s+){0,2}?(?:previst|indicad|exigid|solicitad|requerid)\w*\s+n[oa]s?\b/;
/** A demand is spoken of at all. */
const PEDIDO = /exig|exij|solicit|apresent|entreg|convoc|requer|requisit/;
/** Demands in plain words. */
const EXIGIDA = new RegExp(
  [
    String.raw`(?:sera|serao|e|sao|fica|ficam)\s+(?:exigid\w+|obrigatori\w+|necessari\w+|solicitad\w+|requerid\w+|realizad\w+)\s+(?:[^.;]{0,60}?\b)?${A}`,
    String.raw`(?:sera|serao|devera|deverao)\s+(?:ser\s+)?submetid\w+\s+(?:a|ao|as)\s+(?:\w+\s+){0,3}?${A}`,
    String.raw`(?:exige-se|exigir-se-a|havera)\s+(?:a\s+)?(?:(?:exigencia|realizacao|apresentacao|entrega|verificacao)\s+d[ea]s?\s+)?${A}`,
    String.raw`${A}\s*(?:\([^)]{0,20}\)\s*)?\s*[:?]\s*(?:sim|obrigatori|exigid)|(?:exige|exigencia\s+de)\s+${A}\s*[:?]?\s*sim\b`,
    String.raw`${A}[^.;]{0,40}?\b(?:sera|serao)\s+(?:exigid|obrigatori|realizad|aplicad)\w*`,
  ].join('|'),
);
/** How it is handed in: a demand too, unless a condition stands above it. */
const DETALHE = new RegExp(
  [
    String.raw`(?:devera|deverao|obrigad[ao]s?\s+a|obriga-se\s+a|convocad[ao]s?\s+(?:para|a)|tera\s+(?:o\s+)?prazo)\b[^.;]{0,110}?\b(?:apresent|entreg|envi|encaminh|disponibiliz|realiz|submet|particip|execut)\w*,?\s+(?:[^.;]{0,80}?\b)?${A}`,
    String.raw`${A}\s*:\s*[^.;]{0,90}?\b(?:demonstrara|apresentara|entregara|executara|sera\s+submetid)|\b(?:instalara|apresentara|disponibilizara|submetera|entregara)\b[^.;]{0,80}?\bpara\s+(?:a\s+|fins\s+de\s+)?${A}`,
    String.raw`\b(?:entregar(?:a|ao)|apresentar(?:a|ao))\s+(?:as?\s+|uma\s+|\d\s+)?(?:\([a-z]+\)\s+)?${A}`,
    String.raw`${A}[^.;]{0,60}?\b(?:sera|serao|devera|deverao)\s+(?:ser\s+)?(?:apresentad|entregue|encaminhad|enviad|submetid|realizad)\w*`,
  ].join('|'),
);

/**
 * Whether a sample or a proof of concept is really demanded of bidders (art. 17 §3º, art. 41 II). The models' "caso o
 * Termo de Referência exija" is a condition, the list of infractions is nothing: true only on a plain demand.
 */
export const amostraOuPoc = defineCampo<'amostra_ou_poc'>({
  campo: 'amostra_ou_poc',
  read: ({ t }) => {
    const lidos = findFrases(t, ANCORA).flatMap((f) => toLeitura(t, f));
    const condicoes = lidos.filter((l) => l.tipo === 'condicional').map((l) => l.candidato.inicio);
    const sobCondicao = (l: Leitura): boolean => l.tipo === 'detalhe' && condicoes.some((c) => c < l.candidato.inicio && l.candidato.inicio - c < ALCANCE_DA_CONDICAO);
    const validos = lidos.filter((l) => !sobCondicao(l));
    // A plain demand anywhere ends the matter for the model's conditional clauses.
    const exigida = validos.some((l) => l.candidato.valor && l.candidato.peso >= 0.7);
    return validos.filter((l) => !exigida || l.tipo !== 'condicional').map((l) => l.candidato);
  },
});

interface Leitura {
  readonly tipo: 'negada' | 'condicional' | 'exigida' | 'detalhe';
  readonly candidato: Candidato<boolean>;
}

/** "Amostra/demonstração: NÃO", "Exige prova de conceito? ( ) sim (x) não": the label of a form and its answer. */
function readRotulo(t: TextoEdital, f: Frase): SimNao | null {
  const depois = t.dobrado.slice(f.achado.fim, f.achado.fim + 120);
  const rotulo = /^(?:\s{0,2}(?:\/|e|ou)\s{0,2}(?:[a-z]+\s?){1,3})?\s{0,2}[:?]/.exec(depois);
  const lida = rotulo && readSimNao(depois.slice(rotulo[0].length - 1));
  return lida ? { sim: lida.sim, fim: rotulo[0].length - 1 + lida.fim } : null;
}

const ALCANCE_DA_CONDICAO = 1800;
const CONDICIONAL_NOTA = 'condicional: o documento só prevê amostra ou prova de conceito se for pedida; não a exige desde já.';
function toLeitura(t: TextoEdital, f: Frase): Leitura[] {
  if (f.regiao === 'minuta' || f.regiao === 'sumario' || f.regiao === 'modelo' || ALHEIA.test(f.texto)) return [];
  const peso = AUTORIDADE[f.regiao] + (f.regiao === 'etp' ? 0.15 : 0);
  const prova = chooseProva(t, f, f.achado);
  const resposta = readRotulo(t, f);
  if (resposta) return [{ tipo: resposta.sim ? 'exigida' : 'negada', candidato: { valor: resposta.sim, inicio: f.achado.inicio, fim: f.achado.fim + resposta.fim, peso } }];
  if (NEGADA.test(f.texto)) return [{ tipo: 'negada', candidato: { valor: false, ...prova, peso } }];
  if (SANCAO.test(f.texto) || isRemetidoAFolha(f.texto) || SO_SE_PREVISTA.test(f.texto)) return [];
  if (CONDICAO.test(f.texto)) {
    return PEDIDO.test(f.texto) ? [{ tipo: 'condicional', candidato: { valor: false, ...prova, peso: peso - 0.25, nota: CONDICIONAL_NOTA } }] : [];
  }
  const exigida = EXIGIDA.test(f.texto);
  if ((!exigida && !DETALHE.test(f.texto)) || (EXECUCAO.test(f.texto) && !DA_DISPUTA.test(f.texto))) return [];
  const daDisputa = DA_DISPUTA.test(f.item) || SECAO.test(f.secao);
  if (!exigida && !daDisputa) return [];
  const alternativa = /\bou\s+(?:d[ea]\s+)?amostra|amostras?\s+(?:e\/)?ou\b/.test(f.texto);
  const desconto = (daDisputa ? 0 : 0.2) + (exigida ? 0 : 0.08) + (alternativa ? 0.25 : 0);
  return [{ tipo: exigida ? 'exigida' : 'detalhe', candidato: { valor: true, ...prova, peso: peso - desconto } }];
}
