import { AlicitError, invalido, type Evidencia } from '../../kernel/index.js';
import type { CorrecaoFato } from '../domain/correcao-fato.js';
import type { DocumentoLido } from '../domain/documento.js';
import type { Corrigido, Fato, FatoAusente, FatoLido, Fatos } from '../domain/fato.js';
import { fillBeneficio } from '../itens/fill-beneficio.js';
import type { LeituraDoEdital } from '../read-leitura.js';
import { checkEvidencia } from './check-evidencia.js';
import { parseValorDoCampo } from './valor-do-campo.js';

export interface LeituraCorrigida {
  readonly leitura: LeituraDoEdital;
  /** Portuguese: what of the corrections no longer holds in these documents. */
  readonly avisos: readonly string[];
}

/**
 * The reading with people's corrections in place of the machine's facts, which are kept beside them; what follows from
 * facts (the items' ME/EPP rule) follows from the corrected ones. Of two corrections of a field the later in the list
 * holds. A quote that does not stand in these documents (they changed since) is left out and told; the value holds.
 * @throws AlicitError `correcao_invalida` when a value does not fit its field
 */
export function applyCorrecoes(leitura: LeituraDoEdital, correcoes: readonly CorrecaoFato[], documentos: readonly Pick<DocumentoLido, 'nome' | 'paginas'>[]): LeituraCorrigida {
  if (!correcoes.length) return { leitura, avisos: [] };
  const avisos: string[] = [];
  const fatos: Record<string, Fato> = { ...leitura.fatos };
  for (const c of new Map(correcoes.map((x) => [x.campo, x])).values()) {
    const valor = c.valor === null ? null : parseValorDoCampo(c.campo, c.valor);
    if (valor === null && !c.ausencia) throw invalido('correcao_invalida', `Diga por que não há valor para o campo ${c.campo}: nao_exige, nao_encontrado ou nao_se_aplica.`, { campo: c.campo, ponteiro: '/ausencia' });
    fatos[c.campo] = correct(leitura.fatos[c.campo], valor, c, quoteOf(c, documentos, avisos));
  }
  const corrigidos = fatos as unknown as Fatos;
  return { leitura: { ...leitura, fatos: corrigidos, itens: fillBeneficio(leitura.tabela, corrigidos) }, avisos };
}

function correct(atual: Fato, valor: unknown, { campo, ausencia, motivo, autor, em }: CorrecaoFato, evidencia: Evidencia | null): Fato {
  const corrigido: Corrigido = { por: autor, motivo, em, leituraDaMaquina: machineOf(atual) };
  if (valor === null) return { campo, valor: null, ausencia: ausencia!, ...(evidencia ? { evidencia } : {}), corrigido } as FatoAusente;
  return { campo, valor, confianca: 1, ...(evidencia ?? {}), corrigido } as Fato;
}

const machineOf = (f: Fato): FatoLido | FatoAusente => f.corrigido?.leituraDaMaquina ?? (f as FatoLido | FatoAusente);

function quoteOf({ campo, evidencia }: CorrecaoFato, documentos: readonly Pick<DocumentoLido, 'nome' | 'paginas'>[], avisos: string[]): Evidencia | null {
  if (!evidencia) return null;
  try {
    return checkEvidencia(evidencia, documentos);
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    avisos.push(`A correção do campo ${campo} foi mantida sem o trecho citado: ${erro.message}`);
    return null;
  }
}
