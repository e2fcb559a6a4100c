import { AlicitError, invalido } from '../kernel/index.js';
import type { Arquivo, DocumentoLido, NaoLido } from './domain/documento.js';
import { montarConjunto, type ConjuntoMontado } from './em-vigor/montar-conjunto.js';
import { readItens } from './itens/index.js';
import type { Leitor } from './leitura/leitor.js';
import { LIMITES_REUNIR, type LimitesReunir } from './reunir/limites.js';
import { listEntradas } from './reunir/list-entradas.js';
import { reunir, type Entrada, type Reuniao } from './reunir/reunir.js';

/** A set of documents gathered, read and understood. */
export interface Conjunto extends ConjuntoMontado {
  /** Files, and pages of files, that could not be read, each with its reason. They lower the confidence of what is absent. */
  readonly naoLido: readonly NaoLido[];
  readonly duplicados: Reuniao['duplicados'];
}

export interface OpcoesAbrir {
  readonly leitor: Leitor;
  readonly limites?: LimitesReunir;
  /** Told as each stage goes on, in Portuguese, for the user. */
  readonly onProgresso?: (mensagem: string) => void;
  /** Told of each page recognised by OCR, which takes seconds; default: as the other stages. */
  readonly onOcr?: (mensagem: string) => void;
}

/**
 * Stages 1 and 2: files, folders and ZIPs (paths, or bytes in hand) → documents read, classified, the edital in force
 * told. A document that cannot be read is listed and the rest goes on.
 * @throws AlicitError when not one document could be read: the reason of the only one, else `nada_lido`
 */
export async function openConjunto(entradas: readonly (string | Entrada)[], { leitor, limites = LIMITES_REUNIR, onProgresso, onOcr = onProgresso }: OpcoesAbrir): Promise<Conjunto> {
  const doDisco = await listEntradas(entradas.filter((e) => typeof e === 'string'), limites);
  const reunidos = await reunir([...doDisco.entradas, ...entradas.filter((e) => typeof e !== 'string')], limites);
  const naoLido = [...doDisco.naoLido, ...reunidos.naoLido];
  onProgresso?.(`${reunidos.arquivos.length} ${reunidos.arquivos.length === 1 ? 'documento reunido' : 'documentos reunidos'}${naoLido.length ? `; ${naoLido.length} sem leitura` : ''}`);
  const lidos = await readAll(reunidos.arquivos, leitor, naoLido, onProgresso, onOcr);
  if (!lidos.length) throw nothingRead(naoLido);
  return { ...montarConjunto(lidos, { readItens: (t) => readItens(t.partes, t).itens }), naoLido: [...naoLido, ...lidos.flatMap((d) => d.naoLido)], duplicados: reunidos.duplicados };
}

async function readAll(arquivos: readonly Arquivo[], leitor: Leitor, naoLido: NaoLido[], onProgresso?: (mensagem: string) => void, onOcr?: (mensagem: string) => void): Promise<DocumentoLido[]> {
  const lidos = await Promise.all(
    arquivos.map(async (arquivo) => {
      try {
        const d = await leitor.read(arquivo, ({ feitas, total }) => onOcr?.(`OCR de ${arquivo.nome}: página ${feitas} de ${total}`));
        onProgresso?.(`lido: ${d.nome} (${d.totalPaginas} ${d.totalPaginas === 1 ? 'página' : 'páginas'})`);
        return d;
      } catch (erro) {
        if (!(erro instanceof AlicitError)) throw erro;
        naoLido.push({ documento: arquivo.nome, codigo: erro.codigo, motivo: erro.message });
        return null;
      }
    }),
  );
  return lidos.filter((d) => d !== null);
}

/** Why nothing could be read at all: the reason of the only file, else `nada_lido`. */
export function nothingRead(naoLido: readonly NaoLido[]): AlicitError {
  const [unico, ...outros] = naoLido;
  if (unico && !outros.length) return invalido(unico.codigo, unico.motivo, { documento: unico.documento });
  if (!unico) return invalido('nada_lido', 'Nenhum arquivo foi dado: informe ao menos um arquivo, pasta ou ZIP.');
  return invalido('nada_lido', `Nenhum dos ${naoLido.length} arquivos pôde ser lido. O primeiro: ${unico.motivo}`, { naoLido });
}
