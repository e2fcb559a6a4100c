import type { TextoEdital } from '../domain/texto-edital.js';
import { DATA, DIA_E_MES, HORA, readData, readHora } from './datas.js';
import { readRotulos } from './rotulos.js';

/** A day, mostly with its hour, as the text gives it. */
export interface Momento {
  /** "2026-04-07" */
  readonly data: string;
  /** "09:00"; null when no hour goes with the day. */
  readonly hora: string | null;
  /** The end of "das 8h às 12h". */
  readonly horaFim: string | null;
  readonly inicio: number;
  readonly fim: number;
  /** What names it, nearest first (see `readRotulos`). */
  readonly rotulos: readonly string[];
  /** Begins or ends a period ("de … até …"). */
  readonly intervalo: 'inicio' | 'fim' | null;
  /** "até" right before it. */
  readonly ate: boolean;
  /** The hour stands apart from the day, under a label of its own. */
  readonly herdada: boolean;
}

interface Marca {
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
const DIA_HORA = new RegExp(String.raw`^(?:[\s,;:.()/|-]|\b(?:as?|ate|partir|d[aeo]s?|dia|n[ao]|em|horarios?|horas?|hs|hrs|e|com|impreterivelmente|pontualmente|brasilia|df|oficial|local|limite|inicio|inicial|termino|fim|abertura|sessao|publica|encerramento|entrega|julgamento|certame|disputa|lances|fase|${FEIRA})\b)*$`);
/** What may stand between an hour and its day. */
const HORA_DIA = new RegExp(String.raw`^(?:[\s,;:.()/|-]|\b(?:d[aeo]s?|dia|data|n[ao]|em|horas?|horario|hs|hrs|min|minutos|brasilia|df|oficial|local|abertura|deste|mes|sessao|${FEIRA})\b)*$`);
const HORA_DIA_FIRME = /^[\s,;.()a-z-]{0,45}\b(?:d[eo]|dia|de)\s*$/;
const ATE_HORA = /^\s*(?:-|e|(?:ate|as|a)(?:\s+as?)?)\s*$/;
const ATE_DIA = /^[\s,;.-]*(?:e\s+)?(?:com\s+(?:termino|encerramento|fim)\s+)?(?:ate|a|as)\b[\s,:]*(?:o|as?|n?o?)?\s*(?:dia)?[\s,:]*(?:as?)?\s*$/;

/** Every day of the text, paired with its hour when there is one: in either order, in the same line or the next. */
export function findMomentos(t: TextoEdital): Momento[] {
  const marcas = readMarcas(t);
  pair(t, marcas);
  inherit(t, marcas);
  return toMomentos(t, marcas);
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

const semParenteses = (s: string): string => s.replace(/\([^()]{0,60}\)/g, ' ').replace(/\([^()]{0,40}$/, ' ');

function pair(t: TextoEdital, marcas: readonly Marca[]): void {
  const gap = (a: Marca, b: Marca): string | null => (b.inicio - a.fim > VAO ? null : t.dobrado.slice(a.fim, b.inicio));
  const link = (data: Marca, hora: Marca): void => void ((data.par = hora), (hora.par = data));
  marcas.forEach((m, i) => {
    const antes = marcas[i - 1];
    const depois = marcas[i + 1];
    if (m.tipo !== 'hora') return;
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
const ROTULO_DE_HORA = /^(?:hora|horario|inicio|abertura)\b.{0,60}$/;

/** "DIA: 17/07/2024 … HORÁRIO DA ABERTURA: 13h": the hour of a label takes the last day before it. */
function inherit(t: TextoEdital, marcas: readonly Marca[]): void {
  let data: Marca | undefined;
  marcas.forEach((m, i) => {
    if (m.tipo === 'data') return void (data = m);
    if (m.par || m.outra || !data || m.inicio - data.fim > 500 || t.paginaEm(m.inicio) !== t.paginaEm(data.inicio)) return;
    const rotulos = readRotulos(t, m.inicio, marcas[i - 1]!.fim);
    const nomeada = rotulos.slice(0, 3).some((r) => ROTULO_DE_HORA.test(r)) && !rotulos.some((r) => /funcionament|expediente|atendiment|comercial/.test(r));
    if (nomeada || DIA_DA_SESSAO.test(t.dobrado.slice(m.fim, m.fim + 40))) m.par = data;
  });
}

function toMomentos(t: TextoEdital, marcas: readonly Marca[]): Momento[] {
  const saida: (Momento & { intervalo: Momento['intervalo'] })[] = [];
  let fimAnterior = 0;
  for (const m of marcas) {
    const propria = m.tipo === 'data' ? m.par?.par === m || !m.par : m.par !== undefined && m.par.par !== m;
    if (!propria) continue;
    const herdada = m.tipo === 'hora';
    const hora = herdada ? m : m.par;
    const partes = [m, ...(herdada || !hora ? [] : [hora]), ...(hora?.outra ? [hora.outra] : [])];
    const inicio = Math.min(...partes.map((p) => p.inicio));
    const fim = Math.max(...partes.map((p) => p.fim));
    const horas = [hora, hora?.outra].filter((h) => h !== undefined).sort((a, b) => a.inicio - b.inicio);
    const anterior = saida.at(-1);
    const vao = anterior && inicio - anterior.fim < 60 ? semParenteses(t.dobrado.slice(anterior.fim, inicio)).replace(/\s+/g, ' ') : '';
    const continua = anterior !== undefined && anterior.intervalo !== 'fim' && /\b(?:ate|a|as)\b/.test(vao) && ATE_DIA.test(vao);
    const parcial = new RegExp(String.raw`${DIA_E_MES}[\s,]*(?:ate|a)\b[\s,a-z]{0,12}$`).exec(t.dobrado.slice(Math.max(0, inicio - 60), inicio));
    const comeco = parcial ? inicio - parcial[0].length : inicio;
    const meio = herdada ? [] : betweenParts(t, partes);
    const doDia = herdada ? readRotulos(t, m.par!.inicio, 0) : [];
    if (continua && anterior) anterior.intervalo = 'inicio';
    saida.push({
      data: herdada ? m.par!.valor : m.valor, hora: horas[0]?.valor ?? null, horaFim: horas[1]?.valor ?? null, inicio, fim, herdada,
      rotulos: continua && anterior ? anterior.rotulos : [...meio, ...readRotulos(t, comeco, fimAnterior), ...doDia],
      intervalo: continua || parcial ? 'fim' : null,
      ate: /\bate\s*(?:[:,]\s*)?(?:as?\s+|o\s+)?(?:dia\s*)?[\s:,-]*$/.test(t.dobrado.slice(Math.max(0, inicio - 24), inicio)) || continua || meio.some((r) => /\bate\b/.test(r)),
    });
    fimAnterior = Math.max(fimAnterior, fim);
  }
  return saida;
}

/** A label between the day and its hour: "DIA: 08/05/2024. HORÁRIO DE INÍCIO DA SESSÃO PÚBLICA: 14:30". */
function betweenParts(t: TextoEdital, partes: readonly Marca[]): string[] {
  const [a, b] = [...partes].sort((x, y) => x.inicio - y.inicio);
  const meio = a && b ? t.dobrado.slice(a.fim, b.inicio).replace(/\s+/g, ' ').trim() : '';
  return meio.length > 3 ? [meio.replace(/[:\s]+$/, '')] : [];
}
