import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { FUSO, invalido } from '../kernel/index.js';
import { MauUso } from './contexto.js';

/** A moment without offset is Brasília's; a day alone is its beginning. */
export function parseAgora(texto: string | undefined): string {
  const d = texto === undefined ? DateTime.now().setZone(FUSO) : DateTime.fromISO(texto, { zone: FUSO, setZone: /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(texto) });
  const iso = d.isValid ? d.toISO({ suppressMilliseconds: true }) : null;
  if (!iso) throw new MauUso('mau_uso', `--agora espera um instante ISO 8601, como 2026-11-23T10:00:00-03:00; veio “${(texto ?? '').slice(0, 40)}”.`);
  return iso;
}

/** A JSON file, with or without BOM. @throws AlicitError `arquivo_nao_encontrado`, `codigo` when it is no JSON */
export function readJson(caminho: string, codigo: string): unknown {
  let texto: string;
  try {
    texto = readFileSync(caminho, 'utf8').replace(/^\ufeff/, '');
  } catch {
    throw invalido('arquivo_nao_encontrado', `O arquivo ${JSON.stringify(caminho.split(/[\\/]/).at(-1))} não pôde ser aberto.`);
  }
  try {
    return JSON.parse(texto);
  } catch (erro) {
    throw invalido(codigo, `O arquivo ${JSON.stringify(caminho.split(/[\\/]/).at(-1))} não é JSON válido: ${(erro as Error).message}`);
  }
}
