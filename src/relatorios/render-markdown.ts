import { showable } from '../kernel/index.js';
import { numberEvidencias, type Bloco, type Linha, type Relatorio, type Trecho } from './bloco.js';

/** The quotes are the footnotes: the section that lists them would only repeat them. */
const EVIDENCIAS = 'evidencias';

/** The report as Markdown: quotes become footnotes that give page and text. */
export function renderMarkdown(r: Relatorio): string {
  const numero = numberEvidencias(r.evidencias);
  const trecho = (t: Trecho): string => {
    if (typeof t === 'string') return escape(t);
    if ('forte' in t) return `**${escape(t.forte)}**`;
    if ('selo' in t) return `**${escape(t.selo)}**`;
    return `(p. ${t.evidencia.pagina})[^${numero(t.evidencia)}]`;
  };
  const linha = (l: Linha): string => l.map(trecho).join('');
  const celula = (l: Linha): string => linha(l).replace(/\|/g, '\\|').replace(/\n/g, ' ') || '–';
  const bloco = (b: Bloco): string => {
    switch (b.tipo) {
      case 'paragrafo': return linha(b.texto);
      case 'subtitulo': return `### ${escape(b.texto)}`;
      case 'lista': return b.itens.map((i, n) => `${b.numerada ? `${n + 1}.` : '-'} ${linha(i)}`).join('\n');
      case 'ficha': return table(['Campo', 'Valor'], b.pares.map(([k, v]) => [`**${escape(k)}**`, celula(v)]));
      case 'tabela': return table(b.cabecalho.map(escape), b.linhas.map((l) => l.map(celula)));
      case 'decisao': return [`> ## ${escape(b.titulo)}`, `> ${linha(b.frase)}`, '>', ...b.quadros.map((q) => `> - **${escape(q.rotulo)}:** ${escape(q.valor)}${q.nota ? ` (${escape(q.nota)})` : ''}`)].join('\n');
    }
  };
  return [
    `# ${escape(r.titulo)}`, escape(r.subtitulo),
    ...r.secoes.filter((s) => s.id !== EVIDENCIAS).flatMap((s) => [`## ${escape(s.titulo)}`, ...s.blocos.map(bloco)]),
    '---', ...r.rodape.map(escape),
    r.evidencias.map((e, i) => `[^${i + 1}]: ${escape(e.documento)}, página ${e.pagina}: “${escape(e.trecho)}”`).join('\n'),
  ].join('\n\n') + '\n';
}

const table = (cabecalho: readonly string[], linhas: readonly (readonly string[])[]): string =>
  [`| ${cabecalho.join(' | ')} |`, `|${cabecalho.map(() => '---').join('|')}|`, ...linhas.map((l) => `| ${l.join(' | ')} |`)].join('\n');

/** Untrusted text may not become markup. */
const escape = (t: string): string => showable(t).replace(/[\\`*_[\]<>#]/g, (c) => `\\${c}`).replace(/\s*[\n\r\u2028\u2029]\s*/g, ' ');

export { escape as escapeMarkdown };
