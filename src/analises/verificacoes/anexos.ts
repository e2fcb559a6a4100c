import { readAnexos, findApartados, numeroDoAnexo } from '../../editais/index.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { citar } from './trechos.js';
import type { Contexto } from '../contexto/contexto.js';
import type { Evidencia } from '../../kernel/index.js';

/** Mentions below this are not worth a warning: a stray reference. */
const MENCOES = 2;

/**
 * Annexes the edital cites and that are not among the files read. Only the platform tells whether they were published:
 * the município of up to 20 thousand may publish elsewhere until 01/04/2027 (art. 176). So never more than not measurable.
 */
export const anexosCitados: Regra = {
  id: 'anexos_art25', titulo: 'Anexos citados e ausentes', dispositivo: 'arts. 25, § 3º, e 54 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133', '13303'],
  verificar: (c) => {
    const faltam = missingAnexos(c);
    if (!faltam.length) return null;
    const evidencias = faltam.flatMap((f) => f.evidencia ?? []).slice(0, 3);
    const nomes = faltam.map((f) => f.nome).join(', ');
    return { resultado: 'nao_aferivel', motivo: `O edital cita anexo que não está nos arquivos lidos: ${nomes}. Se não foi publicado, a publicidade do edital foi violada.`, valor: nomes, evidencias, sugestao: `Baixar ou pedir: ${nomes}.` };
  },
};

interface AnexoAusente {
  readonly nome: string;
  readonly evidencia: Evidencia | null;
}

function missingAnexos(c: Contexto): AnexoAusente[] {
  const separados = findApartados(c.texto).filter((a) => numeroDoAnexo(a.id) !== null);
  const apartados = separados.map((a): AnexoAusente => ({ nome: a.nome, evidencia: citar(c.texto, a.inicio, a.fim) }));
  const jaDitos = new Set(separados.map((a) => `Anexo ${a.id.toUpperCase()}`));
  const anexos = readAnexos(c.texto);
  // Not one annex recognised: the headings of this edital are not understood, nothing can be said.
  if (!anexos.some((a) => a.presente)) return apartados;
  return [...apartados, ...anexos.filter((a) => !a.presente && a.mencoes >= MENCOES && !jaDitos.has(a.nome)).map((a): AnexoAusente => ({ nome: a.nome, evidencia: a.citadoEm }))];
}
