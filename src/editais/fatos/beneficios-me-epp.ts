import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, type Achado } from '../extracao/achados.js';
import { fraseEm } from '../extracao/frase.js';
import { readSimNao } from '../extracao/marcacoes.js';

/**
 * What a place of the edital says on who may bid:
 * `exclusiva` the whole tender is for ME/EPP · `itens_exclusivos` some items are · `cota` a reserved share ·
 * `ampla` open to all · `nao_exclusiva` exclusivity is denied · `itens_amplos` some items are open to all ·
 * `por_valor` items up to a value are exclusive, which ones the text does not say · `participacao` who may take part, with no word on size ·
 * `favorecido` only the favoured treatment of LC 123 (tie-break, late tax papers).
 */
export type TipoBeneficio = 'exclusiva' | 'itens_exclusivos' | 'cota' | 'ampla' | 'nao_exclusiva' | 'itens_amplos' | 'por_valor' | 'participacao' | 'favorecido';
export interface DitoDeBeneficio {
  readonly tipo: TipoBeneficio;
  readonly inicio: number;
  readonly fim: number;
  readonly peso: number;
}

const ME = String.raw`(?:micro\s?-?\s?empresas?|empresas?\s+de\s+pequeno\s+porte|me\s*[/,e]{0,2}\s*(?:e\s+)?(?:ou\s+)?e[pe]ps?|me's|mpes?|epps?|micro\s?-?\s?empreendedor\w*|mei\b|beneficiari[oa]s\s+da\s+l(?:ei\s+complementar|c)\s+(?:n[º.o]*\s*)?123)(?:\s*[/e]\s*equiparad[oa]s)?`;
const EXCLUSIVO = String.raw`(?:exclusiv[oa]s?|exclusivamente|exclusividade|restrit[oa]s?|restringe-se)`;
/** The two words near each other, in either order: "participação exclusiva de ME/EPP", "ME/EPP: exclusivo". */
const EXCLUSIVIDADE = new RegExp(String.raw`\b${EXCLUSIVO}\b[^.;?]{0,70}?\b${ME}|\b(?:lic(?:itacao|\.)|tratamento|beneficio|preferencia|participacao)[^.;\n]{0,40}\b${ME}(?:[^.;\n]{0,12}?|\s{0,3}:[ \t]{1,80}|\s{0,3}:\s{1,4})\b${EXCLUSIVO}\b|\b(?:somente|apenas|unicamente)\b[^.;]{0,45}\bparticipar\b[^.;]{0,50}?\b${ME}|\bparticipar\b[^.;]{0,45}\b(?:somente|apenas|unicamente)\s+(?:as?\s+|os?\s+)?${ME}`);
const COTA = new RegExp(String.raw`\bcotas?\s+(?:(?:de\s+)?(?:ate\s+)?\d{1,2}\s*%\s*(?:\([a-z\s]+\)\s*)?)?(?:reservad[oa]s?|exclusiv[oa]s?|destinad[oa]s?)\b|\breserva(?:da|do)?\s+(?:de\s+)?cotas?\b|\breserv\.?\s+cota\b|\bcota\s+(?:me\s*/\s*epp|principal)\b`);
const AMPLA = /\b(?:ampla\s+(?:concorrencia|participacao|disputa|competicao)|participacao\s*(?::\s*|\s(?:nesta\s+licitacao\s+)?(?:e\s+|sera\s+)?)ampla|todas\s+as\s+empresas\s*(?:[,.]|do\s+ramo)|livre\s+concorrencia|concorrencia\s+ampla)/;
const SEM_TRATAMENTO = new RegExp(String.raw`\bnao\s+(?:sera|havera|se\s+aplica\w*|e|ha)\s+(?:concedid[oa]|aplicad[oa]|adotad[oa]|assegurad[oa])?[^.;]{0,60}\b(?:tratamento\s+(?:favorecido|diferenciado)|beneficios?|exclusividade|reserva\s+de\s+cotas?)\b[^.;]{0,90}(?:${ME}|complementar|123)`);
const PREFERENCIA = new RegExp(String.raw`\bpreferencia\s+(?:para\s+|a\s+|as\s+)?(?:por\s+)?${ME}`);
const PARTICIPACAO = /\b(?:podera?o?|podem|pode)\s+(?:participar|concorrer)\b[^.;]{0,120}/;
const FAVORECIDO = new RegExp(String.raw`\btratamento\s+(?:favorecido|diferenciado|simplificado)[^.;]{0,80}\b${ME}|\bitens?\s+nao\s+exclusivos?\s+(?:para|a)[^.;]{0,40}${ME}|\bcriterio\s+de\s+desempate[^.;]{0,60}${ME}|\bregime\s+diferenciado\s+e\s+favorecido|\bpreferencia\s+(?:de\s+contratacao\s+)?(?:para\s+as|as|a)\s+${ME}|\b(?:para\s+fins\s+de\s+aplicacao|benefici\w+|tratamento|desempate)[^.;]{0,60}\b(?:lei\s+complementar|lc)\s+(?:federal\s+)?(?:n[º.o]*\s*)?123|\bart(?:igo)?s?\.?\s*4[2-9]\b[^.;]{0,40}\b(?:lei\s+complementar|lc)\s+(?:federal\s+)?(?:n[º.o]*\s*)?123|\b(?:direito\s+de\s+preferencia|empate\s+ficto)\b[^.;]{0,60}${ME}`);

