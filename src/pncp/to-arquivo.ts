import type { ArquivoPncp } from './domain/pncp.js';

const texto = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? v : null);
const inteiro = (v: unknown): number | null => (typeof v === 'number' && Number.isSafeInteger(v) ? v : typeof v === 'string' && /^\d{1,9}$/.test(v) ? Number(v) : null);

/** An entry of `/arquivos`; null when nothing says which file it is. Absent `statusAtivo` counts as active. */
export function toArquivo(bruto: unknown): ArquivoPncp | null {
  if (typeof bruto !== 'object' || bruto === null) return null;
  const a = bruto as Readonly<Record<string, unknown>>;
  const url = texto(a['url']) ?? texto(a['uri']);
  const sequencial = inteiro(a['sequencialDocumento']) ?? inteiro(/\/arquivos\/(\d+)\/?$/.exec(url ?? '')?.[1]);
  if (sequencial === null) return null;
  return {
    sequencial, titulo: texto(a['titulo']), tipoDocumentoId: inteiro(a['tipoDocumentoId']), tipoDocumentoNome: texto(a['tipoDocumentoNome']) ?? texto(a['tipoDocumentoDescricao']), url, publicadoEm: texto(a['dataPublicacaoPncp']),
    ativo: a['statusAtivo'] !== false, bruto,
  };
}
