/**
 * An expression on the text of a clause, which has single spaces. `¶n¶` stands for up to n characters inside one part of
 * a sentence (no full stop, no semicolon), as few as will do.
 */
export const rx = (fonte: string, flags = ''): RegExp => new RegExp(fonte.replace(/¶(\d+)¶/g, (_, n: string) => String.raw`[^.;]{0,${n}}?`), flags);
