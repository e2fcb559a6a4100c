/**
 * What is done with a thing: bought, rented, mended, built… The same word under another nature is another trade: who sells
 * vehicles does not rent them. `?`: the text does not say.
 */
export const NATUREZAS = ['?', 'b', 'l', 'm', 's', 'i', 'o', 'p', 'e', 'g', 'a'] as const;
export type Natureza = (typeof NATUREZAS)[number];

/** Portuguese name, for reasons. */
export const NOME_NATUREZA: Readonly<Record<Natureza, string>> = {
  '?': 'contratação', b: 'compra', l: 'locação', m: 'manutenção', s: 'serviço', i: 'instalação', o: 'obra', p: 'projeto ou consultoria', e: 'ensino', g: 'gestão ou intermediação', a: 'alienação ou concessão',
};

const PALAVRAS: Readonly<Record<Exclude<Natureza, '?'>, string>> = {
  b: 'aquisição aquisições compra comprar adquirir fornecimento fornecer fornecemos fornecedor fornecedora entrega revenda revendedor vendemos vender venda distribuidora distribuidor atacadista comércio comercialização fabricante fabricação indústria loja importadora confecção fabricamos comercializamos distribuímos distribuição',
  l: 'locação locações aluguel alugar alugamos arrendamento locadora locado locada locamos comodato fretamento',
  m: 'manutenção manutenções conserto consertos reparo reparos revisão retífica assistência recarga recapagem consertamos reparação calibração',
  s: 'serviço serviços prestação prestar prestador prestamos terceirização terceirizar atendimento atendimentos operação organização produção realização limpeza coleta lavagem',
  i: 'instalação instalações instalar instalamos montagem montamos desinstalação',
  o: 'construção construir construímos obra obras ampliação reforma reformas reconstrução pavimentação recuperação restauração revitalização urbanização edificação perfuração construtora empreiteira empreitada requalificação demolição drenagem',
  p: 'projeto projetos elaboração elaborar consultoria assessoria estudo estudos fiscalização supervisão laudo laudos levantamento assessoramento diagnóstico planejamento anteprojeto vistoria projetista',
  e: 'curso cursos capacitação capacitações treinamento treinamentos palestra palestras formação oficina oficinas instrutor seminário workshop capacitar treinar',
  g: 'gerenciamento intermediação administração gestão agenciamento credenciada credenciadas cartão cartões',
  a: 'alienação leilão concessão permissão doação desfazimento',
};

const porRadical = new Map<string, Natureza>();
for (const [n, lista] of Object.entries(PALAVRAS) as [Natureza, string][])
  for (const p of lista.normalize('NFD').replace(/[\u0300-\u036f]/g, '').split(' ')) if (!porRadical.has(p)) porRadical.set(p, n);

/** The nature a folded word announces for what follows it, or null. */
export const naturezaOf = (palavra: string): Natureza | null => porRadical.get(palavra) ?? (AQUISICAO.test(palavra) ? 'b' : null);

/** "Aqusição", "aquisão", "aquiscao": the most misspelt word of notices. */
const AQUISICAO = /^aq(?!u[ai]r|ua)[uisz]*[cs]{1,2}i?(?:ao|oes)$/;

/** How well a company of one nature (row) serves a request of another (column), 0..1. Renting what one sells is marginal. */
const SERVE: Readonly<Record<Natureza, Readonly<Record<Natureza, number>>>> = {
  '?': { '?': 1, b: 0.9, l: 0.7, m: 0.7, s: 0.9, i: 0.8, o: 0.8, p: 0.6, e: 0.4, g: 0.4, a: 0.1 },
  b: { '?': 0.95, b: 1, l: 0.32, m: 0.2, s: 0.55, i: 0.6, o: 0.2, p: 0.1, e: 0.08, g: 0.15, a: 0.05 },
  l: { '?': 0.95, b: 0.2, l: 1, m: 0.15, s: 0.85, i: 0.6, o: 0.3, p: 0.1, e: 0.08, g: 0.2, a: 0.05 },
  m: { '?': 0.8, b: 0.35, l: 0.25, m: 1, s: 0.85, i: 0.9, o: 0.45, p: 0.25, e: 0.1, g: 0.3, a: 0.05 },
  s: { '?': 0.9, b: 0.25, l: 0.8, m: 0.6, s: 1, i: 0.7, o: 0.25, p: 0.35, e: 0.12, g: 0.5, a: 0.1 },
  i: { '?': 0.9, b: 0.5, l: 0.25, m: 0.9, s: 0.85, i: 1, o: 0.6, p: 0.25, e: 0.1, g: 0.2, a: 0.05 },
  o: { '?': 1, b: 0.3, l: 0.2, m: 0.85, s: 0.95, i: 0.8, o: 1, p: 0.15, e: 0.08, g: 0.2, a: 0.15 },
  p: { '?': 0.8, b: 0.3, l: 0.15, m: 0.25, s: 0.85, i: 0.2, o: 0.15, p: 1, e: 0.2, g: 0.6, a: 0.1 },
  e: { '?': 0.9, b: 0.3, l: 0.1, m: 0.1, s: 0.8, i: 0.1, o: 0.1, p: 0.3, e: 1, g: 0.2, a: 0.05 },
  g: { '?': 0.8, b: 0.25, l: 0.2, m: 0.2, s: 0.85, i: 0.2, o: 0.1, p: 0.2, e: 0.1, g: 1, a: 0.15 },
  a: { '?': 0.5, b: 0.3, l: 0.3, m: 0.1, s: 0.5, i: 0.1, o: 0.2, p: 0.2, e: 0.1, g: 0.5, a: 1 },
};

export const serve = (empresa: Natureza, texto: Natureza): number => SERVE[empresa][texto];

/** The nature of a thing named under a verb: what a thing is by itself wins over the verbs that only say "contract". */
export function mergeNatureza(verbo: Natureza, coisa: Natureza): Natureza {
  if (verbo === 'p' || verbo === 'e' || verbo === 'a') return verbo;
  if (coisa === 'b' || coisa === '?') return verbo === '?' ? coisa : verbo;
  if (coisa === 'l') return verbo === 'b' || verbo === 'm' ? verbo : 'l';
  if (coisa === 'o') return verbo === 'm' ? 'm' : 'o';
  if (coisa === 's' && verbo === 'o') return 'o';
  return coisa;
}
