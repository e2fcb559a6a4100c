import { escapeHtml as esc, type Evidencia } from '../kernel/index.js';
import { numberEvidencias, type Bloco, type Linha, type Relatorio, type Trecho } from './bloco.js';
import { ESTILO } from './estilo.js';

/**
 * One self-contained page: no script, no request to anywhere (see the CSP), readable on a phone and on paper. A click
 * on a quote opens its document, page and text (popover); on paper the quotes are the last section.
 */
export function renderHtml(r: Relatorio): string {
  const numero = numberEvidencias(r.evidencias);
  let usos = 0;
  const abertos: string[] = [];
  const quote = (e: Evidencia): string => {
    const id = `ev${++usos}`;
    abertos.push(`<div popover id="${id}" class="prova"><p class="onde">${esc(e.documento)} · página <b>${e.pagina}</b></p><blockquote>${esc(e.trecho)}</blockquote></div>`);
    return `<button class="ev" popovertarget="${id}" title="Ver o trecho">p. ${e.pagina}<sup>${numero(e)}</sup></button>`;
  };
  const trecho = (t: Trecho): string => {
    if (typeof t === 'string') return esc(t);
    if ('forte' in t) return `<strong>${esc(t.forte)}</strong>`;
    if ('selo' in t) return `<span class="selo ${t.tom}">${esc(t.selo)}</span>`;
    return quote(t.evidencia);
  };
  const linha = (l: Linha): string => l.map(trecho).join('');
  const bloco = (b: Bloco): string => {
    switch (b.tipo) {
      case 'paragrafo': return `<p>${linha(b.texto)}</p>`;
      case 'subtitulo': return `<h3>${esc(b.texto)}</h3>`;
      case 'lista': {
        const tag = b.numerada ? 'ol' : 'ul';
        return `<${tag}>${b.itens.map((i) => `<li>${linha(i)}</li>`).join('')}</${tag}>`;
      }
      case 'ficha': return `<dl>${b.pares.map(([k, v]) => `<div${isLongo(v) ? ' class="longo"' : ''}><dt>${esc(k)}</dt><dd>${linha(v)}</dd></div>`).join('')}</dl>`;
      case 'tabela': return renderTabela(b, linha);
      case 'decisao': return `<div class="decisao ${b.tom}"><p class="desfecho">${esc(b.titulo)}</p><p class="frase">${linha(b.frase)}</p><div class="quadros">${b.quadros
        .map((q) => `<div><span class="rotulo">${esc(q.rotulo)}</span><span class="valor">${esc(q.valor)}</span>${q.nota ? `<span class="nota">${esc(q.nota)}</span>` : ''}</div>`).join('')}</div></div>`;
    }
  };
  const corpo = r.secoes.map((s) => `<section id="${esc(s.id)}"><h2>${esc(s.titulo)}</h2>${s.blocos.map(bloco).join('\n')}</section>`).join('\n');
  return `<!doctype html>
<html lang="pt-BR"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${esc(r.titulo)}</title><style>${ESTILO}</style></head>
<body><header><p class="marca">ALICIT</p><h1>${esc(r.titulo)}</h1><p class="sub">${esc(r.subtitulo)}</p></header>
<nav>${r.secoes.map((s) => `<a href="#${esc(s.id)}">${esc(s.titulo)}</a>`).join('')}</nav>
<main>${corpo}</main><footer>${r.rodape.map((t) => `<p>${esc(t)}</p>`).join('')}</footer>${abertos.join('\n')}</body></html>
`;
}

function renderTabela(b: Extract<Bloco, { tipo: 'tabela' }>, linha: (l: Linha) => string): string {
  const colunas = b.larguras ? `<colgroup>${b.larguras.map((w) => `<col style="width:${w}%">`).join('')}</colgroup>` : '';
  return `<div class="rolo"><table>${colunas}<thead><tr>${b.cabecalho.map((c) => `<th>${esc(c)}</th>`).join('')}</tr></thead><tbody>${b.linhas
    .map((l) => `<tr>${l.map((c, i) => renderCelula(linha(c), b.cabecalho[i] ?? '')).join('')}</tr>`).join('')}</tbody></table></div>`;
}

/** On a phone an empty cell is not shown. */
const renderCelula = (html: string, rotulo: string): string => (html === '' || html === '–' ? '<td class="vazia">–</td>' : `<td data-rotulo="${esc(rotulo)}">${html}</td>`);

const LONGO = 70;
/** Values that take the whole width of the list. */
const isLongo = (l: Linha): boolean => l.reduce((n, t) => n + (typeof t === 'string' ? t.length : 0), 0) > LONGO;
