import type { Evidencia } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { findTrechos, semClausula, type OpcoesTrecho, type Trecho } from './trechos.js';

interface ClausulaRestritiva extends Pick<Regra, 'id' | 'titulo' | 'dispositivo' | 'nivelFonte'> {
  readonly padroes: readonly RegExp[];
  readonly opcoes?: OpcoesTrecho;
  readonly resultado: 'violado' | 'indicio';
  /** What the clause does, for "Não foi achada … cláusula que …". */
  readonly oQue: string;
  readonly motivo: string;
  readonly sugestao?: string;
  readonly limite?: string;
  readonly regimes?: Regra['regimes'];
  /** Last look at a clause: false drops it. */
  readonly aceita?: (t: Trecho, c: Contexto) => boolean;
  readonly exclui?: (c: Contexto) => boolean;
  readonly aplica?: (c: Contexto) => boolean;
}

const MAX_EVIDENCIAS = 3;

/** A check that a forbidden or suspicious clause is not in the text. */
export const clausulaRestritiva = (r: ClausulaRestritiva): Regra => ({
  id: r.id, titulo: r.titulo, dispositivo: r.dispositivo, nivelFonte: r.nivelFonte, vigencia: VIGENCIA_14133, regimes: r.regimes ?? ['14133'], restritiva: true,
  verificar: (c) => {
    if (r.aplica && !r.aplica(c)) return null;
    const trechos = r.padroes.flatMap((p) => findTrechos(c.texto, p, r.opcoes)).filter((t) => !r.aceita || r.aceita(t, c));
    return trechos.length ? toVeredito(r, c, trechos.map((t) => t.evidencia)) : semClausula(c, r.oQue);
  },
});

function toVeredito(r: ClausulaRestritiva, c: Contexto, evidencias: readonly Evidencia[]): Veredito {
  const unicas = evidencias.filter((e, i) => evidencias.findIndex((x) => x.pagina === e.pagina && x.trecho === e.trecho) === i);
  return {
    resultado: r.resultado, motivo: r.motivo, limite: r.limite ?? null, evidencias: unicas.slice(0, MAX_EVIDENCIAS),
    ...(r.sugestao ? { sugestao: r.sugestao } : {}), ...(r.exclui?.(c) ? { excluiEmpresa: true } : {}),
  };
}
