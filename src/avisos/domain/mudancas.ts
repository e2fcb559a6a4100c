import { formatDinheiro, squeeze } from '../../kernel/index.js';
import { formatQuando, shorten } from './formatar.js';

/** A change of a field as the collection records it (`campo` is a path in the tender's record). */
export interface MudancaDeCampo {
  readonly numero: string;
  readonly versao: number;
  readonly campo: string;
  readonly antes: unknown;
  readonly depois: unknown;
}

/** A change as people are told it; texts in Portuguese, null when there was or is nothing. */
export interface MudancaContada {
  readonly campo: string;
  readonly titulo: string;
  readonly antes: string | null;
  readonly depois: string | null;
}

export interface GrupoDeMudancas {
  readonly chave: string;
  readonly numero: string;
  readonly mudancas: readonly MudancaContada[];
}

const SITUACOES: Readonly<Record<string, string>> = { divulgada: 'divulgada', revogada: 'revogada', anulada: 'anulada', suspensa: 'suspensa' };
const MAX_TEXTO = 300;

const text = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? shorten(squeeze(v), MAX_TEXTO) : typeof v === 'number' ? String(v) : null);
const instante = (v: unknown): string | null => (typeof v === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(v) ? formatQuando(v) : null);
const dinheiro = (v: unknown): string | null => (typeof v === 'string' && /^\d{1,18}(?:\.\d{1,8})?$/.test(v) ? formatDinheiro(v) : null);
const situacao = (v: unknown): string | null => (typeof v === 'string' ? (SITUACOES[v] ?? null) : null);

/** What is worth telling of a record's own fields; the others (dates of the record itself, names of systems) are not. */
const CAMPOS: Readonly<Record<string, readonly [titulo: string, format: (v: unknown) => string | null]>> = {
  situacao: ['Situação', situacao], encerramentoPropostas: ['Fim do recebimento das propostas', instante], aberturaPropostas: ['Início do recebimento das propostas', instante],
  valorEstimado: ['Valor estimado', dinheiro], objeto: ['Objeto', text],
};
/** Parts that change by the piece: told as a number. */
const PARTES: Readonly<Record<string, readonly [titulo: string, um: string, varios: string]>> = {
  itens: ['Itens', 'item', 'itens'], arquivos: ['Arquivos', 'arquivo', 'arquivos'],
};

/** Changes grouped by version of the record, in the order they came; versions in which nothing worth telling changed are left out. */
export function groupMudancas(mudancas: readonly MudancaDeCampo[]): readonly GrupoDeMudancas[] {
  const grupos = Map.groupBy(mudancas, (m) => `${m.numero} ${m.versao}`);
  return [...grupos.values()].flatMap((grupo) => {
    const [{ numero, versao }] = grupo as [MudancaDeCampo];
    const contadas = [...grupo.flatMap(tellCampo), ...tellPartes(grupo)];
    return contadas.length ? [{ chave: `mudanca:${numero}:v${versao}`, numero, mudancas: contadas }] : [];
  });
}

function tellCampo({ campo, antes, depois }: MudancaDeCampo): MudancaContada[] {
  const [titulo, format] = CAMPOS[campo] ?? [];
  if (!titulo || !format) return [];
  const [de, para] = [format(antes), format(depois)];
  return de === para ? [] : [{ campo, titulo, antes: de, depois: para }];
}

function tellPartes(grupo: readonly MudancaDeCampo[]): MudancaContada[] {
  return Object.entries(PARTES).flatMap(([parte, [titulo, um, varios]]) => {
    const tocadas = new Set(grupo.flatMap((m) => (m.campo === parte || m.campo.startsWith(`${parte}/`) ? [m.campo.split('/').slice(0, 2).join('/')] : [])));
    return tocadas.size ? [{ campo: parte, titulo, antes: null, depois: `${tocadas.size} ${tocadas.size === 1 ? `${um} mudou` : `${varios} mudaram`}` }] : [];
  });
}
