import type { Casamento, Ficha } from './match-ramos.js';
import { PESO, type Mencao, type Zona } from './mencao.js';
import { mergeNatureza, naturezaOf, type Natureza } from './natureza.js';
import { radicalDeClasse } from './radical.js';
import { areasDe, DESCONHECIDO, numeroDoRamo, RAMOS } from './read-ramos.js';
import { INTRODUZEM } from './walk-texto.js';
import { CABECA_VAGA, LIGA, ORGAO } from './zonas.js';

/** Classes so wide that beside a narrower one they say nothing. */
const AMPLAS: ReadonlyMap<string, number> = new Map([['bem-permanente', 0.3], ['consumo-geral', 0.3], ['manut-equip', 0.4], ['obra', 0.45], ['edificacao', 0.7], ['reforma', 0.7], ['mao-de-obra', 0.8], ['consultoria', 0.5], ['saude-servico', 0.6], ['saude-bem', 0.5], ['software', 0.7], ['engenharia-projeto', 0.9]]);

/** The classes of a text with their weights: zone, order, what only introduces and what only qualifies. */
export function weigh(casamentos: readonly Casamento[], fichas: readonly Ficha[], zonas: readonly Zona[], naturezas: readonly Natureza[], doLeitor: ReadonlyMap<number, number>, estranhas: readonly number[]): Mencao[] {
  const areas = joinVotos(voteAreas(casamentos, zonas), doLeitor);
  const dono = new Set(casamentos.flatMap((c) => c.palavras));
  const vistos = new Map<Zona, number>();
  const feitos = new Map<string, number>();
  const mencoes: Mencao[] = [];
  casamentos.forEach((c, k) => {
    const zona = zonas[c.palavras[0]!]!;
    const verbo = naturezaBefore(fichas, naturezas, c);
    const nomeado = pickRamo(c.ramos, areas, verbo);
    // "Projeto de ponte", "fiscalização de pavimentação": what is bought is engineering on paper, whatever the works.
    const ramo = verbo === 'p' && RAMOS[nomeado]!.natureza === 'o' ? PROJETO : nomeado;
    const { id, natureza: propria } = RAMOS[ramo]!;
    const seguida = casamentos[k + 1];
    const introduz = c.palavras.length === 1 && INTRODUZEM.has(fichas[c.ultima]!.termo);
    const completada = introduz && seguida !== undefined && seguida.palavras[0]! - c.ultima <= 4 && !hasCoordenacao(fichas, c.ultima, seguida.palavras[0]!);
    const qualificada = !completada && c.palavras.length === 1 && seguida !== undefined && seguida.palavras[0] === c.ultima + 1 && !fichas[c.ultima + 1]!.corte && !fichas[c.ultima + 1]!.coordena;
    const solta = introduz && !completada && isCompletedByOther(fichas, c.ultima, dono);
    const ordem = vistos.get(zona) ?? 0;
    const estranha = zona === 'nucleo' && hasCabecaEstranha(fichas, c, dono);
    if (estranha) {
      mencoes.push({ ramo: DESCONHECIDO, natureza: '?', explicita: false, zona, peso: PESO_ESTRANHA, inicio: fichas[c.palavras[0]!]!.inicio, fim: fichas[c.palavras[0]!]!.inicio });
    }
    const anterior = casamentos[k - 1];
    const complemento = anterior !== undefined && !estranha && isComplemento(fichas, anterior, c);
    const sobra = c.ramos.some((r) => RAMOS[r]!.id === 'obra') && casamentos.some((o) => o !== c && zonas[o.palavras[0]!] === 'nucleo');
    const depois = estranhas.some((i) => i < c.palavras[0]!) && zona === 'nucleo';
    const fator = (sobra ? 0.3 : 1) * (depois ? DEPOIS_DA_ESTRANHA : 1) * (complemento ? COMPLEMENTO : 1) * (completada ? 0.25 : qualificada ? 0.45 : solta ? 0.55 : 1) * (AMPLAS.get(id) ?? 1) * (estranha ? 0.4 : 1);
    const chave = `${ramo}`;
    const peso = PESO[zona] * fator * Math.max(0.3, 0.85 ** ordem);
    const natureza = (propria === 's' || propria === 'o' || propria === 'm') && verbo !== 's' && isParaServico(fichas, c.palavras[0]!) ? 'b' : mergeNatureza(verbo, propria);
    if ((feitos.get(chave) ?? 0) >= peso) return;
    feitos.set(chave, peso);
    if (!completada) vistos.set(zona, ordem + 1);
    mencoes.push({ ramo, natureza, explicita: verbo !== '?', zona, peso, inicio: fichas[c.palavras[0]!]!.inicio, fim: fichas[c.ultima]!.fim });
  });
  return mencoes;
}

