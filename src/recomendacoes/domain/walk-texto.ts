import type { Casamento, Ficha } from './match-ramos.js';
import type { Zona } from './mencao.js';
import { naturezaOf, type Natureza } from './natureza.js';
import { radical } from './radical.js';
import { RAMOS } from './read-ramos.js';
import { ACESSORIO, CABECA_VAGA, CONTEXTO, CONTINUA, INCLUSAO, ORGAO } from './zonas.js';

/** Words that name a class alone but only introduce what follows them: "reforma de móveis", "sistema de refrigeração". */
export const INTRODUZEM: ReadonlySet<string> = new Set('sistema plataforma licença licenciamento estrutura peça obra construção reforma ampliação manutenção conserto reparo projeto consultoria assessoria frota motor diagnóstico estudo laudo vistoria planejamento concessão cessão permissão exploração conservação revitalização pesquisa filtro aplicativo cobertura recuperação'.normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(' ').map(radical));

/** What the walk along the words of a text tells of each. */
export interface Caminho {
  readonly zonas: readonly Zona[];
  readonly naturezas: readonly Natureza[];
  /** Words that head what is bought and that no class knows. */
  readonly estranhas: readonly number[];
}

/** Zone and nature at each word. */
export function walk(fichas: readonly Ficha[], casamentos: readonly Casamento[]): Caminho {
  const dono = new Map<number, Casamento>();
  for (const c of casamentos) for (const i of c.palavras) if (!dono.has(i)) dono.set(i, c);
  const zonas: Zona[] = [];
  const naturezas: Natureza[] = [];
  let zona: Zona = 'nucleo';
  let natureza: Natureza = '?';
  let achou = false;
  const estranhas: number[] = [];
  let orgaoAte = -1;
  fichas.forEach((f, i) => {
    const proxima = nextCheia(fichas, i);
    const emClasse = dono.has(i);
    if (f.corte && zona !== 'nucleo' && achou && zona !== 'contexto') zona = 'inclusao';
    const verbo = naturezaOf(f.palavra);
    if (f.virgula && zona === 'acessorio' && /^(?:d[eoa]s?|em)$/.test(f.palavra)) zona = 'nucleo';
    if (!emClasse || f.vazia) {
      if (NOME_DE_ORGAO.test(f.palavra)) orgaoAte = i + 5;
      if (CONTEXTO.has(f.palavra) || (achou && ORGAO.has(f.palavra))) zona = achou ? 'contexto' : zona;
      else if (f.palavra === 'para') zona = achou ? 'contexto' : 'nucleo';
      else if (/^n[oa]s?$/.test(f.palavra) && achou && proxima && !CONTINUA.has(proxima.palavra)) zona = 'contexto';
      else if (f.palavra === 'com' && zona !== 'contexto') zona = 'acessorio';
      else if (ACESSORIO.has(f.palavra) && f.palavra !== 'com' && achou && zona !== 'contexto') zona = 'acessorio';
      else if (INCLUSAO.has(f.palavra) && achou) zona = 'inclusao';
    }
    if (verbo && zona !== 'contexto') natureza = verbo;
    if (!achou && zona === 'nucleo' && !emClasse && isCabecaEstranha(fichas, i, dono)) {
      achou = true;
      estranhas.push(i);
    }
    if (verbo || f.corte || f.palavra === 'para') orgaoAte = -1;
    const doOrgao = i < orgaoAte;
    zonas.push(doOrgao ? 'contexto' : zona);
    naturezas.push(natureza);
    if (doOrgao) return;
    if (emClasse && zona === 'nucleo' && dono.get(i)!.ultima === i && !isIntroducao(dono.get(i)!, fichas)) achou = true;
  });
  return { zonas, naturezas, estranhas };
}

/** What follows these is their name: "Secretaria de Obras". */
const NOME_DE_ORGAO = /^(?:secretarias?|ministerio|departamentos?|diretoria|coordenadoria|superintendencia|gerencia|procuradoria)$/;
/** "Serviços de engenharia para…", "sistema de registro de preços para…": what is bought comes after. */
const isIntroducao = (c: Casamento, fichas: readonly Ficha[]): boolean => c.ramos.some((r) => SO_INTRODUZ.has(RAMOS[r]!.id)) || (c.palavras.length === 1 && INTRODUZEM.has(fichas[c.ultima]!.termo));
const SO_INTRODUZ: ReadonlySet<string> = new Set(['obra', 'mao-de-obra', 'consultoria', 'bem-permanente']);

/** A noun no class knows, right after what is done with it: "aquisição de rabetas". */
function isCabecaEstranha(fichas: readonly Ficha[], i: number, dono: ReadonlyMap<number, Casamento>): boolean {
  const f = fichas[i]!;
  if (!isCoisaEstranha(f)) return false;
  if (i < 2) return i === 0 && fichas.length > 2 && /^(?:d[eoa]s?|para|c)$/.test(fichas[1]!.palavra) && !fichas[1]!.corte;
  const liga = fichas[i - 1]!;
  const verbo = fichas[i - 2]!;
  const seguinte = fichas[i + 1];
  if (seguinte && !seguinte.vazia && dono.has(i + 1) && !seguinte.corte && !seguinte.coordena) return false;
  return /^d[eoa]s?$/.test(liga.palavra) && !f.corte && naturezaOf(verbo.palavra) !== null && naturezaOf(verbo.palavra) !== 's';
}

const isCoisaEstranha = (f: Ficha): boolean => !f.vazia && !f.ruido && f.palavra.length > 3 && !/^\d/.test(f.palavra) && !CABECA_VAGA.has(f.palavra) && !ORGAO.has(f.palavra) && !CONTEXTO.has(f.palavra) && !INCLUSAO.has(f.palavra) && naturezaOf(f.palavra) === null;

function nextCheia(fichas: readonly Ficha[], i: number): Ficha | undefined {
  for (let j = i + 1; j < fichas.length && j < i + 4; j++) if (!fichas[j]!.vazia) return fichas[j];
  return undefined;
}
