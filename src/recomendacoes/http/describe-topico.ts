import type { RazaoGuardada } from '../motor/casamento.js';
import type { RazaoJson } from './recomendacoes.schema.js';

/** Why the topic suits, in Portuguese: what of the company met which words of the tender. */
export const describeTopico = (razoes: readonly RazaoGuardada[]): RazaoJson[] =>
  razoes.map((r) => ({ tipo: r.fonte, codigo: r.tipo, texto: sentenceOf(r), pontos: null, produto: r.produto, trecho: r.trecho, item: r.item }));

function sentenceOf({ fonte, produto, trecho, item, tipo, classe }: RazaoGuardada): string {
  const lado = fonte === 'produto' && produto !== null ? `O produto “${produto}”` : fonte === 'cnae' ? `O CNAE da empresa${produto === null ? '' : ` (${produto})`}` : 'A descrição da empresa';
  const onde = item === null ? 'no objeto' : `no item ${item}`;
  const como = COMO[tipo];
  return `${lado} combina com “${trecho}”, ${onde}${como ? como(classe) : ''}.`;
}

const COMO: Readonly<Record<string, (classe: string | null) => string>> = {
  mesma_classe: (c) => (c === null ? '' : ` (${c})`), mais_especifica: (c) => (c === null ? '' : `, que é uma parte de ${c}`), mais_geral: (c) => (c === null ? '' : `, que inclui ${c}`),
  mesmo_ramo: (c) => (c === null ? ', do mesmo ramo' : `, do mesmo ramo (${c})`), palavras: () => ', pelas mesmas palavras',
};
