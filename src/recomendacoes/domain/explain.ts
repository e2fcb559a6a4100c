import { compileTexto, nameItem } from './compile-texto.js';
import type { PerfilCompilado } from './compile-perfil.js';
import type { Estatistica } from './estatistica.js';
import { findExclusoes } from './exclusoes.js';
import { NATUREZAS } from './natureza.js';
import type { TextoLido } from './mencao.js';
import { readMencoes } from './read-mencoes.js';
import { RAMOS } from './read-ramos.js';
import { firstOwn, scorePontos } from './score.js';
import { hashTermo } from './termo.js';
import type { Exclusao, Razao, ResultadoTopico, TextoParaCasar } from './tipos.js';

const MAX_RAZOES = 6;
const MAX_ITENS = 400;
const LEAST = 0.05;
const numero = new Map(NATUREZAS.map((n, i) => [n, i]));

/** The score of one tender with its reasons and the excluded words found, in the tender's own words. */
export function explainTopico(p: PerfilCompilado, t: TextoParaCasar, e: Estatistica): ResultadoTopico {
  const texto = compileTexto(t);
  const { score } = scorePontos(p, texto, e);
  const exclusoes = findExclusoes(p.exclusoes, texto, texto, firstOwn(p, texto, texto));
  const lido = readMencoes(t.objeto);
  const razoes = [...deObjeto(p, t.objeto, lido), ...deItens(p, t), ...deProdutosSoltos(p, lido)].filter((r) => r.peso >= LEAST);
  return { score, razoes: distinct(razoes.sort((a, b) => b.peso - a.peso)).slice(0, MAX_RAZOES), exclusoes: exclusoes.map((x): Exclusao => ({ palavra: p.exclusoes[x.indice]!.palavra, alcance: x.alcance, trecho: trechoDaExclusao(p, x.indice, lido) })) };
}

function deObjeto(p: PerfilCompilado, objeto: string, { texto, mencoes }: TextoLido): Razao[] {
  return mencoes.flatMap((m): Razao[] => {
    const r = p.ramos.get(m.ramo);
    if (!r) return [];
    const trecho = texto.slice(m.inicio, m.fim);
    return [{ ...quem(p, r.fonte), trecho, item: null, inicio: placeOf(objeto, trecho), tipo: r.tipo, classe: RAMOS[m.ramo]!.nome, peso: m.peso * r.valor * r.serve[numero.get(m.natureza)!]! }];
  });
}

function deItens(p: PerfilCompilado, { itens = [] }: TextoParaCasar): Razao[] {
  return itens.slice(0, MAX_ITENS).flatMap((item, i): Razao[] => {
    const { texto, mencoes } = readMencoes(nameItem(item.descricao));
    return mencoes.flatMap((m): Razao[] => {
      const r = p.ramos.get(m.ramo);
      return r ? [{ ...quem(p, r.fonte), trecho: texto, item: item.numero ?? i + 1, inicio: null, tipo: r.tipo, classe: RAMOS[m.ramo]!.nome, peso: 0.9 * m.peso * r.valor * r.serve[numero.get(m.natureza)!]! }] : [];
    });
  });
}

function deProdutosSoltos(p: PerfilCompilado, { texto, palavras }: TextoLido): Razao[] {
  return p.produtos.filter((x) => x.teto > 0).flatMap((x): Razao[] => {
    const achadas = palavras.filter((w) => x.termos.includes(hashTermo(w.termo)));
    const [primeira] = achadas;
    if (!primeira) return [];
    const peso = (achadas.length / x.termos.length) * primeira.peso * x.teto;
    return [{ ...quem(p, x.fonte), trecho: texto.slice(primeira.inicio, Math.min(achadas.at(-1)!.fim, primeira.inicio + 120)), item: null, inicio: null, tipo: 'palavras', classe: null, peso: Math.min(1, peso) }];
  });
}

const quem = (p: PerfilCompilado, fonte: number): Pick<Razao, 'produto' | 'fonte'> => {
  const f = p.fontes[fonte]!;
  return { produto: f.tipo === 'produto' ? f.texto : null, fonte: f.tipo };
};

function placeOf(objeto: string, trecho: string): number | null {
  const i = objeto.indexOf(trecho);
  return i < 0 ? null : i;
}

/** One reason for each product and item. */
function distinct(razoes: readonly Razao[]): Razao[] {
  const vistas = new Set<string>();
  return razoes.filter((r) => {
    const chave = `${r.produto ?? r.fonte}|${r.item ?? ''}`;
    if (vistas.has(chave)) return false;
    vistas.add(chave);
    return true;
  });
}

function trechoDaExclusao(p: PerfilCompilado, indice: number, { texto, palavras }: TextoLido): string {
  const { termos, palavra } = p.exclusoes[indice]!;
  const achadas = palavras.filter((w) => termos.includes(hashTermo(w.termo)));
  const [primeira] = achadas;
  return primeira ? texto.slice(primeira.inicio, Math.min(achadas.at(-1)!.fim, primeira.inicio + 160)) : palavra;
}
