import { Decimal } from 'decimal.js';
import { DateTime } from 'luxon';
import type { DecimalTexto } from '../kernel/index.js';

/** PNCP gives hours without a zone; they are Brasília's (Manual de Integração). */
const FUSO = 'America/Sao_Paulo';
/** What some systems send for "no estimate". */
const SEM_ESTIMATIVA = new Decimal('9999999999999.99');

const LOCAL = /^(20\d{2})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?$/;
/** Offsets of Brasília by day: time zones are slow to ask. */
const deslocamentos = new Map<string, string>();
const MAX_DIAS = 5_000;

/** Instant with offset; dates without a zone are Brasília's. Null for what is no date, or of another century. */
export function readInstante(texto: string | null | undefined): string | null {
  if (!texto) return null;
  const local = readLocal(texto.trim());
  if (local) return local;
  const d = DateTime.fromISO(texto.trim(), { zone: FUSO });
  return d.isValid && d.year >= 2000 && d.year < 2100 ? d.set({ millisecond: 0 }).toISO({ suppressMilliseconds: true }) : null;
}

/** What PNCP sends nearly always; null: read it with more care. */
function readLocal(texto: string): string | null {
  const [, ano, mes, dia, hora, minuto, segundo = '00'] = LOCAL.exec(texto) ?? [];
  if (!ano || hora! > '23' || minuto! > '59' || segundo > '59' || hora! < '02') return null;
  const data = `${ano}-${mes}-${dia}`;
  if (new Date(Date.UTC(Number(ano), Number(mes) - 1, Number(dia))).toISOString().slice(0, 10) !== data) return null;
  return `${data}T${hora}:${minuto}:${segundo}${offsetOf(data)}`;
}

/** Clocks change at midnight, when they do: past 2 o'clock a day has one offset. */
function offsetOf(data: string): string {
  const conhecido = deslocamentos.get(data);
  if (conhecido) return conhecido;
  const offset = DateTime.fromISO(`${data}T12:00`, { zone: FUSO }).toFormat('ZZ');
  if (deslocamentos.size >= MAX_DIAS) deslocamentos.clear();
  deslocamentos.set(data, offset);
  return offset;
}

/** 0, negative and 9999999999999.99 are "unknown", never an amount. */
export function readValor(texto: string | null | undefined): DecimalTexto | null {
  if (!texto) return null;
  const d = new Decimal(texto);
  return d.lte(0) || d.gte(SEM_ESTIMATIVA) ? null : d.toFixed();
}

/** One line, without the platform's prefix ("[Portal de Compras Públicas] - …") and with UTF-8 read as Latin-1 put right. */
export function cleanTexto(texto: string | null | undefined): string | null {
  if (!texto) return null;
  const limpo = repairMojibake(texto).replace(/[\s\u00a0]+/g, ' ').replace(/^\s*\[[^\]]{3,60}\]\s*[-–:]?\s*/, '').trim();
  return limpo || null;
}

function repairMojibake(texto: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]/.test(texto) || /[^\u0000-\u00ff]/.test(texto)) return texto;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(texto, 'latin1'));
  } catch {
    return texto;
  }
}

/** `linkSistemaOrigem` is often no address at all. */
export function readUrl(texto: string | null | undefined): string | null {
  const candidato = texto?.trim();
  if (!candidato || !/^https?:\/\//i.test(candidato) || !URL.canParse(candidato)) return null;
  return candidato;
}
