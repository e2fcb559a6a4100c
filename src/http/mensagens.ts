import { z } from 'zod';

type Problema = z.core.$ZodRawIssue;

const TIPOS: Readonly<Record<string, string>> = { string: 'um texto', number: 'um número', int: 'um número inteiro', boolean: 'true ou false', array: 'uma lista', object: 'um objeto', record: 'um objeto', date: 'uma data', null: 'null', nan: 'NaN' };
const FORMATOS: Readonly<Record<string, string>> = { datetime: 'um instante ISO 8601 em UTC, como 2026-12-10T17:00:00Z', date: 'uma data AAAA-MM-DD', time: 'uma hora HH:MM:SS', email: 'um endereço de e-mail', url: 'um endereço (URL)', uuid: 'um UUID', json_string: 'um texto JSON' };
/** Unit of a size, and how a size is said. */
const UNIDADES: Readonly<Record<string, string>> = { string: ' caracteres', array: ' itens', set: ' itens', file: ' bytes', map: ' entradas' };

const aspas = (v: unknown): string => (typeof v === 'string' ? `“${v}”` : String(v));

/** What a program or a person should send instead, in Brazilian Portuguese; undefined leaves it to the locale. */
export function mensagemDe(p: Problema): string | undefined {
  switch (p.code) {
    case 'invalid_type':
      if (p.input === undefined) return 'obrigatório';
      if (p.expected === 'never') return 'não se aplica aqui';
      return TIPOS[p.expected] === undefined ? undefined : `esperado ${TIPOS[p.expected]}`;
    case 'invalid_value':
      return p.input === undefined ? 'obrigatório' : `esperado ${p.values.length === 1 ? '' : 'um destes: '}${p.values.map(aspas).join(', ')}`;
    case 'too_small':
      if (p.minimum === 1 && UNIDADES[p.origin] !== undefined) return 'não pode ser vazio';
      return `esperado ${p.inclusive ? 'no mínimo' : 'mais de'} ${String(p.minimum)}${UNIDADES[p.origin] ?? ''}`;
    case 'too_big':
      return `esperado ${p.inclusive ? 'no máximo' : 'menos de'} ${String(p.maximum)}${UNIDADES[p.origin] ?? ''}`;
    case 'invalid_format':
      return FORMATOS[p.format] === undefined ? 'formato inválido' : `esperado ${FORMATOS[p.format]}`;
    case 'not_multiple_of':
      return `esperado um múltiplo de ${String(p.divisor)}`;
    case 'unrecognized_keys':
      return `${p.keys.length === 1 ? 'campo desconhecido' : 'campos desconhecidos'}: ${p.keys.slice(0, 10).join(', ')}`;
    case 'invalid_union':
      return typeof p.discriminator === 'string' ? `valor de ${p.discriminator} desconhecido` : 'não corresponde a nenhuma das formas aceitas';
    case 'invalid_key':
      return 'nome de campo inválido';
    case 'invalid_element':
      return 'item inválido';
    default:
      return undefined;
  }
}

/** Makes every schema of the process speak it; a message written in a schema wins. */
export const speakPortuguese = (): void => void z.config({ ...z.locales.pt(), customError: mensagemDe });
