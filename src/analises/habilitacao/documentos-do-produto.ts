import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { findPedido } from './pedido.js';
import type { Momento } from './momento.js';

/** A paper of the product offered, not of the company: the maker or the supplier gives it. `dias`: our convention. */
interface DocumentoDoProduto {
  readonly id: string;
  readonly titulo: string;
  readonly dispositivo: string;
  /** Kind of the edital's list. */
  readonly tipo: string;
  readonly acao: string;
}

const DIAS = 3;
/** Asked for only if the buyer sees a need. */
const SE_SOLICITADO = /\bsempre que solicitad|\bpoder\w+ (?:ser )?(?:solicita|exigid)|\bquando solicitad/;
const DOCUMENTOS: readonly DocumentoDoProduto[] = [
  {
    id: 'registro_do_produto', titulo: 'Registro do produto na Anvisa', dispositivo: 'arts. 42 e 67, IV, da Lei 14.133/2021; Lei 6.360/1976, art. 12',
    tipo: 'proposta/registro_produto', acao: 'Pedir ao fabricante ou distribuidor a cópia do registro e conferir se está vigente.',
  },
  {
    id: 'catalogo', titulo: 'Catálogo ou ficha técnica do produto', dispositivo: 'art. 42 da Lei 14.133/2021',
    tipo: 'proposta/catalogo', acao: 'Separar o catálogo ou a ficha técnica de cada item, com marca e modelo.',
  },
];

/** Papers of the product that the edital asks for with the proposal or from the winner. */
export const documentosDoProduto = (c: Contexto, m: Momento): RequisitoHabilitacao[] =>
  DOCUMENTOS.flatMap((d): RequisitoHabilitacao[] => {
    const q = findPedido(c, [d.tipo], (x, frase) => x.quando !== 'execucao' && !SE_SOLICITADO.test(frase));
    if (!q) return [];
    return [{
      id: d.id, grupo: 'proposta', titulo: d.titulo, dispositivo: d.dispositivo, evidencia: q.evidencia, documentoEmpresa: null, validade: null, exigidoEm: m.dia, sanavel: false, diasParaObter: DIAS, verificacoes: [],
      status: 'a_providenciar', motivo: 'É documento do produto ofertado: quem dá é o fabricante ou o distribuidor.', acao: d.acao,
    }];
  });
