import { childrenOf, octetsOf, readElemento, type Elemento } from './ber.js';
import { RECUSAS, type Recusa } from './recusas.js';

/** `1.2.840.113549.1.7.2`, signedData, as it is encoded. */
export const OID_SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const SEQUENCIA = 0x10;
const CONTEXTO_0 = 0x80;

/** DER or BER as such, or in base64 with or without the PEM lines around it; null when it is none of these. */
export function toBer(b: Buffer): Buffer | null {
  if (b[0] === 0x30) return b.subarray(0, 40).includes(OID_SIGNED_DATA) ? b : null;
  const inicio = b.subarray(0, 200).toString('latin1');
  const pem = /^\s{0,20}-----BEGIN (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----/.test(inicio);
  if (!pem && !/^\s{0,20}MI[A-Za-z0-9+/\r\n]{40}/.test(inicio)) return null;
  // Node's decoder passes over the line breaks.
  const corpo = pem ? b.toString('latin1').replace(/-----[^-]{0,60}-----/g, '') : b.toString('latin1').trim();
  if (!Buffer.from(corpo.slice(0, 200), 'base64').subarray(0, 40).includes(OID_SIGNED_DATA)) return null;
  return Buffer.from(corpo, 'base64');
}

/**
 * The document inside a CMS/PKCS#7 signature (.p7s, .p7m; RFC 5652). The signature is not verified: neither the
 * certificate nor the digest is looked at. A detached one has no document inside, which is no defect.
 */
export function readAssinado(bytes: Buffer): Buffer | Recusa {
  try {
    const b = toBer(bytes);
    if (!b) return RECUSAS.assinatura_corrompida();
    // ContentInfo { contentType, [0] SignedData { version, digestAlgorithms, EncapsulatedContentInfo { type, [0] OCTET STRING? }, … } }
    const signedData = first(b, first(b, readElemento(b, 0), CONTEXTO_0), SEQUENCIA);
    const encapsulado = first(b, signedData, SEQUENCIA);
    const conteudo = signedData && encapsulado ? first(b, encapsulado, CONTEXTO_0) : null;
    if (!signedData || !encapsulado) return RECUSAS.assinatura_corrompida();
    const octetos = conteudo ? [...childrenOf(b, conteudo)][0] : undefined;
    const documento = octetos ? octetsOf(b, octetos) : Buffer.alloc(0);
    return documento.length ? documento : RECUSAS.assinatura_sem_conteudo();
  } catch (erro) {
    if (erro instanceof RangeError) return RECUSAS.assinatura_corrompida();
    throw erro;
  }
}

/** The first element inside `pai` of this class and tag. */
function first(b: Buffer, pai: Elemento | null, classeETag: number): Elemento | null {
  if (!pai) return null;
  for (const filho of childrenOf(b, pai)) if (filho.classeETag === classeETag) return filho;
  return null;
}
