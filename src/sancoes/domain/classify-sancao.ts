import { fold } from '../../kernel/index.js';
import type { AlcanceRegistrado, ClasseSancao, TipoSancao } from './sancao.js';

/** What is known of a sanction before it is classified; texts as published. */
export interface SancaoPublicada {
  readonly categoria: string;
  readonly abrangencia: string | null;
  readonly fundamentacao: string | null;
  readonly orgao: string;
}

type Especie = TipoSancao | 'sem_impedimento' | 'outra';

/**
 * Kind by category, first that fits. Fines and extraordinary publication (Lei 12.846/2013, art. 6º), loss of assets and
 * prohibition of incentives (art. 19, I and IV) do not keep from bidding; closing of activities and dissolution
 * (art. 19, II and III) are told and do not block by themselves.
 */
const ESPECIES: readonly (readonly [RegExp, Especie])[] = [
  [/inidone/, 'inidoneidade'],
  [/incentivo|subsidio|subvenc|receber beneficio/, 'sem_impedimento'],
  [/interdicao|suspensao (?:parcial |total )?d[ae]s? atividade|dissolucao/, 'outra'],
  [/impedimento|proibicao de (?:contratar|licitar|participar)|impec?a? ?(?:a )?(?:contratacao|participacao)/, 'impedimento'],
  [/suspens/, 'suspensao'],
  [/multa|publicacao extraordinaria|advertencia|perdimento|perda de bens|ressarcimento/, 'sem_impedimento'],
];

interface Regra {
  readonly lei: RegExp;
  readonly tipo: TipoSancao;
  readonly alcance: AlcanceRegistrado;
  readonly fundamento: string;
  readonly maxMeses: number | null;
}

const lei = (numero: number): RegExp => new RegExp(`(?<!\\d)${numero}(?!\\d)`);

/** Kind × law → reach, first that fits. */
const REGRAS: readonly Regra[] = [
  { lei: lei(8443), tipo: 'inidoneidade', alcance: 'uniao', fundamento: 'Lei 8.443/1992, art. 46 (TCU)', maxMeses: 60 },
  { lei: lei(14133), tipo: 'inidoneidade', alcance: 'todos', fundamento: 'Lei 14.133/2021, art. 156, IV e § 5º', maxMeses: 72 },
  { lei: lei(8666), tipo: 'inidoneidade', alcance: 'todos', fundamento: 'Lei 8.666/1993, art. 87, IV', maxMeses: null },
  { lei: lei(12527), tipo: 'inidoneidade', alcance: 'todos', fundamento: 'Lei 12.527/2011, art. 33, V', maxMeses: null },
  { lei: lei(14133), tipo: 'impedimento', alcance: 'ente', fundamento: 'Lei 14.133/2021, art. 156, III e § 4º', maxMeses: 36 },
  { lei: lei(10520), tipo: 'impedimento', alcance: 'ente', fundamento: 'Lei 10.520/2002, art. 7º', maxMeses: 60 },
  { lei: lei(12462), tipo: 'impedimento', alcance: 'ente', fundamento: 'Lei 12.462/2011, art. 47', maxMeses: 60 },
  { lei: lei(13303), tipo: 'impedimento', alcance: 'orgao', fundamento: 'Lei 13.303/2016, art. 83, III', maxMeses: 24 },
  { lei: lei(9504), tipo: 'impedimento', alcance: 'todos', fundamento: 'Lei 9.504/1997, art. 81, § 3º', maxMeses: 60 },
  { lei: lei(9605), tipo: 'impedimento', alcance: 'todos', fundamento: 'Lei 9.605/1998, arts. 10, 22, III, e 72, § 8º, V', maxMeses: null },
  { lei: lei(12529), tipo: 'impedimento', alcance: 'todos', fundamento: 'Lei 12.529/2011, art. 38, II', maxMeses: null },
  { lei: lei(13303), tipo: 'suspensao', alcance: 'orgao', fundamento: 'Lei 13.303/2016, art. 83, III', maxMeses: 24 },
  { lei: lei(8666), tipo: 'suspensao', alcance: 'orgao', fundamento: 'Lei 8.666/1993, art. 87, III', maxMeses: 24 },
  { lei: lei(12527), tipo: 'suspensao', alcance: 'orgao', fundamento: 'Lei 12.527/2011, art. 33, IV', maxMeses: 24 },
];

