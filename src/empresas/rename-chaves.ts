import { lettersOf } from '../kernel/index.js';
import { CHAVES_EMPRESA } from './empresa.schema.js';

/** Other programs' names for the same fields, by their letters; the profile's own names come by themselves, however they are written. */
const SINONIMOS: Readonly<Record<string, string>> = { produtosservicos: 'produtos', produtoseservicos: 'produtos', valorminimo: 'valorMin', valormaximo: 'valorMax' };
const porLetras = new Map([...Object.entries(SINONIMOS), ...CHAVES_EMPRESA.map((c) => [lettersOf(c), c] as const)]);

/** The first level of a profile with its keys as the profile names them (`razao_social` → `razaoSocial`) and a list of products' names (`produtos_servicos`) as products. */
export function renameChaves(dados: unknown): unknown {
  if (typeof dados !== 'object' || dados === null || Array.isArray(dados)) return dados;
  const nomes = new Set(Object.keys(dados));
  const renomeados = Object.entries(dados).map(([chave, valor]) => {
    const nome = porLetras.get(lettersOf(chave));
    if (nome === undefined || nome === chave || nomes.has(nome)) return [chave, valor] as const;
    return [nome, nome === 'produtos' && Array.isArray(valor) ? valor.map((p: unknown) => (typeof p === 'string' ? { descricao: p } : p)) : valor] as const;
  });
  return Object.fromEntries(renomeados);
}
