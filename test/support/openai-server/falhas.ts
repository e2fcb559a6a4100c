import { createSorteio, hashOf } from '../pncp-server/sorteio.ts';
import { FALHAS_DE_REDE } from './enviar.ts';
import { FALHAS_DE_RESPOSTA } from './falhas-resposta.ts';
import { FALHAS_SEMANTICAS } from './falhas-semanticas.ts';
import { FALHAS_DE_VETOR } from './falhas-vetores.ts';
import type { Rota } from './tipos.ts';

export type NomeFalhaRede = keyof typeof FALHAS_DE_REDE;
export type NomeFalhaResposta = keyof typeof FALHAS_DE_RESPOSTA;
export type NomeFalhaSemantica = keyof typeof FALHAS_SEMANTICAS;
export type NomeFalhaVetor = keyof typeof FALHAS_DE_VETOR;
export type NomeFalha = NomeFalhaRede | NomeFalhaResposta | NomeFalhaSemantica | NomeFalhaVetor;

/** `rede`: how the answer travels · `resposta`: its form · `semantica`: an honest answer made false · `vetor`: embeddings. */
export type CamadaFalha = 'rede' | 'resposta' | 'semantica' | 'vetor';

const nomes = <T extends object>(tabela: T): readonly (keyof T)[] => Object.keys(tabela) as (keyof T)[];

/** Every fault by name, with its layer: what tests and bench walk through. */
export const FALHAS: readonly { readonly nome: NomeFalha; readonly camada: CamadaFalha }[] = [
  ...nomes(FALHAS_DE_REDE).map((nome) => ({ nome, camada: 'rede' as const })), ...nomes(FALHAS_DE_RESPOSTA).map((nome) => ({ nome, camada: 'resposta' as const })),
  ...nomes(FALHAS_SEMANTICAS).map((nome) => ({ nome, camada: 'semantica' as const })), ...nomes(FALHAS_DE_VETOR).map((nome) => ({ nome, camada: 'vetor' as const })),
];

const CAMADA: ReadonlyMap<string, CamadaFalha> = new Map(FALHAS.map((f) => [f.nome, f.camada]));
export const camadaDe = (nome: NomeFalha): CamadaFalha => CAMADA.get(nome)!;
export const isFalha = (nome: string): nome is NomeFalha => CAMADA.has(nome);

/** Whether a fault makes sense on a route. */
export function cabeNaRota(nome: NomeFalha, rota: Rota): boolean {
  if (rota === 'modelos') return false;
  const camada = camadaDe(nome);
  return camada === 'rede' || (camada === 'vetor') === (rota === 'embeddings');
}

export interface ConfigFalhas {
  /** 0 to 1, of each request. */
  readonly probabilidade: number;
  /** Drawn among these; default: those of the network that pass when tried again. */
  readonly nomes?: readonly NomeFalha[];
  readonly semente?: number;
}

/** What a real service does now and then. */
export const FALHAS_COMUNS: readonly NomeFalha[] = ['limite_segundos', 'limite_ms', 'erro_500', 'erro_502_html', 'erro_503', 'conexao_cortada', 'lenta', 'cortada_no_meio', 'json_truncado', 'json_fora_do_esquema'];

/** The fault of a request, or none. It hangs on the seed, what is asked and how often that was asked, so that a run repeats itself whatever the order of arrival. */
export function sortearFalha(config: ConfigFalhas, rota: Rota, corpo: string, vez: number): NomeFalha | null {
  if (config.probabilidade <= 0 || rota === 'modelos') return null;
  const s = createSorteio(`falha ${config.semente ?? 1} ${rota} ${hashOf(corpo)} ${vez}`);
  if (s.next() >= config.probabilidade) return null;
  const possiveis = (config.nomes ?? FALHAS_COMUNS).filter((f) => cabeNaRota(f, rota));
  return possiveis.length ? s.um(possiveis) : null;
}
