import type { Lugar } from './papel.js';
import type { Rascunho } from './leitor.js';

const EFEITOS = /positivas?\b[^.;:]{0,70}?\bcom\s+efeitos?\s+(?:de\s+)?negativ/;
const TITULO_NEGATIVA = /\b(?:certid(?:ao|oes)|certificado|cnd|cndt)\b[^.;:]{0,90}?\bnegativ[ao]s?\b|\bnada\s+consta(?:r|m)?\b/;
const TITULO_POSITIVA = /\bcertid(?:ao|oes)\b[^.;:]{0,90}?\bpositivas?\b(?![^.;:]{0,70}?\bcom\s+efeito)/;
/** "Negativa de débitos / positiva com efeitos": the form's name, not its result. */
const TITULO_DUPLO = /negativ[ao]s?\s*(?:\/|ou|e\/ou|,)\s*positiv|positiv[ao]s?\s*(?:com\s+efeitos?\s+(?:de\s+)?negativas?\s*)?(?:\/|\bou\b|e\/ou)\s*(?:de\s+)?negativ/;
const NEGATIVO = /\b(?:nao\s+(?:consta(?:m|r|rem)?|existe[m]?|existir|ha|foram?\s+(?:encontrad|localizad|constatad)[oa]s?|possui|consta[rm]?(?:em)?|apresenta|e\s+devedor|figura)|inexist(?:em|encia)|nada\s+(?:consta[rm]?|deve|existi?r?)|(?<!\bnao\s)encontra-se\s+(?:em\s+situacao\s+)?regular|(?<!\bnao\s(?:esta|se\sencontra|encontra-se|possui|apresenta)\s(?:em\s)?)situacao\s+regular|(?<!\bnao\s)esta\s+(?:em\s+situacao\s+)?regular|situacao[^.;]{0,160}?\be\s?:?\s+regular|encontra-se\s+quite|nao\s+tem\s+debitos?|sem\s+debitos?)\b/;
const POSITIVO = /(?<!\bnao\s)(?<!\bnada\s)\bconsta[m]?\s+(?:(?:em\s+seu\s+nome|contra|no\s+nome|os?|as?|seguintes?|a\s+existencia\s+de|pelo\s+menos|na\s+presente\s+data|registros?\s+de|processos?)\s+){0,4}(?:debitos?|pendencias?|acoes|acao|distribuic(?:ao|oes)|processos?|inscric(?:ao|oes)\s+em\s+divida|devedor|falencia|pedidos?)\b|\b(?:existem?|possui|ha)\s+(?:(?:os?|as?|seguintes?)\s+)?(?:debitos?|pendencias?)\b(?!\s+(?:que\s+venham|a\s+serem))|\bsituacao\s+irregular\b|\bnao\s+(?:esta|se\s+encontra|encontra-se)\s+(?:em\s+situacao\s+)?regular\b|\bencontra-se\s+(?:em\s+situacao\s+)?irregular|\bnao\s+(?:foi\s+)?possivel\s+(?:emitir|certificar|comprovar)|\bse\s+encontra\s+inadimplente/;
const SUSPENSO = /exigibilidade\s+(?:esta\s+|se\s+encontra\s+)?suspensa|penhora\s+(?:efetivada|suficiente)|mesmos\s+efeitos\s+(?:da\s+certidao\s+negativa|previstos)|artigos?\s+206|art\.?\s+206/;
const TOPO = 1_600;

/**
 * What a certidão states: the title decides, then the sentence that certifies. A title that names both forms decides nothing.
 * What contradicts itself is unknown, with a warning.
 */
export function readResultado(r: Rascunho): void {
  const p = r.papel;
  const topo = p.topo(TOPO);
  const duplo = TITULO_DUPLO.test(topo);
  const at = (rx: RegExp): Lugar | null => p.find(rx);
  const set = (resultado: NonNullable<typeof r.resultado>, lugar: Lugar | null): void => {
    r.resultado = resultado;
    r.prove('resultado', lugar);
  };
  const negativo = at(NEGATIVO);
  const positivo = at(POSITIVO);
  if (!duplo) {
    const efeitos = EFEITOS.exec(topo);
    const positiva = TITULO_POSITIVA.exec(topo);
    const negativa = TITULO_NEGATIVA.exec(topo);
    const first = Math.min(...[efeitos, positiva, negativa].map((m) => m?.index ?? Infinity));
    if (efeitos && (!negativa || efeitos.index - 40 <= negativa.index)) return set('positiva_com_efeitos_de_negativa', { inicio: efeitos.index, fim: efeitos.index + efeitos[0].length });
    if (positiva && positiva.index === first) return set('positiva', { inicio: positiva.index, fim: positiva.index + positiva[0].length });
    if (negativa && !(positivo && !negativo && !SUSPENSO.test(p.corrido))) return set('negativa', negativo ?? { inicio: negativa.index, fim: negativa.index + negativa[0].length });
    if (negativa) return contradict(r, positivo);
  }
  if (positivo && SUSPENSO.test(p.corrido)) return set('positiva_com_efeitos_de_negativa', positivo);
  if (positivo && negativo) return contradict(r, positivo);
  if (negativo) return set('negativa', negativo);
  if (positivo) return set('positiva', positivo);
  r.lack('resultado', 'O texto não diz, de modo reconhecível, se a certidão é negativa ou positiva.');
}

function contradict(r: Rascunho, lugar: Lugar | null): void {
  r.lack('resultado', 'O texto tem frases de certidão negativa e de positiva.');
  r.prove('resultado', lugar);
  r.warn('resultado_contraditorio', 'O documento traz ao mesmo tempo frases de certidão negativa e de positiva: confira qual vale.');
}
