/** A vector of length 1; null when it is empty, holds what is no number, or is all zeros. */
export function normalize(numeros: readonly number[]): Float32Array | null {
  let soma = 0;
  for (const n of numeros) soma += n * n;
  const tamanho = Math.sqrt(soma);
  if (!numeros.length || !Number.isFinite(tamanho) || tamanho === 0) return null;
  const vetor = new Float32Array(numeros.length);
  for (let i = 0; i < numeros.length; i++) vetor[i] = numeros[i]! / tamanho;
  return vetor;
}

/** Whether this machine keeps numbers as they are stored. */
const LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Little-endian float32, whatever the machine. The bytes may be the vector's own. */
export function toBytes(vetor: Float32Array): Buffer {
  const bytes = Buffer.from(vetor.buffer, vetor.byteOffset, vetor.byteLength);
  return LITTLE ? bytes : Buffer.from(bytes).swap32();
}

/** The inverse of `toBytes`: a copy. */
export function fromBytes(bytes: Buffer): Float32Array {
  const inteiros = bytes.subarray(0, bytes.length - (bytes.length % 4));
  const copia = Buffer.from(new Uint8Array(inteiros).buffer);
  return new Float32Array((LITTLE ? copia : copia.swap32()).buffer);
}
