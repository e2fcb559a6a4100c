import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { invalido, naoEncontrado } from '../kernel/index.js';
import type { TextoParaCasar } from './domain/tipos.js';
import { toLicitacaoParaCasar } from './to-licitacao.js';

/** A tender as the topic needs it. */
export interface LicitacaoParaCasar extends TextoParaCasar {
  readonly numero: string;
}

export interface LicitacoesLidas {
  readonly licitacoes: readonly LicitacaoParaCasar[];
  /** Lines or records that are no tender: where, and what is wrong (Portuguese). At most 20. */
  readonly ruins: readonly { readonly linha: number; readonly motivo: string }[];
  readonly totalRuins: number;
  /** Records of a number that came before; the last one counts. */
  readonly repetidas: number;
}

const MAX_RUINS = 20;
/** More than ten times what Brazil publishes in a year. */
const MAX_LICITACOES = 5_000_000;
/** A JSON file (array, envelope) is read whole: up to here. JSONL has no limit. */
const MAX_JSON_BYTES = 512 * 1024 * 1024;

/**
 * Reads tenders from a file: JSONL (one a line; the normalised form or PNCP's own record), a JSON array, or PNCP's envelope
 * (`{"data": […]}`). Bad records are counted and told, never fatal unless nothing is left.
 * @throws AlicitError `arquivo_nao_encontrado`, `licitacoes_invalidas`
 */
export async function readLicitacoes(caminho: string): Promise<LicitacoesLidas> {
  const lidas = new Map<string, LicitacaoParaCasar>();
  const ruins: { linha: number; motivo: string }[] = [];
  let totalRuins = 0;
  let repetidas = 0;
  const add = (bruto: unknown, linha: number): void => {
    const l = toLicitacaoParaCasar(bruto);
    if (typeof l === 'string') {
      totalRuins++;
      if (ruins.length < MAX_RUINS) ruins.push({ linha, motivo: l });
    } else {
      if (lidas.has(l.numero)) repetidas++;
      lidas.set(l.numero, l);
      if (lidas.size > MAX_LICITACOES) throw invalido('licitacoes_invalidas', `O arquivo traz mais de ${MAX_LICITACOES} licitações: divida-o.`);
    }
  };
  await eachRecord(caminho, add);
  if (!lidas.size) throw invalido('licitacoes_invalidas', `O arquivo não traz nenhuma licitação${ruins[0] ? `; no registro ${ruins[0].linha}: ${ruins[0].motivo}` : ''}. São aceitos JSONL, uma lista JSON ou a resposta do PNCP.`);
  return { licitacoes: [...lidas.values()], ruins, totalRuins, repetidas };
}

/** Calls back with each record; `undefined` stands for a line that is no JSON. */
async function eachRecord(caminho: string, add: (bruto: unknown, linha: number) => void): Promise<void> {
  const partes: string[] = [];
  let bytes = 0;
  let linha = 0;
  let inteiro: boolean | null = null;
  try {
    for await (const bruta of createInterface({ input: createReadStream(caminho, 'utf8'), crlfDelay: Infinity })) {
      linha++;
      const texto = linha === 1 ? bruta.replace(/^\ufeff/, '') : bruta;
      if (!texto.trim()) continue;
      // A first line that is no whole record begins a document of many lines; so does a list or an envelope on one line.
      inteiro ??= !isRegistro(texto);
      if (!inteiro) add(parse(texto), linha);
      else {
        bytes += texto.length;
        if (bytes > MAX_JSON_BYTES) throw invalido('licitacoes_invalidas', 'O arquivo JSON passa de 512 MB: use JSONL, um registro por linha.');
        partes.push(texto);
      }
    }
  } catch (erro) {
    if ((erro as NodeJS.ErrnoException).code === undefined || typeof (erro as NodeJS.ErrnoException).errno !== 'number') throw erro;
    throw naoEncontrado('arquivo_nao_encontrado', `O arquivo ${JSON.stringify(caminho.split(/[\\/]/).at(-1))} não pôde ser aberto.`);
  }
  if (partes.length) addInteiro(partes.join('\n'), add);
}

function addInteiro(texto: string, add: (bruto: unknown, linha: number) => void): void {
  const dado = parse(texto);
  if (dado === undefined) throw invalido('licitacoes_invalidas', 'O arquivo de licitações não é JSON nem JSONL.');
  const lista = Array.isArray(dado) ? dado : isObjeto(dado) && Array.isArray(dado['data']) ? dado['data'] : [dado];
  lista.forEach((r: unknown, i) => add(r, i + 1));
}

const isObjeto = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function isRegistro(linha: string): boolean {
  const dado = parse(linha);
  return isObjeto(dado) && !Array.isArray(dado['data']);
}

function parse(texto: string): unknown {
  try {
    return JSON.parse(texto) as unknown;
  } catch {
    return undefined;
  }
}
