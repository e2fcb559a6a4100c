import type { TipoDeriva } from './domain/pncp.js';

/** What a body turned out to be. `motivo`: why it is no JSON. */
export type JsonLido = { readonly ok: true; readonly valor: unknown; readonly derivas: readonly (readonly [TipoDeriva, string])[] } | { readonly ok: false; readonly motivo: 'vazio' | 'html' | 'json_cortado' | 'nao_json' };

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LATIN1 = new TextDecoder('windows-1252');

/**
 * PNCP's JSON is UTF-8, whatever its header says (ISO-8859-1 is announced and not meant); bytes that are no UTF-8 are
 * read as Latin-1. Neither the header nor the charset fails an answer that is good JSON: they are told as drift.
 */
export function readJson(corpo: Uint8Array, tipo: string | undefined): JsonLido {
  const derivas: (readonly [TipoDeriva, string])[] = [];
  let texto: string;
  try {
    texto = UTF8.decode(corpo);
  } catch {
    texto = LATIN1.decode(corpo);
    derivas.push(['charset', 'latin1']);
  }
  const inicio = texto.slice(0, 200).trimStart();
  if (!inicio) return { ok: false, motivo: 'vazio' };
  if (inicio.startsWith('<')) return { ok: false, motivo: 'html' };
  try {
    const valor: unknown = JSON.parse(texto);
    if (tipo !== undefined && !/\bjson\b/i.test(tipo)) derivas.push(['tipo_de_conteudo', 'nao_json']);
    return { ok: true, valor, derivas };
  } catch {
    return { ok: false, motivo: /^[[{]/.test(inicio) ? 'json_cortado' : 'nao_json' };
  }
}
