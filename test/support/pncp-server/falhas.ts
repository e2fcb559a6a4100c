import { createSorteio } from './sorteio.ts';

/** What a request asks for; faults and scripts may be limited to some. */
export const ROTAS = ['publicacao', 'atualizacao', 'proposta', 'atas', 'contratos', 'detalhe', 'itens', 'resultados', 'arquivos', 'arquivo', 'historico'] as const;
export type Rota = (typeof ROTAS)[number];

/**
 * Everything PNCP was seen to do wrong, and a little more. `limite`: 429 in HTML without Retry-After · `limite_com_espera`:
 * with it · `vazio_errado`: 204 for what exists · `sem_resposta`: silence, then the socket dies · `corpo_lento`: drips ·
 * `json_cortado`: valid HTTP, half the JSON · `corpo_interrompido`: the socket dies halfway · `conexao_cortada`: before any
 * answer · `tipo_errado`: true JSON as text/plain · `latin1`: true JSON in ISO-8859-1 · `totais_movem`: totals a little off.
 */
export const FALHAS = [
  'limite', 'limite_com_espera', 'erro_500_texto', 'erro_500_json', 'erro_503', 'vazio_errado', 'sem_resposta', 'corpo_lento', 'json_cortado', 'corpo_interrompido', 'conexao_cortada', 'html_200', 'lista_404', 'falso_422',
  'tipo_errado', 'latin1', 'totais_movem',
] as const;
export type Falha = (typeof FALHAS)[number];

const DE_LISTA: ReadonlySet<Rota> = new Set(['publicacao', 'atualizacao', 'proposta', 'atas', 'contratos']);
const SO_JSON: ReadonlySet<Falha> = new Set(['json_cortado', 'tipo_errado', 'latin1']);

/** Whether a fault makes sense where it would happen: a 404 of a list only for what follows a tender, for instance. */
export function cabe(falha: Falha, rota: Rota): boolean {
  if (falha === 'lista_404') return rota === 'itens' || rota === 'arquivos';
  if (falha === 'falso_422' || falha === 'totais_movem') return DE_LISTA.has(rota);
  return rota !== 'arquivo' || !SO_JSON.has(falha);
}

export interface ConfigFalhas {
  /** 0 to 1, of each request. */
  readonly probabilidade: number;
  /** Relative weights; a fault absent from here does not happen. Default: all alike. */
  readonly pesos?: Readonly<Partial<Record<Falha, number>>>;
  /** Another probability for some routes. */
  readonly porRota?: Readonly<Partial<Record<Rota, number>>>;
}

/** As often as they were measured in 446 real requests (21 × 429, 3 × 500, 4 timeouts, 4 × 204); the rest seldom. */
export const PESOS_REAIS: Readonly<Partial<Record<Falha, number>>> = { limite: 21, erro_500_texto: 2, erro_500_json: 1, sem_resposta: 4, vazio_errado: 1, html_200: 1, json_cortado: 1, conexao_cortada: 1, lista_404: 1, falso_422: 1, totais_movem: 1 };

/** A fault that the next fitting requests get. */
export interface Roteiro {
  readonly falha: Falha;
  readonly rota?: Rota;
  vezes: number;
}

/**
 * The fault of a request, or none. It depends on the seed, the address and how often that address was asked, so that
 * a run repeats itself whatever the order its requests arrive in.
 */
export function sortearFalha(config: ConfigFalhas, semente: number, rota: Rota, endereco: string, vez: number): Falha | null {
  const p = config.porRota?.[rota] ?? config.probabilidade;
  if (p <= 0) return null;
  const s = createSorteio(`falha ${semente} ${endereco} ${vez}`);
  if (s.next() >= p) return null;
  const pesos = FALHAS.filter((f) => cabe(f, rota)).map((f) => [f, config.pesos ? (config.pesos[f] ?? 0) : 1] as const);
  let resto = s.next() * pesos.reduce((t, [, peso]) => t + peso, 0);
  for (const [falha, peso] of pesos) if ((resto -= peso) < 0) return falha;
  return null;
}
