/** Names of the characters U+00A0 to U+00FF, in order. */
const LATINO =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const OUTRAS: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', bull: '•',
  euro: '€', le: '≤', ge: '≥', ne: '≠', ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '', zwj: '',
};
const NOMES = new Map([...LATINO.map((n, i) => [n, String.fromCharCode(160 + i)] as const), ...Object.entries(OUTRAS)]);

/** Character references of HTML made characters; unknown ones stay as written. */
export const decodeEntidades = (texto: string): string =>
  texto.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,10}));?/gi, (tudo, dec?: string, hex?: string, nome?: string) => {
    if (nome !== undefined) return NOMES.get(nome) ?? tudo;
    const codigo = dec !== undefined ? Number(dec) : parseInt(hex!, 16);
    return codigo > 0 && codigo <= 0x10ffff && (codigo < 0xd800 || codigo > 0xdfff) ? String.fromCodePoint(codigo) : ' ';
  });
