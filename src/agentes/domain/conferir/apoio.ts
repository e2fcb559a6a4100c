import { fold, squeeze } from '../../../kernel/index.js';
import type { Conhecidos, ConhecidoLido } from './conhecidos.js';
import { AFIRMACOES_POR_CAMPO } from './afirmacoes-por-campo.js';
import { deonticasDe, type Deontica } from './modalidade-deontica.js';
import { findNegacao } from './negacao.js';
import { findNomes } from './nomes.js';
import type { ProvaLida } from './provar-numeros.js';
import { common, share, termosDe } from './termos.js';
import { recusa, type Recusa } from './tipos.js';

/** Share of a sentence's words that its quotes must speak of. */
const AFIRMA = 0.5;
const JULGA = 0.2;

const JUIZO = /\b(?:risco|atencao|recomenda\w*|convem|sugere\w*|aconselha\w*|cuidado|cautela|atentar|oportunidade|vantag\w+|favorav\w+|impact\w+|pode\s+(?:afetar|comprometer|reduzir|aumentar|gerar|pressionar|elevar|encarecer|dificultar|ampliar|favorecer|exigir\s+capital)|tende\w*|importante|planejar|planejamento|antecedencia|prever\b|considerar|avaliar|verificar|conferir|provision\w+|viabili\w+|competitiv\w+|margem|fluxo\s+de\s+caixa|capital\s+de\s+giro|desfavorav\w+|prudente|vale\s+a\s+pena|e\s+preciso\s+(?:estar|ter\s+atencao|cuidado)|representa|sinaliza|ser\s+(?:questionad|impugnad|esclarecid|contestad)\w+|cabe\s+(?:pedir|questionar|avaliar|verificar|confirmar)|onera\w*|pesa\w*|compromet\w+)/;

/** The claim must speak of what its quotes speak of, in the sense in which they do. */
export function checkApoio(texto: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): Recusa | null {
  const frases = splitFrases(texto);
  const tudo = termosDe(texto);
  const doAssunto = conhecidos.todos.filter((k) => k.termos.size > 0 && share(k.termos, tudo) >= 0.6);
  const falta = findNomes(texto).find((n) => !isNomeProvado(n, provas, conhecidos));
  if (falta !== undefined) return recusa('sem_apoio', `“${falta}” não aparece nas citações nem nos fatos do dossiê: cite o trecho que o menciona ou tire-o.`);
  for (const frase of frases) {
    const r = checkFrase(frase, frases.length, provas, doAssunto);
    if (r) return r;
  }
  return null;
}

