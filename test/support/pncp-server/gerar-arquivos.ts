import { crc32 } from 'node:zlib';
import { createSorteio } from './sorteio.ts';
import type { Arquivo, Registro } from './tipos.ts';

/** A PDF of one page with a few lines of text. */
export function gerarPdf(linhas: readonly string[]): Buffer {
  const escapar = (t: string): string => t.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\xff]/g, '?');
  const texto = Buffer.from(`BT /F1 11 Tf 50 780 Td 15 TL ${linhas.map((l) => `(${escapar(l.slice(0, 95))}) Tj T*`).join(' ')} ET`, 'latin1');
  const objetos: readonly Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'), Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'),
    Buffer.concat([Buffer.from(`<< /Length ${texto.length} >>\nstream\n`), texto, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ];
  const partes: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const posicoes: number[] = [];
  let tamanho = partes[0]!.length;
  objetos.forEach((o, i) => {
    posicoes.push(tamanho);
    const parte = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), o, Buffer.from('\nendobj\n')]);
    partes.push(parte);
    tamanho += parte.length;
  });
  partes.push(Buffer.from(`xref\n0 6\n0000000000 65535 f \n${posicoes.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${tamanho}\n%%EOF\n`));
  return Buffer.concat(partes);
}

/** A ZIP with one stored file. */
export function gerarZip(nome: string, conteudo: Buffer): Buffer {
  const n = Buffer.from(nome);
  const comum = Buffer.alloc(26);
  comum.writeUInt16LE(20, 0);
  comum.writeUInt16LE(0x800, 2);
  comum.writeUInt32LE(crc32(conteudo), 10);
  comum.writeUInt32LE(conteudo.length, 14);
  comum.writeUInt32LE(conteudo.length, 18);
  comum.writeUInt16LE(n.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), comum, n]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), comum, Buffer.alloc(14), n]);
  const fim = Buffer.alloc(22);
  fim.write('PK\x05\x06', 'latin1');
  fim.writeUInt16LE(1, 8);
  fim.writeUInt16LE(1, 10);
  fim.writeUInt32LE(central.length, 12);
  fim.writeUInt32LE(local.length + conteudo.length, 16);
  return Buffer.concat([local, conteudo, central, fim]);
}

const EXTRAS: readonly (readonly [id: number, nome: string, titulo: string])[] = [[4, 'Termo de Referência', 'TR.pdf'], [16, 'Outros Documentos', 'Anexo I - planilha'], [7, 'Estudo Técnico Preliminar', 'ETP'], [3, 'Minuta do Contrato', 'Minuta de contrato.pdf']];

/** The files of a record, invented from its number. As in the real ones, Compras.gov.br's edital is a ZIP whose title has no extension. */
export function gerarArquivos(registro: Registro): Arquivo[] {
  const numero = registro.numeroControlePNCP;
  const s = createSorteio(`arquivos ${numero}`);
  const publicado = String(registro['dataPublicacaoPncp'] ?? '2026-01-05T08:00:00');
  const linhas = (titulo: string): string[] => [`EDITAL ${String(registro['numeroCompra'] ?? '')}`, titulo, numero, ...(String(registro['objetoCompra'] ?? '').match(/.{1,90}/g) ?? []).slice(0, 20), 'Documento de teste.'];
  const pdf = gerarPdf(linhas('Edital'));
  const compras = registro['usuarioNome'] === 'Compras.gov.br';
  const tituloZip = numero.replace(/\D/g, '').slice(-21);
  const base = { dataPublicacaoPncp: publicado, statusAtivo: true };
  const edital: Arquivo = compras
    ? { ...base, sequencialDocumento: 1, titulo: tituloZip, tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', nome: `${tituloZip}.zip`, tipo: 'application/zip', conteudo: gerarZip('Edital.pdf', pdf) }
    : { ...base, sequencialDocumento: 1, titulo: 'Edital.pdf', tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', nome: 'Edital.pdf', tipo: 'application/pdf', conteudo: pdf };
  return [edital, ...EXTRAS.slice(0, s.inteiro(0, 3)).map(([tipoDocumentoId, tipoDocumentoNome, titulo], i): Arquivo => ({
    ...base, sequencialDocumento: i + 2, titulo, tipoDocumentoId, tipoDocumentoNome, nome: /\.pdf$/.test(titulo) ? titulo : `${titulo}.pdf`, tipo: 'application/pdf', conteudo: gerarPdf(linhas(tipoDocumentoNome)),
  }))];
}
