import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { julgar, readLeitura, type Analise } from '../../src/analises/index.js';
import { createLeitor, openConjunto } from '../../src/editais/index.js';
import { parseEmpresa } from '../../src/empresas/index.js';

const EXEMPLOS = join(process.cwd(), 'exemplos');
/** Three weeks before the session of the example. */
export const AGORA_EXEMPLO = '2026-11-23T10:00:00-03:00';
export type EmpresaExemplo = 'empresa.json' | 'empresa-certidao-vencendo.json' | 'empresa-impedida.json';

/** Reads the example edital and its errata once and judges them for any of its companies, changed as asked. */
export async function openExemplo(): Promise<(arquivo: EmpresaExemplo, mudancas?: Readonly<Record<string, unknown>>) => Analise> {
  const leitor = createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 100 } });
  const conjunto = await openConjunto(['edital-exemplo.pdf', 'errata-exemplo.pdf'].map((f) => join(EXEMPLOS, f)), { leitor });
  const leitura = readLeitura(conjunto);
  return (arquivo, mudancas = {}) => {
    const perfil = JSON.parse(readFileSync(join(EXEMPLOS, arquivo), 'utf8')) as object;
    return julgar({ conjunto, leitura, empresa: parseEmpresa({ ...perfil, ...mudancas }).empresa, licitacao: null, agora: AGORA_EXEMPLO });
  };
}
