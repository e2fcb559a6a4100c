import { invalido } from './errors.js';

/**
 * CNPJ without mask, upper case, 14 characters, valid check digits. Alphanumeric since July 2026
 * (NT COCAD 49/2024): the first twelve may be letters.
 */
export type Cnpj = string & { readonly __cnpj: unique symbol };

const FORMATO = /^[0-9A-Z]{12}[0-9]{2}$/;
const valorDe = (c: string): number => c.charCodeAt(0) - 48;

function digito(base: string): string {
  let soma = 0;
  for (let i = 0; i < base.length; i++) soma += valorDe(base[base.length - 1 - i]!) * (2 + (i % 8));
  const resto = soma % 11;
  return String(resto < 2 ? 0 : 11 - resto);
}

/** Removes the mask and spaces; never drops letters. */
export const stripCnpj = (texto: string): string => texto.replace(/[.\-/\s]/g, '').toUpperCase();

/** True when the text, masked or not, is a CNPJ whose check digits fit; repeated characters are refused. */
export function isCnpj(texto: string): boolean {
  const c = stripCnpj(texto);
  if (!FORMATO.test(c) || /^(.)\1{13}$/.test(c)) return false;
  const base = c.slice(0, 12);
  const dv1 = digito(base);
  return c.slice(12) === dv1 + digito(base + dv1);
}

/** @throws AlicitError `cnpj_invalido` */
export function parseCnpj(texto: string): Cnpj {
  if (!isCnpj(texto)) throw invalido('cnpj_invalido', `O CNPJ "${texto.slice(0, 30)}" não é válido: confira os 14 caracteres e os dígitos verificadores.`);
  return stripCnpj(texto) as Cnpj;
}

/** AA.AAA.AAA/AAAA-DD */
export const formatCnpj = (cnpj: string): string =>
  cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5');
