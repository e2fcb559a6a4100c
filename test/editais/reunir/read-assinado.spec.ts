import { describe, expect, it } from '@jest/globals';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { BYTES, linhas } from '../../support/arquivos.js';
import { cmsDe } from '../../support/cms.js';
import { zipDe } from '../../support/zip.js';

const TEXTO = Buffer.from(linhas(3000));
const abre = async (bytes: Buffer): Promise<Record<string, string>> => {
  const r = await reunir([{ nome: 'Edital.pdf.p7s', bytes }]);
  return Object.fromEntries([...r.arquivos.map((a) => [a.nome, `${a.tipo} ${a.bytes.length}`]), ...r.naoLido.map((n) => [n.documento, n.codigo])]);
};

describe('signed documents', () => {
  it.each([
    ['DER', cmsDe(TEXTO)],
    ['BER of indefinite length, content in pieces', cmsDe(TEXTO, { ber: true })],
    ['PEM', Buffer.from(`-----BEGIN PKCS7-----\r\n${cmsDe(TEXTO).toString('base64').replace(/.{64}/g, '$&\r\n')}\r\n-----END PKCS7-----\r\n`)],
    ['base64 alone', Buffer.from(cmsDe(TEXTO, { ber: false }).toString('base64').replace(/.{76}/g, '$&\n'))],
  ])('are taken out of %s', async (_, bytes) => {
    expect(await abre(bytes)).toEqual({ 'Edital.pdf.p7s!documento assinado': `txt ${TEXTO.length}` });
  });

  it('are taken for what they are: a PDF, a ZIP, another signature', async () => {
    expect(await abre(cmsDe(BYTES.pdf))).toEqual({ 'Edital.pdf.p7s!documento assinado': `pdf ${BYTES.pdf.length}` });
    expect(Object.keys(await abre(cmsDe(await zipDe({ 'a.txt': TEXTO }))))).toEqual(['Edital.pdf.p7s!documento assinado!a.txt']);
    expect(Object.keys(await abre(cmsDe(cmsDe(TEXTO))))).toEqual(['Edital.pdf.p7s!documento assinado!documento assinado']);
  });

  it('are missing from a detached signature, which says so', async () => {
    expect(await abre(cmsDe(null))).toEqual({ 'Edital.pdf.p7s': 'assinatura_sem_conteudo' });
  });

  it('are refused when the file is cut, at any byte, or nested without end', async () => {
    for (const inteiro of [cmsDe(Buffer.from(linhas(3))), cmsDe(Buffer.from(linhas(3)), { ber: true }).subarray(0, 60)]) {
      for (let n = 20; n < inteiro.length - 2; n++) expect([n, ...Object.values(await abre(inteiro.subarray(0, n)))]).toEqual([n, 'assinatura_corrompida']);
    }
    const fundo = Buffer.concat([Buffer.from('308006092a864886f70d010702a080', 'hex'), Buffer.alloc(100_000, Buffer.from('3080', 'hex'))]);
    expect(await abre(fundo)).toEqual({ 'Edital.pdf.p7s': 'assinatura_corrompida' });
  });
});
