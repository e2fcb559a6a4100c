import { getFileNameLowLevel, parseExtraFields, type Entry } from 'yauzl';

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

export function decodeBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const dos = Array.from(bytes, (b) => (b < 128 ? String.fromCharCode(b) : CP850[b - 128]!)).join('');
    const latino = new TextDecoder('windows-1252').decode(bytes);
    return count(latino) > count(dos) ? latino : dos;
  }
}

const count = (texto: string): number => texto.match(PORTUGUES)?.length ?? 0;
