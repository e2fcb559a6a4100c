import { CAMPOS, DESCRICAO_DO_CAMPO, evidenciaDoFato, findCandidatas, parseConsulta, pickTrechos, scoreOf, type Campo, type Fato, type Fatos, type IndiceBusca, type TrechoAchado } from '../../editais/index.js';
import { alvosDe, type Alvo } from './alvo.js';
import { aoLeitorAutomatico, cleanTrecho, isFatoSujo } from './ao-leitor-automatico.js';
import { confiancaDe } from './confianca.js';
import { cutCitacao } from './cut-citacao.js';
import { cleanPergunta } from './limpar-pergunta.js';
import { LIMIAR } from './pesos.js';
import { examine } from './sinais.js';
import type { CitacaoResposta, RespostaPergunta, TrechoDaResposta } from './tipos.js';
import { valorEmPalavras } from './valor-em-palavras.js';

export interface OpcoesResponder {
  /** Most citations and passages. */
  readonly top?: number;
  /** The facts read from the same set: a question about one of them is answered by it. */
  readonly fatos?: Fatos;
  /** Something of the set could not be read: what is not found may stand there, and the answer says so. */
  readonly leituraIncompleta?: boolean;
}

/** A passage whose score is below this part of the best's is not cited beside it. */
const PARTE_DO_MELHOR = 0.25;
const ESPIADA = 160;

/**
 * Answers a question with the passages of the set alone, without a model: the best ones quoted, or "Não encontrado no edital" when it is
 * likelier than not that none of them answers. What of the set talks to a machine is never an answer.
 */
export function responderSemModelo(indice: IndiceBusca, perguntaFeita: string, { top = 3, fatos: fatosLidos, leituraIncompleta = false }: OpcoesResponder = {}): RespostaPergunta {
  const pergunta = cleanPergunta(perguntaFeita);
  const consulta = parseConsulta(pergunta);
  const alvos = alvosDe(pergunta);
  const sujo = aoLeitorAutomatico(indice);
  const fatos = fatosLidos && withoutSujos(fatosLidos, (f) => isFatoSujo(sujo, f));
  const candidatas = findCandidatas(indice, consulta).filter((c) => !sujo.clausulas.has(c.id)).map((c) => ({ ...c, nota: scoreOf(c) })).sort((a, b) => b.nota - a.nota || a.id - b.id);
  const exame = examine(indice, consulta, pergunta, alvos, candidatas, { fatos, sujas: sujo.clausulas });
  const confianca = Math.round(confiancaDe(exame) * 1000) / 1000;
  const achados = pickTrechos(indice, candidatas.map(({ id, nota }) => ({ id, nota })), top);
  const procurado = exame.fato === 'ausente' ? exame.campo : null;
  if (confianca < LIMIAR) return naoEncontrado({ confianca, procurado, ausentes: exame.ausentes, leituraIncompleta }, achados);
  const termos = new Set(consulta.conceitos.flatMap((c) => [c.termo, ...c.alternativas.map((a) => a.termo)]));
  const fato = exame.fato === 'achado' && exame.campo && fatos ? fatos[exame.campo] : null;
  const doFato = fato ? citacaoDoFato(fato) : null;
  const bons = achados.filter((a) => a.score >= PARTE_DO_MELHOR * achados[0]!.score);
  const citacoes = [...(doFato ? [doFato] : []), ...citacoesDe(bons, termos, alvos, doFato)].slice(0, top);
  if (!citacoes.length) return naoEncontrado({ confianca: 0, procurado: null, ausentes: [], leituraIncompleta }, achados);
  return {
    encontrado: true,
    confianca,
    resposta: tellResposta(citacoes[0]!, doFato && fato, exame.ausentes),
    citacoes,
    trechos: leadWith(citacoes[0]!, fato, achados).slice(0, top).map((t) => ({ ...t, texto: cleanTrecho(sujo, t.documento, t.pagina, t.texto) })),
  };
}

/** The facts; one whose quote is `sujo` was not read. */
function withoutSujos(fatos: Fatos, isSujo: (fato: Fato) => boolean): Fatos {
  const sujos = CAMPOS.filter((c) => isSujo(fatos[c]));
  return sujos.length ? { ...fatos, ...Object.fromEntries(sujos.map((campo) => [campo, { campo, valor: null, ausencia: 'nao_lido' }])) } : fatos;
}

