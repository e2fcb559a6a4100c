import type { Desfecho } from '../domain/analise.js';
import { prazoDe, type Caso, type Unidade } from './caso.js';
import { COMPLETUDE_MINIMA, computeCompletude, type Completude } from './completude.js';
import { assume, type Avaliacao, type Incognita } from './portoes/avaliacao.js';
import { judgePortoes } from './portoes/index.js';
import { computeScore, type Pontuacao } from './score/compute-score.js';
import { outcomeOf } from './score/faixas.js';

/** The judgement of one unit with what is known, plus what is not. */
export interface Juizo {
  readonly avaliacoes: readonly Avaliacao[];
  readonly pontuacao: Pontuacao;
  readonly completude: Completude;
  /** The outcome if no open question turned out badly: what is unknown counts as a condition, never against. */
  readonly desfecho: Desfecho;
  readonly incognitas: readonly Incognita[];
}

export function judge(c: Caso, u: Unidade): Juizo {
  const avaliacoes = judgePortoes(c, u);
  const pontuacao = computeScore(c, u);
  const completude = computeCompletude(c);
  const incognitas = [...avaliacoes.flatMap((a) => a.incognitas), ...doubtOfLeitura(c, completude, pontuacao), ...doubtOfImpugnacao(c, avaliacoes)];
  return { avaliacoes, pontuacao, completude, incognitas, desfecho: outcome(c, avaliacoes, pontuacao, completude) };
}

function outcome(c: Caso, avaliacoes: readonly Avaliacao[], { score, tetos }: Pontuacao, completude: Completude): Desfecho {
  const reprovados = avaliacoes.filter((a) => a.portao.resultado === 'reprovado');
  if (c.hipoteses.leituraEsconde) return 'NO_GO';
  if (reprovados.length) return reprovados.every((a) => a.impugnavel) && impugnacaoAberta(c) !== false ? 'IMPUGNAR_E_REAVALIAR' : 'NO_GO';
  const base = score === null || (isPouco(completude) && !tetos.length) ? 'GO_CONDICIONADO' : outcomeOf(score);
  const condicao = avaliacoes.some((a) => a.portao.resultado === 'condicionado' || a.portao.resultado === 'pendente');
  return base === 'GO' && condicao ? 'GO_CONDICIONADO' : base;
}

const isPouco = (x: Completude): boolean => x.valor < COMPLETUDE_MINIMA;

/** May the notice still be challenged (art. 164)? Null: nobody knows until when. */
const impugnacaoAberta = (c: Caso): boolean | null => {
  const encerrado = prazoDe(c, 'impugnacao')?.encerrado;
  return c.hipoteses.impugnacaoAberta ?? (encerrado == null ? null : !encerrado);
};

function doubtOfLeitura(c: Caso, completude: Completude, { score }: Pontuacao): Incognita[] {
  if (c.hipoteses.leituraEsconde !== undefined || (!isPouco(completude) && score !== null)) return [];
  return [{
    id: 'leitura', quemResponde: 'leitura', texto: `Não foi lido: ${completude.faltas.join('; ') || 'o bastante para decidir'}. Há ali exigência que a empresa não atenda?`,
    sim: (x) => assume(x, { leituraEsconde: true }), nao: (x) => assume(x, { leituraEsconde: false }),
  }];
}

function doubtOfImpugnacao(c: Caso, avaliacoes: readonly Avaliacao[]): Incognita[] {
  const reprovados = avaliacoes.filter((a) => a.portao.resultado === 'reprovado');
  if (!reprovados.length || !reprovados.every((a) => a.impugnavel) || impugnacaoAberta(c) !== null) return [];
  return [{
    id: 'impugnacao_aberta', quemResponde: 'orgao', texto: 'Até quando o edital pode ser impugnado? A data não foi encontrada.',
    sim: (x) => assume(x, { impugnacaoAberta: true }), nao: (x) => assume(x, { impugnacaoAberta: false }),
  }];
}
