/** One DER element; `indefinido`: of BER's indefinite length. */
function der(tag: number, conteudo: Buffer, indefinido = false): Buffer {
  if (indefinido) return Buffer.concat([Buffer.from([tag, 0x80]), conteudo, Buffer.from([0, 0])]);
  const n = conteudo.length;
  const tamanho = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : n < 0x10000 ? [0x82, n >> 8, n & 255] : [0x83, n >> 16, (n >> 8) & 255, n & 255];
  return Buffer.concat([Buffer.from([tag, ...tamanho]), conteudo]);
}

const OID_SIGNED = Buffer.from('06092a864886f70d010702', 'hex');
const OID_DATA = Buffer.from('06092a864886f70d010701', 'hex');

/** A CMS SignedData without signers around a document (null: detached); `ber`: indefinite lengths, the content in pieces, as signers that stream write it. */
export function cmsDe(documento: Buffer | null, { ber = false } = {}): Buffer {
  const octetos = (b: Buffer): Buffer => (ber ? der(0x24, Buffer.concat([der(0x04, b.subarray(0, 10)), der(0x04, b.subarray(10))]), true) : der(0x04, b));
  const encapsulado = der(0x30, Buffer.concat([OID_DATA, ...(documento ? [der(0xa0, octetos(documento), ber)] : [])]), ber);
  const signedData = der(0x30, Buffer.concat([der(0x02, Buffer.from([1])), der(0x31, Buffer.alloc(0)), encapsulado, der(0x31, Buffer.alloc(0))]), ber);
  return der(0x30, Buffer.concat([OID_SIGNED, der(0xa0, signedData, ber)]), ber);
}
