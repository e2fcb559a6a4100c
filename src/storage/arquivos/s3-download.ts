import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AlicitError } from '../../kernel/index.js';
import { asTransitoria, pulse, type RespostaS3, type S3Client } from './s3-client.js';
import { FalhaTransitoria, fromResposta } from './s3-erros.js';
import { spool, type Provisorio } from './spool.js';

/** No file the configuration lets in is larger (ALICIT_MAX_MB_ARQUIVO goes to 2000). */
const MAX_BYTES = 2000 * 1024 * 1024;

/**
 * Fetches an object to a temporary file of `pasta`. One that breaks off or whose bytes do not have the expected hash is tried again.
 * @returns null when the store has no such object
 */
export function download(s3: S3Client, objeto: string, sha256: string, pasta: string): Promise<Provisorio | null> {
  return s3.send({ metodo: 'GET', objeto, aceita: [200, 404] }, async (res, vivo) => {
    if (res.statusCode === 404) return explainMissing(res);
    const recebido = await receive(res, vivo, pasta);
    if (recebido.sha256 === sha256) return recebido;
    await rm(recebido.arquivo, { force: true });
    throw new FalhaTransitoria('conteudo_diferente');
  });
}

/** A missing object is null; a missing bucket is a mistake in the configuration. */
async function explainMissing(res: RespostaS3): Promise<null> {
  const erro = await fromResposta(res);
  if (erro instanceof AlicitError && erro.detalhes?.['motivo'] === 'NoSuchBucket') throw erro;
  return null;
}

async function receive(res: RespostaS3, vivo: () => void, pasta: string): Promise<Provisorio> {
  try {
    return await spool(Readable.from(pulse(res.body, vivo)), pasta, MAX_BYTES);
  } catch (erro) {
    if (erro instanceof AlicitError && erro.tipo === 'indisponivel') throw erro;
    // Empty or too large: not what was put there.
    throw erro instanceof AlicitError ? new FalhaTransitoria('conteudo_diferente', { cause: erro }) : asTransitoria(erro);
  }
}
