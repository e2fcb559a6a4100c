declare module 'mailparser' {
  export interface Endereco { readonly address?: string; readonly name: string }
  export interface Mensagem {
    readonly subject?: string;
    readonly text?: string;
    readonly html: string | false;
    readonly messageId?: string;
    readonly from?: { readonly value: readonly Endereco[] };
    readonly to?: { readonly value: readonly Endereco[] };
    readonly headers: ReadonlyMap<string, unknown>;
    readonly headerLines: readonly { readonly key: string; readonly line: string }[];
  }
  export function simpleParser(fonte: string | Buffer): Promise<Mensagem>;
}
