import { naturezaOfCnae, wordsOfCnae } from './cnaes.js';
import { apoioDe, centralidadeDe, COM_APOIO, OBSCURO } from './apoio.js';
import { expandRamos, type RamoProprio } from './expand-ramos.js';
import type { Fonte } from './fonte.js';
import { NATUREZAS, serve, type Natureza } from './natureza.js';
import { compileExclusoes, type ExclusaoCompilada } from './exclusoes.js';
import type { Mencao, TextoLido } from './mencao.js';
import { readMencoes } from './read-mencoes.js';
import { areasDe, DESCONHECIDO, RAMOS } from './read-ramos.js';
import { familiaDe, hashTermo } from './termo.js';
import type { EmpresaParaCasar, Razao } from './tipos.js';

/** A class the company may serve. */
export interface RamoDoPerfil {
  readonly ramo: number;
  readonly valor: number;
  /** What is left of `valor` under each nature, in the order of NATUREZAS. */
  readonly serve: Float64Array;
  readonly fonte: number;
  readonly tipo: Razao['tipo'];
}

/** The words of one product. */
export interface ProdutoDoPerfil {
  readonly fonte: number;
  readonly termos: Uint32Array;
  /** How good its words alone can make a tender: little when they name a class, which knows better; nothing below 0. */
  readonly teto: number;
  /** What is left of it under each nature. */
  readonly serve: Float64Array;
}

/** A company ready to be matched. Everything in it is data: it can be cloned or sent to a worker. */
export interface PerfilCompilado {
  readonly fontes: readonly Fonte[];
  readonly ramos: ReadonlyMap<number, RamoDoPerfil>;
  readonly produtos: readonly ProdutoDoPerfil[];
  /** Every word of the products and of the description with how much it counts. */
  readonly palavras: ReadonlyMap<number, number>;
  /** The families of words of the products (of the description when there is none) and how often each stands, as a square root. */
  readonly familias: ReadonlyMap<number, number>;
  readonly exclusoes: readonly ExclusaoCompilada[];
  readonly porte: EmpresaParaCasar['porte'] | null;
  readonly familiar: boolean;
}

const PESO_PRODUTO = 1;
/** People tell first what they mostly sell: what the last product of a long list loses. */
const ULTIMO = 0.1;
const PESO_DESCRICAO = 0.5;
const PESO_CNAE = 0.4;
/** What only the description or a CNAE tells, in a trade no product is of. */
const SO_DE_PASSAGEM = 0.5;
/** A product names a class this much: the company sells it. */
const VENDE = 0.75;
const MAX_PRODUTOS = 200;

export function compilePerfil(e: EmpresaParaCasar): PerfilCompilado {
  const fontes = toFontes(e);
  const votos = votosDe(fontes);
  const lidos = fontes.map((f) => withoutDesconhecidos(readMencoes(f.texto, votos)));
  const areas = new Set(lidos.flatMap((l, i) => (fontes[i]!.tipo === 'produto' ? l.mencoes.flatMap((m) => areasDe[m.ramo]!) : [])));
  const proprios = toProprios(fontes, lidos, areas);
  const naturezas = naturezasPorArea(e, fontes, lidos);
  const ramos = new Map([...expandRamos(proprios)].map(([ramo, a]) => [ramo, { ramo, valor: a.valor, serve: serveDe(ramo, naturezas), fonte: a.fonte, tipo: a.tipo }] as const));
  const exclusoes = compileExclusoes(e.palavrasExcluidas ?? [], new Set(proprios.filter((p) => fontes[p.fonte]!.tipo === 'produto' && p.peso >= VENDE).map((p) => p.ramo)));
  return { fontes, ramos, produtos: toProdutos(fontes, lidos, apoioDe(fontes, lidos).obscuros), palavras: toPalavras(fontes, lidos), familias: toFamilias(fontes, lidos), exclusoes, porte: e.porte ?? null, familiar: lidos.some((l) => /agricultura familiar/i.test(l.texto)) };
}

const withoutDesconhecidos = (l: TextoLido): TextoLido => ({ ...l, mencoes: l.mencoes.filter((m) => m.ramo !== DESCONHECIDO) });

