import { addDias, formatDia, formatInstante, instanteEm, toMillis } from '../../kernel/index.js';
import type { Analise, Desfecho, Plano } from '../domain/analise.js';
import type { Caso } from './caso.js';
import { readFins } from './portoes/e1-aberta.js';

export interface Validade {
  readonly valido_ate: string;
  readonly validoAteMotivo: string;
}

interface Marco {
  readonly instante: string;
  readonly motivo: string;
}

/** A judgement holds while nothing it rests on changes by the mere passing of time: the first such moment after `agora`. */
export function computeValidade(c: Caso, plano: Plano, desfecho: Desfecho): Validade {
  const agora = toMillis(c.agora);
  const marcos = [...deadlines(c), ...documents(c), ...sanctions(c), ...(desfecho === 'NO_GO' ? [] : planned(plano)), ...rules(c)].filter((m) => toMillis(m.instante) > agora);
  const primeiro = marcos.reduce((a, b) => (toMillis(b.instante) < toMillis(a.instante) ? b : a));
  return { valido_ate: primeiro.instante, validoAteMotivo: primeiro.motivo };
}

const deadlines = (c: Caso): Marco[] => [
  ...c.prazos.flatMap((p) => (p.vinculante ? [{ instante: p.vinculante, motivo: `Termina o prazo: ${p.titulo}.` }] : [])),
  ...readFins(c).map((f) => ({ instante: f.instante, motivo: `Fim do recebimento de propostas em ${formatInstante(f.instante)}.` })),
];

/** A document is valid through its last day: the judgement changes when the next day begins. */
const documents = (c: Caso): Marco[] => [
  ...c.habilitacao.flatMap((r) => (r.validade ? [{ instante: startOf(addDias(r.validade, 1)), motivo: `Vence em ${formatDia(r.validade)}: ${r.documentoEmpresa ?? r.titulo}.` }] : [])),
  ...(c.empresa.documentos ?? []).flatMap((d) => (d.validade ? [{ instante: startOf(addDias(d.validade, 1)), motivo: `Vence em ${formatDia(d.validade)}: ${d.descricao ?? d.tipo}.` }] : [])),
];

const sanctions = (c: Caso): Marco[] => [
  ...(c.empresa.sancoes ?? []).flatMap((s) => termOf(s.enteSancionador, s.inicio, s.fim)),
  ...[...(c.sancoes?.registros ?? []), ...(c.sancoes?.daRaiz ?? [])].filter((s) => s.efeito !== 'nao_impede').flatMap((s) => termOf(s.orgao, s.inicio, s.fim)),
  ...(c.sancoes?.fontes ?? []).map((f) => ({ instante: startOf(addDias(f.data, c.sancoes!.maxDias + 1)), motivo: `Os dados do ${f.cadastro.toUpperCase()} de ${formatDia(f.data)} ficam antigos.` })),
];

const termOf = (ente: string, inicio: string | null, fim: string | null | undefined): Marco[] => [
  ...(inicio ? [{ instante: startOf(inicio), motivo: `Começa a sanção aplicada por ${ente}.` }] : []),
  ...(fim ? [{ instante: startOf(addDias(fim, 1)), motivo: `Termina a sanção aplicada por ${ente}.` }] : []),
];

/** After its latest start the longest chain no longer fits. */
const planned = (plano: Plano): Marco[] =>
  plano.tarefas
    .filter((t) => plano.caminhoCritico.includes(t.id) && t.comecarAte && t.duracaoDiasUteis > 0)
    .map((t) => ({ instante: startOf(addDias(t.comecarAte!, 1)), motivo: `Passa o último dia para começar: ${t.titulo}.` }));

/** Amounts fixed by decree change every 1 January (Lei 14.133/2021, art. 182). */
const rules = (c: Caso): Marco[] => {
  const dia = `${Number(c.hoje.slice(0, 4)) + 1}-01-01`;
  return [{ instante: startOf(dia), motivo: `Os valores das regras mudam em ${formatDia(dia)} (art. 182 da Lei 14.133/2021).` }];
};

const startOf = (dia: string): string => instanteEm(dia, '-03:00', '00:00:00');

/** May the analysis still be shown as current? Not before its moment, nor from `valido_ate` on. */
export const isAnaliseValida = (a: Pick<Analise, 'agora' | 'valido_ate'>, agora: string): boolean =>
  a.valido_ate !== null && toMillis(agora) >= toMillis(a.agora) && toMillis(agora) < toMillis(a.valido_ate);
