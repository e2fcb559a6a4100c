import type { OrigemRegistro, Recebimento } from '../domain/registro.js';
import type { DoDump } from './read-dump.js';

/** What an import did. `recusados`: by reason, most frequent first; `exemplo`: a number, when it had one. */
export interface ResumoImportacao {
  readonly registros: number;
  readonly novas: number;
  readonly mudadas: number;
  readonly iguais: number;
  readonly antigas: number;
  readonly recusados: readonly { readonly motivo: string; readonly quantos: number; readonly exemplo: string | null }[];
}
/** What takes the records in: the AcervoService. */
export interface Recebedor {
  receive(brutos: readonly unknown[], o: { origem: OrigemRegistro; vistaEm: Date }): Promise<Recebimento>;
}

const LOTE = 200;
const MAX_MOTIVOS = 50;

/** Feeds records to the collection, a batch at a time; `onLote` is told what was done so far. Running it again changes nothing. */
export async function importRegistros(acervo: Recebedor, fonte: AsyncIterable<DoDump>, { vistaEm, onLote }: { vistaEm: Date; onLote: (feito: ResumoImportacao) => void }): Promise<ResumoImportacao> {
  const soma = { registros: 0, novas: 0, mudadas: 0, iguais: 0, antigas: 0 };
  const motivos = new Map<string, { motivo: string; quantos: number; exemplo: string | null }>();
  const resumo = (): ResumoImportacao => ({ ...soma, recusados: [...motivos.values()].sort((a, b) => b.quantos - a.quantos) });
  const refuse = (motivo: string, exemplo: string | null): void => {
    const chave = motivos.has(motivo) || motivos.size < MAX_MOTIVOS ? motivo : 'Outros motivos.';
    const m = motivos.get(chave) ?? { motivo: chave, quantos: 0, exemplo };
    motivos.set(chave, { ...m, quantos: m.quantos + 1 });
  };
  let lote: unknown[] = [];
  const flush = async (): Promise<void> => {
    if (!lote.length) return;
    const r = await acervo.receive(lote, { origem: 'importacao', vistaEm });
    lote = [];
    soma.novas += r.novas.length;
    soma.mudadas += r.mudadas.length;
    soma.iguais += r.iguais;
    soma.antigas += r.antigas;
    for (const { numero, motivo } of r.invalidas) refuse(motivo, numero);
    onLote(resumo());
  };
  for await (const lido of fonte) {
    soma.registros += 1;
    if ('quebrado' in lido) refuse(lido.quebrado, null);
    else lote.push(lido.registro);
    if (lote.length >= LOTE) await flush();
  }
  await flush();
  return resumo();
}
