import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const sha256 = (dados: Buffer | string): string => createHash('sha256').update(dados).digest('hex');
const hmac = (chave: Buffer | string, texto: string): Buffer => createHmac('sha256', chave).update(texto).digest();
const AUTORIZACAO = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/**
 * Whether a request without query is signed with this secret and carries the body it says: what s3rver does not look at. Written from
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @returns the error code S3 answers with, or null
 */
export function checkAssinatura(req: IncomingMessage, corpo: Buffer, segredo: string): string | null {
  const [, , dia, regiao, assinados, assinatura] = AUTORIZACAO.exec(req.headers.authorization ?? '') ?? [];
  if (!dia || !regiao || !assinados || !assinatura) return 'AccessDenied';
  const header = (nome: string): string => String(req.headers[nome] ?? '').trim();
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((h) => assinados.split(';').includes(h))) return 'AccessDenied';
  if (header('x-amz-content-sha256') !== sha256(corpo)) return 'XAmzContentSHA256Mismatch';
  const canonico = [req.method, req.url, '', ...assinados.split(';').map((h) => `${h}:${header(h)}`), '', assinados, header('x-amz-content-sha256')].join('\n');
  const escopo = `${dia}/${regiao}/s3/aws4_request`;
  const chave = ['aws4_request', 's3', regiao, dia].reduceRight<Buffer | string>((k, parte) => hmac(k, parte), `AWS4${segredo}`);
  const esperada = hmac(chave, ['AWS4-HMAC-SHA256', header('x-amz-date'), escopo, sha256(canonico)].join('\n')).toString('hex');
  return esperada === assinatura ? null : 'SignatureDoesNotMatch';
}
