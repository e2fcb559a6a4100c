import { classOf } from '../sonda.js';

/** The exporter's own words when a collector does not answer in time: its error has no code. */
const SEM_RESPOSTA = /timed out/i;

/** Why spans were lost, as a class: never the error's text, which may quote the collector's address or what it answered. Null: no error. */
export function classOfPerda(erro: Error | null): string | null {
  if (!erro) return null;
  const { code } = erro as { code?: unknown };
  if (typeof code === 'number') return `http_${code}`;
  return code === undefined && SEM_RESPOSTA.test(erro.message) ? 'tempo_esgotado' : classOf(erro);
}
