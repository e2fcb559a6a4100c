import { AlicitError, indisponivel } from '../../kernel/index.js';

/** The object is not in the store. */
export const arquivoAusente = (sha256: string): AlicitError =>
  indisponivel('arquivo_ausente', 'O armazenamento não tem mais este arquivo. Envie o arquivo de novo.', { sha256 });

/** The store failed or refused. `motivo` is a short code, never free text of the other side. */
export const arquivosIndisponiveis = (mensagem: string, motivo: string): AlicitError => indisponivel('arquivos_indisponiveis', mensagem, { motivo });

/** An error of the file system as one that may be shown: its code, never its path. One without a code is a defect of ours and stays as it is. */
export function fromDisco(erro: unknown): unknown {
  const motivo = codigoDe(erro);
  if (erro instanceof AlicitError || motivo === null) return erro;
  const mensagem =
    motivo === 'ENOSPC' || motivo === 'EDQUOT'
      ? 'O disco da pasta de dados está cheio. Libere espaço e tente de novo.'
      : `O disco da pasta de dados falhou (${motivo}). Confira se a pasta existe e pode ser gravada.`;
  return arquivosIndisponiveis(mensagem, motivo);
}

/** Node's error code (`ENOENT`, `ECONNRESET`…), also when it is in the cause, as fetch has it. */
export function codigoDe(erro: unknown): string | null {
  for (let e: unknown = erro, n = 0; isObject(e) && n < 5; e = e['cause'], n++) {
    if (typeof e['code'] === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(e['code'])) return e['code'];
  }
  return null;
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null;

/**
 * The promise, or the error when `ms` pass first. What cannot be aborted (a hung disk) goes on, its outcome ignored.
 */
export async function withDeadline<T>(promessa: Promise<T>, ms: number, aoPassar: () => Error): Promise<T> {
  let relogio: NodeJS.Timeout | undefined;
  const prazo = new Promise<never>((_, reject) => {
    relogio = setTimeout(() => reject(aoPassar()), ms);
  });
  try {
    return await Promise.race([promessa, prazo]);
  } finally {
    clearTimeout(relogio);
  }
}
