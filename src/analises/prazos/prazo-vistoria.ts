import type { Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { addDias, instanteEm, subtractDiasUteis } from '../../kernel/index.js';
import { toPrazo } from './leituras.js';
import { readVistoriaImpressa, type VistoriaImpressa } from './vistoria-impressa.js';

/** Limit of the technical visit, as printed (art. 63, §§ 2º to 4º, fix no day). Null when the edital asks for none. */
export function prazoVistoria(c: Contexto): Prazo | null {
  const fato = readFato(c.fatos, 'visita_tecnica');
  if (!fato || fato.valor === 'nao_exige') return null;
  const lida = readVistoriaImpressa(c.texto, c.certame.diaAbertura);
  return toPrazo(c, {
    id: 'vistoria', titulo: `Vistoria ${fato.valor === 'obrigatoria' ? 'obrigatória' : 'facultativa'}`, impresso: lida ? toInstanteVistoria(c, lida) : null,
    dispositivo: c.regime.regime === '14133' ? 'art. 63, §§ 2º a 4º, da Lei 14.133/2021' : null,
    evidencias: [...evidenciasDe(fato), ...(lida ? [lida.evidencia] : [])],
    observacoes: [
      ...(lida ? [] : ['O edital não imprime o último dia: agende com o órgão.']),
      ...(lida?.tipo === 'antes' ? ['Data calculada do prazo que o edital imprime.'] : []),
      ...(fato.valor === 'facultativa' ? ['Pode ser trocada por declaração do responsável técnico.'] : []),
    ],
  });
}

function toInstanteVistoria(c: Contexto, v: VistoriaImpressa): string | null {
  const abertura = c.certame.diaAbertura;
  if (v.tipo === 'data') return instanteEm(v.dia, c.certame.deslocamento, v.hora ?? undefined);
  if (!abertura) return null;
  // An advance in hours is rounded up to whole days: the earlier day is the safe one.
  const dia = v.unidade === 'dias_uteis' ? subtractDiasUteis(c.calendario, abertura, v.n, 'conservadora') : addDias(abertura, -(v.unidade === 'horas' ? Math.ceil(v.n / 24) : v.n));
  return instanteEm(dia, c.certame.deslocamento);
}
