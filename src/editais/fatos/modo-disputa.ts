import type { ModoDisputa } from '../domain/fato.js';
import { findAchados, type Achado } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { isEmentaDeNorma, isHipotese } from '../extracao/hipotese.js';
import { espacado } from '../extracao/modalidades.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const ABERTO = espacado('aberto');
const FECHADO = espacado('fechado');
/** Source of a mode on folded text, group `modo`; letters may be spaced. The order of the two words matters. */
const MODO = String.raw`["'(]*\s*(?<modo>(?:${ABERTO}|${FECHADO})(?:["'\s]*(?:\be\b|/|-|\+|\bou\b)\s*(?:e\s+)?(?:o\s+)?["'(]*\s*(?:${ABERTO}|${FECHADO}))?)\b`;

/** "6.8. No modo de disputa aberto, os licitantes…": a rule, which tells the mode when it is the only one described. */
const isRegra = (a: Achado): boolean => /(?:^|[\n\f.;])\s{0,8}(?:[\da-z][\d.]{0,10}\s*[-.)]?\s*)?(?:n[oa]|para\s+o)\s+$/.test(a.antes(24));

const lido = (a: Achado): ModoDisputa | null => {
  if (isHipotese(a, 150) || isEmentaDeNorma(a)) return null;
  // the model's rule of ties: "lances finais da fase fechada do modo de disputa aberto e fechado"
  if (/\bfase\s+(?:fechada|aberta)\s+d[eo]\s+$/.test(a.antes(24))) return null;
  if (/\b(?:caso|quando|na\s+hipotese|se\s+(?:o|for|adotad))\b/.test(a.nome['meio'] ?? '')) return null;
  const s = (a.nome['modo'] ?? '').replace(/[\s"']+/g, '');
  if (/(?:aberto|fechado),?ou/.test(s)) return null;
  const [primeiro, segundo] = s.match(/aberto|fechado/g) ?? [];
  // "nos modos aberto, fechado ou aberto e fechado": a list
  if (/^\s*["')]?\s*(?:,|ou)\s*["'(]?\s*(?:aberto|fechado)/.test(a.depois(24))) return null;
  if (!segundo) return primeiro === 'aberto' || primeiro === 'fechado' ? primeiro : null;
  if (primeiro === segundo) return null;
  return primeiro === 'aberto' ? 'aberto_fechado' : 'fechado_aberto';
};

const FORA = { edital: 0.06, tr: 0.14, anexo: 0.2, minuta: 0.3, modelo: 0.5, etp: 0.35 };
const PADROES: readonly Padrao<ModoDisputa>[] = [
  // "MODO DE DISPUTA: aberto e fechado", "o modo de disputa será o “aberto”"
  { rx: new RegExp(String.raw`\bmodos?\s+d[eao]\s+(?:disputa|lances?|julgamento)(?<meio>(?:\s*(?:[:-]|[[(]\s*[\])]\s*(?:aberto|fechado)(?:\s*e\s*(?:aberto|fechado))?(?=\s*[[(])|[[(]\s?x\s?[\])]|\b(?:d[aeo]s?|est[ae]|nest[ae]|licitacao|pregao|concorrencia|certame|sera|e|definid[oa]|adotad[oa]|escolhid[oa]|utilizad[oa]|previst[oa]|para|envio|lances|[oa]|ne?st?[ea]|eletronic[oa]|foi|tipo|denominad[oa]|ser|ser[ao]|presente|combinad[oa]|conjunt[oa]|aplicavel|usad[oa]|empregad[oa]|selecionad[oa]|eleit[oa])\b)){0,10}\s*)${MODO}`), peso: 0.93, desconto: FORA, valor: (a) => (isRegra(a) ? null : lido(a)) },
  // "Será adotado para o envio de lances … o modo de disputa “aberto e fechado”" is covered above; "DA FORMULAÇÃO DE LANCES – MODO ABERTO"
  { rx: new RegExp(String.raw`\b(?:lances?|disputa|sessao)\b[^.;\n]{0,50}?\bmodo\s*:?\s*${MODO}`), peso: 0.8, desconto: FORA, valor: lido },
  { rx: new RegExp(String.raw`\bdisputa\s*:?\s+${MODO}`), peso: 0.72, desconto: FORA, valor: (a) => (/\bmodos?\s+d[aeo]\s+$/.test(a.antes(12)) ? null : lido(a)) },
  // a row of the data sheet
  { rx: new RegExp(String.raw`(?:^|[\n\f])\s{0,8}(?:[a-z]\)\s*|\d{1,2}(?:\.\d{1,2}){0,2}\.?\s*)?modo\s*:\s*${MODO}`), peso: 0.86, desconto: FORA, valor: lido },
  // state companies: "sessão pública de lances abertos"
  { rx: /\b(?:sessao|etapa|fase)\s+(?:publica\s+)?de\s+lances\s+(?<modo>aberto)s\b/, peso: 0.62, desconto: FORA, valor: lido },
];
/** In person, unnamed: sealed proposals, then spoken bids of the best and those up to 10 % above, the rite of "fechado e aberto". */
const RITO: readonly Padrao<ModoDisputa>[] = [
  {
    rx: /\b(?:superior\w*|acima)\b[^.;]{0,60}\b10\s?%[^.;]{0,200}\blances?\s+verba(?:l|is)\b/, peso: 0.62, desconto: FORA, valor: (a) => (isHipotese(a) ? null : 'fechado_aberto'),
    nota: 'O edital não nomeia o modo: propostas em envelope e lances verbais entre as melhores (até 10%).',
  },
];
const REGRAS: readonly Padrao<ModoDisputa>[] = [{ rx: new RegExp(String.raw`\bmodo\s+de\s+disputa\s*${MODO}`), peso: 0.74, desconto: FORA, valor: (a) => (isRegra(a) ? lido(a) : null) }];

/** A dispensa with a stage of bids (IN SEGES 67/2021). */
const LANCES = /\b(?:(?:etapa|fase|periodo|envio|procedimento|horario\s+da\s+fase)\s+de\s+lances|lances\s+(?:publicos\s+e\s+)?sucessivos|sem\s+disputa|com\s+disputa)\b/;

/** Direct contracting of all who qualify, and the prize for the best work: nobody bids. */
const SEM_LANCES_POR_NATUREZA: ReadonlySet<string> = new Set(['credenciamento', 'inexigibilidade', 'concurso']);
const SEM_DISPUTA = /\b(?:sem|nao\s+(?:havera|ha|se\s+aplica\w*|comporta|existe|tera|envolve))\s+(?:a\s+|fase\s+(?:competitiva\s+)?de\s+|etapa\s+de\s+|qualquer\s+|modo\s+de\s+|criterio\s+de\s+)?(?:disputa|lances|competicao)\b/;
const readSemDisputa = (t: TextoEdital): Candidato<ModoDisputa>[] =>
  findAchados(t, SEM_DISPUTA, { regioes: ['edital', 'tr', 'anexo'] }).filter((a) => !isHipotese(a)).map((a) => ({ valor: 'nao_se_aplica', inicio: a.inicio, fim: a.fim, peso: 0.8 - (a.regiao === 'edital' ? 0 : 0.08) }));

const SEM_LANCES = /\b(?:nao\s+(?:havera|ha|tera|sera\s+realizad[ao])|sem)\s+(?:a\s+|[a-z]+\s+)?$/;

/** Mode of dispute (Lei 14.133/2021, art. 56). The three modes described one after the other, each "caso seja adotado", choose none. */
export const modoDisputa = defineCampo<'modo_disputa'>({
  campo: 'modo_disputa',
  read: ({ t, lidos }) => {
    if (lidos.modalidade === 'dispensa') return readDispensa(t);
    if (SEM_LANCES_POR_NATUREZA.has(lidos.modalidade ?? '')) return readSemDisputa(t);
    const nomeados = readPadroes(t, PADROES);
    if (nomeados.length) return nomeados;
    const regras = readPadroes(t, REGRAS);
    if (regras.length) return new Set(regras.map((r) => r.valor)).size === 1 ? regras : [];
    return lidos.forma === 'presencial' ? readPadroes(t, RITO) : [];
  },
  ausencia: ({ lidos }) =>
    SEM_LANCES_POR_NATUREZA.has(lidos.modalidade ?? '') ? { ausencia: 'nao_se_aplica', nota: 'Não há disputa de lances nesta forma de contratação.' } : null,
  corteAlternativa: 0.9,
});

function readDispensa(t: TextoEdital): Candidato<ModoDisputa>[] {
  const achados = findAchados(t, LANCES, { regioes: ['edital'] });
  if (achados.some((a) => ((a.g[0] ?? '').startsWith('sem') && !isHipotese(a)) || SEM_LANCES.test(a.antes(40)))) return [];
  return achados.filter((a) => !isHipotese(a)).map((a) => ({ valor: 'dispensa_com_disputa', inicio: a.inicio, fim: a.fim, peso: 0.82 - (/\n/.test(a.g[0] ?? '') ? 0.04 : 0) }));
}
