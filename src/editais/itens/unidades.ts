import { fold } from '../../kernel/index.js';

/** Spellings of the units of supply (folded, without dots and spaces) → the code that stands for all of them. */
const GRAFIAS: Readonly<Record<string, readonly string[]>> = {
  un: ['un', 'und', 'uni', 'unid', 'unids', 'unds', 'uns', 'unidade', 'unidades', 'unidade(s)', 'u', 'unit', 'unidadedefornecimento', 'unidunidade'],
  pc: ['pc', 'pca', 'pcas', 'peca', 'pecas', 'pcs', 'pç', 'pça'],
  cx: ['cx', 'cxa', 'caixa', 'caixas', 'cxs'],
  pct: ['pct', 'pcte', 'pacote', 'pacotes', 'pac', 'pt', 'pcts', 'pcto'],
  kg: ['kg', 'kgs', 'quilo', 'quilos', 'quilograma', 'quilogramas', 'kilo', 'kilograma', 'kilogramas'],
  g: ['g', 'gr', 'grs', 'grama', 'gramas'],
  mg: ['mg', 'miligrama', 'miligramas'],
  t: ['t', 'ton', 'tonelada', 'toneladas'],
  l: ['l', 'lt', 'lts', 'litro', 'litros', 'ltr'],
  ml: ['ml', 'mililitro', 'mililitros'],
  m: ['m', 'mt', 'mts', 'metro', 'metros', 'ml/linear', 'metrolinear', 'metroslineares'],
  m2: ['m2', 'm²', 'mt2', 'mq', 'metroquadrado', 'metrosquadrados', 'metro2', 'metros2'],
  m3: ['m3', 'm³', 'mt3', 'metrocubico', 'metroscubicos', 'metro3', 'metros3'],
  km: ['km', 'quilometro', 'quilometros'],
  cm: ['cm', 'centimetro', 'centimetros'],
  ha: ['ha', 'hectare', 'hectares'],
  fr: ['fr', 'frs', 'frc', 'fco', 'fa', 'frasco', 'frascos', 'frasc'],
  fra: ['frascoampola', 'frasco-ampola', 'fr/amp', 'f/a', 'fram', 'frasco/ampola'],
  amp: ['amp', 'ap', 'ampola', 'ampolas', 'am'],
  cp: ['cp', 'cpr', 'comp', 'comprimido', 'comprimidos', 'cpd', 'comprimido(s)', 'compr'],
  cap: ['cap', 'caps', 'capsula', 'capsulas'],
  drg: ['drg', 'dragea', 'drageas'],
  bg: ['bg', 'bng', 'bis', 'bisn', 'bisnaga', 'bisnagas', 'tubo/bisnaga'],
  tb: ['tb', 'tubo', 'tubos', 'tub'],
  gl: ['gl', 'gal', 'galao', 'galoes'],
  bd: ['bd', 'balde', 'baldes'],
  lata: ['lata', 'latas', 'la', 'lta'],
  gf: ['gf', 'garrafa', 'garrafas', 'grf'],
  pote: ['pote', 'potes', 'po', 'pte'],
  env: ['env', 'envelope', 'envelopes', 'ev'],
  sache: ['sache', 'saches', 'sch'],
  sc: ['sc', 'saco', 'sacos', 'sac', 'saca', 'sacas'],
  fd: ['fd', 'fardo', 'fardos', 'frd'],
  rl: ['rl', 'rolo', 'rolos', 'rol'],
  bob: ['bob', 'bobina', 'bobinas'],
  bl: ['bl', 'blc', 'bloco', 'blocos'],
  fl: ['fl', 'folha', 'folhas', 'fls'],
  resma: ['resma', 'resmas', 'rsm', 'rm'],
  par: ['par', 'pares', 'pr'],
  jg: ['jg', 'jogo', 'jogos', 'jgo'],
  kit: ['kit', 'kits', 'kt'],
  cj: ['cj', 'conj', 'conjunto', 'conjuntos', 'cjt', 'cjto'],
  dz: ['dz', 'duzia', 'duzias', 'dza'],
  cento: ['cento', 'centos', 'ct', 'cen'],
  mil: ['mil', 'milheiro', 'milheiros', 'mlh', 'ml/heiro'],
  barra: ['barra', 'barras', 'br', 'brr'],
  h: ['h', 'hr', 'hrs', 'hora', 'horas'],
  dia: ['dia', 'dias', 'diaria', 'diarias', 'd'],
  mes: ['mes', 'meses', 'mensal', 'ms', 'mensalidade', 'mensalidades'],
  ano: ['ano', 'anos', 'anual', 'anuidade'],
  sv: ['sv', 'srv', 'serv', 'servico', 'servicos', 'sve', 'svc', 'sr', 'servico(s)'],
  vb: ['vb', 'verba', 'verbas'],
  gb: ['gb', 'global', 'glob'],
  lic: ['lic', 'licenca', 'licencas', 'licenca(s)'],
  assinatura: ['assinatura', 'assinaturas', 'ass', 'subscricao', 'subscricoes'],
  posto: ['posto', 'postos'],
  pessoa: ['pessoa', 'pessoas'],
  usuario: ['usuario', 'usuarios'],
  refeicao: ['refeicao', 'refeicoes'],
  exemplar: ['exemplar', 'exemplares', 'ex'],
  viagem: ['viagem', 'viagens', 'vg'],
  procedimento: ['procedimento', 'procedimentos', 'proc'],
  exame: ['exame', 'exames'],
  consulta: ['consulta', 'consultas', 'cons'],
  maco: ['maco', 'macos', 'mc'],
  bandeja: ['bandeja', 'bandejas', 'bdj', 'bj'],
  cartela: ['cartela', 'cartelas', 'cart', 'crt'],
  ponto: ['ponto', 'pontos'],
  hst: ['hst'], ust: ['ust', 'usts'], pf: ['pf', 'pontodefuncao', 'pontosdefuncao'], ui: ['ui'],
};

const CODIGOS: ReadonlyMap<string, string> = new Map(Object.entries(GRAFIAS).flatMap(([codigo, grafias]) => grafias.map((g) => [keyOf(g), codigo])));

/**
 * One code for all the spellings of a unit: "UND." and "Unidades" → "un", "CX C/ 100" → "cx c/100", "M²" → "m2". What is
 * packed inside stays after the code; an unknown unit is itself, folded. What the edital prints is never replaced by it.
 */
export function normalizeUnidade(impressa: string): string {
  const texto = fold(impressa).replace(/²/g, '2').replace(/³/g, '3').trim();
  const inteira = CODIGOS.get(keyOf(texto));
  if (inteira !== undefined) return inteira;
  const [, nome, resto] = /^([\p{L}²³().-]+)[\s,]*(.*)$/u.exec(texto) ?? [];
  const codigo = nome === undefined ? undefined : CODIGOS.get(keyOf(nome));
  if (codigo === undefined) return texto.replace(/[\s.]+/g, ' ').trim();
  return `${codigo} ${resto!.replace(/\b(?:com|c\/)\s*/g, 'c/').replace(/[\s.]+/g, ' ').trim()}`.trim();
}

/** True for a text that is a unit of supply and nothing more. */
export const isUnidade = (texto: string): boolean => CODIGOS.has(keyOf(fold(texto).replace(/²/g, '2').replace(/³/g, '3')));

function keyOf(folded: string): string {
  return folded.replace(/[\s.,;:]+/g, '');
}
