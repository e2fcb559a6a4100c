import { z } from 'zod';
import { invalido } from '../../kernel/index.js';

/** What an entry of a backup is, by its name. */
export type Entrada =
  | { readonly tipo: 'manifesto' }
  | { readonly tipo: 'tabela'; readonly tabela: string }
  | { readonly tipo: 'arquivo'; readonly sha256: string };

export const MANIFESTO = 'manifesto.json';
/** Its format, and the newest version of it that this program reads. */
export const FORMATO = 'alicit-copia';
export const VERSAO_FORMATO = 1;
export const MAX_BYTES_MANIFESTO = 4 * 1024 * 1024;

const NOME = /^[a-z_][a-z0-9_]{0,62}$/;
const SHA256 = /^[0-9a-f]{64}$/;

export const nameTabela = (tabela: string): string => `tabelas/${tabela}.copy`;
export const nameArquivo = (sha256: string): string => `arquivos/${sha256.slice(0, 2)}/${sha256}`;

/** Null: no entry of a backup is called so. Nothing of a name ever becomes a path. */
export function parseEntrada(nome: string): Entrada | null {
  if (nome === MANIFESTO) return { tipo: 'manifesto' };
  const tabela = /^tabelas\/([^/.]+)\.copy$/.exec(nome)?.[1];
  if (tabela !== undefined && NOME.test(tabela)) return { tipo: 'tabela', tabela };
  const sha256 = /^arquivos\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(nome)?.[1];
  return sha256 !== undefined && nome === nameArquivo(sha256) ? { tipo: 'arquivo', sha256 } : null;
}

const nomes = z.array(z.string().regex(NOME)).max(500);
const inteiro = z.number().int().nonnegative();

const manifestoSchema = z.object({
  formato: z.literal(FORMATO),
  versao: z.number().int().positive(),
  alicit: z.string().max(100),
  criadaEm: z.iso.datetime(),
  postgres: z.string().max(100),
  /** Names of the migrations the schema had, oldest first. */
  migracoes: z.array(z.string().regex(/^\w{1,200}$/)).min(1).max(10_000),
  tabelas: z.array(z.object({ nome: z.string().regex(NOME), colunas: nomes.min(1), linhas: inteiro, bytes: inteiro, sha256: z.string().regex(SHA256) })).max(1000),
  sequencias: z.array(z.object({ nome: z.string().regex(NOME), ultimo: z.string().regex(/^-?\d{1,19}$/), usado: z.boolean() })).max(1000),
  /** Null: a backup without files. `ausentes`: named by the database, and not to be had when it was made. */
  arquivos: z.object({ quantos: inteiro, bytes: inteiro, ausentes: inteiro }).nullable(),
  /** Which keys sealed the secrets in it (their identifiers, docs/decisoes/0017). */
  selos: z.array(z.string().regex(/^[0-9a-f]{8}$/)).max(1000),
});

/** What a backup says of itself: enough to know, before anything is touched, whether it is whole and can be restored here. */
export type Manifesto = z.infer<typeof manifestoSchema>;
export type TabelaCopiada = Manifesto['tabelas'][number];
export type SequenciaCopiada = Manifesto['sequencias'][number];

export const corrompida = (porque: string): Error => invalido('copia_invalida', `O arquivo não é uma cópia inteira do ALICIT: ${porque}. Nada foi mudado; use outra cópia.`);

/** @throws AlicitError `copia_invalida`, `copia_mais_nova` */
export function parseManifesto(texto: string): Manifesto {
  let dados: unknown;
  try {
    dados = JSON.parse(texto);
  } catch {
    throw corrompida('o manifesto está ilegível');
  }
  const versao = (dados as { versao?: unknown } | null)?.versao;
  if (typeof versao === 'number' && versao > VERSAO_FORMATO) throw maisNova();
  const lido = manifestoSchema.safeParse(dados);
  if (!lido.success) throw corrompida(`o manifesto não é o esperado (${lido.error.issues[0]!.path.join('.') || 'raiz'})`);
  return lido.data;
}

/**
 * The migrations of this program that the backup's schema had.
 * @throws AlicitError `copia_mais_nova`: it has one that this program does not know
 */
export function requireMigracoes(manifesto: Pick<Manifesto, 'migracoes'>, conhecidas: readonly string[]): readonly string[] {
  if (manifesto.migracoes.some((m) => !conhecidas.includes(m))) throw maisNova();
  return conhecidas.filter((m) => manifesto.migracoes.includes(m));
}

const maisNova = (): Error => invalido('copia_mais_nova', 'A cópia foi feita por uma versão mais nova do ALICIT: restaure-a com aquela versão, ou com outra mais nova ainda. Nada foi mudado.');