const IMPROBIDADE = { lei: lei(8429), fundamento: 'Lei 8.429/1992, art. 12' } as const;
const ANTICORRUPCAO = { lei: lei(12846), fundamento: 'Lei 12.846/2013' } as const;
/** Of the Union; courts of accounts of States and municípios have laws of their own. */
const TCU = /^(?:tcu\b|tribunal de contas da uniao)/;

/** Published scope, from the widest to the narrowest; null when it was not told. */
function readAbrangencia(texto: string | null): 'todos' | 'ente' | 'orgao' | null {
  const t = plain(texto ?? '');
  if (/todas as esferas/.test(t)) return 'todos';
  if (/esfera/.test(t)) return 'ente';
  return /orgao|entidade/.test(t) ? 'orgao' : null;
}

/**
 * What a published sanction does. The law decides; the published scope narrows what the law would spread (an
 * inidoneidade published for one sphere binds that sphere for certain and is a question elsewhere) and never spreads
 * what the law keeps to one entity. An improbidade comes from a court, whose sphere is not the injured entity's: without
 * "todas as esferas" its reach is unknown (Lei 8.429/1992, art. 12, § 4º).
 */
export function classifySancao({ categoria, abrangencia, fundamentacao, orgao }: SancaoPublicada): ClasseSancao {
  const especie = ESPECIES.find(([r]) => r.test(plain(categoria)))?.[1] ?? 'outra';
  const leis = plain(fundamentacao ?? '').replace(/(\d)\.(?=\d)/g, '$1');
  if (especie === 'sem_impedimento' || especie === 'outra') {
    return { tipo: null, efeito: especie === 'outra' ? 'desconhecido' : 'nao_impede', alcance: 'indefinido', fundamento: ANTICORRUPCAO.lei.test(leis) ? ANTICORRUPCAO.fundamento : null, maxMeses: null };
  }
  const publicada = readAbrangencia(abrangencia);
  const base = { tipo: especie, efeito: 'impede' } as const;
  if (especie === 'inidoneidade' && TCU.test(plain(orgao))) return { ...base, alcance: 'uniao', fundamento: REGRAS[0]!.fundamento, maxMeses: 60 };
  const regra = REGRAS.find((r) => r.tipo === especie && r.lei.test(leis));
  if (regra) return { ...base, alcance: narrow(regra.alcance, publicada), fundamento: regra.fundamento, maxMeses: regra.maxMeses };
  const improbidade = IMPROBIDADE.lei.test(leis);
  if (improbidade) return { ...base, alcance: publicada === 'todos' ? 'todos' : 'indefinido', fundamento: IMPROBIDADE.fundamento, maxMeses: null };
  return { ...base, alcance: withoutLei(especie, publicada), fundamento: null, maxMeses: null };
}

/** A reach over all that was published for less. */
const narrow = (alcance: AlcanceRegistrado, publicada: ReturnType<typeof readAbrangencia>): AlcanceRegistrado =>
  alcance === 'todos' && (publicada === 'ente' || publicada === 'orgao') ? 'ente_ao_menos' : alcance;

/** The law was not recognised: the kind's usual reach, never wider than what was published for certain. */
function withoutLei(tipo: TipoSancao, publicada: ReturnType<typeof readAbrangencia>): AlcanceRegistrado {
  if (tipo === 'suspensao') return 'orgao';
  if (tipo === 'inidoneidade') return narrow('todos', publicada);
  return publicada === null ? 'indefinido' : 'ente_ao_menos';
}

const plain = (t: string): string => fold(t).replace(/\s+/g, ' ').trim();
