import { escapeMarkdown as escape } from '../relatorios/index.js';
import type { Bloco, Linha, Rascunho, Trecho } from './domain/documento.js';
import { entreAspas, nomeDoDocumento } from './domain/palavras.js';

/** The draft as Markdown; the sheet that is not sent first, apart from it. */
export function renderMarkdown(r: Rascunho): string {
  const partes = [r.conferencia, r.corpo].filter((b) => b.length > 0).map((blocos) => blocos.map(bloco).join('\n\n'));
  return `${partes.join('\n\n---\n\n')}\n`;
}

function trecho(t: Trecho): string {
  if (typeof t === 'string') return escape(t);
  if ('codigo' in t) return `\`${t.codigo.replace(/[^\w.]/g, '')}\``;
  return 'forte' in t ? comEspacos(t.forte, '**') : `**«${escape(t.lacuna)}»**`;
}

/** Emphasis does not hold white space at its ends: it goes outside. */
const comEspacos = (texto: string, marca: string): string => texto.replace(/^(\s*)(.*?)(\s*)$/s, (_, antes: string, meio: string, depois: string) => (meio ? `${antes}${marca}${escape(meio)}${marca}${depois}` : texto));

const linha = (l: Linha): string => l.map(trecho).join('').trim();
const celula = (l: Linha): string => linha(l).replace(/\|/g, '\\|').replace(/\n/g, ' ') || '–';

function bloco(b: Bloco): string {
  switch (b.tipo) {
    case 'titulo': return `${'#'.repeat(b.nivel)} ${escape(b.texto)}`;
    case 'paragrafo': return b.numero === undefined ? semMarcador(linha(b.texto)) : `${b.numero}. ${linha(b.texto)}`;
    case 'citacao': return `> ${escape(entreAspas(b.evidencia.trecho))}\n>\n> (${escape(nomeDoDocumento(b.evidencia.documento))}, p. ${b.evidencia.pagina})`;
    case 'lista': return b.itens.map((l, i) => `- ${b.marca === 'letra' ? `${letra(i)}) ` : ''}${linha(l)}`).join('\n');
    case 'ficha': return b.pares.map(([nome, l]) => `**${escape(nome)}:** ${linha(l)}`).join('  \n');
    case 'tabela': return [`| ${b.cabecalho.map((x) => escape(x) || ' ').join(' | ')} |`, `|${b.cabecalho.map(() => '---').join('|')}|`, ...b.linhas.map((l) => `| ${l.map(celula).join(' | ')} |`)].join('\n');
    case 'assinatura': return `${'_'.repeat(30)}\n\n${b.linhas.map(linha).join('  \n')}`;
  }
}

/** Text that would begin a list or a heading is only text. */
const semMarcador = (texto: string): string => texto.replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2').replace(/^([-+])(?=\s)/, '\\$1');

/** a, b… z, aa, ab… */
export const letra = (i: number): string => (i < 26 ? String.fromCharCode(97 + i) : `${letra(Math.floor(i / 26) - 1)}${letra(i % 26)}`);
