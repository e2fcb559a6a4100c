import type { NivelFonte } from '../domain/analise.js';
import type { DecimalTexto, Dia } from '../../kernel/index.js';

/** Amounts of Lei 14.133 that change every January by the IPCA-E (art. 182). R$. */
export interface ValoresDoAno {
  readonly de: Dia;
  readonly ate: Dia;
  readonly norma: string;
  readonly nivelFonte: NivelFonte;
  /** Art. 75, I: works, engineering and upkeep of vehicles, below this. */
  readonly dispensaObras: DecimalTexto;
  /** Art. 75, II: everything else, below this. */
  readonly dispensaDemais: DecimalTexto;
  /** Art. 6º, XXII: above this. */
  readonly grandeVulto: DecimalTexto | null;
}

/** A year that is not here is not measurable: its decree comes out in late December. */
const VALORES: readonly ValoresDoAno[] = [
  { de: '2023-01-01', ate: '2023-12-31', norma: 'Decreto 11.317/2022', nivelFonte: 'V2', dispensaObras: '114416.65', dispensaDemais: '57208.33', grandeVulto: null },
  { de: '2024-01-01', ate: '2024-12-31', norma: 'Decreto 11.871/2023', nivelFonte: 'V2', dispensaObras: '119812.02', dispensaDemais: '59906.02', grandeVulto: null },
  { de: '2025-01-01', ate: '2025-12-31', norma: 'Decreto 12.343/2024', nivelFonte: 'V', dispensaObras: '125451.15', dispensaDemais: '62725.59', grandeVulto: '250902323.87' },
  { de: '2026-01-01', ate: '2026-12-31', norma: 'Decreto 12.807/2025', nivelFonte: 'V2', dispensaObras: '130984.20', dispensaDemais: '65492.11', grandeVulto: '261968421.04' },
];

/** Amounts in force on a day; null for years whose decree is not known here. */
export const valoresEm = (dia: Dia): ValoresDoAno | null => VALORES.find((v) => dia >= v.de && dia <= v.ate) ?? null;

/** Great size (art. 6º, XXII) on a day; null when unknown. */
export function grandeVultoEm(dia: Dia): { readonly valor: DecimalTexto; readonly norma: string } | null {
  const v = valoresEm(dia);
  return v?.grandeVulto ? { valor: v.grandeVulto, norma: v.norma } : null;
}
