import { CAMPOS, type Fato, type Fatos } from '../domain/fato.js';
import type { NaoLido } from '../domain/documento.js';
import { TextoEdital } from '../domain/texto-edital.js';
import { findOcr, markFatos } from '../domain/mark-ocr.js';
import { readFatos } from '../fatos/index.js';
import { applyErratas } from './apply-erratas.js';
import type { ConjuntoMontado } from './montar-conjunto.js';

/**
 * The facts of a set: read from its parts, changed by the erratas that came later. When some document could not be read
 * at all, what was not found may stand there: the absence says `nao_lido`.
 */
export function readFatosDoConjunto(conjunto: Pick<ConjuntoMontado, 'partes' | 'erratas'>, naoLido: readonly NaoLido[] = [], texto = new TextoEdital(conjunto.partes)): Fatos {
  if (!/\S/.test(texto.texto)) return nothingRead();
  const lidos = applyErratas(readFatos(texto), conjunto.erratas);
  const fatos = markFatos(lidos, findOcr(conjunto.partes.map((p) => p.documento)));
  return naoLido.length ? markNaoLido(fatos) : fatos;
}

function markNaoLido(fatos: Fatos): Fatos {
  const marcados = CAMPOS.map((campo): [string, Fato] => {
    const f: Fato = fatos[campo];
    return [campo, f.valor === null && f.ausencia === 'nao_encontrado' ? { ...f, ausencia: 'nao_lido' } : f];
  });
  return Object.fromEntries(marcados) as unknown as Fatos;
}

/** Not a word was read: nothing can be said to be absent, nor not to apply. */
const nothingRead = (): Fatos => Object.fromEntries(CAMPOS.map((campo) => [campo, { campo, valor: null, ausencia: 'nao_lido' }])) as unknown as Fatos;
