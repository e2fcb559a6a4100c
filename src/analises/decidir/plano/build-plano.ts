import { diaNoDeslocamento, deslocamentoDe, type Dia } from '../../../kernel/index.js';
import type { Plano, Tarefa } from '../../domain/analise.js';
import { diasDisponiveis, isLimitePassado, limiteDe, type Caso } from '../caso.js';
import { isParada } from '../../prazos/parada.js';
import { oncePerCaso } from '../memo.js';
import { ENVIO, listTarefas, type TarefaCrua } from './tarefas.js';

/** Length of the longest chain that ends at each task, at one of the two paces. Tasks come after what they depend on. */
function lengthsOf(tarefas: readonly TarefaCrua[], ritmo: 'usual' | 'minima'): ReadonlyMap<string, number> {
  const fim = new Map<string, number>();
  for (const t of tarefas) fim.set(t.id, t[ritmo] + Math.max(0, ...t.depende.map((d) => fim.get(d) ?? 0)));
  return fim;
}

function longestChain(tarefas: readonly TarefaCrua[]): string[] {
  const fim = lengthsOf(tarefas, 'usual');
  const porId = new Map(tarefas.map((t) => [t.id, t]));
  const cadeia: string[] = [];
  for (let t = porId.get(ENVIO); t; ) {
    cadeia.unshift(t.id);
    const anterior: string | undefined = t.depende.reduce<string | undefined>((m, d) => (m === undefined || fim.get(d)! > fim.get(m)! ? d : m), undefined);
    t = anterior === undefined || fim.get(anterior) === 0 ? undefined : porId.get(anterior);
  }
  return cadeia;
}

/**
 * Latest days, backwards: a task ends on its own last day or on the business day before the first task that waits for
 * it must start, whichever is earlier, and starts as many business days before as it takes.
 */
function datesOf(c: Caso, tarefas: readonly TarefaCrua[], limite: Dia): ReadonlyMap<string, { comecar: Dia; concluir: Dia }> {
  const datas = new Map<string, { comecar: Dia; concluir: Dia }>();
  for (const t of [...tarefas].reverse()) {
    const esperam = tarefas.filter((x) => x.depende.includes(t.id)).flatMap((x) => datas.get(x.id)?.comecar ?? []);
    const tetos = [...esperam.map((d) => c.subtractDiasUteis(d, 1)), ...(t.prazo ? [t.prazo] : [])];
    const concluir = t.id === ENVIO ? limite : tetos.length ? tetos.reduce((a, b) => (a < b ? a : b)) : c.subtractDiasUteis(limite, 1);
    datas.set(t.id, { concluir, comecar: c.subtractDiasUteis(concluir, Math.max(0, t.usual - 1)) });
  }
  return datas;
}

/** The plan to bid: what to do, by whom, latest dates, and how long the longest chain is. Of a tender that stopped there are no latest dates. */
export const buildPlano = oncePerCaso((c): Plano => {
  const cruas = listTarefas(c);
  const limite = isParada(c.licitacao) ? null : limiteDe(c);
  const dia = limite && diaNoDeslocamento(limite, deslocamentoDe(limite) ?? '-03:00');
  const datas = dia ? datesOf(c, cruas, dia) : null;
  const tarefas = cruas.map((t): Tarefa => ({
    id: t.id, titulo: t.titulo, dono: t.dono, duracaoDiasUteis: t.usual, depende: t.depende, motivo: t.motivo,
    comecarAte: datas?.get(t.id)?.comecar ?? null, concluirAte: datas?.get(t.id)?.concluir ?? null,
  }));
  return {
    tarefas, caminhoCritico: longestChain(cruas), diasUteisDisponiveis: isLimitePassado(c) && !isParada(c.licitacao) ? 0 : diasDisponiveis(c),
    diasUteisNecessarios: lengthsOf(cruas, 'usual').get(ENVIO) ?? 0,
    diasUteisMinimos: lengthsOf(cruas, 'minima').get(ENVIO) ?? 0,
  };
});
