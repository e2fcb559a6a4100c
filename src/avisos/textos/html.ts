import { escapeHtml } from '../../kernel/index.js';

/** An address for `href`: only http(s); anything else leads nowhere. */
export const escapeHref = (url: string): string => (/^https?:\/\//i.test(url) ? escapeHtml(url) : '#');

const CORPO = 'margin:0;padding:0;background:#f4f5f7;font-family:Arial,Helvetica,sans-serif;color:#1f2933;font-size:15px;line-height:1.5';
const CAIXA = 'max-width:640px;margin:0 auto;padding:24px;background:#ffffff';

/** A whole document around what is already HTML. No scripts, no images, nothing fetched from elsewhere. */
export const layoutHtml = (titulo: string, corpo: string): string => `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(titulo)}</title></head>
<body style="${CORPO}"><div style="${CAIXA}">
${corpo}
</div></body></html>
`;

const BOTAO = 'display:inline-block;padding:10px 18px;background:#0b5cab;color:#ffffff;text-decoration:none;border:0;border-radius:4px;font-size:15px;cursor:pointer';

export const botaoLink = (texto: string, url: string): string => `<p><a href="${escapeHref(url)}" style="${BOTAO}">${escapeHtml(texto)}</a></p>`;
/** Posts to the page's own address: what a program that only follows links does not do. */
export const botaoForm = (texto: string): string => `<form method="post"><button type="submit" style="${BOTAO}">${escapeHtml(texto)}</button></form>`;
export const paragrafo = (texto: string): string => `<p>${escapeHtml(texto)}</p>`;
