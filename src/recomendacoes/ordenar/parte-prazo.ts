import { createCalendario, isDiaUtil, type Calendario, type Dia } from '../../kernel/index.js';
import type { Candidata, Parte, QuemRecebe } from './tipos.js';

/** Beyond this nobody is short of time, calendar days: terms are published for years from now. */
const MUITO_DIAS = 45;
/** Records may say any State. */
const MAX_UFS = 60;
/** Without a word of the company, this few business days are worth a warning. */
const POUCO = 2;
/** Brasília, where terms are judged. */
const FUSO_MS = -3 * 3_600_000;
const DIA_MS = 86_400_000;

/** Business days until each of the next days, by State: of one day at a time, since all who ask on it count from it. */
let doDia: { readonly hoje: number; readonly porUf: Map<string | null, Uint8Array> } = { hoje: 0, porUf: new Map() };

/** Business days left, counted as the more demanding reading does; null: many. */
export function createDiasUteis(agora: number): (encerramento: number, uf: string | null) => number | null {
  const hoje = numberOf(agora);
  if (doDia.hoje !== hoje) doDia = { hoje, porUf: new Map() };
  const { porUf } = doDia;
  return (encerramento, uf) => {
    const dias = numberOf(encerramento) - hoje;
    if (dias > MUITO_DIAS) return null;
    let contados = porUf.get(uf);
    if (porUf.size > MAX_UFS) porUf.clear();
    if (!contados) porUf.set(uf, (contados = countDias(createCalendario({ uf }), hoje)));
    return contados[Math.max(0, dias)]!;
  };
}

function countDias(calendario: Calendario, hoje: number): Uint8Array {
  const contados = new Uint8Array(MUITO_DIAS + 1);
  for (let i = 1; i <= MUITO_DIAS; i++) contados[i] = contados[i - 1]! + (isDiaUtil(calendario, dayOf(hoje + i), 'conservadora') ? 1 : 0);
  return contados;
}

/** Days of Brasília since 1970: a date library for each of a thousand tenders would take longer than all else. */
const numberOf = (ms: number): number => Math.floor((ms + FUSO_MS) / DIA_MS);
const dayOf = (numero: number): Dia => new Date(numero * DIA_MS).toISOString().slice(0, 10);

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
