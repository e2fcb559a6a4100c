import { weekdayOf, type Dia } from './dia.js';
import { feriadosEstaduais } from './feriados-estaduais.js';
import { feriadosNacionais, type DiaSemExpediente } from './feriados-nacionais.js';

/**
 * How facultative days are counted: `otimista` they are business days (most favourable to who must act later),
 * `conservadora` they are not. For a right to be exercised the earlier of the two binds.
 */
export type LeituraCalendario = 'otimista' | 'conservadora';

/** A day the company or the operator informs: municipal holiday, closing of the agency. */
export interface DiaInformado {
  readonly dia: Dia;
  readonly nome: string;
  /** Default `municipal`. */
  readonly ambito?: 'estadual' | 'municipal' | 'orgao';
  /** True: a facultative day. */
  readonly facultativo?: boolean;
}

/** Business days of one agency. Immutable; the cache of years is not observable. */
export interface Calendario {
  readonly uf: string | null;
  /** The most certain reason why nobody works on the day; null on ordinary days. Weekends are no holidays. */
  readonly feriadoEm: (dia: Dia) => DiaSemExpediente | null;
}

/** National calendar plus the State's holidays (when the UF is known) and the informed days. */
export function createCalendario(opcoes: { readonly uf?: string | null; readonly extras?: readonly DiaInformado[] } = {}): Calendario {
  const uf = opcoes.uf?.toUpperCase() ?? null;
  const extras = (opcoes.extras ?? []).map((e): DiaSemExpediente => ({ dia: e.dia, nome: e.nome, ambito: e.ambito ?? 'municipal', certo: !e.facultativo }));
  const anos = new Map<number, ReadonlyMap<Dia, DiaSemExpediente>>();
  const ofAno = (ano: number): ReadonlyMap<Dia, DiaSemExpediente> => {
    let mapa = anos.get(ano);
    if (!mapa) {
      mapa = indexDias([...feriadosNacionais(ano), ...(uf ? feriadosEstaduais(uf, ano) : []), ...extras.filter((e) => e.dia.startsWith(String(ano)))]);
      anos.set(ano, mapa);
    }
    return mapa;
  };
  return { uf, feriadoEm: (dia) => ofAno(Number(dia.slice(0, 4))).get(dia) ?? null };
}

function indexDias(dias: readonly DiaSemExpediente[]): ReadonlyMap<Dia, DiaSemExpediente> {
  const mapa = new Map<Dia, DiaSemExpediente>();
  for (const d of dias) if (!mapa.get(d.dia)?.certo) mapa.set(d.dia, d);
  return mapa;
}

/** Business day: the agency works (art. 183, III, of Lei 14.133/2021). */
export function isDiaUtil(c: Calendario, dia: Dia, leitura: LeituraCalendario): boolean {
  const semana = weekdayOf(dia);
  if (semana === 0 || semana === 6) return false;
  const feriado = c.feriadoEm(dia);
  return !feriado || feriado.abreTarde === true || (leitura === 'otimista' && !feriado.certo);
}
