import { squeeze } from '../../kernel/index.js';
import { isUpper, type LinhaTexto } from '../domain/linhas-texto.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findRepetidas } from '../busca/find-repetidas.js';
import { once } from '../extracao/once.js';
import type { Clausula } from './clausula.js';
import { findInternas, readMarca, startsParagrafo, type Marca } from './cut-linhas.js';
import { createNumeracao } from './numeracao.js';
import { isDeHabilitacao, zonaDoTitulo, type Zona } from './zona.js';

/** A longer clause is a page of prose or a table: what follows is another piece of it. */
const MAXIMO = 3000;
const MAX_CLAUSULAS = 30_000;
const MAX_TITULO = 130;

interface Pedaco {
  readonly inicio: number;
  readonly fim: number;
  readonly marca: Marca | null;
  readonly linha: LinhaTexto;
}

/** Every clause of the set in order, each with its number, what it stands under and the zone its headings open. */
export const cutClausulas = once((t: TextoEdital): readonly Clausula[] => {
  const clausulas: Clausula[] = [];
  let numeracao = createNumeracao();
  let zona: Zona = 'fora';
  let nivelDaZona = 0;
  let regiao = t.regioes[0];
  let documento = '';
  for (const p of cutPedacos(t)) {
    const daqui = t.regiaoEm(p.inicio);
    const pagina = t.paginaEm(p.inicio);
    if (daqui !== regiao || pagina.documento !== documento) {
      [numeracao, zona, nivelDaZona, regiao, documento] = [createNumeracao(), zonaDaRegiao(daqui.titulo), 0, daqui, pagina.documento];
    }
    if (daqui.tipo === 'sumario') continue;
    const corpo = p.inicio + (p.marca?.tamanho ?? 0);
    const dobrado = squeeze(t.dobrado.slice(corpo, p.fim));
    const titulo = isTitulo(t, p, corpo, dobrado);
    const { numero, pais, nivel } = numeracao.place(p.marca, titulo);
    if (titulo && (nivel <= nivelDaZona || nivelDaZona === 0 || zonaDoTitulo(dobrado) !== 'fora')) [zona, nivelDaZona] = [zonaDoTitulo(dobrado), nivel];
    else if (nivel === 1 && nivelDaZona > 1) [zona, nivelDaZona] = ['fora', 0];
    const doRotulo = titulo ? null : zonaDoRotulo(dobrado);
    if (doRotulo) [zona, nivelDaZona] = [doRotulo, nivel];
    const doPai = pais.find((x) => x.titulo && x.zona !== 'fora')?.zona;
    const c: Clausula = { inicio: p.inicio, fim: p.fim, corpo, dobrado, numero, regiao: daqui.tipo, zona: titulo ? zona : zona === 'fora' ? (doPai ?? zona) : zona, titulo, pais };
    numeracao.opened(c, titulo);
    clausulas.push(c);
    if (clausulas.length >= MAX_CLAUSULAS) break;
  }
  return clausulas;
});

/** "A documentação relativa à regularidade fiscal consistirá em:", "Para a qualificação técnica deverão ser apresentados:". */
const ABRE_DOCUMENTOS = /^((?:[^:;]{0,60}\b)?(?:documentacao|documentos|comprovacao|habilitacao|qualificacao|regularidade)\b[^:;]{4,110}?)\b(?:consisti\w+|sera\w*|dever\w+|far-se-a|mediante|comprovad\w+)\b[^:;]{0,120}:$/;

/** "Qualificação técnica: atestado de…": the heading stands in the clause itself. */
function zonaDoRotulo(dobrado: string): Zona | null {
  const abre = ABRE_DOCUMENTOS.exec(dobrado);
  if (abre) {
    const zona = zonaDoTitulo(abre[1]!);
    return isDeHabilitacao(zona) && zona !== 'declaracoes' ? zona : null;
  }
  const rotulo = /^([^:;.]{8,60}):/.exec(dobrado)?.[1];
  const zona = rotulo === undefined ? 'fora' : zonaDoTitulo(rotulo);
  return rotulo !== undefined && NOME_DE_ZONA.test(rotulo) && !/\bdever|\bapresent|\bdeclar|\bseguintes?/.test(rotulo) && isDeHabilitacao(zona) ? zona : null;
}

const zonaDaRegiao = (titulo: string): Zona => (/habilita|documentac/.test(titulo) && !/modelo|declarac/.test(titulo) ? 'habilitacao' : 'fora');

