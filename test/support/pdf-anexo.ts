/** A PDF of one page ("Capa") with files attached to it, uncompressed: a "portfolio". */
export function pdfComAnexos(anexos: Readonly<Record<string, Buffer>>): Buffer {
  const partes: Buffer[] = [];
  const objeto = (n: number, corpo: Buffer | string): void => void partes.push(Buffer.from(`${n} 0 obj\n`), Buffer.from(corpo), Buffer.from('\nendobj\n'));
  const fluxo = (dicionario: string, dados: Buffer): Buffer => Buffer.concat([Buffer.from(`<<${dicionario}/Length ${dados.length}>>\nstream\n`), dados, Buffer.from('\nendstream')]);
  const nomes = Object.keys(anexos);
  objeto(1, `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[${nomes.map((n, i) => `(${n})${10 + i * 2} 0 R`).join(' ')}]>>>>>>`);
  objeto(2, '<</Type/Pages/Kids[3 0 R]/Count 1>>');
  objeto(3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>');
  objeto(4, fluxo('', Buffer.from('BT /F1 20 Tf 50 200 Td (Capa) Tj ET')));
  nomes.forEach((nome, i) => {
    objeto(10 + i * 2, `<</Type/Filespec/F(${nome})/UF(${nome})/EF<</F ${11 + i * 2} 0 R>>>>`);
    objeto(11 + i * 2, fluxo('/Type/EmbeddedFile', anexos[nome]!));
  });
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...partes, Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF\n')]);
}
