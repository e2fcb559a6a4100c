import { falaAModelos, frasesDe } from './frases.ts';
import type { CitacaoDada, Dossie } from './ler-dossie.ts';
import { dizerFato } from './simulador-agente.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';
import { radicaisDe } from './vetor.ts';

/** Share of the question's weight a sentence, with the passage around it, must hold for the question to be answered by it. */
const SUFICIENTE = 0.5;
/** A sentence says this much itself; the rest may be around it. */
const NA_FRASE = 0.34;
/** Words of questions, not of subjects. */
const DE_PERGUNTA = new Set(radicaisDe('quantos quantas quanto quem existe há haverá é edital licitação posso pode preciso devo deve precisa empresa qual tem'));

interface Opcao {
  readonly texto: string;
  readonly citacao: CitacaoDada;
  readonly nota: number;
}

/** Rarer words of the passages given weigh more. */
function pesosDe(palavras: readonly string[], trechos: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  return new Map(palavras.map((w) => [w, Math.log(1 + (trechos.length + 1) / (1 + trechos.filter((t) => t.has(w)).length))]));
}

/** The question's own words; a short one that follows others borrows the last one's. */
function palavrasDe(dossie: Dossie): readonly string[] {
  const so = (t: string): readonly string[] => [...new Set(radicaisDe(t))].filter((w) => !DE_PERGUNTA.has(w));
  const daqui = so(dossie.pergunta ?? '');
  return daqui.length >= 3 ? daqui : [...new Set([...daqui, ...so(dossie.anteriores.at(-1) ?? '')])];
}

/** Sentences and facts that answer the question, best first. */
export function opcoesDe(dossie: Dossie): readonly Opcao[] {
  const palavras = palavrasDe(dossie);
  const conjuntos = dossie.trechos.map((t) => new Set(radicaisDe(t.texto)));
  const pesos = pesosDe(palavras, conjuntos);
  const total = [...pesos.values()].reduce((a, b) => a + b, 0);
  if (total === 0) return [];
  const pedeNumero = /\b(?:qual|quais|quant[oa]s?|quando|prazo|at[ée] quando)\b/i.test(dossie.pergunta ?? '');
  const parte = (texto: ReadonlySet<string>): number => palavras.reduce((t, w) => t + (texto.has(w) ? pesos.get(w)! : 0), 0) / total;
  const dosTrechos = dossie.trechos.flatMap((t, i) => frasesDe(t.texto).map(({ trecho, dita }): Opcao => {
    const frase = parte(new Set(radicaisDe(dita)));
    const aoRedor = parte(conjuntos[i]!);
    return { texto: `Segundo o edital: ${dita}`, citacao: { documento: t.documento, pagina: t.pagina, trecho }, nota: frase >= NA_FRASE ? frase * 0.8 + aoRedor * 0.2 + (pedeNumero && /\d/.test(dita) ? 0.05 : 0) : 0 };
  }));
  const dosFatos = dossie.fatos.filter((f) => f.valor && f.trecho.length >= 12 && f.trecho.length <= 400 && f.pagina > 0 && !falaAModelos(f.trecho)).map((f): Opcao => ({
    texto: dizerFato(f), citacao: { documento: f.documento, pagina: f.pagina, trecho: f.trecho }, nota: parte(new Set(radicaisDe(`${f.titulo} ${f.trecho}`))),
  }));
  const vistas: string[] = [];
  return [...dosFatos, ...dosTrechos].filter((o) => o.nota >= SUFICIENTE).sort((a, b) => b.nota - a.nota).filter(({ citacao }) => {
    const dela = citacao.trecho.replace(/\s+/g, ' ');
    return !vistas.some((v) => v.includes(dela) || dela.includes(v)) && vistas.push(dela);
  });
}

/** The sentence that holds most of the question; not found when none holds enough of it. */
export function responderPergunta(_p: PedidoModelo, dossie: Dossie, usadas: ReadonlySet<string>): RespostaModelo {
  const opcoes = opcoesDe(dossie).filter((o) => !usadas.has(o.citacao.trecho));
  const quantas = dossie.recusadas ? dossie.recusadas.length : opcoes[1] && opcoes[1].nota > opcoes[0]!.nota * 0.9 ? 2 : 1;
  const afirmacoes = opcoes.slice(0, quantas).map(({ texto, citacao }) => ({ texto, citacoes: [citacao] }));
  return { json: { encontrado: afirmacoes.length > 0, afirmacoes } };
}