/** What stands in the same list after a head no class knows may still only describe it. */
const DEPOIS_DA_ESTRANHA = 0.6;
const PROJETO = numeroDoRamo('engenharia-projeto');
/** A thing no class knows heads the phrase ("motor de rabeta a gasolina"): what follows only qualifies it. */
export const PESO_ESTRANHA = 0.9;
const MAX_VOLTA = 3;

function hasCabecaEstranha(fichas: readonly Ficha[], c: Casamento, dono: ReadonlySet<number>): boolean {
  let i = c.palavras[0]!;
  let passos = 0;
  while (i > 0 && passos < MAX_VOLTA) {
    if (fichas[i]!.corte || fichas[i]!.coordena) return false;
    i--;
    const f = fichas[i]!;
    if (f.vazia) {
      if (!LIGA.has(f.palavra)) return false;
      continue;
    }
    passos++;
    if (dono.has(i) || f.ruido || CABECA_VAGA.has(f.palavra) || /^\d/.test(f.palavra) || naturezaOf(f.palavra)) return false;
    const antes = fichas[i - 1];
    const adjetivo = antes !== undefined && !f.corte && !antes.vazia;
    if (!adjetivo) return i > 0 || c.palavras.length === 1;
  }
  return false;
}

/** The verb in force just before an expression: the verb it may itself begin with is part of its name, but says more than "serviço". */
function naturezaBefore(fichas: readonly Ficha[], naturezas: readonly Natureza[], c: Casamento): Natureza {
  const primeira = c.palavras[0]!;
  return primeira === 0 ? (fichas.length && c.palavras.length === 1 ? '?' : (naturezaOf(fichas[0]!.palavra) ?? '?')) : naturezas[primeira - 1]! === 's' ? (naturezaOf(fichas[primeira]!.palavra) ?? 's') : naturezas[primeira - 1]!;
}

/** "materiais e equipamentos de fisioterapia": things for a service, not the service. */
const COISAS: ReadonlySet<string> = new Set(['material', 'equipamento', 'peca', 'kit', 'mobiliario', 'instrument'].map((p) => radicalDeClasse(p)));
function isParaServico(fichas: readonly Ficha[], inicio: number): boolean {
  for (let i = inicio - 1; i >= 0 && i >= inicio - 3; i--) {
    const f = fichas[i]!;
    if (f.corte) return false;
    if (!f.vazia) return COISAS.has(f.termoDeClasse);
  }
  return false;
}

/** "luminárias de ônibus": what qualifies the class before it counts for less. */
const COMPLEMENTO = 0.45;
function isComplemento(fichas: readonly Ficha[], anterior: Casamento, c: Casamento): boolean {
  if (anterior.palavras.length === 1 && INTRODUZEM.has(fichas[anterior.ultima]!.termo)) return false;
  const de = anterior.ultima;
  const ate = c.palavras[0]!;
  if (ate - de > 3 || ate <= de || hasCoordenacao(fichas, de, ate)) return false;
  return /^(?:d[eoa]s?|para|em|n[oa]s?)$/.test(fichas[de + 1]!.palavra);
}

/** "licença de exibição": an unknown thing follows. */
function isCompletedByOther(fichas: readonly Ficha[], ultima: number, dono: ReadonlySet<number>): boolean {
  const liga = fichas[ultima + 1];
  const coisa = fichas[ultima + 2];
  return liga !== undefined && coisa !== undefined && /^d[eoa]s?$/.test(liga.palavra) && !coisa.vazia && !coisa.ruido && !dono.has(ultima + 2) && !CABECA_VAGA.has(coisa.palavra) && !ORGAO.has(coisa.palavra);
}

function hasCoordenacao(fichas: readonly Ficha[], de: number, ate: number): boolean {
  for (let i = de + 1; i <= ate; i++) if (fichas[i]!.coordena || fichas[i]!.corte) return true;
  return false;
}

/** How often each area is named by expressions that name one class only. */
function voteAreas(casamentos: readonly Casamento[], zonas: readonly Zona[]): ReadonlyMap<number, number> {
  const votos = new Map<number, number>();
  for (const c of casamentos)
    if (c.ramos.length === 1) for (const a of areasDe[c.ramos[0]!]!) votos.set(a, (votos.get(a) ?? 0) + PESO[zonas[c.palavras[0]!]!]);
  return votos;
}

const joinVotos = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): ReadonlyMap<number, number> => (b.size ? new Map([...a, ...[...b].map(([k, v]) => [k, v + (a.get(k) ?? 0)] as const)]) : a);

/** Among homonyms, the one whose area the rest of the text names; the first listed when none is. */
function pickRamo(ramos: readonly number[], areas: ReadonlyMap<number, number>, verbo: Natureza): number {
  let melhor = ramos[0]!;
  let votos = 0;
  for (const r of ramos) {
    const v = Math.max(...areasDe[r]!.map((a) => areas.get(a) ?? 0)) + (verbo !== '?' && RAMOS[r]!.natureza === verbo ? 0.5 : 0);
    if (v > votos) [melhor, votos] = [r, v];
  }
  return melhor;
}
