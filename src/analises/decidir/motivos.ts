import type { Desfecho, Motivo, Pergunta } from '../domain/analise.js';
import type { Juizo } from './judge.js';
import type { Avaliacao } from './portoes/avaliacao.js';

const QUANTOS = 3;

/** The three reasons that weigh most for this outcome, strongest first, each with its quote when there is one. */
export function pickMotivos(desfecho: Desfecho, j: Juizo, perguntas: readonly Pergunta[]): Motivo[] {
  const gates = (resultado: string): Motivo[] => j.avaliacoes.filter((a) => a.portao.resultado === resultado).map(fromPortao);
  const perguntados = new Set(perguntas.map((p) => p.id));
  const pendentes = j.avaliacoes.filter((a) => a.incognitas.some((q) => perguntados.has(q.id))).map(fromPortao);
  const leitura: Motivo[] = perguntados.has('leitura') ? [{ texto: `A leitura está incompleta: falta ${j.completude.faltas.join('; ')}.`, evidencia: null }] : [];
  const bons = weighed(j, 1);
  const ruins = weighed(j, -1);
  const tetos: Motivo[] = j.pontuacao.tetos.map((texto) => ({ texto, evidencia: null }));
  const condicoes = gates('condicionado');
  const fila: Readonly<Record<Desfecho, readonly Motivo[]>> = {
    NO_GO: [...gates('reprovado'), ...eliminatorios(condicoes, j), ...ruins],
    IMPUGNAR_E_REAVALIAR: [...gates('reprovado'), ...condicoes, ...ruins],
    PENDENTE: [...leitura, ...pendentes, ...condicoes, ...bons],
    NAO_RECOMENDADO: [...eliminatorios(condicoes, j), ...ruins, ...tetos, ...condicoes],
    GO_CONDICIONADO: [...condicoes.slice(0, 2), ...bons.slice(0, 1), ...condicoes.slice(2), ...ruins],
    GO: [...bons, ...ruins],
  };
  const resto = desfecho === 'NO_GO' ? [] : [...bons, ...ruins, ...gates('passou')];
  return unique([...fila[desfecho], ...resto]).slice(0, QUANTOS);
}

const fromPortao = ({ portao }: Avaliacao): Motivo => ({ texto: portao.motivo, evidencia: portao.evidencias[0] ?? null });

/** Conditions of eliminatory gates weigh more than the suspensive ones. */
const eliminatorios = (condicoes: readonly Motivo[], j: Juizo): Motivo[] =>
  condicoes.filter((m) => j.avaliacoes.some((a) => a.portao.tipo === 'eliminatorio' && a.portao.resultado === 'condicionado' && a.portao.motivo === m.texto));

/** Things weighed that a gate already tells of, when it did not simply open. */
const DO_PORTAO: Readonly<Record<string, string>> = { objeto: 'E5', folga: 'E9', margem: 'E10', beneficio: 'E4', acervo: 'E6' };
const isDito = (j: Juizo, id: string): boolean =>
  j.avaliacoes.some(({ portao }) => portao.id === DO_PORTAO[id] && portao.resultado !== 'passou' && portao.resultado !== 'nao_aferivel');

/** Things weighed that pull up (+1) or down (−1), by how much they move the total. */
function weighed(j: Juizo, sinal: 1 | -1): Motivo[] {
  return j.pontuacao.dimensoes
    .flatMap((d) => (d.subItens ?? []).filter((s) => !isDito(j, s.id)).map((s) => ({ s, forca: s.nota === null ? 0 : sinal * (s.nota - 55) * d.peso * s.peso })))
    .filter((x) => x.forca > 0)
    .sort((a, b) => b.forca - a.forca)
    .map(({ s }) => ({ texto: s.motivo, evidencia: s.evidencia }));
}

function unique(motivos: readonly Motivo[]): Motivo[] {
  const vistos = new Set<string>();
  return motivos.filter((m) => !vistos.has(m.texto) && vistos.add(m.texto));
}
