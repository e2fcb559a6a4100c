import type { Campo } from '../../editais/index.js';
import { fatoDe, limiteDe, type Caso } from './caso.js';
import { oncePerCaso } from './memo.js';

/** Below this share there is no GO: the question goes to the reading (relatorio.md § 2, 6). */
export const COMPLETUDE_MINIMA = 0.7;

export interface Completude {
  /** 0–1. */
  readonly valor: number;
  /** What a reading should have given and did not: Portuguese. */
  readonly faltas: readonly string[];
}

const has = (c: Caso, campo: Campo): boolean => {
  const f = c.fatos[campo];
  return f.valor !== null || f.ausencia === 'nao_exige' || f.ausencia === 'nao_se_aplica';
};

/** What no decision should go without, with its weight in points of 100. What PNCP says counts too. */
const ESSENCIAIS: readonly [string, number, (c: Caso) => boolean][] = [
  ['o objeto', 20, (c) => has(c, 'objeto') || !!c.licitacao?.objeto],
  ['a data da sessão ou o fim do recebimento de propostas', 25, (c) => limiteDe(c) !== null],
  ['a modalidade', 10, (c) => has(c, 'modalidade') || c.licitacao?.modalidadeId != null],
  ['o critério de julgamento', 5, (c) => has(c, 'criterio_julgamento') || !!c.licitacao?.itens.some((i) => i.criterioJulgamentoId !== null)],
  ['a reserva a ME/EPP', 10, (c) => has(c, 'me_epp') || c.linhas.some((i) => i.beneficio !== null)],
  ['o valor estimado ou o sigilo do orçamento', 10, (c) => has(c, 'valor_estimado_total') || fatoDe(c, 'orcamento_sigiloso')?.valor === true || !!c.licitacao?.valorEstimado || c.licitacao?.orcamentoSigiloso === true],
  ['as exigências de habilitação', 20, (c) => c.habilitacao.some((r) => r.evidencia !== null)],
];

/**
 * How much of what a reading must give was really read: the lower of the essential data and of the pages read of the
 * documents that hold the facts. It has nothing to do with what the company did not tell.
 */
export const computeCompletude = oncePerCaso((c): Completude => {
  const faltas = ESSENCIAIS.filter(([, , ok]) => !ok(c));
  const essenciais = 1 - faltas.reduce((s, [, peso]) => s + peso, 0) / 100;
  const usados = c.documentos.filter((d) => d.usado);
  const paginas = usados.reduce((s, d) => s + d.paginas, 0);
  const lidas = usados.reduce((s, d) => s + d.paginasLidas, 0);
  const leitura = paginas ? lidas / paginas : 0;
  return {
    valor: Math.round(Math.min(essenciais, leitura) * 100) / 100,
    faltas: [
      ...faltas.map(([nome]) => nome),
      ...(paginas === 0 ? ['o texto do edital'] : lidas < paginas ? [`${paginas - lidas} de ${paginas} páginas`] : []),
    ],
  };
});
