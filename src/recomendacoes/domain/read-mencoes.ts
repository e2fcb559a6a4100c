import { fold, normalizeText } from '../../kernel/index.js';
import { isVazia, tokenize } from '../../portugues/index.js';

type PalavraLida = ReturnType<typeof tokenize>[number];
import { matchRamos, type Ficha } from './match-ramos.js';
import { PESO_PALAVRA, type Mencao, type Palavra, type TextoLido } from './mencao.js';
import { naturezaOf } from './natureza.js';
import { radical, radicalDeClasse } from './radical.js';
import { DESCONHECIDO } from './read-ramos.js';
import { walk } from './walk-texto.js';
import { PESO_ESTRANHA, weigh } from './weigh-mencoes.js';
import { RUIDO } from './zonas.js';

const MAXIMO = 4000;
const FRACAS: ReadonlySet<string> = new Set(['b', 's']);

/** The object on one line, without the portal's prefix, at most 4,000 characters. */
export const cleanObjeto = (texto: string): string => normalizeText(texto.slice(0, MAXIMO)).replace(/^\s*\[[^\]]{2,60}\]\s*[-–:]?\s*/, '').replace(/^\s*\d{1,2}(?:\.\d{1,2})*[.)\s-]+\s*/, '');

const SEM_VOTOS: ReadonlyMap<number, number> = new Map();
const toDesconhecida = (f: Ficha): Mencao => ({ ramo: DESCONHECIDO, natureza: '?', explicita: false, zona: 'nucleo', peso: PESO_ESTRANHA, inicio: f.inicio, fim: f.fim });

/** Finds what a text names, with its place and nature. `areasDoLeitor`: what else the same author speaks of, to tell homonyms apart. */
export function readMencoes(bruto: string, areasDoLeitor: ReadonlyMap<number, number> = SEM_VOTOS): TextoLido {
  const texto = cleanObjeto(bruto);
  const fichas = toFichas(texto);
  const casamentos = matchRamos(fichas);
  const { zonas, naturezas, estranhas } = walk(fichas, casamentos);
  const mencoes = [...weigh(casamentos, fichas, zonas, naturezas, areasDoLeitor, estranhas), ...estranhas.map((i) => toDesconhecida(fichas[i]!))];
  const palavras = fichas.flatMap((f, i): Palavra[] => (f.vazia || f.ruido || /^\d/.test(f.palavra) || f.palavra.length < 3 ? [] : [{ termo: f.termo, fraca: FRACAS.has(naturezaOf(f.palavra) ?? ''), natureza: naturezas[i]!, peso: PESO_PALAVRA[zonas[i]!], zona: zonas[i]!, inicio: f.inicio, fim: f.fim }]));
  return { texto, mencoes, palavras };
}

function toFichas(texto: string): Ficha[] {
  const dobrado = fold(texto);
  let antes = 0;
  return dropSistemaDeRegistro(tokenize(texto)).map((p) => {
    const entre = dobrado.slice(antes, p.inicio);
    antes = p.fim;
    return {
      palavra: p.texto, termo: radical(p.texto), termoDeClasse: radicalDeClasse(p.texto), inicio: p.inicio, fim: p.fim, vazia: isVazia(p.texto), ruido: RUIDO.has(p.texto),
      corte: /[.;:()\[\]]|\s-\s/.test(entre), virgula: entre.includes(','), coordena: /[,/]/.test(entre) || p.texto === 'e' || p.texto === 'ou',
    };
  });
}

/** "Sistema de registro de preços" is how it is bought, not software. */
const dropSistemaDeRegistro = (palavras: readonly PalavraLida[]): readonly PalavraLida[] => palavras.filter((p, i) => !(p.texto === 'sistema' && (palavras[i + 1]?.texto === 'registro' || (palavras[i + 1]?.texto === 'de' && palavras[i + 2]?.texto === 'registro'))));
