/** Destinations with nothing to read; \* marks others that a reader may pass over. */
export const MUDOS = new Set<string>(['colortbl', 'stylesheet', 'info', 'pict', 'object', 'objdata', 'fldinst', 'themedata', 'datastore', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'nonshppict', 'xe', 'tc', 'bkmkstart', 'bkmkend', 'annotation', 'atnid', 'atnauthor', 'nonesttables', 'filetbl', 'pgptbl', 'latentstyles', 'sp']);
/** Page headers and footers. */
export const MARGENS = new Set<string>(['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf']);
/** Read although they are marked with \*. */
export const LIDOS = new Set<string>(['shptxt', 'shpinst', 'listtext', 'pntext', 'footnote']);
/** Words that stand for text. */
export const TEXTOS: ReadonlyMap<string, string> = new Map(Object.entries({
  tab: '\t', line: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ', nestcell: ' ', nestrow: ' ',
}));
