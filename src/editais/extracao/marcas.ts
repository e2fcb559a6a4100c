import type { TextoEdital } from '../domain/texto-edital.js';
import { DATA, HORA, readData, readHora } from './datas.js';
import { ENTRADA } from './eventos.js';
import { readRotulos } from './rotulos.js';

/** A day or an hour in the text, tied to the one that completes it. */
export interface Marca {
  readonly tipo: 'data' | 'hora';
  readonly valor: string;
  readonly inicio: number;
  readonly fim: number;
  par?: Marca;
  /** First hour of "das 8h às 12h do dia …" or last of "… das 8h às 12h". */
  outra?: Marca;
}

const MAX_MARCAS = 3000;
const VAO = 90;
const FEIRA = String.raw`(?:segunda|terca|quarta|quinta|sexta)(?:\s?-?\s?feira)?|sabado|domingo`;
/** What may stand between a day and its hour. */
const DIA_HORA = new RegExp(String.raw`^(?:[\s,;:.()/|-]|\b\d{1,2}(?:\.\d{1,2})?[.)]\s|\b(?:as?|ate|entre|partir|d[aeo]s?|dia|n[ao]|em|horarios?|horas?|hs|hrs|e|com|impreterivelmente|pontualmente|brasilia|df|oficial|local|limite|inicio|inicial|termino|fim|abertura|sessao|publica|encerramento|entrega|julgamento|certame|disputa|lances|fase|${FEIRA})\b)*$`);
/** What may stand between an hour and its day. */
const HORA_DIA = new RegExp(String.raw`^(?:[\s,;:.()/|-]|\b(?:d[aeo]s?|dia|data|n[ao]|em|horas?|horario|hs|hrs|min|minutos|brasilia|df|oficial|local|abertura|deste|mes|sessao|${FEIRA})\b)*$`);
const HORA_DIA_FIRME = /^[\s,;.()a-z-]{0,45}\b(?:d[eo]|dia|de)\s*$/;
const ATE_HORA = /^\s*(?:-|e|(?:ate|as|a)(?:\s+as?)?)\s*$/;

/** Days and hours of the text in order, each hour tied to its day: in either order, in the same line or the next. */
export function readMarcasPareadas(t: TextoEdital): Marca[] {
  const marcas = readMarcas(t);
  pair(t, marcas);
  inherit(t, marcas);
  return marcas;
}

function readMarcas(t: TextoEdital): Marca[] {
  const marcas: Marca[] = [];
  for (const m of t.dobrado.matchAll(new RegExp(DATA, 'g'))) {
    const valor = readData(m.groups ?? {});
    if (valor) marcas.push({ tipo: 'data', valor, inicio: m.index, fim: m.index + m[0].length });
    if (marcas.length >= MAX_MARCAS) break;
  }
  const datas = [...marcas];
  let k = 0;
  for (const m of t.dobrado.matchAll(new RegExp(HORA, 'g'))) {
    const valor = readHora(m.groups ?? {});
    while (k < datas.length && datas[k]!.fim <= m.index) k++;
    if (valor && !(datas[k] && datas[k]!.inicio < m.index + m[0].length)) marcas.push({ tipo: 'hora', valor, inicio: m.index, fim: m.index + m[0].trimEnd().length });
    if (marcas.length >= 2 * MAX_MARCAS) break;
  }
  return marcas.sort((a, b) => a.inicio - b.inicio);
}

