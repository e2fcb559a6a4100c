import { showable, squeeze } from '../../kernel/index.js';
import type { Razao } from '../../recomendacoes/index.js';
import { shorten } from './formatar.js';

const MAX_MOTIVOS = 3;
const clean = (texto: string, maximo: number): string => shorten(squeeze(showable(texto)), maximo);

/** Why a tender suits, in Portuguese, the weightiest first; each pair of product and words once. */
export function motivosDe(razoes: readonly Pick<Razao, 'produto' | 'fonte' | 'trecho' | 'item' | 'peso'>[]): string[] {
  const textos = [...razoes].sort((a, b) => b.peso - a.peso).map((r) => {
    const onde = r.item === null ? 'no objeto' : `no item ${r.item}`;
    const quem = r.fonte === 'produto' && r.produto !== null ? `“${clean(r.produto, 80)}”` : r.fonte === 'cnae' ? 'O CNAE da empresa' : 'A descrição da empresa';
    return `${quem} casa com “${clean(r.trecho, 120)}” ${onde}`;
  });
  return [...new Set(textos)].slice(0, MAX_MOTIVOS);
}
