import type { TipoRegiao } from '../domain/estrutura.js';
import type { ItemEdital } from '../domain/item.js';
import type { TabelaItens } from './tabela.js';

/** What a part says of the items against another: forms are blank, contracts and studies are copies. */
const AUTORIDADE: Readonly<Record<TipoRegiao, number>> = { edital: 1, tr: 1, planilha: 1, anexo: 0.9, etp: 0.6, minuta: 0.5, modelo: 0.45, sumario: 0 };
/** How much better a list of a document of less authority must be: a separate TR may be of the version before. */
const VANTAGEM = 1.15;
const PESOS = { quantidade: 3, valorUnitario: 2, valorTotal: 2, unidade: 1 } as const;

/**
 * The tables that hold the items of the tender: of the parts that list them (body, TR, annex, form, minuta), the one
 * with most rows and figures. Tables of the same part that do not repeat a number go together (one per lot). Tables come
 * in the order of authority of their documents, and an earlier one yields only to a much better one.
 */
export function chooseItens(tabelas: readonly TabelaItens[]): TabelaItens[] {
  const listas = tabelas.filter((t) => !isOrcamento(t)).reduce<TabelaItens[][]>(addTabela, []);
  return listas.reduce<TabelaItens[]>((melhor, lista) => (noteOf(lista) > noteOf(melhor) * (melhor.length && melhor[0]!.documento !== lista[0]!.documento ? VANTAGEM : 1) ? lista : melhor), []);
}

/** A works budget: services numbered "3.1.2" under their stages. They make up the price, they are not bid on. */
const isOrcamento = ({ itens }: TabelaItens): boolean => itens.filter((i) => i.numero.includes('.') && !isDoLote(i)).length > itens.length / 2;

/** "2.1" under "LOTE 2" is the first item of that lot. */
const isDoLote = (i: ItemEdital): boolean => i.lote !== null && /^\d+\.\d+$/.test(i.numero) && Number(i.numero.split('.')[0]) === Number(i.lote);

function addTabela(listas: TabelaItens[][], t: TabelaItens): TabelaItens[][] {
  const chaves = new Set(t.itens.map(keyOf));
  const lista = listas.find((l) => l[0]!.documento === t.documento && l[0]!.regiao === t.regiao && l.every((x) => x.itens.every((i) => !chaves.has(keyOf(i)))));
  if (lista) lista.push(t);
  else listas.push([t]);
  return listas;
}

const keyOf = (i: ItemEdital): string => `${i.lote ?? ''}|${i.numero}`;

function noteOf(lista: readonly TabelaItens[]): number {
  const itens = lista.flatMap((t) => t.itens);
  if (!itens.length) return 0;
  const total = Object.values(PESOS).reduce((a, b) => a + b, 0);
  const cheio = itens.reduce((s, i) => s + (Object.keys(PESOS) as (keyof typeof PESOS)[]).reduce((p, c) => p + (i[c] !== null ? PESOS[c] : 0), 0), 0) / (itens.length * total);
  return itens.length * AUTORIDADE[lista[0]!.regiao] * (0.4 + 0.6 * cheio) + (lista.some((t) => t.somaConfere) ? 0.2 : 0);
}
