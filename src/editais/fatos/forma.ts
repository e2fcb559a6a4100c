import type { ValorPorCampo } from '../domain/fato.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { MODALIDADE } from '../extracao/modalidades.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

type Forma = ValorPorCampo['forma'];
const FORMA = String.raw`(?<forma>eletronic[oa]|virtual|presencial)(?:mente)?\b`;
/** The law's own words about the two forms (art. 17 §2º), quoted where the choice is justified. */
const PRECEITO = /\b(?:preferencial\w*|admitida|admitir|obrigatoriedade|excepcional\w*|desde\s+que|utilizacao\s+d[ae]|adequar\w*|vantage\w*|ao\s+inves|em\s+detrimento)\b[^.;]{0,70}$/;

/** Papers of the contract, of appeals and questions travel their own way. */
const ALHEIO = /\b(?:contratad[oa]|impugna\w*|esclareciment\w*|recursos?|contrarraz\w+|nota\s+fiscal|fatura|pagamento|assinatura|diligencia|amostra|garantia|originais)\b/;

const lida = (a: Achado): Forma | null => {
  if (isEmentaDeNorma(a) || isHipotese(a) || PRECEITO.test(a.antes(80).replace(/\s+/g, ' '))) return null;
  return a.nome['forma']?.startsWith('presencial') ? 'presencial' : 'eletronica';
};

