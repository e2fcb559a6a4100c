import { z } from 'zod';
import type { TipoDeriva } from './domain/pncp.js';
import type { Contrato } from './registros.schema.js';

type Contar = (tipo: TipoDeriva, campo: string) => void;

const isObjeto = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Tells where a record differs from what is known: fields nobody knew, fields that are gone, values of another type. */
export function countDeriva(contrato: Contrato, registro: unknown, contar: Contar, prefixo = ''): void {
  if (!isObjeto(registro)) return contar('tipo_diferente', prefixo || 'registro');
  for (const campo of Object.keys(registro)) if (!Object.hasOwn(contrato, campo)) contar('campo_novo', prefixo + campo);
  for (const [campo, esperado] of Object.entries(contrato)) {
    const valor = registro[campo];
    const nome = prefixo + campo;
    if (!(esperado instanceof z.ZodType)) {
      if (valor === undefined) contar('campo_ausente', nome);
      else if (valor !== null) countDeriva(esperado, valor, contar, `${nome}.`);
    } else if (valor === undefined) {
      if (!esperado.safeParse(undefined).success) contar('campo_ausente', nome);
    } else if (!esperado.safeParse(valor).success) contar('tipo_diferente', nome);
  }
}

const campoDe = (registro: unknown, caminho: readonly string[]): unknown => caminho.reduce<unknown>((v, k) => (isObjeto(v) ? v[k] : undefined), registro);

/** Which of the filters asked for are not kept by some record that has the field: PNCP ignored them. */
export function findFiltrosIgnorados(registros: readonly unknown[], filtros: readonly (readonly [nome: string, caminho: readonly string[], valor: string | undefined])[]): readonly string[] {
  return filtros.flatMap(([nome, caminho, valor]) => {
    if (valor === undefined) return [];
    const fora = registros.some((r) => {
      const v = campoDe(r, caminho);
      return v !== undefined && v !== null && String(v) !== valor;
    });
    return fora ? [nome] : [];
  });
}
