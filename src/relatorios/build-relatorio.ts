import type { Analise } from '../analises/index.js';
import { formatCnpj } from '../kernel/index.js';
import { collectEvidencias, type Relatorio, type SecaoRelatorio } from './bloco.js';
import { formatFato, formatInstante } from './formatar.js';
import { secaoAvaliacao, secaoDecisao, secaoPlano, secaoPrazos } from './secoes-decisao.js';
import { rodapeDoModelo, secaoParecer } from './secao-parecer.js';
import { secaoListas } from './secao-listas.js';
import { secaoEvidencias, secaoFicha, secaoFontes, secaoItens, secaoLegalidade } from './secoes-edital.js';
import { secaoContas, secaoHabilitacao, secaoRiscos } from './secoes-empresa.js';

/** Analysis → report, in the order a director reads it (relatorio.md §6): decision and next fatal deadline first. Pure. */
export function buildRelatorio(a: Analise): Relatorio {
  const secoes: SecaoRelatorio[] = [
    secaoDecisao(a), secaoPrazos(a), secaoFicha(a), secaoItens(a), secaoHabilitacao(a), secaoAvaliacao(a), secaoContas(a), secaoRiscos(a), secaoParecer(a), secaoLegalidade(a), secaoListas(a), secaoPlano(a), secaoFontes(a),
  ].filter((s) => s !== null);
  const evidencias = collectEvidencias(secoes);
  return { titulo: titulo(a), subtitulo: subtitulo(a), secoes: [...secoes, secaoEvidencias(evidencias)], evidencias, rodape: rodape(a) };
}

function titulo(a: Analise): string {
  const { modalidade, forma, numero_edital } = a.fatos;
  const partes = [modalidade.valor === null ? 'Licitação' : formatFato(modalidade), forma.valor === null ? '' : agree(formatFato(forma), formatFato(modalidade)), numero_edital.valor === null ? '' : `nº ${numero_edital.valor}`];
  return partes.filter(Boolean).join(' ');
}

/** "Pregão eletrônico", "Dispensa eletrônica": the adjective follows the noun. */
const agree = (forma: string, modalidade: string): string => (/^(?:preg|leil|credenc|concurso|di[áa]logo)/i.test(modalidade) ? forma.replace(/a$/, 'o') : forma);

function subtitulo(a: Analise): string {
  const orgao = a.fatos.orgao_nome.valor ?? a.licitacao?.orgaoNome ?? 'órgão não identificado';
  const empresa = a.empresa.razaoSocial ?? 'empresa';
  return `${orgao} · para ${empresa} (CNPJ ${formatCnpj(a.empresa.cnpj)})`;
}

function rodape(a: Analise): string[] {
  const { analise, regras, leitor, fatos } = a.versao;
  return [
    `Julgado em ${formatInstante(a.agora)} (horário de Brasília)${a.valido_ate ? `, válido até ${formatInstante(a.valido_ate)}` : ''}. ${rodapeDoModelo(a)}`,
    `Versões: análise ${analise}, regras ${regras}, leitor ${leitor}, fatos ${fatos}. Documentos: ${a.documentos.filter((d) => d.usado).map((d) => `${d.nome} (sha256 ${d.sha256.slice(0, 12)})`).join('; ') || 'nenhum lido'}.`,
    'Apoio à decisão: não substitui parecer jurídico nem a leitura dos trechos citados.',
  ];
}
