import type { Campo, Fatos } from '../domain/fato.js';
import { CAMPOS } from '../domain/fato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import type { DefinicaoCampo } from '../extracao/candidato.js';
import type { FatosDaLicitacao } from '../extracao/contexto.js';
import { resolveCampo } from '../extracao/resolve.js';
import { DEFINICOES } from './definicoes.js';

/** Version of the extractors: part of the cache key of facts. Raise it with any change of behaviour. */
export const VERSAO_FATOS = '3';

/** Reads every field of a tender, in the order of `DEFINICOES` (a field may depend on earlier ones). */
export function readFatos(t: TextoEdital): Fatos {
  const lidos: Record<string, unknown> = {};
  const fatos: Record<string, unknown> = {};
  for (const def of DEFINICOES as readonly DefinicaoCampo<Campo>[]) {
    const fato = resolveCampo(def, { t, lidos: lidos as FatosDaLicitacao });
    fatos[def.campo] = fato;
    if (fato.valor !== null) lidos[def.campo] = fato.valor;
  }
  for (const campo of CAMPOS) fatos[campo] ??= { campo, valor: null, ausencia: 'nao_encontrado' };
  return fatos as unknown as Fatos;
}
