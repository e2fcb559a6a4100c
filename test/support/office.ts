import { zipDe } from './zip.js';

const TIPOS_DOCX =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS_DOCX =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const paragrafo = (texto: string, extra = ''): string => `<w:p><w:r>${extra}<w:t xml:space="preserve">${texto}</w:t></w:r></w:p>`;
export const QUEBRA_PAGINA = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
export const tabelaDocx = (linhas: readonly (readonly string[])[]): string =>
  `<w:tbl>${linhas.map((l) => `<w:tr>${l.map((c) => `<w:tc>${c.startsWith('<') ? c : paragrafo(c)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A DOCX with this body and, optionally, other parts ("word/header1.xml": its inner XML). */
export const docxDe = (corpo: string, partes: Readonly<Record<string, string | Buffer>> = {}): Promise<Buffer> =>
  zipDe({
    '[Content_Types].xml': TIPOS_DOCX,
    '_rels/.rels': RELS_DOCX,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${corpo}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(partes).map(([n, x]) => [n, typeof x === 'string' ? `<w:hdr ${W}>${x}</w:hdr>` : x])),
  });

/** An XLSX of sheets given as the XML inside `<sheetData>`. */
export function xlsxDe(folhas: Readonly<Record<string, string>>, { ocultas = [] as readonly string[] } = {}): Promise<Buffer> {
  const nomes = Object.keys(folhas);
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const tipo = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipDe({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${tipo}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${tipo}.styles+xml"/>${nomes.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${tipo}.worksheet+xml"/>`).join('')}</Types>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${ns}><sheets>${nomes.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="rId${i + 1}"${ocultas.includes(n) ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${nomes.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId99" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet ${ns}><numFmts count="2"><numFmt numFmtId="170" formatCode="&quot;R$&quot;\\ #,##0.00"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(nomes.map((n, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<?xml version="1.0"?><worksheet ${ns}><sheetData>${folhas[n]}</sheetData></worksheet>`])),
  });
}

/** Styles of `xlsxDe`: index in its `cellXfs`. */
export const ESTILO_XLSX = { data: 1, reais: 2, percentual: 3, codigo: 4, inteiro: 5 } as const;

/** A cell with text, a number, or (prefix "!") an error. */
export const celulaXlsx = (ref: string, valor: string | number): string =>
  typeof valor === 'number'
    ? `<c r="${ref}"><v>${valor}</v></c>`
    : valor.startsWith('!')
      ? `<c r="${ref}" t="e"><v>${valor.slice(1)}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${valor}</t></is></c>`;
