import type { Fatos } from '../../domain/fato.js';

/** What stands above the table of an export. */
export interface TituloItens {
  readonly orgao: string | null;
  readonly edital: string | null;
  readonly objeto: string | null;
  /** ISO instant of the session. */
  readonly sessao: string | null;
}

export const tituloDosItens = (f: Pick<Fatos, 'orgao_nome' | 'numero_edital' | 'objeto' | 'sessao_abertura'>): TituloItens => ({
  orgao: f.orgao_nome.valor, edital: f.numero_edital.valor, objeto: f.objeto.valor, sessao: f.sessao_abertura.valor,
});

/** "10/08/2026 09:00" of "2026-08-10T09:00:00-03:00": as the edital prints it, in its own time. */
export const formatSessao = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?.*$/, (_, a: string, m: string, d: string, h?: string) => `${d}/${m}/${a}${h ? ` ${h}` : ''}`);
