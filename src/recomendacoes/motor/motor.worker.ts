import { asTarefa } from '../../oficina/index.js';
import { compileTexto } from '../index.js';
import type { Ambiente } from './ambiente.js';
import { assinar as sign } from './assinar.js';
import { casarAvulso } from './avulso.js';
import { calcularEmpresa } from './calcular.js';
import { casarTextos } from './casar.js';
import { withCliente } from './cliente.js';
import { estadoDe } from './estado.js';
import { explicarCasamentos } from './explicar.js';
import { readMunicipios } from './read-municipios.js';

/** Tasks of the threads of the recommendations: over connections of the thread, which remembers texts and profiles. */
export const calcular = asTarefa(calcularEmpresa);
export const casar = asTarefa(casarTextos);
export const explicar = asTarefa(explicarCasamentos);
export const avulso = asTarefa(casarAvulso);
export const municipios = asTarefa(readMunicipios);
export const assinar = asTarefa(({ ambiente, objeto }: { readonly ambiente: Ambiente; readonly objeto: string }): Promise<number[]> =>
  withCliente(ambiente, async (c) => sign(compileTexto({ objeto }), (await estadoDe(ambiente).refreshEstatistica(c)).estatistica)),
);
