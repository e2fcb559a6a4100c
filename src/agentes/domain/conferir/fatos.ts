import { fold, squeeze } from '../../../kernel/index.js';
import { AFIRMACOES_POR_CAMPO, type AfirmaValor } from './afirmacoes-por-campo.js';
import type { ConhecidoLido, Conhecidos } from './conhecidos.js';
import type { ProvaLida } from './provar-numeros.js';
import { recusa, type Recusa } from './tipos.js';

/** A claim that gives a known field another value than the one that rules established; a quote that says so itself clears it. */
export function checkFatos(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Recusa | null {
  for (const k of conhecidos.todos) {
    const tabela = k.de.campo === undefined || (k.de.paraQue !== 'fato' && k.de.paraQue !== 'licitacao') ? undefined : AFIRMACOES_POR_CAMPO[k.de.campo];
    if (!tabela) continue;
    const sabido = knownValue(k, tabela);
    if (sabido === null) continue;
    const afirmado = assertedIn(texto, tabela).filter((v) => v !== sabido.valor && !(sabido.convive ?? []).includes(v));
    if (!afirmado.length || assertedIn(texto, tabela).includes(sabido.valor)) continue;
    if (provas.some((p) => { const citado = assertedIn(p.texto, tabela); return afirmado.every((v) => citado.includes(v)) && !citado.includes(sabido.valor); })) continue;
    return recusa('contradiz_fato', `A afirmação contraria o que as regras apuraram: ${k.de.rotulo}: ${k.de.valor}.`);
  }
  return null;
}

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
