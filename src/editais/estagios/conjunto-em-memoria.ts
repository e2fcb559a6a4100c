import { LRUCache } from 'lru-cache';
import { AlicitError } from '../../kernel/index.js';
import { createIndiceBusca, type IndiceBusca } from '../busca/index.js';
import type { DocumentoLido, NaoLido } from '../domain/documento.js';
import { montarConjunto } from '../em-vigor/montar-conjunto.js';
import { readItens } from '../itens/index.js';
import { TextoEdital } from '../domain/texto-edital.js';
import { nothingRead, type Conjunto } from '../open-conjunto.js';
import { readLeitura, type LeituraDoEdital } from '../read-leitura.js';
import { readReunido } from './ambiente.js';
import { chaveLeitura } from './chave-leitura.js';
import type { AmbienteEstagios, ConjuntoPedido } from './tipos.js';

/** A set in a thread's memory; facts and search index are made when first asked for. */
export interface ConjuntoEmMemoria {
  readonly conjunto: Conjunto;
  readonly leitura: LeituraDoEdital;
  readonly indice: IndiceBusca;
}

/** A page takes some 30 KB with its lines and its share of the indexes: 3,000 are the 90 MB a thread may hold on to. */
const MAX_CONJUNTOS = 2;
const MAX_PAGINAS = 3000;

const lembrados = new LRUCache<string, ConjuntoEmMemoria>({
  max: MAX_CONJUNTOS, maxSize: MAX_PAGINAS, sizeCalculation: ({ conjunto }) => Math.max(1, conjunto.documentos.reduce((n, d) => n + d.documento.paginas.length, 0)),
});

/**
 * The set of a request, from this thread's memory or from the readings on disk.
 * @throws AlicitError `documento_ausente`, `ocr_pendente`; when not one document can be read, the reason of the only one or `nada_lido`
 */
export async function openConjuntoPedido(pedido: ConjuntoPedido, ambiente: AmbienteEstagios): Promise<ConjuntoEmMemoria> {
  const chave = chaveLeitura({ ...pedido, maxPaginas: ambiente.maxPaginas, maxPaginasOcr: ambiente.maxPaginasOcr });
  const lembrado = lembrados.get(chave);
  if (lembrado) return lembrado;
  const aberto = remember(await montar(pedido, ambiente));
  lembrados.set(chave, aberto);
  return aberto;
}

async function montar(pedido: ConjuntoPedido, ambiente: AmbienteEstagios): Promise<Conjunto> {
  const naoLido: NaoLido[] = [...pedido.naoLido];
  const recusados = new Set(pedido.naoLido.filter((n) => n.paginas === undefined).map((n) => n.documento));
  const lidos: DocumentoLido[] = [];
  for (const d of pedido.documentos) {
    if (recusados.has(d.nome)) continue;
    try {
      lidos.push(await readReunido(d, ambiente));
    } catch (erro) {
      if (!(erro instanceof AlicitError) || erro.codigo === 'documento_ausente' || erro.codigo === 'ocr_pendente') throw erro;
      naoLido.push({ documento: d.nome, codigo: erro.codigo, motivo: erro.message });
    }
  }
  if (!lidos.length) throw nothingRead(naoLido);
  const montado = montarConjunto(lidos, { readItens: (t) => readItens(t.partes, t).itens, ...(pedido.classes ? { classes: pedido.classes } : {}) });
  return { ...montado, naoLido: [...naoLido, ...lidos.flatMap((d) => d.naoLido)], duplicados: [] };
}

function remember(conjunto: Conjunto): ConjuntoEmMemoria {
  let texto: TextoEdital | undefined;
  let leitura: LeituraDoEdital | undefined;
  let indice: IndiceBusca | undefined;
  const getTexto = (): TextoEdital => (texto ??= new TextoEdital(conjunto.partes));
  return {
    conjunto,
    get leitura() {
      return (leitura ??= readLeitura(conjunto, getTexto()));
    },
    get indice() {
      return (indice ??= createIndiceBusca(getTexto()));
    },
  };
}
