import type { Verificacao } from '../domain/analise.js';
import { VIGENCIA_14133, type Regra } from './regra.js';

const MUITAS = 3;

/** Three or more different restrictions in one edital weigh more than each: a convention of ours, not a text of law. */
export function restricoesCumuladas(regras: readonly Regra[], lista: readonly Verificacao[]): Verificacao | null {
  const restritivas = new Set(regras.filter((r) => r.restritiva).map((r) => r.id));
  const achadas = lista.filter((v) => restritivas.has(v.regra) && (v.resultado === 'violado' || v.resultado === 'indicio'));
  if (achadas.length < MUITAS) return null;
  return {
    regra: 'restricoes_cumuladas', titulo: 'Várias restrições à competição', resultado: 'indicio', valor: String(achadas.length), limite: null,
    motivo: `O edital reúne ${achadas.length} restrições à competição: ${achadas.map((v) => v.titulo.toLowerCase()).join('; ')}.`,
    dispositivo: 'arts. 9º, I, e 11, II, da Lei 14.133/2021', nivelFonte: 'D', vigencia: VIGENCIA_14133, evidencias: achadas.flatMap((v) => v.evidencias.slice(0, 1)).slice(0, 3),
  };
}
