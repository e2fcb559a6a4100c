import { showable, squeeze } from '../../kernel/index.js';

const DO_TEXTO: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const DE_VOLTA: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'" };

/** Untrusted text inside an element: one line, no markup, nothing that commands the reader's program. */
export const escapeTexto = (texto: string): string => squeeze(showable(texto)).replace(/[&<>]/g, (c) => DO_TEXTO[c]!);

/** Untrusted text inside a quoted attribute. */
export const escapeAtributo = (texto: string): string => escapeTexto(texto).replace(/"/g, '&quot;');

/** What `escapeTexto` and `escapeAtributo` did, undone: a model quotes what it was shown. */
export const unescapeXml = (texto: string): string => texto.replace(/&(?:amp|lt|gt|quot|apos|#39);/g, (c) => DE_VOLTA[c]!);

/** Attributes in the order given; those without a value are left out. */
export type Atributos = Readonly<Record<string, string | number | null | undefined>>;

/** An element. `conteudo` is XML already; absent or empty: an empty element. */
export function elemento(nome: string, atributos: Atributos, conteudo = ''): string {
  const ditos = Object.entries(atributos).flatMap(([k, v]) => (v === null || v === undefined || v === '' ? [] : [` ${k}="${escapeAtributo(String(v))}"`])).join('');
  return conteudo ? `<${nome}${ditos}>${conteudo}</${nome}>` : `<${nome}${ditos}/>`;
}

/** An element around others, one a line; nothing when there are none. */
export const grupo = (nome: string, filhos: readonly string[], atributos: Atributos = {}): string => (filhos.length ? elemento(nome, atributos, `\n${filhos.join('\n')}\n`) : '');
