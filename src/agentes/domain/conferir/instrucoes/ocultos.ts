import { fold } from '../../../../kernel/index.js';
import type { Zona } from '../achar-citacao.js';

const BASE64 = /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{4}\s?){5,}(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2,3}={0,2})/g;
const HEX = /(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}\s?){16,}(?![0-9A-Fa-f])/g;
const MAX_DECODIFICADO = 4000;

/** Text hidden in base64 or in hexadecimal. A signature's code decodes to noise and is no text. */
export function findCodificados(texto: string): Zona[] {
  const zonas: Zona[] = [];
  for (const [padrao, codigo] of [[BASE64, 'base64'], [HEX, 'hex']] as const) {
    for (const m of texto.matchAll(padrao)) {
      const claro = Buffer.from(m[0].slice(0, MAX_DECODIFICADO).replace(/\s/g, ''), codigo).toString('utf8');
      if (isFrase(claro)) zonas.push({ inicio: m.index, fim: m.index + m[0].length });
    }
  }
  return zonas;
}

/** Words parted by spaces, almost all of it letters. */
function isFrase(claro: string): boolean {
  if (claro.length < 16 || claro.includes('\ufffd')) return false;
  const dobrado = fold(claro);
  const palavras = dobrado.match(/[a-z]{2,}/g) ?? [];
  const letras = (dobrado.match(/[a-z\s.,:;!?'"-]/g) ?? []).length;
  return palavras.length >= 3 && /\s/.test(dobrado) && letras / dobrado.length > 0.85;
}
