import { fold, squeeze } from '../../../kernel/index.js';
import type { Campo } from '../../../editais/index.js';
import { AFIRMACOES_POR_CAMPO, type AfirmaValor } from './afirmacoes-por-campo.js';
import type { ConhecidoLido, Conhecidos } from './conhecidos.js';
import type { ProvaLida } from './provar-numeros.js';
import { radicaisDe, share } from './termos.js';
import { recusa, type Recusa } from './tipos.js';

/** A claim that gives a known field another value than the ones that rules established; a quote that says so itself clears it. */
export function checkFatos(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Recusa | null {
  const campos = new Map<Campo, ConhecidoLido[]>();
  for (const k of conhecidos.todos) {
    if (k.de.campo === undefined || (k.de.paraQue !== 'fato' && k.de.paraQue !== 'licitacao') || !AFIRMACOES_POR_CAMPO[k.de.campo]) continue;
    campos.set(k.de.campo, [...(campos.get(k.de.campo) ?? []), k]);
  }
  for (const [campo, lidos] of campos) {
    const tabela = AFIRMACOES_POR_CAMPO[campo]!;
    const sabidos = lidos.map((k) => knownValue(k, tabela)).filter((v) => v !== null);
    if (sabidos.length < lidos.length) continue;
    const validos = new Set(sabidos.flatMap((v) => [v.valor, ...(v.convive ?? [])]));
    const ditos = [...assertedIn(texto, tabela), ...saidAsLabel(texto, lidos[0]!, tabela)];
    const afirmado = ditos.filter((v) => !validos.has(v));
    if (!afirmado.length || sabidos.some((v) => ditos.includes(v.valor))) continue;
    if (provas.some((p) => { const citado = assertedIn(p.texto, tabela); return afirmado.every((v) => citado.includes(v)) && !sabidos.some((v) => citado.includes(v.valor)); })) continue;
    return recusa('contradiz_fato', `A afirmação contraria o que as regras apuraram: ${lidos[0]!.de.rotulo}: ${lidos[0]!.de.valor}.`);
  }
  return null;
}

/** "Visita técnica, segundo o edital: obrigatória": the label and a value after a colon or a verb. */
function saidAsLabel(texto: string, k: ConhecidoLido, tabela: readonly AfirmaValor[]): string[] {
  if (!k.radicais.size || share(k.radicais, radicaisDe(texto)) < 1) return [];
  const dobrado = fold(texto);
  const m = /^([^:.]{0,90}):\s*([^:]+?)\.?\s*(?:\.\s.*)?$/.exec(dobrado) ?? /^([^:.]{0,90}?)\s(?:e|sera|sao|serao)\s+([^.]+?)\.?$/.exec(dobrado);
  if (!m || /\b(?:nao|nem)$/.test(m[1]!.trim()) || share(k.radicais, radicaisDe(m[1]!)) < 1) return [];
  const valor = m[2]!.trim();
  const daTabela = tabela.filter((l) => l.valores.test(valor)).map((l) => l.valor);
  return daTabela.length || /\d/.test(valor) || valor.split(' ').length > MAX_PALAVRAS || !VALOR_SECO.test(valor) ? daTabela : [DESCONHECIDO];
}
/** A value that no field of the kind has: "visita técnica: vedada". */
const DESCONHECIDO = 'outro';
const MAX_PALAVRAS = 4;
const VALOR_SECO = /^(?:sim|nao|vedad[oa]|permitid[oa]|admitid[oa]|proibid[oa]|obrigatori[oa]|facultativ[oa]|dispensad[oa]|exigid[oa]|abert[oa]|fechad[oa]|sigilos[oa]|presencial|eletronic[oa])\b/;

const knownValue = (k: ConhecidoLido, tabela: readonly AfirmaValor[]): AfirmaValor | null => {
  const valor = fold(k.de.valor).replaceAll('_', ' ').trim();
  return tabela.find((l) => l.valores.test(valor)) ?? null;
};

/** Values that a text gives the field, clause by clause. */
function assertedIn(texto: string, tabela: readonly AfirmaValor[]): string[] {
  const frases = squeeze(texto).split(/[;]|[.!?](?=\s|$)/).map((f) => ({ frase: fold(f), partes: partesDe(f) }));
  return tabela.filter((l) => frases.some((f) => l.afirma(f.frase, f.partes))).map((l) => l.valor);
}

/** "vedado o consórcio e permitida a subcontratação" says a thing of each. Split before folding: "é" is no conjunction. */
const partesDe = (frase: string): string[] => frase.split(/,\s|\s(?:e|mas|por[eé]m|embora|enquanto|sendo)\s/i).map(fold);
