import { AlicitError, invalido } from '../kernel/index.js';

/** Forms a draft is served in. */
export const FORMAS = ['md', 'docx'] as const;
export type Forma = (typeof FORMAS)[number];

export const MIME_DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const MIMES: Readonly<Record<Forma, string>> = { md: 'text/markdown; charset=utf-8', docx: MIME_DOCX };

const DE_CASA: Readonly<Record<string, Forma>> = { 'text/markdown': 'md', 'text/*': 'md', '*/*': 'md', [MIME_DOCX]: 'docx', 'application/*': 'docx' };

/** The form asked for by `formato`, else by `Accept`; Markdown when neither says. @throws AlicitError `formato_invalido`, `nao_aceitavel` (406) */
export function pickForma(accept: string | undefined, formato: string | undefined): Forma {
  if (formato !== undefined) {
    const forma = FORMAS.find((f) => f === formato.toLowerCase());
    if (!forma) throw invalido('formato_invalido', `O formato deve ser um destes: ${FORMAS.join(', ')}.`, { erros: [{ ponteiro: '/formato', mensagem: 'formato desconhecido' }] });
    return forma;
  }
  if (accept === undefined || accept.trim() === '') return 'md';
  const pedidos = accept.slice(0, 1000).split(',').map((parte, i) => {
    const [tipo = '', ...parametros] = parte.split(';').map((x) => x.trim().toLowerCase());
    const q = Number(parametros.find((x) => x.startsWith('q='))?.slice(2) ?? 1);
    return { forma: DE_CASA[tipo], q: Number.isFinite(q) ? q : 0, i };
  });
  const [primeiro] = pedidos.filter((x) => x.forma !== undefined && x.q > 0).sort((a, b) => b.q - a.q || a.i - b.i);
  if (!primeiro?.forma) throw new AlicitError('invalido', 'nao_aceitavel', `O rascunho é oferecido em text/markdown e ${MIME_DOCX}: ajuste o cabeçalho Accept.`);
  return primeiro.forma;
}

const CODIGO = /^[a-z0-9_.]{1,80}$/;
const MAX_CODIGOS = 60;

/** The codes of a list with commas; null when none was given. @throws AlicitError `pontos_invalidos` */
export function parsePontos(texto: string | undefined): readonly string[] | null {
  if (texto === undefined) return null;
  const codigos = [...new Set(texto.split(',').map((x) => x.trim()).filter(Boolean))];
  if (!codigos.length || codigos.length > MAX_CODIGOS || !codigos.every((x) => CODIGO.test(x))) {
    throw invalido('pontos_invalidos', `Informe em pontos de 1 a ${MAX_CODIGOS} códigos da folha de conferência, separados por vírgula, como atestado_pct_art67,fato.reajuste_indice.`, { erros: [{ ponteiro: '/pontos', mensagem: 'códigos inválidos' }] });
  }
  return codigos;
}