/** What the whole profile speaks of, to tell the homonyms of one product apart. */
function votosDe(fontes: readonly Fonte[]): ReadonlyMap<number, number> {
  const votos = new Map<number, number>();
  for (const f of fontes) for (const m of readMencoes(f.texto).mencoes) if (m.ramo !== DESCONHECIDO) for (const a of areasDe[m.ramo]!) votos.set(a, (votos.get(a) ?? 0) + (f.tipo === 'cnae' ? 1 : f.peso) * m.peso * 0.5);
  return votos;
}

function toFontes(e: EmpresaParaCasar): Fonte[] {
  const produtos = (e.produtos ?? []).slice(0, MAX_PRODUTOS).flatMap((p, i, todos): Fonte[] => [{ tipo: 'produto', texto: p.descricao, peso: PESO_PRODUTO * (1 - (ULTIMO * i) / todos.length) }, ...(p.palavras ?? []).slice(0, 30).map((w): Fonte => ({ tipo: 'produto', texto: w, peso: 0.9 }))]);
  const pesoDescricao = produtos.length ? PESO_DESCRICAO : 0.9;
  const frases = e.descricao.split(/(?<=[.;!?])\s+/).filter((f) => f.trim()).slice(0, 40);
  return [...produtos, ...frases.map((texto): Fonte => ({ tipo: 'descricao', texto, peso: pesoDescricao })), ...(e.cnaes ?? []).slice(0, 60).map((c): Fonte => ({ tipo: 'cnae', texto: wordsOfCnae(c), peso: PESO_CNAE })).filter((f) => f.texto)];
}

function toProprios(fontes: readonly Fonte[], lidos: readonly TextoLido[], areas: ReadonlySet<number>): RamoProprio[] {
  const centralidade = centralidadeDe(fontes, lidos);
  const apoio = apoioDe(fontes, lidos);
  return lidos.flatMap((l, fonte) => {
    const { tipo, peso } = fontes[fonte]!;
    return l.mencoes.flatMap((m): RamoProprio[] => {
      if (tipo === 'produto') return [{ ramo: m.ramo, peso: peso * centralidade(m.ramo) * (isIntruso(m, l, centralidade) ? INTRUSO : 1) * apoio.fator(m, l) * (m.zona === 'nucleo' ? (m.peso < 0.5 ? m.peso : Math.max(0.75, Math.min(1, m.peso * 1.3))) : m.zona === 'inclusao' ? 0.8 : 0.3), fonte }];
      if (m.zona === 'contexto' || m.zona === 'acessorio') return [];
      const doRamo = !areas.size || areasDe[m.ramo]!.some((a) => areas.has(a)) || apoio.de(m.ramo) >= COM_APOIO;
      return [{ ramo: m.ramo, peso: (apoio.obscuros ? OBSCURO[tipo] : peso) * (doRamo ? 1 : SO_DE_PASSAGEM) * Math.min(1, m.peso + 0.3), fonte }];
    });
  });
}

/** One word of another trade in a product of the main one ("cimento para dentista"). */
const INTRUSO = 0.4;
const isIntruso = (m: Mencao, l: TextoLido, centralidade: (ramo: number) => number): boolean => !/\s/.test(l.texto.slice(m.inicio, m.fim)) && l.mencoes.some((o) => o !== m && centralidade(o.ramo) - centralidade(m.ramo) > 0.08);

/** Trades of things a company may own to serve with. */
const DURAVEIS: ReadonlySet<string> = new Set(['veiculo', 'maquina', 'embarcacao', 'informatica', 'saude-bem', 'trator', 'aeronave', 'imovel', 'laboratorio-bem', 'audiovisual-bem', 'equip-cozinha', 'container', 'ferramenta-motor']);

