import type { TipoArquivo } from '../domain/documento.js';
import { decodeBytes } from './decode-nome.js';

const AMOSTRA = 64 * 1024;

/** HTML, web archive, spreadsheet in XML or plain text; null when the bytes are no text. */
export function detectTexto(b: Buffer): TipoArquivo | null {
  const amostra = decodeAmostra(b.subarray(0, AMOSTRA));
  if (amostra === null) return null;
  // Web archives (.mht) and mail are text around base64.
  if (/^\s{0,20}(?:MIME-Version:|From: |Received: |Subject: |Date: |Return-Path: |Delivered-To: )/i.test(amostra) && /^Content-Type:/im.test(amostra)) return 'mht';
  // What Excel 2003 calls "XML spreadsheet".
  if (/^\s{0,20}<\?xml\b/.test(amostra) && amostra.slice(0, 4096).includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xls';
  return isHtml(amostra) ? 'html' : 'txt';
}

function isHtml(texto: string): boolean {
  const inicio = texto.slice(0, 4096).replace(/<!--[^]{0,2000}?-->/g, '').trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype\s+html|<html)/i.test(inicio)) return true;
  const marcas = texto.match(/<\/?(?:html|head|body|div|p|span|table|tr|td|br|b|font|h[1-6]|style)\b[^<>]{0,300}>/gi)?.length ?? 0;
  return inicio.startsWith('<') ? marcas >= 2 : marcas >= 10;
}

function decodeAmostra(b: Buffer): string | null {
  if (b[0] === 0xff && b[1] === 0xfe) return new TextDecoder('utf-16le').decode(b);
  if (b[0] === 0xfe && b[1] === 0xff) return new TextDecoder('utf-16be').decode(b);
  let controles = 0;
  for (const c of b) if (c < 9 || (c > 13 && c < 32 && c !== 27)) controles++;
  if (controles > b.length / 500) return null;
  const utf8 = new TextDecoder('utf-8').decode(b);
  // Latin-1 and DOS take any byte: ask that most of it be letters, digits, white space or common marks.
  if (!utf8.slice(0, -2).includes('\ufffd')) return utf8;
  const latino = decodeBytes(b);
  const comuns = latino.match(/[\p{L}\p{N}\s.,;:()/\-"'ºª°§%$&+*=<>_!?@#[\]{}|\\“”‘’–—•]/gu)?.length ?? 0;
  return comuns > latino.length * 0.97 ? latino : null;
}
