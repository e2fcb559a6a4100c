import { addDias, weekdayOf, type Dia } from './dia.js';
import type { DiaSemExpediente } from './feriados-nacionais.js';
import { pascoaDe } from './pascoa.js';

interface FeriadoEstadual {
  readonly uf: string;
  /** Fixed day "MM-DD", or days from Easter. */
  readonly quando: string | number;
  readonly nome: string;
  /** False: the sources disagree, or the State moves it by decree. Counts as a facultative day: it only makes a limit earlier. */
  readonly certo: boolean;
  readonly ate?: number;
}

const f = (uf: string, quando: string | number, nome: string, certo = true, ate?: number): FeriadoEstadual => ({ uf, quando, nome, certo, ...(ate ? { ate } : {}) });

/**
 * State holidays (Lei 9.093/1995, art. 1º, II, and State laws). Dates checked against date-holidays (npm, code ISC,
 * data CC BY 3.0), 2021–2028; names are ours. Not here: MG (21/04 is national), SC (11/08 and 25/11 move to a
 * Sunday), PR (none), and every municipal holiday, which is injected. Acre moves its midweek
 * holidays to Friday: both days are kept, as uncertain.
 */
const FERIADOS_ESTADUAIS: readonly FeriadoEstadual[] = [
  f('AC', '01-23', 'Dia do Evangélico', false), f('AC', '03-08', 'Dia Internacional da Mulher', false), f('AC', '06-15', 'Aniversário do Acre'),
  f('AC', '09-05', 'Dia da Amazônia', false), f('AC', '11-17', 'Tratado de Petrópolis', false),
  f('AL', '06-24', 'São João'), f('AL', '06-29', 'São Pedro'), f('AL', '09-16', 'Emancipação Política de Alagoas'), f('AL', '11-20', 'Consciência Negra', true, 2023), f('AL', '11-30', 'Dia do Evangélico', false),
  f('AM', '09-05', 'Elevação do Amazonas à categoria de província'), f('AM', '11-20', 'Consciência Negra', true, 2023),
  f('AP', '03-19', 'São José'), f('AP', '07-25', 'São Tiago', false), f('AP', '09-13', 'Criação do Território Federal'), f('AP', '11-20', 'Consciência Negra', true, 2023),
  f('BA', '07-02', 'Independência da Bahia'),
  f('CE', '03-19', 'São José'), f('CE', '03-25', 'Data Magna do Ceará'), f('CE', '08-15', 'Nossa Senhora da Assunção', false),
  f('DF', '11-30', 'Dia do Evangélico'),
  f('ES', 8, 'Nossa Senhora da Penha'),
  f('GO', '07-26', 'Fundação da Cidade de Goiás', false), f('GO', '10-24', 'Aniversário de Goiânia', false),
  f('MA', '07-28', 'Adesão do Maranhão à Independência'),
  f('MS', '10-11', 'Criação do Estado de Mato Grosso do Sul'),
  f('MT', '11-20', 'Consciência Negra', true, 2023),
  f('PA', '08-15', 'Adesão do Pará à Independência'),
  f('PB', '08-05', 'Fundação do Estado da Paraíba'),
  f('PE', '03-06', 'Revolução Pernambucana de 1817'),
  f('PI', '10-19', 'Dia do Piauí'),
  f('RJ', -47, 'Carnaval (terça-feira)'), f('RJ', '04-23', 'São Jorge'), f('RJ', '11-20', 'Consciência Negra', true, 2023),
  f('RN', '08-07', 'Dia do Rio Grande do Norte', false), f('RN', '10-03', 'Mártires de Cunhaú e Uruaçu'),
  f('RO', '01-04', 'Criação do Estado de Rondônia'), f('RO', '06-18', 'Dia do Evangélico'),
  f('RR', '10-05', 'Criação do Estado de Roraima'),
  f('RS', '09-20', 'Revolução Farroupilha'),
  f('SE', '07-08', 'Emancipação Política de Sergipe'),
  f('SP', '07-09', 'Revolução Constitucionalista'),
  f('TO', '03-18', 'Autonomia do Estado', false), f('TO', '09-08', 'Nossa Senhora da Natividade'), f('TO', '10-05', 'Criação do Estado do Tocantins'),
];

/** Holidays of a State in a year; empty for an unknown UF. */
export function feriadosEstaduais(uf: string, ano: number): readonly DiaSemExpediente[] {
  return FERIADOS_ESTADUAIS.filter((x) => x.uf === uf && (x.ate ?? ano) >= ano).flatMap((x) => {
    const dia = typeof x.quando === 'number' ? addDias(pascoaDe(ano), x.quando) : `${ano}-${x.quando}`;
    const dias = uf === 'AC' && !x.certo ? [dia, fridayOfMidweek(dia)] : [dia];
    return [...new Set(dias)].map((d) => ({ dia: d, nome: x.nome, ambito: 'estadual' as const, certo: x.certo }));
  });
}

const fridayOfMidweek = (dia: Dia): Dia => {
  const semana = weekdayOf(dia);
  return semana >= 2 && semana <= 4 ? addDias(dia, 5 - semana) : dia;
};
