import { invalido } from '../kernel/index.js';
import type { EnderecoS3 } from './arquivos-url.js';
import { Segredo } from './segredo.js';

/** An S3-compatible store with the credentials to use it. */
export interface ConfigS3 extends Omit<EnderecoS3, 'chave' | 'segredo'> {
  readonly chave: string;
  readonly segredo: Segredo;
}

export interface ConfigArquivos {
  /** Null: files stay on this machine's disk, below the data folder. */
  readonly s3: ConfigS3 | null;
  /** Most bytes that local copies of S3 objects take. */
  readonly maxBytesCopias: number;
}

/**
 * Joins the address with its credentials; the variables win over the URL's.
 * @throws AlicitError `config_invalida` when one is missing
 */
export function resolveArquivos(endereco: EnderecoS3 | undefined, chave: string | undefined, segredo: string | undefined, maxBytesCopias: number): ConfigArquivos {
  if (!endereco) return { s3: null, maxBytesCopias };
  const comChave = chave ?? endereco.chave;
  const comSegredo = segredo === undefined ? endereco.segredo : new Segredo(segredo);
  if (comChave === null) throw ausente('ALICIT_S3_CHAVE');
  if (comSegredo === null) throw ausente('ALICIT_S3_SEGREDO');
  return { s3: { ...endereco, chave: comChave, segredo: comSegredo }, maxBytesCopias };
}

const ausente = (variavel: string) => invalido('config_invalida', `A variável de ambiente ${variavel} não é válida: é obrigatória com ALICIT_ARQUIVOS_URL.`, { variavel });
