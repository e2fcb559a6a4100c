import type { Decisao, Desfecho } from '../domain/analise.js';
import type { Caso, Unidade } from './caso.js';
import { COMPLETUDE_MINIMA } from './completude.js';
import { explore } from './explore.js';
import { judge, type Juizo } from './judge.js';
import { pickMotivos } from './motivos.js';
import { assume } from './portoes/avaliacao.js';
import { computePreco } from './preco.js';
import { wordingOf } from './score/faixas.js';

/** The decision of one unit: gates, score, questions that matter, reasons. */
export function decideUnidade(c: Caso, u: Unidade): Decisao {
  const j = judge(c, u);
  const { desfecho, perguntas } = explore(c, u, j);
  const { pontuacao, completude } = j;
  const lido = completude.valor >= COMPLETUDE_MINIMA;
  const score = lido ? pontuacao.score : null;
  const fechado = j.avaliacoes.some((a) => a.portao.id === 'E1' && a.portao.resultado === 'reprovado') && (c.licitacao?.situacao ?? 'divulgada') === 'divulgada';
  const desfechoSeAberta = fechado ? decideUnidade(assume(c, { prazoEncerrado: false }), u).desfecho : undefined;
  const semCusto = computePreco(c, u) === null;
  return {
    unidade: { tipo: u.tipo, id: u.id, titulo: u.titulo },
    pode: canBid(desfecho, j), valeAPena: isWorth(score, semCusto), desfecho, portoes: j.avaliacoes.map((a) => a.portao),
    score, confianca: round2(pontuacao.confianca * Math.min(1, completude.valor)), completude: completude.valor,
    dimensoes: pontuacao.dimensoes, robustez: lido ? pontuacao.robustez : null, tetos: pontuacao.tetos,
    motivos: pickMotivos(desfecho, j, perguntas), perguntas,
    oQueMudaADecisao: whatChanges(j, perguntas.map((p) => p.texto), semCusto, lido),
    avisos: warnings(c, j, score, semCusto, desfechoSeAberta, desfecho),
    ...(desfechoSeAberta ? { desfechoSeAberta } : {}),
  };
}

function canBid(desfecho: Desfecho, j: Juizo): Decisao['pode'] {
  if (desfecho === 'PENDENTE') return 'indefinido';
  if (j.avaliacoes.some((a) => a.portao.resultado === 'reprovado')) return 'nao';
  return j.avaliacoes.some((a) => a.portao.resultado === 'condicionado' || a.portao.resultado === 'pendente') ? 'sim_com_condicoes' : 'sim';
}

function isWorth(score: number | null, semCusto: boolean): Decisao['valeAPena'] {
  if (score === null) return 'nao_avaliado';
  if (score < 50) return 'nao';
  return score >= 70 && !semCusto ? 'sim' : 'com_ressalvas';
}

function whatChanges(j: Juizo, perguntas: readonly string[], semCusto: boolean, lido: boolean): string[] {
  const portoes = j.avaliacoes.filter((a) => a.portao.resultado === 'reprovado' || a.portao.resultado === 'condicionado').flatMap((a) => a.portao.oQueMuda ?? []);
  return [...new Set([
    ...portoes,
    ...perguntas.map((p) => `A resposta a esta pergunta pode mudar o desfecho: ${p}`),
    ...(lido ? [] : [`Ler o que falta: ${j.completude.faltas.join('; ')}.`]),
    ...(semCusto ? ['Com os custos no perfil, a margem e o preço mínimo passam a ser avaliados.'] : []),
  ])].slice(0, 8);
}

function warnings(c: Caso, j: Juizo, score: number | null, semCusto: boolean, seAberta: Desfecho | undefined, desfecho: Desfecho): string[] {
  const anexos = c.verificacoes.find((v) => v.regra === 'anexos_art25' && v.resultado === 'nao_aferivel');
  return [
    ...(anexos ? [`Antes de decidir, obtenha o que falta: ${anexos.valor}. A análise não leu ${anexos.valor?.includes(',') ? 'esses anexos' : 'esse anexo'}.`] : []),
    ...(semCusto ? ['Viabilidade econômica não avaliada: a empresa não informou custos para este objeto.'] : []),
    ...(score !== null && score < 50 ? [`Pontuação ${score}: ${wordingOf(score)}.`] : []),
    ...(score !== null && j.pontuacao.robustez === 'FRAGIL' ? ['Decisão frágil: pequenas mudanças nos pesos mudam a faixa da pontuação.'] : []),
    ...(desfecho === 'PENDENTE' && j.desfecho === 'IMPUGNAR_E_REAVALIAR' ? ['Se as respostas forem favoráveis, o caminho é impugnar o edital dentro do prazo: responda antes dele.'] : []),
    ...(seAberta ? [`O prazo terminou. Se ainda estivesse aberto, o desfecho seria ${NOME[seAberta]}.`] : []),
  ];
}

/** Outcomes as a person reads them. */
export const NOME: Readonly<Record<Desfecho, string>> = {
  GO: 'GO', GO_CONDICIONADO: 'GO condicionado', NAO_RECOMENDADO: 'não recomendado', IMPUGNAR_E_REAVALIAR: 'impugnar e reavaliar', PENDENTE: 'pendente', NO_GO: 'NO-GO',
};

const round2 = (n: number): number => Math.round(n * 100) / 100;
