import type { TextoEdital } from '../domain/texto-edital.js';
import { DIA_E_MES } from './datas.js';
import { readMarcasPareadas, semParenteses, type Marca } from './marcas.js';
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

const ATE_DIA = /^[\s,;.-]*(?:e\s+)?(?:com\s+(?:termino|encerramento|fim)\s+)?(?:ate|a|as)\b[\s,:]*(?:o|as?|n?o?)?\s*(?:dia)?[\s,:]*(?:as?)?\s*$/;

/** Every day of the text with its hour, when there is one, and what names it. */
export const findMomentos = (t: TextoEdital): Momento[] => toMomentos(t, readMarcasPareadas(t));

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
