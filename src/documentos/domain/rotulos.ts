import { squeeze } from '../../kernel/index.js';
import type { Lugar, Papel } from './papel.js';

/** A value beside or below its label. */
export interface ValorRotulado extends Lugar {
  readonly valor: string;
}

/** Labels at which the value of another one ends, on the same line. */
const OUTRO_ROTULO = /\s{2,}|\s(?=(?:cnpj|cpf|cgc|inscricao|insc\.|i\.?e\.?|cep|endereco|municipio|uf|bairro|data|validade|emissao|nire|telefone|e-mail|porte|situacao|c\.?c\.?m\.?|cadastro|numero|codigo)[\s./a-z]{0,24}:)/;
const MAX_VALOR = 300;

/**
 * The value of a label on folded text: after it on its line ("Nome: X"), else the next line (forms print the label above). The label
 * must begin its line or follow a gap or punctuation. `isRotulo` tells a line that is itself a label: then there is no value.
 */
export function valorDoRotulo(p: Papel, rotulo: RegExp, isRotulo: (linha: string) => boolean = () => false): ValorRotulado | null {
  const busca = new RegExp(String.raw`(?<=^|[\n\f]|\s{2}|[|;:,./]\s?|\d\s)(?:${rotulo.source})\s*(?:[:\-]\s*|(?=\n)|\s(?=\S))`, 'g');
  for (const m of p.dobrado.matchAll(busca)) {
    const fim = m.index + m[0].length;
    const linha = p.linhaEm(Math.max(m.index, fim - 1));
    const resto = p.dobrado.slice(fim, Math.max(fim, p.linhaEm(m.index).fim));
    const corte = resto.search(OUTRO_ROTULO);
    const naLinha = { inicio: fim, fim: fim + (corte < 0 ? resto.length : corte) };
    const aqui = squeeze(resto.slice(0, naLinha.fim - naLinha.inicio));
    if (aqui.length >= 2 && !isRotulo(aqui)) return give(p, naLinha);
    const abaixo = p.proximaLinha(m[0].endsWith('\n') ? m.index : linha.inicio);
    if (abaixo && !isRotulo(abaixo.dobrado.trim())) return give(p, abaixo);
  }
  return null;
}

const give = (p: Papel, { inicio, fim }: Lugar): ValorRotulado => {
  const lugar = { inicio, fim: Math.min(fim, inicio + MAX_VALOR) };
  return { ...lugar, valor: p.at(lugar).replace(/[\s:;,.-]+$/, '').replace(/^[\s:;,-]+/, '') };
};