/** Without what stands in parentheses: "(terça-feira)", "(horário de Brasília)", "(nove horas)". */
export const semParenteses = (s: string): string => s.replace(/\([^()]{0,60}\)/g, ' ').replace(/\([^()]{0,40}$/, ' ');

function pair(t: TextoEdital, marcas: readonly Marca[]): void {
  const gap = (a: Marca, b: Marca): string | null => (b.inicio - a.fim > VAO ? null : t.dobrado.slice(a.fim, b.inicio));
  const link = (data: Marca, hora: Marca): void => void ((data.par = hora), (hora.par = data));
  marcas.forEach((m, i) => {
    const antes = marcas[i - 1];
    const depois = marcas[i + 1];
    if (m.tipo !== 'hora') return;
    // the end of "das 9h às 11h30" of the day before, not the hour of the day that follows
    if (antes?.tipo === 'hora' && antes.par && ATE_HORA.test(semParenteses(gap(antes, m) ?? '.').replace(/\s+/g, ' '))) return;
    const vaoDepois = depois?.tipo === 'data' ? gap(m, depois) : null;
    const vaoAntes = antes?.tipo === 'data' && !antes.par ? gap(antes, m) : null;
    const serveDepois = vaoDepois !== null && !vaoDepois.includes('\f') && HORA_DIA.test(semParenteses(vaoDepois));
    const serveAntes = vaoAntes !== null && !vaoAntes.includes('\f') && DIA_HORA.test(semParenteses(vaoAntes));
    if (serveDepois && (!serveAntes || HORA_DIA_FIRME.test(semParenteses(vaoDepois).replace(/\s+/g, ' ')))) link(depois!, m);
    else if (serveAntes) link(antes!, m);
  });
  // "das 8h às 12h": the hour that is left joins the one that has a day.
  marcas.forEach((m, i) => {
    const proxima = marcas[i + 1];
    if (m.tipo !== 'hora' || proxima?.tipo !== 'hora' || Boolean(m.par) === Boolean(proxima.par)) return;
    const vao = gap(m, proxima);
    if (vao === null || !ATE_HORA.test(semParenteses(vao).replace(/\s+/g, ' '))) return;
    const [com, sem] = m.par ? [m, proxima] : [proxima, m];
    com.outra = sem;
    sem.outra = com;
  });
}

const DIA_DA_SESSAO = /^[\s,()]*d[oa]\s+(?:mesm[oa]\s+)?(?:dia|data)(?:\s+d[ao]\s+(?:sessao|abertura|certame))?/;
const MESMO_DIA = /\bmesm[oa]\s+(?:dia|data)\s*,?\s*(?:,?\s*(?:as|a\s+partir\s+das?|com\s+inicio\s+as))?\s*$/;
const ROTULO_DE_HORA = /^(?:hora|horario|inicio|abertura)\b.{0,60}$/;
const ALHEIO_DE_HORA = /funcionament|expediente|atendiment|comercial/;
/** "DIA: 17/07/2024 … HORÁRIO DA ABERTURA: 13h": the hour of a label takes the last day before it; "até 13h45, para abertura às 14h do dia 15": the next. */
function inherit(t: TextoEdital, marcas: readonly Marca[]): void {
  let data: Marca | undefined;
  marcas.forEach((m, i) => {
    if (m.tipo === 'data') return void (data = m);
    if (m.par || m.outra || !data || m.inicio - data.fim > 500 || t.paginaEm(m.inicio) !== t.paginaEm(data.inicio)) return;
    const rotulos = readRotulos(t, m.inicio, marcas[i - 1]!.fim).map((r) => r.replace(ENTRADA, ''));
    const nomeada = rotulos.slice(0, 3).some((r) => ROTULO_DE_HORA.test(r)) && !rotulos.some((r) => ALHEIO_DE_HORA.test(r));
    const mesmoDia = DIA_DA_SESSAO.test(t.dobrado.slice(m.fim, m.fim + 40)) || MESMO_DIA.test(t.dobrado.slice(Math.max(0, m.inicio - 50), m.inicio));
    if (nomeada || mesmoDia) m.par = data;
  });
  marcas.forEach((m, i) => {
    const proxima = marcas[i + 1];
    if (m.tipo !== 'hora' || m.par || m.outra || proxima?.tipo !== 'hora' || proxima.par?.tipo !== 'data' || proxima.inicio - m.fim > VAO) return;
    if (/^[^.;\n]{0,12}\bpara\s+[^.;]{4,60}$/.test(t.dobrado.slice(m.fim, proxima.inicio))) m.par = proxima.par;
  });
}
