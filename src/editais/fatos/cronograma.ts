import type { TextoEdital } from '../domain/texto-edital.js';
import { toInstante } from '../extracao/datas.js';
import { eventosDe, eventosDosRotulos, type Evento, type EventosLidos } from '../extracao/eventos.js';
import { findMomentos, type Momento } from '../extracao/momentos.js';
import { once } from '../extracao/once.js';
import { fusoDoTrecho, readFuso } from './fuso.js';

/** A moment of the tender and what it is. */
export interface Marco {
  readonly evento: Evento;
  /** ISO 8601 with the edital's offset. */
  readonly instante: string;
  /** End of a period of hours, when given. */
  readonly instanteFim: string | null;
  readonly momento: Momento;
  readonly inicio: number;
  readonly fim: number;
  /** 0 to 1: how surely the text around the moment says it is this event. */
  readonly certeza: number;
  /** The phrase that names it, folded. */
  readonly rotulo: string;
}

const AUTORIDADE = { edital: 1, anexo: 0.75, tr: 0.8, etp: 0.55, planilha: 0.7, minuta: 0.6, modelo: 0.65, sumario: 0 } as const;
const RETORICA = 0.92;
/** A line shorter than this that goes on in the next is a cell of a table. */
const CELULA = 42;
/** "DATA: 25/03/2024 HORÁRIO: 14 horas" at the head of the edital, with no other name. */
const SEM_NOME = 0.85;
const SO_DATA = /^(?:data|dia)(?:\s+e\s+(?:hora|horario))?$/;

/** Every dated event with an hour, in text order. */
export const readCronograma = once((t: TextoEdital): readonly Marco[] => {
  const fuso = readFuso(t);
  return findMomentos(t).flatMap((m) => {
    const vigencia = vigenciaDe(t, m);
    if (m.hora === null || vigencia === 0) return [];
    const leitura = readEvento(t, m);
    if (!leitura) return [];
    const deslocamento = fusoDoTrecho(t, suffix(t, m)) ?? fuso.deslocamento;
    const base = AUTORIDADE[t.regiaoEm(m.inicio).tipo] * (t.ordemPaginaEm(m.inicio) > 7 ? 0.9 : 1) * (m.herdada ? 0.94 : 1);
    const eventos = A_SEGUIR.test(t.dobrado.slice(m.fim, m.fim + 420).replace(/\s+/g, ' ')) && m.ate ? [...leitura.eventos, 'abertura_a_seguir' as const] : leitura.eventos;
    return eventos.map((evento) => ({
      evento, momento: m, rotulo: leitura.frase, certeza: base * leitura.certeza * vigencia, ...quote(t, m, leitura.frase),
      instante: toInstante(m.data, m.hora!, deslocamento), instanteFim: m.horaFim === null ? null : toInstante(m.data, m.horaFim, deslocamento),
    }));
  });
});

/** "envelopes protocolados até as 8h30 …, sendo abertos a seguir" */
const A_SEGUIR = /^[^.;]{0,400}\b(?:sendo|serao|e)\s+abertos\s+(?:a\s+seguir|em\s+seguida|imediatamente|logo\s+(?:apos|em\s+seguida)|na\s+sequencia)/;
const DESFEITO_ANTES = /\bonde\s+se\s+le\b(?![\s\S]*\bleia-?\s?se\b)|\bem\s+substituicao\s+a\b[^.;]{0,30}$|\banteriormente\b[^.;]{0,40}$/;
const DESFEITO_DEPOIS = /^[^.;\n]{0,40}\b(?:foi|fica|esta|restou)\s+(?:suspens|adiad|cancelad|revogad|transferid)/;
const REFEITO = /\b(?:nova\s+data|leia-?\s?se|remarcad\w+|reagendad\w+|passa(?:ra)?\s+a\s+ser|prorrogad\w+\s+para|adiad\w+\s+para|republica\w+)\b/;
/** 0 for a date that the text takes back ("onde se lê …", "foi suspensa"), above 1 for the one that replaces it. */
function vigenciaDe(t: TextoEdital, m: Momento): number {
  const antes = t.dobrado.slice(Math.max(0, m.inicio - 160), m.inicio).replace(/\s+/g, ' ');
  if (DESFEITO_ANTES.test(antes) || DESFEITO_DEPOIS.test(t.dobrado.slice(m.fim, m.fim + 70))) return 0;
  return REFEITO.test(antes.slice(-90)) ? 1.04 : 1;
}

function readEvento(t: TextoEdital, m: Momento): (Omit<EventosLidos, 'ordem'> & { certeza: number }) | null {
  const antes = eventosDosRotulos(m.rotulos);
  if (antes) return { ...antes, certeza: antes.ordem > 2 ? RETORICA : 1 };
  if (m.herdada) return null;
  if (SO_DATA.test(m.rotulos.at(0) ?? '') || SO_DATA.test(m.rotulos.at(1) ?? '')) return t.ordemPaginaEm(m.inicio) < 3 ? { eventos: ['realizacao'], frase: 'data', certeza: SEM_NOME } : null;
  // "No dia 10/05/2026, às 9h, será realizada a sessão pública …": the name comes after.
  const depois = t.dobrado.slice(m.fim, m.fim + 200).split(/[;\f]|\.\s/)[0]!.replace(/\s+/g, ' ');
  const lidos = eventosDe(`${m.rotulos[0] ?? ''} ${depois}`.trim());
  return lidos && { eventos: lidos.eventos.slice(0, 1), frase: lidos.frase, certeza: RETORICA };
}

/** What stands right after the hour, up to the end of its line: "(horário de Brasília)". */
const suffix = (t: TextoEdital, m: Momento): string => t.dobrado.slice(m.fim, m.fim + 60).split(/[;\f]|\n\s*\n/)[0]!;

/**
 * From the label, when it is near, to the moment. A label that wraps inside a table cell is left out: the value stands
 * beside it on the page, and readers put the two in different orders.
 */
function quote(t: TextoEdital, m: Momento, frase: string): { inicio: number; fim: number } {
  const palavra = frase.split(' ').find((p) => p.length > 3) ?? frase;
  const desde = Math.max(t.paginaEm(m.inicio).inicio, m.inicio - 160);
  const em = t.dobrado.slice(desde, m.inicio).lastIndexOf(palavra);
  if (em < 0) return { inicio: m.inicio, fim: m.fim };
  const linhas = t.dobrado.slice(desde + em, m.inicio).split('\n');
  const quebrado = linhas.length > 1 && linhas[0]!.length < CELULA && /[a-z]{4,}/.test(linhas.at(-1)!.replace(/\b(?:data|hora|horario|inicio|partir)\b/g, ''));
  return { inicio: quebrado ? m.inicio : desde + em, fim: m.fim };
}
