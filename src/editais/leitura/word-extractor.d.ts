declare module 'word-extractor' {
  interface Opcoes {
    /** False keeps typographic quotes and dashes. */
    readonly filterUnicode?: boolean;
    readonly includeFooters?: boolean;
    readonly includeHeadersAndFooters?: boolean;
  }
  /** Texts of a DOC, each part as one string. */
  interface Documento {
    getBody(o?: Opcoes): string;
    getFootnotes(o?: Opcoes): string;
    getEndnotes(o?: Opcoes): string;
    getHeaders(o?: Opcoes): string;
    getFooters(o?: Opcoes): string;
    getTextboxes(o?: Opcoes): string;
  }
  export default class WordExtractor {
    extract(fonte: Buffer): Promise<Documento>;
  }
}
