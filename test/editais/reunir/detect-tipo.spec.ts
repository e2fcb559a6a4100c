import { describe, expect, it } from '@jest/globals';
import { CFB } from '@e965/xlsx';
import { detectTipo } from '../../../src/editais/reunir/detect-tipo.js';
import { BYTES, ole2 } from '../../support/arquivos.js';
import { zipDe } from '../../support/zip.js';

const TEXTO = 'EDITAL DE PREGÃO Nº 12/2026\nObjeto: aquisição de computadores, conforme condições.\n';

describe('detectTipo', () => {
  it.each([
    ['pdf', BYTES.pdf],
    ['pdf', Buffer.concat([Buffer.from('\r\n\r\nlixo antes'), BYTES.pdf])],
    ['rtf', BYTES.rtf],
    ['rtf', Buffer.concat([Buffer.from('efbbbf0d0a', 'hex'), BYTES.rtf])],
    ['rar', BYTES.rar],
    ['7z', BYTES['7z']],
    ['imagem', BYTES.png],
    ['imagem', BYTES.jpeg],
    ['p7s', BYTES.p7s],
    ['p7s', Buffer.from(`-----BEGIN PKCS7-----\n${BYTES.p7s.toString('base64')}\n-----END PKCS7-----\n`)],
    ['doc', ole2('WordDocument')],
    ['xls', ole2('Workbook')],
    ['desconhecido', ole2('Outra coisa')],
    ['txt', Buffer.from(TEXTO, 'utf8')],
    ['txt', Buffer.from(TEXTO, 'latin1')],
    ['txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXTO, 'utf16le')])],
    ['html', Buffer.from('<!-- gerado --><!DOCTYPE html><html><body><p>Edital</p></body></html>')],
    ['html', Buffer.from('<table><tr><td>Item</td></tr></table>')],
    ['txt', Buffer.from('Se a < b então o preço é <menor>.')],
    ['mht', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n\nAAAA')],
    ['xls', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>')],
    ['txt', Buffer.from('Licita\x87\xc6o p\xa3blica, condi\x87\xe4es de participa\x87\xc6o', 'latin1')],
    ['desconhecido', Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 37) % 256))],
  ] as const)('tells %s by content', async (tipo, bytes) => {
    expect((await detectTipo(bytes)).tipo).toBe(tipo);
  });

  it.each([
    ['docx', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }],
    ['xlsx', { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }],
    ['desconhecido', { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }],
    ['odt', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }],
    ['ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }],
    ['zip', { 'Edital.pdf': BYTES.pdf, 'mimetype.txt': 'x' }],
    ['zip', {}],
  ] as const)('tells %s among files that are ZIPs', async (tipo, entradas) => {
    expect((await detectTipo(await zipDe(entradas))).tipo).toBe(tipo);
  });

  it('tells an OOXML file behind a password', async () => {
    expect(await detectTipo(ole2('EncryptedPackage'))).toEqual({ tipo: 'desconhecido', cifrado: true });
  });

  it.each([['doc', '/WordDocument', '/ObjectPool/_1/Workbook'], ['xls', '/Workbook', '/MBD1/WordDocument']] as const)('tells %s when one holds the other', async (tipo, raiz, dentro) => {
    const pacote = CFB.utils.cfb_new() as object;
    for (const caminho of [raiz, dentro]) CFB.utils.cfb_add(pacote, caminho, Buffer.from('x'.repeat(100)));
    expect((await detectTipo(CFB.write(pacote as never, { type: 'buffer' }) as Buffer)).tipo).toBe(tipo);
  });

  it('still calls a truncated ZIP a ZIP', async () => {
    const zip = await zipDe({ 'a.txt': TEXTO });
    expect((await detectTipo(zip.subarray(0, zip.length - 30))).tipo).toBe('zip');
  });
});
