import { NATUREZAS } from './natureza.js';
import type { TextoLido } from './mencao.js';
import { readMencoes } from './read-mencoes.js';
import { hashTermo } from './termo.js';
import { RESERVAS, withFaixas, type Reserva, type TextoCompilado } from './textos.js';
import type { TextoParaCasar } from './tipos.js';

const MAX_MENCOES = 60;
const MAX_PALAVRAS = 120;
const MAX_ITENS = 400;
const PALAVRAS_DO_ITEM = 14;
const byte = (peso: number): number => Math.max(1, Math.min(255, Math.round(peso * 255)));
const numeroNatureza = new Map(NATUREZAS.map((n, i) => [n, i]));

/** Compiles one tender. Pure: the same text gives the same arrays. */
export function compileTexto(t: TextoParaCasar): TextoCompilado {
  const lido = readMencoes(t.objeto);
  const mencoes = [...lido.mencoes].sort((a, b) => b.peso - a.peso || a.inicio - b.inicio).slice(0, MAX_MENCOES);
  const palavras = new Map<number, { peso: number; natureza: number }>();
  for (const p of lido.palavras) {
    const h = hashTermo(p.termo);
    const antes = palavras.get(h);
    if (antes ? antes.peso < p.peso : palavras.size < MAX_PALAVRAS) palavras.set(h, { peso: p.peso, natureza: numeroNatureza.get(p.natureza)! });
  }
  const itens = compileItens(t);
  return withFaixas({
    ramos: Uint16Array.from(mencoes, (m) => m.ramo), naturezas: Uint8Array.from(mencoes, (m) => numeroNatureza.get(m.natureza)!), pesos: Uint8Array.from(mencoes, (m) => byte(m.peso)),
    palavras: Uint32Array.from(palavras.keys()), pesosPalavras: Uint8Array.from(palavras.values(), (p) => byte(p.peso)), naturezasPalavras: Uint8Array.from(palavras.values(), (p) => p.natureza),
    ...itens,
  }, RESERVAS.indexOf(reservaOf(lido)));
}

/** What an item is, without its specification. */
export const nameItem = (descricao: string): string => (descricao.split(/[\n;]|\b(?:contendo|devendo|dever[aá]|conforme|com as seguintes|especifica[cç])/i)[0] ?? '').split(/\s+/).slice(0, PALAVRAS_DO_ITEM).join(' ');

function compileItens({ itens = [] }: TextoParaCasar): Pick<TextoCompilado, 'ramosItens' | 'naturezasItens' | 'partesItens'> {
  const lidos = itens.slice(0, MAX_ITENS);
  const partes = new Map<number, number>();
  for (const i of lidos) {
    const m = readMencoes(nameItem(i.descricao)).mencoes.reduce<{ ramo: number; natureza: string; peso: number } | null>((melhor, x) => (!melhor || x.peso > melhor.peso ? x : melhor), null);
    if (!m) continue;
    const chave = m.ramo * 16 + numeroNatureza.get(m.natureza as (typeof NATUREZAS)[number])!;
    partes.set(chave, (partes.get(chave) ?? 0) + 1);
  }
  const todas = [...partes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MAX_MENCOES);
  return { ramosItens: Uint16Array.from(todas, ([c]) => c >> 4), naturezasItens: Uint8Array.from(todas, ([c]) => c & 15), partesItens: Uint8Array.from(todas, ([, n]) => byte(n / lidos.length)) };
}

const AGRICULTURA = /\bagricult(?:ura|or(?:es)?) familiar|\bempreendedor(?:es)? familiar|\bfamiliar(?:es)? rura/i;
const MEI = /\bmicro\s?empreendedor(?:es)? individua|\bMEI(?:['’]?s)?\b/;
const PESSOA_FISICA = /\bpessoas? f[ií]sicas?\b/i;

function reservaOf({ texto }: TextoLido): Reserva {
  if (AGRICULTURA.test(texto)) return 'agricultura_familiar';
  if (MEI.test(texto) && !/\bME\b|EPP|pequeno porte/.test(texto)) return 'mei';
  return PESSOA_FISICA.test(texto) && !/jur[ií]dica/i.test(texto) ? 'pessoa_fisica' : '';
}
