import { fold, squeeze } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import { parseValor, readBeneficio } from './classify-linha.js';
import type { TabelaItens } from './tabela.js';

const INICIO = /^\s*(?:item|ite[nm]s?)\s*(?:n?[º°o.]+\s*)?[:–-]?\s*(\d{1,4})(?![\d.,/]|\s*(?:d[aeo]s?|e)\s+\p{L}+\s*\d)\s*[:.)–-]?\s*/iu;
const MINIMO = 2;
const MAX_LINHAS = 60;
const MAX_TEXTO = 6000;
const NUMERO = String.raw`(?:r\$\s*)?(\d[\d.,]{0,17})`;
const QUANTIDADE = new RegExp(String.raw`\b(?:quantidade|quantitativo|quant|qtde?|qtd)\.?(?:\s+(?:total|estimada|maxima|a\s+registrar)){0,2}\s*:\s*${NUMERO}`);
const UNIDADE = /\b(?:unidade|unid|und?)\.?(?:\s+de\s+(?:medida|fornecimento))?\s*:\s*([^\n:;,]{1,40}?)(?=\s*(?:$|[\n;,]|\.\s|\s(?:quant|qtd|valor|preco|descri)))/;
const UNITARIO = new RegExp(String.raw`\b(?:valor|preco|custo|vlr?)\.?\s+(?:\p{L}{2,12}\s+){0,2}unit(?:ario|\.)?[^:\n\d]{0,40}:\s*${NUMERO}`, 'u');
const TOTAL = new RegExp(String.raw`\b(?:valor|preco|custo|vlr?)\.?\s+(?:\p{L}{2,12}\s+){0,2}(?:total|global)[^:\n\d]{0,40}:\s*${NUMERO}`, 'u');
const DESCRICAO = /\b(?:descricao|especificacao|objeto|produto)(?:\s+d[eo]\s+\p{L}+)?\s*:\s*/u;
/** Labels that end a description. */
const ROTULO = /\s*[.;,–-]?\s*\b(?:quantidade|quantitativo|quant|qtde?|qtd|unidade|unid|valor|preco|descricao|catmat|catser|codigo)\b\.?[^:\n]{0,30}:/;
/** Cells that stand as label and value, without a colon. */
const CELULA_ROTULO = /^(?:item|descricao|especificacao|unidade(?: de (?:medida|fornecimento))?|unid\.?|und\.?|quantidade(?: total)?|quant\.?|qtde?\.?|(?:valor|preco)[^\d]{0,40})$/;

interface LinhaLida {
  readonly pagina: number;
  readonly texto: string;
}

/**
 * Items written as labelled values, in blocks or in sentences: "Item 1 – Caneta. Quantidade: 100. Unidade: UN. Valor
 * unitário: R$ 1,50", and tables of one item each with a label per row. Two or more in ascending order, each with its
 * quantity; null when there are none.
 */
export function readBlocos(documento: DocumentoLido): TabelaItens | null {
  const linhas = documento.paginas.flatMap((p): LinhaLida[] => (p.linhas.length ? p.linhas.map((l) => ({ pagina: p.numero, texto: joinCelulas(l.celulas.map((c) => c.texto)) })) : p.texto.split('\n').map((texto) => ({ pagina: p.numero, texto }))));
  const inicios = linhas.flatMap((l, i) => (INICIO.test(l.texto) ? [i] : []));
  const itens: ItemEdital[] = [];
  inicios.forEach((inicio, k) => {
    const item = readBloco(linhas.slice(inicio, Math.min(inicios[k + 1] ?? linhas.length, inicio + MAX_LINHAS)), documento.nome);
    if (item && Number(item.numero) > Number(itens.at(-1)?.numero ?? 0)) itens.push(item);
  });
  if (itens.length < MINIMO) return null;
  return { documento: documento.nome, regiao: 'anexo', paginas: [...new Set(itens.map((i) => i.evidencia.pagina))], itens, total: { declarado: null, calculado: null }, somaConfere: null, divergencias: [] };
}

/** "QUANTIDADE" and "100" in two cells are "QUANTIDADE: 100". */
function joinCelulas(celulas: readonly string[]): string {
  const [rotulo, ...resto] = celulas;
  return rotulo !== undefined && resto.length && CELULA_ROTULO.test(fold(rotulo).trim()) ? `${rotulo}: ${resto.join(' ')}` : celulas.join(' ');
}

function readBloco(linhas: readonly LinhaLida[], documento: string): ItemEdital | null {
  const texto = linhas.map((l) => l.texto).join('\n').slice(0, MAX_TEXTO);
  const dobrado = fold(texto);
  // Folding keeps every character in its place, unless it is composed: then nothing can be cut by index.
  if (dobrado.length !== texto.length) return null;
  const valor = (r: RegExp): string | null => {
    const m = r.exec(dobrado);
    return m ? parseValor(m[1]!) : null;
  };
  const inicio = INICIO.exec(texto)!;
  const quantidade = valor(QUANTIDADE);
  if (quantidade === null || quantidade === '0') return null;
  const u = UNIDADE.exec(dobrado);
  const descricao = readDescricao(texto, dobrado, inicio[0].length);
  if (!/\p{L}{3}/u.test(descricao)) return null;
  return {
    numero: String(Number(inicio[1])), lote: null, descricao, quantidade, unidade: u ? squeeze(texto.slice(u.index, u.index + u[0].length).replace(/^[^:]*:/, '')).replace(/\.$/, '') || null : null,
    valorUnitario: valor(UNITARIO), valorTotal: valor(TOTAL), beneficio: readBeneficio(texto),
    evidencia: { documento, pagina: linhas[0]!.pagina, trecho: squeeze(linhas[0]!.texto).slice(0, 400) },
  };
}

/** What stands after "Descrição:", else after the number, up to the next label. */
function readDescricao(texto: string, dobrado: string, depois: number): string {
  const d = DESCRICAO.exec(dobrado);
  const de = d ? d.index + d[0].length : depois;
  const fim = ROTULO.exec(dobrado.slice(de));
  return squeeze(texto.slice(de, fim ? de + fim.index : undefined)).slice(0, 3000);
}
