import type { NaoLido } from '../../editais/index.js';
import type { LeituraDocumento } from '../../empresas/index.js';

const MAX_NUMEROS = 10;

/** The reading of a paper with a warning for what of its file was not read. Pure. */
export function warnLacunas(papel: LeituraDocumento, lacunas: readonly NaoLido[]): LeituraDocumento {
  if (!lacunas.length) return papel;
  return { ...papel, avisos: [...papel.avisos, ...lacunas.map((n) => ({ codigo: 'paginas_nao_lidas', mensagem: `Nem todo o arquivo foi lido${showPaginas(n.paginas)}. ${n.motivo}` }))] };
}

const showPaginas = (paginas: readonly number[] = []): string =>
  paginas.length ? ` (${paginas.length === 1 ? 'página' : 'páginas'} ${paginas.slice(0, MAX_NUMEROS).join(', ')}${paginas.length > MAX_NUMEROS ? '…' : ''})` : '';
