import { addDias, addMeses, diffDias, formatDia, type Dia } from '../../kernel/index.js';
import { DATA, dataDepois, dataDoRotulo, datasDe, readDia, readPalavras } from './datas.js';
import type { Rascunho } from './leitor.js';
import type { Papel } from './papel.js';

const ROTULO_VALIDADE = /\b(?:val(?:id[ao]s?|e)\s+ate(?:\s+o\s+dia|\s+a\s+data\s+de)?|data\s+(?:de|da)\s+(?:validade|vencimento)|validade(?:\s+da\s+certidao|\s+do\s+certificado|\s+deste\s+documento)?(?:\s*\([^()]{0,160}\))?(?:\s+ate)?(?:\s+o\s+dia)?|vencimento|com\s+validade\s+ate|expira\s+em|valido\s+ate)\s*:?/;
const PERIODO = new RegExp(String.raw`\bvalidade\s*:?\s*(?:de\s+)?(${DATA.source.replace(/\?<\w+>/g, '?:')})\s*(?:a|ate|-)\s*`);
const NUMERO = String.raw`(?:(?<n>\d{1,4})\s*(?:\((?<ext>[a-z\s]{2,40})\))?|(?<pal>[a-z]{3,10}(?:\s+e\s+[a-z]{3,10})?))`;
const PRAZO = new RegExp(String.raw`\b(?:val(?:id[ao]s?|e|idade|era)\b[^.;]{0,60}?|prazo\s+de\s+validade[^.;]{0,40}?)\b${NUMERO}\s+(?<u>dias|mes(?:es)?|anos?)\b`);
const PRAZO_DEPOIS = new RegExp(String.raw`\b${NUMERO}\s+(?<u>dias|mes(?:es)?)\s*,?\s+(?:a\s+contar|contados|a\s+partir)\s+d[aeo]s?\s+(?:data\s+d[ae]\s+)?(?:sua\s+)?(?:emissao|expedicao)`);
const ROTULO_EMISSAO = /\b(?:(?:data|dia)\s+(?:e\s+hora\s+)?d[ae]\s+(?:emissao|expedicao|consulta|liberacao)|emitid[ao]\s+(?:eletronicamente\s+|automaticamente\s+|gratuitamente\s+|via\s+internet\s+(?:publica\s+)?\(?|as\s+[\d:h]{4,8}\s*(?:horas?\s+)?(?:min\s+)?(?:do\s+dia|de)?|em|no\s+dia|aos?|no\s+horario\s+de)|emissao(?:\s+em)?|expedid[ao]\s+(?:em|aos?|as|gratuitamente)|expedicao|liberacao|certidao\s+(?:emitida|expedida|liberada)|informacao\s+obtida\s+em|liberad[ao]\s+em|impress[oa]\s+em|gerad[ao]\s+em)\s*:?/;
/** "Curitiba, 15 de março de 2026": the date line of a letter. */
const DATA_E_LOCAL = new RegExp(String.raw`(?:\b[a-z][a-z' ]{2,40}(?:\s?[-/]\s?[a-z]{2})?\s*,\s*(?:em\s+|aos?\s+)?)(?=${DATA.source.replace(/\?<\w+>/g, '?:')})`);
const MAX_PRAZO: Readonly<Record<string, number>> = { d: 3650, m: 120, a: 20 };
/** No certidão lasts longer. */
const MAX_DIAS = 366 * 6;

/** Issue date: beside its label; else the date line of the letter; else the only date of the paper. */
export function readEmissao(r: Rascunho): void {
  const p = r.papel;
  const rotulada = dataDoRotulo(p, ROTULO_EMISSAO, 50);
  const local = rotulada ? null : lastDataLocal(p);
  const datas = rotulada || local ? [] : datasDe(p);
  const data = rotulada ?? local ?? (datas.length === 1 && !/valid|vencim/.test(p.corrido.slice(Math.max(0, datas[0]!.inicio - 40), datas[0]!.inicio)) ? datas[0]! : null);
  if (!data) return r.lack('emissao', 'O documento não diz, de modo reconhecível, quando foi emitido.');
  r.emissao = data.dia;
  r.prove('emissao', data);
}

function lastDataLocal(p: Papel): { dia: Dia; inicio: number; fim: number } | null {
  const m = p.findAll(DATA_E_LOCAL, 50).at(-1);
  const data = m ? dataDepois(p, m.fim, 2) : null;
  return data && { ...data, inicio: m!.inicio };
}

/** Validity as printed: a period, a date, or a number of days, months or years from the issue. False when nothing is printed. */
export function readValidade(r: Rascunho): boolean {
  const p = r.papel;
  const periodo = p.find(PERIODO);
  const fim = periodo && dataDepois(p, periodo.fim, 4);
  if (periodo && fim) {
    r.setValidade(fim.dia, 'impressa', `O documento diz que vale até ${formatDia(fim.dia)}.`, { inicio: periodo.inicio, fim: fim.fim });
    const inicio = readDia(p.find(DATA, periodo.inicio)?.groups ?? {});
    if (inicio && !r.emissao) r.emissao = inicio;
    return checkValidade(r);
  }
  const datas = p.findAll(ROTULO_VALIDADE, 20).flatMap((m) => {
    const data = dataDepois(p, m.fim, 30);
    // "Validade: 60 dias\nNova Trento, 10 de novembro": the date is another's.
    return data && !/\d/.test(p.corrido.slice(m.fim, data.inicio)) ? [{ ...data, inicio: m.inicio }] : [];
  });
  if (!datas.length) return readPrazo(r);
  // The first to come counts: a paper that says two things is believed in what costs less to be wrong about.
  const possiveis = datas.filter((d) => !r.emissao || (d.dia >= r.emissao && diffDias(r.emissao, d.dia) <= MAX_DIAS));
  const data = (possiveis.length ? possiveis : datas).reduce((a, b) => (b.dia < a.dia ? b : a));
  if (new Set(datas.map((d) => d.dia)).size > 1) r.warn('validades_divergentes', `O documento traz mais de uma validade (${[...new Set(datas.map((d) => formatDia(d.dia)))].slice(0, 4).join(', ')}): foi usada ${formatDia(data.dia)}.`);
  r.setValidade(data.dia, 'impressa', `O documento diz que vale até ${formatDia(data.dia)}.`, data);
  return checkValidade(r);
}

function readPrazo(r: Rascunho): boolean {
  const m = r.papel.find(PRAZO) ?? r.papel.find(PRAZO_DEPOIS);
  if (!m) return false;
  const g = m.groups ?? {};
  const n = g['n'] ? Number(g['n']) : readPalavras(g['pal'] ?? '');
  const unidade = g['u']!.charAt(0);
  if (!n || n > MAX_PRAZO[unidade]!) return false;
  const nome = `${n} ${unidade === 'd' ? (n === 1 ? 'dia' : 'dias') : unidade === 'm' ? (n === 1 ? 'mês' : 'meses') : n === 1 ? 'ano' : 'anos'}`;
  if (!r.emissao) {
    r.setValidade(null, 'desconhecida', `O documento diz que vale ${nome} da emissão, mas a data de emissão não foi lida.`, m);
    return true;
  }
  const ate = unidade === 'd' ? addDias(r.emissao, n) : addMeses(r.emissao, unidade === 'm' ? n : n * 12);
  r.setValidade(ate, 'prazo_impresso', `O documento diz que vale ${nome} da emissão (${formatDia(r.emissao)}).`, m);
  return checkValidade(r);
}

/** A validity before the issue, or absurdly long, is no validity. */
function checkValidade(r: Rascunho): true {
  const { ate } = r.validade;
  if (ate && r.emissao && ate < r.emissao) {
    r.warn('validade_antes_da_emissao', `O documento traz validade (${formatDia(ate)}) anterior à emissão (${formatDia(r.emissao)}): nenhuma das duas foi usada para a validade.`);
    r.setValidade(null, 'desconhecida', 'A validade impressa é anterior à emissão.');
  } else if (ate && r.emissao && diffDias(r.emissao, ate) > MAX_DIAS) {
    r.warn('validade_implausivel', `O documento traz validade até ${formatDia(ate)}, mais de seis anos depois da emissão: não foi usada.`);
    r.setValidade(null, 'desconhecida', 'A validade impressa passa de seis anos da emissão.');
  }
  return true;
}
