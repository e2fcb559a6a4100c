/** Words that mean something to a reader, put where they hurt. Hosts are of this machine, where nobody listens. */
export const DICIONARIO: Readonly<Record<string, readonly string[]>> = {
  pdf: [
    '/Count 2147483647', '/Count -1', '/Kids[2 0 R]', '/Kids[2 0 R 2 0 R 2 0 R 2 0 R]', '/Kids[99999 0 R]', '/MediaBox[0 0 1e38 1e38]', '/MediaBox[0 0 -9 -9]', '/MediaBox[NaN NaN NaN NaN]', '/UserUnit 1e9', '/Rotate 91',
    '/Prev 0', '/Prev 9', '/XRefStm 9', '/Size 2147483647', '/Root 2 0 R', '/Root 99 0 R', '/Type/ObjStm/N 999999999/First 9', '/Extends 4 0 R', '/W[8 8 8]', '/W[0 0 0]', '/Index[0 2147483647]',
    '/Filter[/FlateDecode/FlateDecode/FlateDecode/FlateDecode]', '/Filter[/ASCIIHexDecode/ASCII85Decode/RunLengthDecode/LZWDecode]', '/Filter/DCTDecode', '/Filter/JBIG2Decode', '/Filter/JPXDecode', '/Filter/CCITTFaxDecode', '/DecodeParms<</Predictor 15/Columns 2147483647/Colors 99/BitsPerComponent 99>>', '/Length 4294967295', '/Length -1', '/Length 4 0 R',
    '/Encrypt<</Filter/Standard/V 5/R 6/O()/U()/P -1>>', '/OpenAction<</S/Launch/F(/bin/sh)>>', '/AA<</O<</S/JavaScript/JS(while(1);)>>>>', '/XFA 7 0 R', '/Width 2147483647/Height 2147483647', '/FontMatrix[0 0 0 0 0 0]', '/FirstChar -2147483648', '/LastChar 2147483647', '/ToUnicode 4 0 R', '/Subtype/Type3/CharProcs<</A 4 0 R>>', '/Parent 3 0 R',
    ' q '.repeat(5000), '['.repeat(5000), '<<'.repeat(5000), '('.repeat(5000), '/I1 Do ', 'BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID ', ' 1e38 0 0 1e38 0 0 cm ', ' 0 0 0 0 0 0 Tm ', ' 99999999 Tf ', 'obj', 'endobj', 'stream', 'endstream', 'xref', 'trailer', 'startxref', '%%EOF',
  ],
  xml: [
    '<!DOCTYPE x[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x">', '<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;', '&c;', '&#0;', '&#x110000;', '&#xd800;', '&#99999999999;', '&', '<', '>', ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>',
    '<w:tbl>'.repeat(3000), '<w:p>'.repeat(3000), '</w:p>', '<w:r>', '<w:ilvl w:val="99999"/>', '<w:numId w:val="-1"/>', '<w:gridSpan w:val="2147483647"/>', '<w:vMerge/>', '<w:altChunk r:id="rId1"/>', '<w:txbxContent>', '<mc:AlternateContent>', '<text:list>'.repeat(3000), '<text:s text:c="2147483647"/>',
    ' table:number-columns-repeated="2147483647"', ' table:number-rows-repeated="1048576"', ' table:number-columns-spanned="99999999"', ' r="XFD1048576"', ' r="ZZZZZZZ99999999999"', ' t="s"', '<v>99999999999</v>', '<v>1e308</v>', '<v>NaN</v>', '<f>SUM(A1:XFD1048576)</f>', '<f>WEBSERVICE("http://127.0.0.1:9/")</f>', '<dimension ref="A1:XFD1048576"/>', '<mergeCell ref="A1:XFD1048576"/>', ` a="${'x'.repeat(9000)}"`, ' encoding="UTF-7"', ' encoding="utf-16"',
  ],
  rtf: ['\\bin2147483647 ', '\\bin-1 ', '\\bin99999 x', '{'.repeat(9000), '}'.repeat(50), '\\u-99999999?', '\\u65536?', "\\'", "\\'zz", '\\uc2147483647', '\\cellx2147483647', '\\cellx-2147483648', '\\trowd'.repeat(2000), '\\cell'.repeat(5000), '\\row', '{\\*\\', '{\\object\\objdata 0105', '\\ansicpg99999', '\\f99999999', '\\ls-1', '\\ilvl99', '\\levelnfc255', "{\\leveltext\\'ff}", '{\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/"}}', '\\par'.repeat(9000), '\\page', '\\nesttableprops', '\\itap999999999'],
  html: ['<div>'.repeat(20_000), '<table>'.repeat(5000), '<td colspan=2147483647 rowspan=2147483647>', '<td rowspan=65000>', '<script>', '</script', '<style>', '<!--', '<![CDATA[', '&#x7fffffff;', '&amp'.repeat(2000), '<a '.repeat(5000), `<a b="${'c'.repeat(9000)}`, '<iframe src="http://127.0.0.1:9/">', '<meta charset="utf-7">', '<base href="http://127.0.0.1:9/">', '<ol start="99999999999999999999"><li>', '<ol type="i" start="999999"><li>', '<ul>'.repeat(3000), '<pre>', '<br>'.repeat(20_000), '<p', '</'],
  mht: ['Content-Transfer-Encoding: quoted-printable', 'Content-Transfer-Encoding: base64', 'Content-Type: multipart/mixed; boundary="=_b"', '--=_b', '--=_b--', 'charset="x-nao-existe"', '=\r\n', '=ZZ', '\r\n\r\n', 'A:'.repeat(5000)],
  csv: [';'.repeat(50_000), '"'.repeat(5000), '""";', '\t'.repeat(9000), '\r'.repeat(9000), '=HYPERLINK("http://127.0.0.1:9/")', '\0', '\ufeff'],
  txt: ['\f'.repeat(9000), '\0'.repeat(50), '\u001b[31m', '\u202e', '\n'.repeat(9000), '1.'.repeat(9000), 'R$ '.repeat(5000), '(('.repeat(5000), 'anexo '.repeat(5000), 'item 1 unidade 2 ', '. '.repeat(9000), '99/99/9999', 'art. '.repeat(3000), '-'.repeat(9000)],
  zip: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08', '../../../etc/passwd', '\xff\xff\xff\xff\xff\xff\xff\xff'],
  bytes: ['\xff\xff\xff\xff', '\x00\x00\x00\x00', '\x80\x00\x00\x00', '\x00\x00\x00\x80', '\x7f\xff\xff\xff', '\xff\xff\xff\x7f', '\xfe\xff\xff\xff', '\x30\x80', '\x30\x84\xff\xff\xff\xff', '\x24\x80'.repeat(3000), '\xa0\x80', '\x00\x00'],
};

/** Which words suit which type. */
export const PALAVRAS_DE: Readonly<Record<string, readonly string[]>> = {
  pdf: DICIONARIO.pdf!, docx: DICIONARIO.xml!, odt: DICIONARIO.xml!, ods: DICIONARIO.xml!, xlsx: DICIONARIO.xml!, rtf: DICIONARIO.rtf!, html: [...DICIONARIO.html!, ...DICIONARIO.xml!], mht: [...DICIONARIO.mht!, ...DICIONARIO.html!],
  csv: DICIONARIO.csv!, txt: DICIONARIO.txt!, zip: DICIONARIO.zip!,
};
export const PALAVRAS_BINARIAS = DICIONARIO.bytes!;