const splitFrases = (texto: string): string[] => squeeze(texto).split(/(?<=[a-zà-ú)%”"\d]{2}[.!?;])\s+(?=[A-ZÀ-Úa-z])/).filter((f) => f.trim());

/** "o prazo de 24 horas exige equipe de plantão": what a circumstance asks of the company is judgement, unless it is a paper. */
const CONSEQUENCIA = /^(?:o|a|os|as|esse|essa|este|esta|tal)\s+(?:prazos?|tempo|distancia|quantidade|quantitativo|volume|cronograma|atendimento|localizacao|dispersao|exclusividade|vedacao|combinacao|soma|multas?|irreajustabilidade|ausencia|horario|jornada|concentracao)\b.{6,}?\s(?=(?:exigem?|pede[m]?|requer(?:em)?|demandam?|impoe[m]?|obrigam?|recomendam?|aconselham?|sugerem?|justificam?|torna[m]?)\s)/;
const PAPEL = /\b(?:certific\w+|licenc\w+|registr\w+|alvara\w*|atestad\w+|certid\w+|autorizac\w+|seguro\w*|garanti\w+|cauc\w+|declarac\w+|laudo\w*|selo\w*|credenci\w+|inscric\w+|sede|filial|capital\s+social|patrimonio)\b/;

function checkFrase(inteira: string, quantas: number, provas: readonly ProvaLida[], doAssunto: readonly ConhecidoLido[]): Recusa | null {
  const causa = CONSEQUENCIA.exec(fold(inteira));
  const frase = causa && !PAPEL.test(fold(inteira).slice(causa[0].length)) ? inteira.slice(0, causa[0].length) : inteira;
  const termos = termosDe(frase);
  const base = new Set([...provas.flatMap((p) => [...p.termos, ...p.contexto]), ...doAssunto.flatMap((k) => [...k.todosOsTermos])]);
  const parte = share(termos, base);
  const juizo = JUIZO.test(fold(frase));
  const deonticas = deonticasDe(frase);
  const minimo = !juizo ? AFIRMA : quantas > 1 && !deonticas.has('obriga') && !deonticas.has('proibe') ? 0 : JULGA;
  if (parte < minimo || (termos.size > 1 && minimo > 0 && common(termos, base) === 0)) {
    return recusa('sem_apoio', 'As citações não falam do que a afirmação diz: cite o trecho que a sustenta ou reescreva-a com o que o trecho diz.');
  }
  const oposta = findOposta(deonticas, termos, provas, doAssunto) ?? findNegacao(frase, provas);
  return oposta ? recusa('sem_apoio', oposta) : null;
}

/** The claim demands, forbids, allows or waives what its quotes do not. */
function findOposta(frase: ReadonlySet<Deontica>, termos: ReadonlySet<string>, provas: readonly ProvaLida[], doAssunto: readonly ConhecidoLido[]): string | null {
  if (doAssunto.some((k) => (k.de.campo !== undefined && AFIRMACOES_POR_CAMPO[k.de.campo] !== undefined) || k.de.paraQue === 'exigencia')) return null;
  const citado = new Set(provas.filter((p) => common(p.termos, termos) > 0).flatMap((p) => [...deonticasDe(p.texto)]));
  if (frase.has('proibe') && !citado.has('proibe') && !citado.has('nega')) return 'A afirmação diz que algo é vedado e a citação não o diz.';
  if (frase.has('dispensa') && !citado.has('dispensa') && !citado.has('permite') && !citado.has('nega')) return 'A afirmação diz que algo não é exigido e a citação não o diz.';
  if (frase.has('permite') && !frase.has('proibe') && !frase.has('nega') && (citado.has('proibe') || citado.has('nega')) && !citado.has('permite')) return 'A afirmação diz que algo é permitido e a citação o veda.';
  if (frase.has('obriga') && !frase.has('dispensa') && (citado.has('dispensa') || citado.has('permite')) && !citado.has('obriga')) return 'A afirmação diz que algo é exigido e a citação o deixa facultativo ou o dispensa.';
  return null;
}

function isNomeProvado(nome: string, provas: readonly ProvaLida[], conhecidos: Conhecidos): boolean {
  const alvo = fold(nome).replace(/[^a-z0-9]/g, '').replace(/(?<=[a-z]{4})s$/, '');
  const stands = (texto: string): boolean => {
    const dobrado = fold(texto);
    return new RegExp(`(?<![a-z0-9])${alvo.split('').join('[^a-z0-9]?')}s?(?![a-z0-9])`).test(dobrado) || (nome === nome.toUpperCase() && initialsOf(dobrado).includes(alvo));
  };
  return provas.some((p) => stands(p.texto) || stands(p.daPagina)) || conhecidos.todos.some((k) => stands(`${k.de.rotulo} ${k.de.valor} ${k.de.texto ?? ''}`));
}

/** "Conselho Regional de Engenharia e Agronomia" → "crea". */
const initialsOf = (dobrado: string): string => (dobrado.match(/[a-z]+/g) ?? []).filter((p) => p.length > 2 && !/^(?:dos|das|nos|nas|aos|por|com|para|sobre|que)$/.test(p)).map((p) => p[0]!).join('');
