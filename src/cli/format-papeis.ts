import type { NaoLido } from '../editais/index.js';
import type { PapelConferido, PerfilComPapeis, SituacaoDocumento } from '../empresas/index.js';
import { formatCnpj, formatDia, type Dia } from '../kernel/index.js';

const SITUACAO: Readonly<Record<SituacaoDocumento, string>> = {
  vigente: 'em vigor', vence_em_breve: 'vence em breve', nao_vence: 'não vence', vencida: 'VENCIDA', sem_validade: 'sem validade impressa', positiva: 'POSITIVA: não atende', de_outro_titular: 'NÃO CONTA: outro titular',
};
const MAX_COLUNA = 44;

/** What was read, as a table for people: file, kind, holder, issue, validity, how it stands, then notices and what was not read. */
export function formatPapeis({ papeis, avisos, empresa }: PerfilComPapeis, naoLido: readonly NaoLido[], hoje: Dia): string {
  const linhas = [['ARQUIVO', 'TIPO', 'TITULAR', 'EMISSÃO', 'VALIDADE', `EM ${formatDia(hoje)}`], ...papeis.map(toLinha)];
  const larguras = linhas[0]!.map((_, i) => Math.min(MAX_COLUNA, Math.max(...linhas.map((l) => [...l[i]!].length))));
  const tabela = linhas.map((l) => l.map((c, i) => pad(c, larguras[i]!)).join('  ').trimEnd());
  const notas = papeis.flatMap((p) => [...(p.pertenca.codigo === 'do_titular' ? [] : [p.pertenca.motivo]), ...p.leitura.avisos.map((a) => a.mensagem)].map((m) => `${p.arquivo}: ${m}`));
  return [
    `Empresa: ${empresa.razaoSocial ?? '(razão social não informada)'}, CNPJ ${formatCnpj(empresa.cnpj)}`, '', ...(papeis.length ? tabela : ['Nenhum documento lido.']),
    ...section('Avisos', [...notas, ...avisos.map((a) => `${a.mensagem}${a.evidencia ? ` ${a.evidencia.documento}, p. ${a.evidencia.pagina}: “${a.evidencia.trecho}”` : ''}`)]),
    ...section('Não lido', naoLido.map((n) => `${n.documento}${n.paginas ? ` (páginas ${n.paginas.slice(0, 20).join(', ')})` : ''}: ${n.motivo}`)), '',
  ].join('\n');
}

const toLinha = ({ arquivo, leitura: l, situacao }: PapelConferido): string[] => [
  l.paginas.primeira > 1 ? `${arquivo} (p. ${l.paginas.primeira})` : arquivo, l.titulo, l.titular.cnpj ? formatCnpj(l.titular.cnpj) : (l.titular.nome ?? l.titular.raiz ?? '?'), l.emissao ? formatDia(l.emissao) : '?',
  l.validade.ate ? formatDia(l.validade.ate) : l.validade.regra === 'nao_vence' ? 'não vence' : l.validade.regra === 'do_edital' ? 'a do edital' : '?', SITUACAO[situacao],
];
const pad = (texto: string, largura: number): string => {
  const letras = [...texto];
  const curto = letras.length > largura ? `${letras.slice(0, largura - 1).join('')}…` : texto;
  return curto + ' '.repeat(Math.max(0, largura - [...curto].length));
};
const section = (titulo: string, linhas: readonly string[]): string[] => (linhas.length ? ['', `${titulo}:`, ...linhas.map((l) => `- ${l}`)] : []);