const PADROES: readonly Padrao<Forma>[] = [
  // "modalidade CONCORRÊNCIA, na forma ELETRÔNICA", "CONCORRÊNCIA PRESENCIAL Nº 3/2026", "Dispensa de licitação, na forma eletrônica"
  {
    rx: new RegExp(String.raw`${MODALIDADE}(?:\s+publica|\s+de\s+licitacao)?(?:\s*\(?srp\)?)?\s*[,-]?\s*(?:\(\s*)?(?:tipo\s+[a-z ]{5,30},\s*)?(?:(?:n|sob)\s*a\s+(?:sua\s+)?forma\s+|em\s+sua\s+forma\s+|forma\s+)?["'(]?${FORMA}`),
    peso: 0.92, desconto: { edital: 0.2, tr: 0.2, minuta: 0.3 }, valor: lida,
  },
  // "Forma: Presencial", "FORMA: ELETRÔNICO", "na forma eletrônica, sob o regime…"
  { rx: new RegExp(String.raw`\bforma\s*(?:d[ae]\s+(?:realizacao|licitacao|disputa|sessao|certame)\s*)?[:-]\s*["'(]?${FORMA}`), peso: 0.95, desconto: { edital: 0.2 }, valor: lida },
  { rx: new RegExp(String.raw`\b(?:licitacao|concorrencia|pregao|dispensa|certame|contratacao|julgamento|leilao)\b[^.;]{0,110}?,?\s+(?:n|sob\s+)a\s+forma\s+${FORMA}`), peso: 0.88, desconto: { edital: 0.2, tr: 0.2, minuta: 0.3 }, valor: lida },
  { rx: new RegExp(String.raw`\b(?:sera|ocorrera|realizad[oa]|realizar-se-a|dar-se-a)\s+(?:(?:realizad|conduzid|processad|desenvolvid)[oa]\s+)?(?:(?:inteira|integral|total|exclusiva)mente\s+)?(?:(?:n|sob\s+)a\s+forma|por\s+meio|em\s+ambiente|de\s+forma|de\s+modo)\s+${FORMA}`), peso: 0.85, valor: lida },
  // "realizada em sessão pública, por meio da internet", "exclusivamente por meio eletrônico"
  { rx: /\b(?:exclusivamente,?\s+)?por\s+(?:meio|intermedio)\s+(?:d[aeo]\s+)?(?:sistema\s+)?(?<forma>eletronico)\b(?=[^.;]{0,120}\b(?:licita\w*|propostas?|lances?|sessao|certame|disputa)\b|\s*\.)/, peso: 0.66, desconto: { edital: 0.1 }, valor: lida },
  { rx: /\blicitac(?:ao|oes)\b[^.;]{0,80}\b(?:exclusivamente|integralmente),?\s+por\s+meio\s+(?<forma>eletronico)\b/, peso: 0.85, valor: lida },
  { rx: /\b(?:propostas?|lances?|participacao|sessao|disputa|certame)\b[^.;]{0,80}?\bexclusivamente,?\s+(?:por\s+(?:meio|via)|de\s+forma|em\s+formato)\s+(?<forma>eletronic[oa])\b/, peso: 0.74, desconto: { edital: 0.1 }, valor: lida },
  { rx: /\b(?<!-)licitacao\s+(?<forma>eletronica|presencial)\s*(?:[a-z]{2,3}\s{1,2})?(?:n\s?[º.o]|\n|:|-|\d)/, peso: 0.85, desconto: { edital: 0.3 }, valor: lida },
  { rx: /\bsessao\s+publica\b[^.;]{0,60}\b(?:por\s+meio\s+(?:da|de)\s+(?:rede\s+)?(?:internet|sistema\s+eletronico)|via\s+internet|virtual)/, peso: 0.7, valor: (a) => (isHipotese(a) ? null : 'eletronica') },
  // "leilão, na modalidade on-line"
  { rx: /\b(?:modalidade|forma|leilao|sessao)\s+(?:publica\s+)?(?:exclusivamente\s+|de\s+leilao\s+)?(?<forma>on-?\s?line)\b/, peso: 0.7, valor: (a) => (isHipotese(a) || /\b(?:e|ou)\s+presencia/.test(a.depois(30)) || /presencial\s+e\s+$/.test(a.antes(14)) ? null : 'eletronica') },
  // requests of a credenciamento, entries of a concurso
  { rx: /\b(?:documentos|documentacao|requerimentos?|inscric(?:ao|oes)|pedidos?\s+de\s+credenciamento|adesao)\b[^.;]{0,130}?\b(?:por(?:\s+(?:meio|intermedio)\s+d[eoa])?|mediante|via|pelo|atraves\s+d[eo])\s+(?:o\s+|d[eo]\s+)?(?:protocolo|peticionamento|formulario|sistema|meio|cadastro)\s+(?<forma>eletronico|digital)\b/, peso: 0.6, valor: (a) => (isHipotese(a) || ALHEIO.test(`${a.antes(160)}${a.g[0]!}`) ? null : 'eletronica') },
  { rx: /\b(?:documentos|documentacao|requerimentos?|inscric(?:ao|oes)|credenciamento)\b[^.;]{0,90}?\b(?:exclusivamente|unicamente|somente)\s+(?:pela|via|por\s+meio\s+da)\s+(?:internet|plataforma|pagina)\b/, peso: 0.62, valor: (a) => (isHipotese(a) || ALHEIO.test(`${a.antes(160)}${a.g[0]!}`) ? null : 'eletronica') },
  { rx: /\b(?:documentos|documentacao|requerimentos?|inscric(?:ao|oes))\b[^.;]{0,60}?\b(?:entregues?|protocolad[oa]s?|apresentad[oa]s?)\b[^.;]{0,120}?\benvelopes?\s+(?:opac[oa]s?\s+e?\s*)?(?:lacrad|fechad)[oa]s?\b/, peso: 0.6, valor: (a) => (isHipotese(a) || ALHEIO.test(`${a.antes(160)}${a.g[0]!}`) ? null : 'presencial') },
  // envelopes handed in at a counter
  { rx: /\b(?:entrega|abertura|recebimento|protocolo)\s+(?:e\s+(?:abertura|recebimento|entrega)\s+)?dos\s+envelopes\b|\b(?:apresentar|entregar|protocolar)\s+os?\s+envelopes?\b/, peso: 0.64, valor: (a) => (isHipotese(a) ? null : 'presencial') },
];

/** Electronic or in person (Lei 14.133/2021, art. 17 §2º). */
export const forma = defineCampo<'forma'>({ campo: 'forma', read: ({ t }) => readPadroes(t, PADROES), corteAlternativa: 0.88 });
