import { fold } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { ItemEdital } from '../domain/item.js';
import { parseValor } from './classify-linha.js';
import type { TabelaItens } from './tabela.js';

/**
 * The "Relação de Itens" that compras.gov.br prints: a block per item, a label per line ("Quantidade Total: 500"),
 * not a table. Null when the document is not one.
 */
export function readRelacao(documento: DocumentoLido): TabelaItens | null {
  const linhas = documento.paginas.flatMap((p) => p.linhas.map((l) => ({ pagina: p.numero, celulas: l.celulas.map((c) => c.texto), texto: l.celulas.map((c) => c.texto).join(' ') })));
  const inicios = linhas.flatMap((l, i) => (TITULO.test(l.texto) && linhas.slice(i + 1, i + 4).some((x) => /^Descri[çc][ãa]o Detalhada:/i.test(x.texto)) ? [i] : []));
  if (!inicios.length) return null;
  const itens = inicios.map((inicio, k) => readBloco(linhas.slice(inicio, inicios[k + 1] ?? linhas.length), documento.nome)).filter((i) => i !== null);
  if (!itens.length) return null;
  return { documento: documento.nome, regiao: 'planilha', paginas: [...new Set(itens.map((i) => i.evidencia.pagina))], itens, total: { declarado: null, calculado: null }, somaConfere: null, divergencias: [] };
}

const TITULO = /^(\d{1,4})\s+-\s+(\S.{2,})$/;
/** The next label on the same line. */
const OUTRO_ROTULO = /\s+[A-ZÁÉÍÓÚ][\p{L}]+(?: [\p{L}()$]+){0,5}:.*$/u;
const BENEFICIOS: readonly [RegExp, ItemEdital['beneficio']][] = [[/exclusiv/, 'exclusiva_me_epp'], [/cota|reservad/, 'cota_reservada'], [/^nao\b|sem benef/, 'ampla']];

interface LinhaLida {
  readonly pagina: number;
  readonly celulas: readonly string[];
  readonly texto: string;
}

function readBloco(bloco: readonly LinhaLida[], documento: string): ItemEdital | null {
  const m = TITULO.exec(bloco[0]!.texto)!;
  const valor = (rotulo: RegExp): string | null => {
    for (const l of bloco) {
      const achado = rotulo.exec(l.texto);
      if (achado) return l.texto.slice(achado.index + achado[0].length).trim().replace(OUTRO_ROTULO, '') || null;
    }
    return null;
  };
  const numero = (rotulo: RegExp) => {
    const v = valor(rotulo)?.split(/\s/)[0];
    return v ? parseValor(v) : null;
  };
  const quantidade = numero(/^Quantidade Total:/i);
  if (!quantidade) return null;
  const tratamento = fold(valor(/^Tratamento Diferenciado:/i) ?? '');
  return {
    numero: m[1]!, lote: /^G?(\d{1,3})$/i.exec(valor(/^Grupo:/i) ?? '')?.[1] ?? null,
    descricao: readDescricao(bloco) ?? m[2]!.trim(), quantidade, unidade: valor(/^Unidade de Fornecimento:/i),
    valorUnitario: numero(/^Valor Unit[áa]rio \(R\$\):/i), valorTotal: numero(/^Valor Total \(R\$\):/i),
    beneficio: BENEFICIOS.find(([r]) => r.test(tratamento))?.[1] ?? null,
    evidencia: { documento, pagina: bloco[0]!.pagina, trecho: bloco.slice(0, 2).map((l) => l.texto).join(' ').slice(0, 400) },
  };
}

/** The detailed description, over as many lines as it takes. */
function readDescricao(bloco: readonly LinhaLida[]): string | null {
  const i = bloco.findIndex((l) => /^Descri[çc][ãa]o Detalhada:/i.test(l.texto));
  if (i < 0) return null;
  const fim = bloco.findIndex((l, k) => k > i && /^(?:Tratamento Diferenciado|Aplicabilidade|Quantidade)\b/i.test(l.texto));
  return bloco.slice(i, fim < 0 ? i + 1 : fim).map((l) => l.texto).join(' ').replace(/^Descri[çc][ãa]o Detalhada:\s*/i, '').trim() || null;
}
