import { addDias, countDiasUteis, createCalendario, diaNoDeslocamento, type Calendario, type Dia } from '../../kernel/index.js';
import type { Candidata, Parte, QuemRecebe } from './tipos.js';

/** Beyond this nobody is short of time, calendar days: terms are published for years from now. */
const MUITO_DIAS = 45;
/** Without a word of the company, this few business days are worth a warning. */
const POUCO = 2;
/** Brasília, where terms are judged. */
const DESLOCAMENTO = '-03:00';

/** Business days left, counted as the more demanding reading does; each State's calendar and each day once. */
export function createDiasUteis(agora: number): (encerramento: number, uf: string | null) => number | null {
  const hoje = dayOf(agora);
  const limite = addDias(hoje, MUITO_DIAS);
  const calendarios = new Map<string | null, Calendario>();
  const contados = new Map<string, number>();
  return (encerramento, uf) => {
    const ate = dayOf(encerramento);
    if (ate > limite) return null;
    const chave = `${uf ?? ''}${ate}`;
    let dias = contados.get(chave);
    if (dias === undefined) {
      let calendario = calendarios.get(uf);
      if (!calendario) calendarios.set(uf, (calendario = createCalendario({ uf })));
      contados.set(chave, (dias = countDiasUteis(calendario, hoje, ate, 'conservadora')));
    }
    return dias;
  };
}

const dayOf = (ms: number): Dia => diaNoDeslocamento(new Date(ms).toISOString(), DESLOCAMENTO)!;

/** Time left to prepare a proposal, −3 to 0. `dias`: business days, null for many. */
export function partePrazo({ encerramento }: Candidata, { diasParaProposta }: QuemRecebe, agora: number, dias: number | null): Parte {
  if (encerramento === null) return { pontos: 0, codigo: 'sem_data', dados: { dias: null, precisa: diasParaProposta }, alerta: 'sem_data' };
  const dados = { dias, precisa: diasParaProposta };
  if (encerramento <= agora) return { pontos: 0, codigo: 'encerrada', dados };
  if (dias === null) return { pontos: 0, codigo: 'ha_tempo', dados };
  if (diasParaProposta !== null && dias < diasParaProposta) return { pontos: dias * 2 < diasParaProposta ? -3 : -2, codigo: 'prazo_curto', dados, alerta: 'prazo_curto' };
  if (diasParaProposta === null && dias <= POUCO) return { pontos: -1, codigo: 'encerra_logo', dados, alerta: 'encerra_logo' };
  return { pontos: 0, codigo: 'ha_tempo', dados };
}
