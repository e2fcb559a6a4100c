import type { EmpresaParaCasar } from './domain/tipos.js';
import { compilePerfil } from './domain/compile-perfil.js';
import { compileTexto } from './domain/compile-texto.js';
import { countEstatistica, type Estatistica } from './domain/estatistica.js';
import { IndiceTextos } from './domain/indice-textos.js';
import type { Colocado } from './domain/rank.js';
import type { LicitacaoParaCasar } from './read-arquivos.js';

/** Tenders in an index, with the statistics of their words. */
export interface Colecao {
  readonly indice: IndiceTextos;
  readonly estatistica: Estatistica;
}

/** Compiles and indexes tenders. */
export function createColecao(licitacoes: readonly LicitacaoParaCasar[]): Colecao {
  const indice = new IndiceTextos();
  const estatistica = countEstatistica(
    (function* () {
      for (const l of licitacoes) {
        const texto = compileTexto(l);
        indice.put(l.numero, texto);
        yield texto;
      }
    })(),
  );
  return { indice, estatistica };
}

/** The best `top` tenders for a company, by topic alone. */
export const rankColecao = ({ indice, estatistica }: Colecao, empresa: EmpresaParaCasar, top: number): Colocado[] => indice.rank(compilePerfil(empresa), estatistica, { top });
