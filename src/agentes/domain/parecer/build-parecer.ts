import type { Afirmacao, Parecer, ParecerDoAgente } from '../../../analises/index.js';
import type { ChamadaFeita } from '../../../modelos/index.js';
import { applyAjustes, type Placar } from './placar.js';
import { sumUso } from './uso.js';

export interface PartesDoParecer {
  readonly agentes: readonly ParecerDoAgente[];
  readonly sintese: readonly Afirmacao[];
  /** Portuguese: why there is no synthesis although agents spoke; null: there is one, or nothing was to be said. */
  readonly falhaRelator: string | null;
  readonly alertas: Parecer['alertas'];
  readonly placar: Placar;
  readonly chamadas: readonly ChamadaFeita[];
  readonly versoes: Parecer['versoes'];
}

/** The opinion put together. Pure. */
export function buildParecer({ agentes, sintese, falhaRelator, alertas, placar, chamadas, versoes }: PartesDoParecer): Parecer {
  const falharam = agentes.filter((a) => a.estado === 'falhou');
  const nenhum = falharam.length === agentes.length;
  const motivos = [...new Set([...falharam.map((a) => a.motivo), falhaRelator].filter((m) => m !== null))];
  return {
    estado: nenhum ? 'indisponivel' : falharam.length || falhaRelator ? 'parcial' : 'completo',
    motivo: nenhum || falharam.length || falhaRelator ? motivos.join(' ') : null,
    agentes, sintese, ...applyAjustes(placar, agentes), alertas, uso: sumUso(chamadas), versoes,
  };
}

/** Claims a reader will find: with none, no model took part in what is said. */
export const usouModelo = ({ agentes, sintese }: Pick<Parecer, 'agentes' | 'sintese'>): boolean => sintese.length > 0 || agentes.some((a) => a.afirmacoes.length > 0);
