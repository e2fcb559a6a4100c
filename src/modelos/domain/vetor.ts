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

/** Little-endian float32, whatever the machine. */
export function toBytes(vetor: Float32Array): Buffer {
  const bytes = Buffer.alloc(vetor.length * 4);
  for (let i = 0; i < vetor.length; i++) bytes.writeFloatLE(vetor[i]!, i * 4);
  return bytes;
}

/** The inverse of `toBytes`. */
export function fromBytes(bytes: Buffer): Float32Array {
  const vetor = new Float32Array(bytes.length >> 2);
  for (let i = 0; i < vetor.length; i++) vetor[i] = bytes.readFloatLE(i * 4);
  return vetor;
}
