import { fold } from '../../../kernel/index.js';
import type { NumeroLido } from './numeros/tipos.js';

const PROPRIO = /^\s*(?:\(\w+\)\s*)?(?:principais\s|grandes\s|outros\s|outras\s|novos\s|novas\s)?(?:pontos?|riscos?|aspectos?|motivos?|raz(?:ao|oes)|fator(?:es)?|exigencias?|documentos?|itens|item|hipoteses?|condic(?:ao|oes)|situac(?:ao|oes)|formas?|modalidades?|alternativas?|opc(?:ao|oes)|etapas?|fases?|questao|questoes|criterios?|requisitos?|cuidados?|medidas?|clausulas?|trechos?|frentes?|lados?|partes?|previsoes|obrigac(?:ao|oes)|providencias?|vezes|tipos?|coisas?|consequencias?|prazos?|desafios?|elementos?|regras?|informac(?:ao|oes)|momentos?|impactos?|gargalos?|datas?|marcos?|oportunidades?)\b/;
const ARTIGO = /^(?:h?uma?)$/;

/** "dois pontos de atenção", "um", "os dois": the sentence counts its own things, nothing that a page must hold. */
export function isEnumeracao(n: NumeroLido, texto: string): boolean {
  if (n.tipo !== 'plano' || !n.porExtenso) return false;
  if (ARTIGO.test(fold(n.bruto))) return true;
  const valor = Number(n.chaves[0]!.slice('plano:'.length));
  return valor <= 10 && (PROPRIO.test(fold(texto.slice(n.fim, n.fim + 40))) || /(?:^|\s)(?:os|as|ambos|dos|das|nos|nas|aos)\s+$/i.test(texto.slice(0, n.inicio)) && /^\s*[.,;]/.test(texto.slice(n.fim)));
}
