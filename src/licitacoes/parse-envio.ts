import { invalido } from '../kernel/index.js';
import { parseDados } from '../http/index.js';
import type { Licitacao } from '../acervo/index.js';
import { licitacaoManualSchema, numeroControleSchema } from './manual.schema.js';
import { readLicitacaoPncp } from '../acervo/index.js';
import { parseNumeroControle } from '../pncp/index.js';

/** What a client sends to say which tender: nothing (files alone), PNCP's record, fields by hand, or a number to be looked up. */
export type EnvioLicitacao =
  | { readonly tipo: 'vazia' }
  | { readonly tipo: 'pncp'; readonly licitacao: Licitacao; readonly bruto: unknown }
  | { readonly tipo: 'manual'; readonly licitacao: Licitacao }
  | { readonly tipo: 'numero'; readonly numero: string };

const MAX_ITENS = 10_000;

/**
 * Reads `{ pncp }`, a bare PNCP record, `{ manual }`, `{ numeroControlePNCP }` alone, or nothing.
 * @throws AlicitError `licitacao_invalida` (fields by hand, with pointers), `pncp_invalido`, `pncp_grande`
 */
export function parseEnvio(dados: unknown): EnvioLicitacao {
  if (dados === null || dados === undefined || (isObject(dados) && Object.keys(dados).length === 0)) return { tipo: 'vazia' };
  if (!isObject(dados)) return readPncp(dados);
  if ('pncp' in dados && 'manual' in dados) throw invalido('licitacao_invalida', 'Informe pncp ou manual, não os dois.', { erros: [{ ponteiro: '', mensagem: 'pncp e manual juntos' }] });
  if ('manual' in dados) return { tipo: 'manual', licitacao: parseManual(dados['manual'], '/manual') };
  if ('pncp' in dados) return readPncp(dados['pncp']);
  if (Object.keys(dados).length === 1 && 'numeroControlePNCP' in dados) return { tipo: 'numero', numero: readNumero(dados['numeroControlePNCP']) };
  return readPncp(dados);
}

/** In any spelling PNCP's number is found in; canonical. @throws AlicitError `licitacao_invalida` */
function readNumero(dado: unknown): string {
  const lido = typeof dado === 'string' ? parseNumeroControle(dado) : null;
  return lido?.numero ?? parseDados(numeroControleSchema, dado, 'licitacao_invalida');
}

/** @throws AlicitError `licitacao_invalida` */
export function parseManual(dados: unknown, raiz = ''): Licitacao {
  const lido = licitacaoManualSchema.safeParse(dados);
  if (lido.success) return lido.data;
  const erros = lido.error.issues.flatMap((i) => (i.code === 'unrecognized_keys' ? i.keys.map((k) => ({ path: [...i.path, k], message: 'campo desconhecido' })) : [i]))
    .slice(0, 50).map((i) => ({ ponteiro: raiz + i.path.map((p) => `/${String(p).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''), mensagem: i.message }));
  throw invalido('licitacao_invalida', `A licitação tem campos inválidos. ${erros.slice(0, 3).map((e) => `${e.ponteiro || '(raiz)'}: ${e.mensagem}.`).join(' ')}`, { erros });
}

/**
 * Fields of a merge patch (RFC 7396) over the data: null makes a field unknown. Only what is sent is judged.
 * @throws AlicitError `licitacao_invalida`
 */
export function patchManual(dados: Licitacao | null, mudanca: unknown): Licitacao {
  const lida = parseManual(mudanca);
  const enviados = Object.entries(lida).filter(([campo]) => Object.hasOwn(mudanca as object, campo));
  return { ...(dados ?? parseManual({})), ...(Object.fromEntries(enviados) as Partial<Licitacao>) };
}

function readPncp(bruto: unknown): EnvioLicitacao {
  const licitacao = readLicitacaoPncp(bruto);
  if (licitacao.itens.length > MAX_ITENS) throw invalido('pncp_grande', `O registro do PNCP traz mais de ${MAX_ITENS} itens.`, { maxItens: MAX_ITENS });
  return { tipo: 'pncp', licitacao, bruto };
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
