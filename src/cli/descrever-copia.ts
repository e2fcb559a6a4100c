import type { Manifesto } from '../copia/index.js';

const count = (n: number, um: string): string => `${n} ${um}${n === 1 ? '' : 's'}`;

/** What there is in a backup, for a person. */
export function describeCopia({ criadaEm, alicit, postgres, migracoes, tabelas, arquivos }: Manifesto): string {
  const linhas = tabelas.reduce((n, t) => n + t.linhas, 0);
  const dosArquivos = arquivos ? `${count(arquivos.quantos, 'arquivo')} (${arquivos.bytes} bytes)${arquivos.ausentes ? `, ${count(arquivos.ausentes, 'ausente')}` : ''}` : 'sem arquivos';
  return `Cópia de ${criadaEm}, do ALICIT ${alicit} sobre PostgreSQL ${postgres}: ${count(linhas, 'linha')} em ${count(tabelas.length, 'tabela')} (esquema ${migracoes.at(-1)!}), ${dosArquivos}.\n`;
}

/** What a restore brought back, and how many files of the data it replaced it erased. */
export function describeVolta({ arquivos }: Manifesto, linhas: number, apagados: number): string {
  const dosApagados = apagados === 0 ? '' : apagados === 1 ? ' Um arquivo que só os dados anteriores citavam foi apagado.' : ` ${apagados} arquivos que só os dados anteriores citavam foram apagados.`;
  return `Restaurada: ${count(linhas, 'linha')} e ${count(arquivos?.quantos ?? 0, 'arquivo')}.${dosApagados}${arquivos ? '' : ' A cópia não tem arquivos: ponha-os de volta no armazenamento, ou eles aparecerão como ausentes.'}`;
}