/** Short, without the verb of a rule: "4.2.1. Habilitação jurídica", "DA PROPOSTA", "b) Quanto à regularidade fiscal:". */
function isTitulo(t: TextoEdital, p: Pedaco, corpo: number, dobrado: string): boolean {
  if (dobrado.length < 4 || dobrado.length > MAX_TITULO || /[;,]$/.test(dobrado) || /\d{2}\/\d{2}\/\d{4}|r\$|=|_{3,}|\b(?:ativo|passivo|realizavel|exigivel)\b/.test(dobrado)) return false;
  const texto = t.texto.slice(corpo, p.fim);
  if (p.marca?.tipo === 'travessao') return false;
  if (isUpper(texto)) return (p.marca !== null || !/\d/.test(dobrado) || zonaDoTitulo(dobrado) !== 'fora') && !/\b(?:devera\w*|apresentar|certidao negativa|prova de|comprovante)\b/.test(dobrado);
  if (!/^\s*["“(]?\p{Lu}/u.test(texto) || /\b(?:dever\w+|apresent(?:ar|ad|ou|em|e)\w*|sera\w*|podera\w*|comprov(?:ar|ad|e|em|ando)\w*|nao|fica\w*|declar(?:ar\w*|a|amos|o)|e obrigatori\w*|consist\w+|envi(?:ar|e)\w*)\b|\bque:?$/.test(dobrado)) return false;
  const zona = zonaDoTitulo(dobrado) !== 'fora';
  if (p.marca?.tipo === 'letra' || p.marca?.tipo === 'romano') return zona && dobrado.length < 90 && !/\.$/.test(dobrado) && NOME_DE_ZONA.test(dobrado);
  if (p.marca) return dobrado.length < 100 && !COMECA_COMO_DOCUMENTO.test(dobrado) && (!/\.$/.test(dobrado) || (zona && dobrado.length < 60)) && (zona || dobrado.length < 70);
  return dobrado.length < 90 && !/\.$/.test(dobrado) && !COMECA_COMO_DOCUMENTO.test(dobrado) && (zona || !/\d/.test(dobrado));
}
const NOME_DE_ZONA = /\b(?:habilitac|qualificac|regularidade|declarac|documentac|documentos)\w*/;
/** A list item that only names a paper is no heading. */
const COMECA_COMO_DOCUMENTO = /^(?:prova|comprova|certid|certificad|atestad|registro|inscric|ato |contrato social|estatuto|cedula|copia|cartao|balanc|alvara|licenc|autorizac|decreto|procurac|cnpj|rg\b|cpf|declaracao ?d|regularidade (?:com|para|perante|junto|relativa|no|do|n)|fgts|cnd|patrimonio|indice|catalogo|relac|indicac|termo)/;

function cutPedacos(t: TextoEdital): Pedaco[] {
  const pedacos: { inicio: number; fim: number; marca: Marca | null; linha: LinhaTexto }[] = [];
  let k = 0;
  const paginas = t.paginas.map((pagina) => {
    const linhas: LinhaTexto[] = [];
    while (k < t.linhas.length && t.linhas[k]!.inicio < pagina.fim) linhas.push(t.linhas[k++]!);
    return linhas;
  });
  const repetidas = findRepetidas(paginas);
  let anterior: LinhaTexto | undefined;
  for (const linhas of paginas) {
    const largura = typicalLength(linhas);
    for (const l of linhas) {
      if (repetidas.has(l.inicio) || /^(?:pagina\s*)?\d{0,4}(?:\s*(?:de|\/)\s*\d{1,4})?$/.test(l.dobrado)) continue;
      const bruto = t.dobrado.slice(l.inicio, l.fim);
      const marca = readMarca(bruto, isUpper(l.texto));
      const atual = pedacos.at(-1);
      if (!atual || !anterior || (marca && !isQuebraDeFrase(marca, anterior)) || startsParagrafo(l, anterior, largura) || t.regiaoEm(l.inicio) !== t.regiaoEm(atual.inicio) || l.fim - atual.inicio > MAXIMO) {
        pedacos.push({ inicio: l.inicio, fim: l.fim, marca, linha: l });
      } else atual.fim = l.fim;
      anterior = l;
    }
  }
  return pedacos.flatMap((p) => splitInternas(t, p));
}

/** "…da Lei nº / 8.666 de": a number that only the end of the line brought to the start of the next. */
const isQuebraDeFrase = (m: Marca, anterior: LinhaTexto): boolean =>
  (m.tipo === 'romano' && /\b(?:titulo|incisos?|capitulo|anexos?|art|arts|artigos?|alinea)\.?\s*$/.test(anterior.dobrado)) ||
  (m.tipo !== 'numero' || /\b(?:lei|decreto|n[º.]|item|itens|subitens|clausulas?|art|de|e|a|ou|no|do|ate|com|por|artigos?)\s*$/.test(anterior.dobrado)) && (m.tipo === 'numero' || m.tipo === 'secao') && /(?:\b(?:lei|decreto|n[ºo.]?|item|itens|subitem|subitens|clausulas?|art|arts|artigos?|de|e|a|ou|do|da|ate|com|por|complementar|federal|paragrafo)\.?|[,(§-])\s*$/.test(anterior.dobrado);

function splitInternas(t: TextoEdital, p: Pedaco): Pedaco[] {
  const cortes = findInternas(t.dobrado.slice(p.inicio, p.fim)).filter((i) => i > 12).map((i) => p.inicio + i);
  if (!cortes.length) return [p];
  return [p.inicio, ...cortes].map((inicio, i) => {
    const fim = cortes[i] ?? p.fim;
    return { inicio, fim, linha: p.linha, marca: i === 0 ? p.marca : readMarca(t.dobrado.slice(inicio, Math.min(fim, inicio + 60)), false) };
  });
}

/** Length of a full line of the page: the 80th percentile. */
function typicalLength(linhas: readonly LinhaTexto[]): number {
  const tamanhos = linhas.map((l) => l.texto.length).sort((a, b) => a - b);
  return tamanhos[Math.floor(tamanhos.length * 0.8)] ?? 0;
}