/** "Lotes 1 a 4: reservados a microempresas": items named by number. */
const RESERVADOS = new RegExp(String.raw`\b(?:itens?|item|lotes?|grupos?)\s+(?:n[º.o]{0,2}\s*)?\d[\d,\sea]{0,24}[:(-]?\s*(?:sao\s+|serao\s+|estao\s+)?(?:reservad|destinad)[oa]s?\s+(?:exclusivamente\s+)?(?:a|as|aos|para)\s+(?:as?\s+|participacao\s+de\s+)?${ME}`);

/** "Lote 1 - ampla; Lote 2 - cota; Lote 3 - exclusivo", where the text speaks of small companies. */
const LOTE_MARCADO = /\b(?:itens|item|lotes?|grupos?)\s+(?:n[º.o]{0,2}\s*)?\d[\d,\sea]{0,24}?\s*[:(-]\s*(?:de\s+)?(?:(?<ampla>ampla)|(?<cota>cota)|(?<exclusivo>exclusiv[oa]s?))\b(?!mente)/;
const PERTO_ME = new RegExp(String.raw`\b${ME}`);

/** Text that only says what would hold for exclusive items, or repeats the law. */
const CONDICIONAL = /(?<!-)\b(?:caso|se|quando|na\s+hipotese|nas\s+hipoteses|sempre\s+que|desde\s+que|em\s+relacao\s+a|no\s+caso\s+de|(?:n[oa]s?|d[oa]s?)\s+(?:item|itens|lotes?|grupos?|cotas?)(?:\s*\/\s*(?:lotes?|item|itens|grupos?))?\s+(?:em\s+que|exclusiv\w*|destinad\w*|nao|cuj\w*|com|de\s+participacao|reservad\w*))(?![a-z])|\bpara\s+(?:os\s+|o\s+)?(?:itens|lotes|item)\s+(?:exclusiv|cuj)|\b(?:logo,|devera\s+realizar|obrigatoriedade|podera\s+(?:realizar|estabelecer|ser)|deverao?\s+(?:ser\s+)?(?:designar|estabelecer))/;
const NEGADO = /\b(?:nao|sem|nem|inexist\w+|afastad[oa]|inaplicab\w+|dispensad[oa]|deixa\w*\s+de|vedad[oa])\b/;
const ITEM = /\b(?:itens|item|lotes?|grupos?|cotas?)\b/;
const FINALIDADE = /\b(?:garanti\w+|assegur\w+|visando|promov\w+|princip\w+|favor\w+|amplia\w+|restring\w+|busca\w*|aumentar|permit\w+|possibilit\w+)\b/;
const ALHEIO = /\bexclusivamente\s+(?:por|pel[oa]|atraves|em\s+campo|no\s+sistema|via|a\s+seu|entre|aos?\s+representante)|\bexclusiva\s+(?:responsabilidade|e\s+formalmente)|\bdeclar\w+/;

/** Everything the edital says on ME/EPP (LC 123/2006, arts. 44 to 49; Lei 14.133, art. 4º). */
export function readBeneficios(t: TextoEdital): DitoDeBeneficio[] {
  const ler = (r: RegExp, f: (a: Achado) => DitoDeBeneficio | null): DitoDeBeneficio[] => findAchados(t, r).flatMap((a) => f(a) ?? []);
  return [
    ...ler(EXCLUSIVIDADE, (a) => readExclusividade(t, a)),
    ...ler(RESERVADOS, (a) => (CONDICIONAL.test(a.antes(60)) || a.regiao === 'minuta' ? null : dito(a, 'itens_exclusivos', 0.9))),
    ...ler(LOTE_MARCADO, (a) => (CONDICIONAL.test(a.antes(40)) || a.regiao === 'minuta' || !PERTO_ME.test(`${a.antes(500)}${a.depois(200)}`) ? null : dito(a, a.nome['ampla'] ? 'itens_amplos' : a.nome['cota'] ? 'cota' : 'itens_exclusivos', 0.86))),
    ...ler(COTA, (a) => readCota(t, a)),
    ...ler(AMPLA, (a) => readAmpla(t, a)),
    ...ler(SEM_TRATAMENTO, (a) => dito(a, 'nao_exclusiva', 0.93)),
    ...ler(PREFERENCIA, (a) => (readSimNao(a.depois(80))?.sim === false ? { ...dito(a, 'nao_exclusiva', 0.94), fim: a.fim + readSimNao(a.depois(80))!.fim } : null)),
    ...ler(PARTICIPACAO, (a) => (a.regiao === 'edital' && !NEGADO.test(a.antes(12)) ? dito(a, 'participacao', 0.7) : null)),
    ...ler(FAVORECIDO, (a) => (a.regiao === 'sumario' ? null : { ...dito(a, 'favorecido', 1), peso: a.regiao === 'edital' ? 0.8 : 0.74 })),
  ];
}

const AUTORIDADE = { edital: 1, tr: 0.95, anexo: 0.88, planilha: 0.95, modelo: 0.6, minuta: 0.6, etp: 0.6, sumario: 0 } as const;
const dito = (a: Achado, tipo: TipoBeneficio, peso: number): DitoDeBeneficio => ({ tipo, inicio: a.inicio, fim: a.fim, peso: peso * AUTORIDADE[a.regiao] });

const DO_CERTAME = /\b(?:licitacao|pregao|certame|dispensa|processo|edital|aviso|participa\w+|disputa|destinad[oa]s?|concorrencia|chamada|credenciamento|cotacao|fornecedores|lic\.)/;
const DOS_ITENS = /^[\s,(-]*(?:para\s+|n?[oa]s?\s+){0,2}(?:item|itens|lotes?)\s*:?\s*\d/;
const NAO_EXCLUSIVO = /\bnao\s+(?:for(?:em)?\s+)?exclusiv/;
const NEGA = /\b(?:nao|sem|inexiste)$|\bnao\s+(?:havendo|existindo|existem|existe|constam|tendo|sera|e|se|contempla|ha|havera|possui|tera|destina\w*|adota\w*|se\s+aplica)\b/;

function readExclusividade(t: TextoEdital, a: Achado): DitoDeBeneficio | null {
  const frase = fraseEm(t, a.inicio, a.fim, 320);
  const trecho = a.g[0]!.replace(/\s+/g, ' ');
  const antes = frase.antes.slice(-140);
  const junto = `${antes.slice(-90)}${trecho}`;
  if (/\b(?:itens|lotes|item)\b[^.;]{0,60}(?:80\.000|oitenta\s+mil)/.test(antes) && /\bparticipacao\b/.test(junto)) return dito(a, 'por_valor', 0.8);
  const resposta = readSimNao(a.depois(90));
  if (resposta) return { ...dito(a, resposta.sim ? 'exclusiva' : 'nao_exclusiva', 0.94), fim: a.fim + resposta.fim };
  if (/^\s*\?/.test(a.depois(6)) || ALHEIO.test(trecho) || /\bdeclar\w+/.test(antes) || CONDICIONAL.test(antes) || CONDICIONAL.test(junto) || NAO_EXCLUSIVO.test(junto)) return null;
  if (NEGA.test(antes.trim()) || /^nao\b/.test(trecho)) return dito(a, 'nao_exclusiva', 0.93);
  const global = DO_CERTAME.test(junto) || (a.regiao === 'edital' && t.ordemPaginaEm(a.inicio) < 3);
  if (/\bcota\b/.test(antes.slice(-50))) return dito(a, 'cota', 0.86);
  const doItem = (ITEM.test(antes.slice(-70)) || DOS_ITENS.test(a.depois(34))) && !/\b(?:todos\s+os\s+(?:itens|lotes)|item\s+unico|lote\s+unico|unico\s+(?:item|lote))\b/.test(frase.toda);
  return dito(a, doItem || !global ? 'itens_exclusivos' : 'exclusiva', t.ordemPaginaEm(a.inicio) < 3 ? 0.94 : 0.88);
}

function readCota(t: TextoEdital, a: Achado): DitoDeBeneficio | null {
  const frase = fraseEm(t, a.inicio, a.fim, 260);
  const depois = a.depois(110).replace(new RegExp(String.raw`^\s*(?:para|a|as|de|d[ao]s?)?\s*${ME}`), '');
  const resposta = readSimNao(depois);
  if (resposta) return resposta.sim ? dito(a, 'cota', 0.93) : null;
  if (/^[^.;:]{0,14}\?/.test(depois) || NEGADO.test(frase.antes.slice(-150)) || CONDICIONAL.test(`${frase.antes.slice(-120)}${a.g[0]!}`) || /\bdeclar\w+/.test(frase.antes)) return null;
  return dito(a, 'cota', 0.86);
}

function readAmpla(t: TextoEdital, a: Achado): DitoDeBeneficio | null {
  const frase = fraseEm(t, a.inicio, a.fim, 220);
  if (NEGADO.test(frase.antes.slice(-30)) || CONDICIONAL.test(frase.antes.slice(-90)) || FINALIDADE.test(frase.antes.slice(-60)) || (a.regiao !== 'edital' && /^ampla\s+(?:part|disp|comp)/.test(a.g[0]!))) return null;
  const doItem = ITEM.test(frase.antes.slice(-60)) && !/\btod[oa]s\s+os\s+(?:itens|lotes)/.test(frase.toda);
  return dito(a, doItem || a.regiao === 'tr' || a.regiao === 'planilha' ? 'itens_amplos' : 'ampla', t.ordemPaginaEm(a.inicio) < 4 ? 0.93 : 0.84);
}
