import { getFileNameLowLevel, parseExtraFields, type Entry } from 'yauzl';
import { fromUnits } from '../../kernel/index.js';

/** Upper half of code page 850 (DOS in Brazil), 0x80 to 0xFF. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const PORTUGUES = /[áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇºª°–]/g;
const UTF8_MARCADO = 0x800;
const CAMPO_UNICODE = 0x7075;

/**
 * Name of a ZIP entry as a person wrote it. Names marked as UTF-8 (flag or Info-ZIP's field) are that; the others are
 * tried as UTF-8, then as code page 850 or Latin-1, whichever gives more Portuguese letters.
 */
export function decodeNome(entrada: Pick<Entry, 'fileNameRaw' | 'extraFieldRaw' | 'generalPurposeBitFlag'>): string {
  const campos = parseExtraFields(entrada.extraFieldRaw);
  if (entrada.generalPurposeBitFlag & UTF8_MARCADO || campos.some((c) => c.id === CAMPO_UNICODE)) {
    return getFileNameLowLevel(entrada.generalPurposeBitFlag, entrada.fileNameRaw, campos, false);
  }
  return decodeBytes(entrada.fileNameRaw).replaceAll('\\', '/');
}

/** Bytes as UTF-8 when they are that, else as `isDos` tells. */
export function decodeBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return isDos(bytes) ? decodeDos(bytes) : new TextDecoder('windows-1252').decode(bytes);
  }
}

const AMOSTRA = 256 * 1024;

/** Whether bytes above ASCII give more Portuguese letters, or as many, in code page 850 as in Windows' Latin-1. */
export const isDos = (bytes: Buffer): boolean => count(decodeDos(bytes.subarray(0, AMOSTRA))) >= count(new TextDecoder('windows-1252').decode(bytes.subarray(0, AMOSTRA)));

/** Code page 850. */
export function decodeDos(bytes: Buffer): string {
  const unidades = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) unidades[i] = bytes[i]! < 128 ? bytes[i]! : CP850.charCodeAt(bytes[i]! - 128);
  return fromUnits(unidades, unidades.length);
}

const count = (texto: string): number => texto.match(PORTUGUES)?.length ?? 0;
