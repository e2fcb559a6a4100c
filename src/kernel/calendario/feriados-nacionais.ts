import { addDias, type Dia } from './dia.js';
import { pascoaDe } from './pascoa.js';

/**
 * A day without work at the agency. `certo`: nobody works, in both readings. Otherwise it is a facultative day, which
 * counts as a business day in the optimistic reading only.
 */
export interface DiaSemExpediente {
  readonly dia: Dia;
  readonly nome: string;
  readonly ambito: 'nacional' | 'estadual' | 'municipal' | 'orgao';
  readonly certo: boolean;
  /**
   * The agency opens after midday and closes at its normal hour (Ash Wednesday): a business day in both readings, since
   * only closing early moves a term (art. 183, § 2º). On 24/12 and 31/12 it closes early, so they stay facultative.
   */
  readonly abreTarde?: true;
}

interface FeriadoFixo {
  readonly mesDia: string;
  readonly nome: string;
  readonly norma: string;
  /** First year in force; absent = all years this calendar serves. */
  readonly desde?: number;
}

/** National holidays by law (Leis 662/1949, 6.802/1980, 10.607/2002 and 14.759/2023). */
const FIXOS: readonly FeriadoFixo[] = [
  { mesDia: '01-01', nome: 'Confraternização Universal', norma: 'Lei 662/1949' },
  { mesDia: '04-21', nome: 'Tiradentes', norma: 'Lei 662/1949, red. da Lei 10.607/2002' },
  { mesDia: '05-01', nome: 'Dia do Trabalho', norma: 'Lei 662/1949' },
  { mesDia: '09-07', nome: 'Independência do Brasil', norma: 'Lei 662/1949' },
  { mesDia: '10-12', nome: 'Nossa Senhora Aparecida', norma: 'Lei 6.802/1980' },
  { mesDia: '11-02', nome: 'Finados', norma: 'Lei 662/1949, red. da Lei 10.607/2002' },
  { mesDia: '11-15', nome: 'Proclamação da República', norma: 'Lei 662/1949' },
  { mesDia: '11-20', nome: 'Dia Nacional de Zumbi e da Consciência Negra', norma: 'Lei 14.759/2023', desde: 2024 },
  { mesDia: '12-25', nome: 'Natal', norma: 'Lei 662/1949' },
];

/** Facultative days of the federal calendar that most agencies follow; they may work, whole or in part. */
const FACULTATIVOS_FIXOS: readonly { readonly mesDia: string; readonly nome: string }[] = [
  { mesDia: '10-28', nome: 'Dia do Servidor Público' },
  { mesDia: '12-24', nome: 'Véspera de Natal' },
  { mesDia: '12-31', nome: 'Véspera de Ano-Novo' },
];
/** Days from Easter. */
const FACULTATIVOS_MOVEIS: readonly { readonly dias: number; readonly nome: string; readonly abreTarde?: true }[] = [
  { dias: -48, nome: 'Carnaval (segunda-feira)' },
  { dias: -47, nome: 'Carnaval (terça-feira)' },
  { dias: -46, nome: 'Quarta-feira de Cinzas', abreTarde: true },
  { dias: 60, nome: 'Corpus Christi' },
];

/** National holidays and facultative days of a year, in no order. */
export function feriadosNacionais(ano: number): readonly DiaSemExpediente[] {
  const pascoa = pascoaDe(ano);
  return [
    ...FIXOS.filter((f) => (f.desde ?? ano) <= ano).map((f) => ({ dia: `${ano}-${f.mesDia}`, nome: f.nome, ambito: 'nacional' as const, certo: true })),
    { dia: addDias(pascoa, -2), nome: 'Sexta-feira da Paixão', ambito: 'nacional' as const, certo: true },
    ...FACULTATIVOS_FIXOS.map((f) => ({ dia: `${ano}-${f.mesDia}`, nome: f.nome, ambito: 'nacional' as const, certo: false })),
    ...FACULTATIVOS_MOVEIS.map((f) => ({ dia: addDias(pascoa, f.dias), nome: f.nome, ambito: 'nacional' as const, certo: false, ...(f.abreTarde ? { abreTarde: f.abreTarde } : {}) })),
  ];
}
