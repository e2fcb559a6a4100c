import { fold } from '../../../kernel/index.js';
import type { RequisitoHabilitacao } from '../../domain/analise.js';

/** Where a requirement is answered when the matrix does not say: by what its title talks of. First match wins. */
const CAMPOS: readonly [RegExp, string][] = [
  [/indice|liquidez|solvencia|endividamento/, '/indices'],
  [/capital social|capital integralizado/, '/capitalSocial'],
  [/patrimonio|capital/, '/patrimonioLiquido'],
  [/balanco|demonstrac/, '/balancos'],
  [/profissional|responsavel tecnico|equipe/, '/profissionais'],
  [/atestad|capacidade tecnica|aptidao|acervo|experiencia/, '/atestados'],
];

/** JSON pointer of the profile where the company answers this requirement. */
export const pathOf = (r: RequisitoHabilitacao): string => r.campoEmpresa ?? CAMPOS.find(([re]) => re.test(fold(r.titulo)))?.[1] ?? '/documentos';

const VERBO: Readonly<Record<string, string>> = {
  '/indices': 'Quais são os índices do último balanço? O edital exige',
  '/capitalSocial': 'Qual é o capital social? O edital exige',
  '/patrimonioLiquido': 'Qual é o patrimônio líquido do último balanço? O edital exige',
  '/balancos': 'De quais exercícios há balanço registrado? O edital exige',
  '/profissionais': 'A empresa tem o profissional que o edital exige',
  '/atestados': 'A empresa tem atestado que comprove o que o edital exige',
};

/** The question to the company, with what is asked of it. */
export const questionOf = (campo: string, rs: readonly RequisitoHabilitacao[]): string => {
  const inicio = VERBO[campo] ?? 'A empresa tem o documento que o edital exige';
  return `${inicio}: ${rs.map((r) => r.titulo).join('; ')}${inicio.includes('?') ? '.' : '?'}`;
};