/** The passages, that of the first citation before the others: a fact may stand in none of them. */
function leadWith({ documento, pagina, trecho }: CitacaoResposta, fato: Fato | null, achados: readonly TrechoAchado[]): TrechoDaResposta[] {
  const trechos = achados.map((a): TrechoDaResposta => ({ documento: a.documento, pagina: a.pagina, secao: a.secao, texto: a.texto, score: a.score }));
  const dele = trechos.find((t) => t.documento === documento && t.pagina === pagina) ?? { documento, pagina, secao: fato !== null && fato.valor !== null ? (fato.secao ?? '') : '', texto: trecho, score: trechos[0]?.score ?? 1 };
  return [dele, ...trechos.filter((t) => t !== dele)];
}

function citacoesDe(achados: readonly TrechoAchado[], termos: ReadonlySet<string>, alvos: readonly Alvo[], fora: CitacaoResposta | null): CitacaoResposta[] {
  return achados.flatMap(({ documento, pagina, destaque }) => {
    const trecho = cutCitacao(destaque, termos, alvos);
    const repete = trecho !== null && fora !== null && fora.pagina === pagina && fora.documento === documento && (trecho.includes(fora.trecho) || fora.trecho.includes(trecho));
    return trecho === null || repete ? [] : [{ documento, pagina, trecho }];
  });
}

function citacaoDoFato(fato: Fato): CitacaoResposta | null {
  const e = evidenciaDoFato(fato);
  return e && { documento: e.documento, pagina: e.pagina, trecho: e.trecho };
}

const UNIDADES: Readonly<Record<string, string>> = { dias: ' dias', dias_uteis: ' dias úteis', exercicios: ' exercícios' };

function tellResposta({ documento, pagina, trecho }: CitacaoResposta, fato: Fato | null, ausentes: readonly string[]): string {
  const onde = `página ${pagina} de ${documento}`;
  if (ausentes.length) return `O edital não fala de ${quote(ausentes)}; o que diz do resto da pergunta está na ${onde}: “${trecho}”`;
  if (!fato) return `O edital trata disso na ${onde}: “${trecho}”`;
  const { nome, tipo, unidade } = DESCRICAO_DO_CAMPO[fato.campo];
  if (fato.valor === null) return `${nome}: o edital não exige (${onde}): “${trecho}”`;
  return `${nome}: ${valorEmPalavras(fato.campo, fato.valor)}${tipo === 'numero' ? (UNIDADES[unidade ?? ''] ?? '') : ''} (${onde}): “${trecho}”`;
}

interface Falta {
  readonly confianca: number;
  /** The field that was looked for in vain. */
  readonly procurado: Campo | null;
  /** What is asked about and the document never says. */
  readonly ausentes: readonly string[];
  readonly leituraIncompleta: boolean;
}

function naoEncontrado({ confianca, procurado, ausentes, leituraIncompleta }: Falta, [melhor]: readonly TrechoAchado[]): RespostaPergunta {
  const frases = [
    'Não encontrado no edital.',
    ...(procurado ? [`“${DESCRICAO_DO_CAMPO[procurado].nome}” foi procurado em todo o texto.`] : []),
    ...(ausentes.length ? [`O edital não fala de ${quote(ausentes)}.`] : []),
    melhor ? `O mais próximo do assunto está na página ${melhor.pagina} de ${melhor.documento} e não responde à pergunta: “${peek(melhor.destaque)}”` : 'Nenhum trecho do documento trata do assunto.',
    ...(leituraIncompleta ? ['Atenção: parte dos documentos não pôde ser lida e pode trazer a resposta.'] : []),
  ];
  return { encontrado: false, confianca, resposta: frases.join(' '), citacoes: [], trechos: [] };
}

const quote = (palavras: readonly string[]): string => palavras.map((p) => `“${p}”`).join(', ');
const peek = (texto: string): string => (texto.length <= ESPIADA ? texto : `${texto.slice(0, texto.lastIndexOf(' ', ESPIADA))}…`);