/** The natures the company works under in each trade: what its products say; for things alone, what its CNAE or description says. */
function naturezasPorArea(e: EmpresaParaCasar, fontes: readonly Fonte[], lidos: readonly TextoLido[]): ReadonlyMap<number, ReadonlySet<Natureza>> {
  const deCnae = new Set((e.cnaes ?? []).map(naturezaOfCnae).filter((n) => n !== null));
  const daDescricao = new Set(lidos.flatMap((l, i) => (fontes[i]!.tipo === 'descricao' ? [...l.mencoes.map((m) => (m.explicita ? m.natureza : '?')), ...l.palavras.map((p) => p.natureza)] : [])));
  const [primeira] = deCnae;
  const usada: Natureza = deCnae.has('b') || daDescricao.has('b') ? 'b' : deCnae.has('l') || daDescricao.has('l') ? 'l' : (primeira ?? 'b');
  // Who lists a thing that wears out sells it; who lists a bus may only drive it.
  const implicita = (ramo: number): Natureza => (areasDe[ramo]!.some((a) => DURAVEIS.has(RAMOS[a]!.id)) ? usada : 'b');
  const mapa = new Map<number, Set<Natureza>>();
  const add = (ramo: number, n: Natureza): void => {
    for (const a of areasDe[ramo]!) mapa.set(a, (mapa.get(a) ?? new Set<Natureza>()).add(n));
  };
  lidos.forEach((l, i) => {
    if (fontes[i]!.tipo !== 'produto') return;
    for (const m of l.mencoes) if (m.zona !== 'contexto') add(m.ramo, m.natureza === 'b' && !m.explicita ? implicita(m.ramo) : m.natureza);
  });
  lidos.forEach((l, i) => {
    if (fontes[i]!.tipo !== 'descricao') return;
    for (const m of l.mencoes) if (m.explicita && m.zona === 'nucleo' && ['b', 'l', 'm', 'i'].includes(m.natureza) && RAMOS[m.ramo]!.natureza === 'b') add(m.ramo, m.natureza);
  });
  return mapa;
}

const linhas = new Map<string, Float64Array>();
/** Shared by every profile of the same natures. */
function linhaDe(minhas: readonly Natureza[]): Float64Array {
  const chave = [...minhas].sort().join('');
  let linha = linhas.get(chave);
  if (!linha) linhas.set(chave, (linha = Float64Array.from(NATUREZAS, (n) => Math.max(...minhas.map((m) => serve(m, n))))));
  return linha;
}

function serveDe(ramo: number, mapa: ReadonlyMap<number, ReadonlySet<Natureza>>): Float64Array {
  const minhas = new Set(areasDe[ramo]!.flatMap((a) => [...(mapa.get(a) ?? [])]));
  if (!minhas.size) minhas.add(RAMOS[ramo]!.natureza);
  return linhaDe([...minhas]);
}

/** Words alone: of a product no class knows, of any product of a profile the classes hardly know, of the others. */
const TETO = { solto: 0.85, obscuro: 0.8, claro: 0.6 } as const;

function toProdutos(fontes: readonly Fonte[], lidos: readonly TextoLido[], obscuros: boolean): ProdutoDoPerfil[] {
  return lidos.flatMap((l, fonte) => {
    if (fontes[fonte]!.tipo !== 'produto') return [];
    const termos = [...new Set(l.palavras.filter((p) => p.zona !== 'contexto').map((p) => hashTermo(p.termo)))];
    const isCoberta = (p: { inicio: number; fim: number }): boolean => l.mencoes.some((m) => m.inicio <= p.inicio && p.fim <= m.fim);
    const cobertas = l.palavras.filter(isCoberta).length;
    const [cabeca] = l.palavras;
    return termos.length ? [{ fonte, termos: Uint32Array.from(termos), teto: cobertas * 2 <= l.palavras.length && (cabeca === undefined || !isCoberta(cabeca)) ? TETO.solto : obscuros ? TETO.obscuro : TETO.claro, serve: linhaDe([l.palavras[0]?.natureza ?? '?']) }] : [];
  });
}

function toPalavras(fontes: readonly Fonte[], lidos: readonly TextoLido[]): Map<number, number> {
  const mapa = new Map<number, number>();
  lidos.forEach((l, i) => {
    const { peso } = fontes[i]!;
    for (const p of l.palavras) {
      const h = hashTermo(p.termo);
      const v = peso * (p.zona === 'contexto' ? 0.3 : p.fraca ? 0.85 : 1);
      if ((mapa.get(h) ?? 0) < v) mapa.set(h, v);
    }
  });
  return mapa;
}

function toFamilias(fontes: readonly Fonte[], lidos: readonly TextoLido[]): Map<number, number> {
  const tipo = fontes.some((f) => f.tipo === 'produto') ? 'produto' : 'descricao';
  const vezes = new Map<number, number>();
  lidos.forEach((l, i) => {
    if (fontes[i]!.tipo !== tipo) return;
    for (const termo of new Set(l.palavras.map((p) => p.termo))) {
      const familia = familiaDe(hashTermo(termo));
      vezes.set(familia, (vezes.get(familia) ?? 0) + 1);
    }
  });
  return new Map([...vezes].map(([familia, n]) => [familia, Math.sqrt(n)] as const));
}
