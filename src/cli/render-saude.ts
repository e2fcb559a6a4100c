import type { Processo } from '../processos/index.js';

/** What the command shows of an answer of /health, of this version or of a neighbour. */
export interface SaudeVista {
  readonly estado: string;
  readonly codigo: string;
  readonly versao: string;
  readonly papel: string;
  readonly itens: Readonly<Record<string, ItemVisto>>;
}

interface ItemVisto {
  readonly estado: string;
  readonly obrigatorio: boolean;
  readonly latenciaMs: number | null;
  readonly ultimoSucesso: string | null;
  readonly erro: string | null;
  readonly numeros?: Readonly<Record<string, number>>;
}

/** A table: columns as wide as their longest cell. */
function renderTabela(linhas: readonly (readonly string[])[]): string {
  const larguras = linhas[0]!.map((_, c) => Math.max(...linhas.map((l) => (l[c] ?? '').length)));
  return linhas.map((l) => l.map((celula, c) => celula.padEnd(larguras[c]!)).join('  ').trimEnd()).join('\n');
}

/** Seconds as a person says them. */
export const renderIdade = (s: number): string => (s < 120 ? `${Math.round(s)} s` : s < 7200 ? `${Math.round(s / 60)} min` : s < 172_800 ? `${Math.round(s / 3600)} h` : `${Math.round(s / 86_400)} d`);

const renderNumeros = (numeros: Readonly<Record<string, number>> = {}): string => Object.entries(numeros).map(([nome, n]) => (nome.endsWith('S') ? `${nome.slice(0, -1)} ${renderIdade(n)}` : `${nome} ${n}`)).join(', ');

/** The items in the order they came, what is required marked. @param agora ms since 1970 */
export function renderSaude({ estado, codigo, versao, papel, itens }: SaudeVista, agora: number): string {
  const linhas = Object.entries(itens).map(([nome, i]) => [
    `${nome}${i.obrigatorio ? ' *' : ''}`, i.estado, i.erro ?? '–', i.latenciaMs === null ? '–' : `${i.latenciaMs} ms`, i.ultimoSucesso === null ? '–' : `há ${renderIdade(Math.max(0, (agora - Date.parse(i.ultimoSucesso)) / 1000))}`, renderNumeros(i.numeros),
  ]);
  return `${estado} (${codigo}) · ALICIT ${versao}, ${papel}\n\n${renderTabela([['item', 'estado', 'erro', 'latência', 'último sucesso', 'medidas'], ...linhas])}\n\n* indispensável\n`;
}

export function renderProcessos(processos: readonly Processo[]): string {
  if (!processos.length) return 'Nenhum processo dá sinal de vida neste banco.\n';
  const linhas = processos.map((p) => [p.id, p.papel, p.versao, p.versaoWorkflow, p.maquina, `há ${renderIdade(p.silencioMs / 1000)}`, p.iniciadoEm.toISOString(), p.encerrando ? 'encerrando' : 'vivo']);
  return `${renderTabela([['processo', 'papel', 'versão', 'workflow', 'máquina', 'visto', 'desde', 'estado'], ...linhas])}\n`;
}
