import { decimal, formatPercentual } from '../../kernel/index.js';
import type { Risco } from '../domain/analise.js';
import { daysOf } from './caixa.js';
import { evidenciaDe, fatoDe, type Caso } from './caso.js';
import { isViolacao } from './portoes/exigencias.js';

type Regra = (c: Caso) => Risco | null;

const risco = (titulo: string, probabilidade: Risco['probabilidade'], impacto: Risco['impacto'], mitigacao: string, evidencia: Risco['evidencia'] = null): Risco => ({ titulo, probabilidade, impacto, mitigacao, evidencia });

/** One rule per risk: what in the notice raises it, and what to do about it. Grades are a convention of ours. */
const REGRAS: readonly Regra[] = [
  (c) => {
    const f = fatoDe(c, 'multa_mora_pct_dia');
    return f && decimal(f.valor).gte('0.5') ? risco(`Multa de mora alta: ${formatPercentual(f.valor)} ao dia`, 'media', decimal(f.valor).gte(1) ? 'alto' : 'medio', 'Planeje a entrega com folga e peça prorrogação por escrito antes do vencimento.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'multa_compensatoria_max_pct');
    return f && decimal(f.valor).gte(20) ? risco(`Multa compensatória de até ${formatPercentual(f.valor)}`, 'baixa', 'alto', 'Confira a base de cálculo e a gradação das faltas na minuta do contrato.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'pagamento_prazo');
    return f && daysOf(f.valor) > 31 ? risco('Prazo de pagamento longo', 'media', 'medio', 'Reserve capital de giro; atraso de mais de 2 meses da nota fiscal dá direito a suspender a execução (art. 137, § 2º, IV).', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'srp');
    return f?.valor || (!f && c.licitacao?.srp) ? risco('Registro de preços sem compra garantida', 'alta', 'medio', 'Não conte com a quantidade total: forme um preço que se sustente em pedidos pequenos durante toda a validade da ata.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'prazo_execucao');
    return f && daysOf(f.valor) <= 5 ? risco('Prazo de entrega muito curto', 'media', 'alto', 'Confirme estoque ou fornecedor antes de ofertar.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = c.fatos.reajuste_indice;
    return f.valor === null && f.ausencia === 'nao_encontrado' ? risco('Reajuste não encontrado no edital', 'media', 'medio', 'Peça esclarecimento: índice e data-base são obrigatórios (art. 25, § 7º).') : null;
  },
  (c) => {
    const f = fatoDe(c, 'garantia_execucao_pct');
    return f && decimal(f.valor).gt(5) ? risco(`Garantia de execução de ${formatPercentual(f.valor)}`, 'alta', 'medio', 'Acima de 5% exige justificativa (art. 98); cote o seguro antes de ofertar.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'amostra_ou_poc');
    return f?.valor ? risco('Amostra ou prova de conceito', 'media', 'alto', 'Deixe a amostra ou a demonstração pronta antes da sessão: o prazo corre assim que a empresa for a primeira colocada.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'orcamento_sigiloso');
    return f?.valor ? risco('Orçamento sigiloso', 'media', 'medio', 'Forme o preço pelo custo: o valor máximo só aparece depois do julgamento.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'forma');
    return f?.valor === 'presencial' ? risco('Sessão presencial', 'media', 'baixo', 'Programe o deslocamento e o credenciamento do representante.', evidenciaDe(f)) : null;
  },
  (c) => {
    const f = fatoDe(c, 'regime_execucao');
    const integrada = f?.valor === 'contratacao_integrada' || f?.valor === 'contratacao_semi_integrada';
    return integrada ? risco('Projeto por conta da contratada', 'media', 'alto', 'Leia a matriz de riscos: o que ela atribui à contratada não gera reequilíbrio (art. 103, § 5º).', evidenciaDe(f)) : null;
  },
  (c) => {
    const v = c.verificacoes.find(isViolacao);
    return v ? risco(`Edital contrário à lei: ${v.motivo.charAt(0).toLowerCase()}${v.motivo.slice(1).replace(/\.$/, '')}`, 'media', 'medio', 'O edital pode ser suspenso ou republicado; acompanhe as impugnações.', v.evidencias[0] ?? null) : null;
  },
  (c) => (c.divergencias.length ? risco('Fontes divergentes sobre a licitação', 'media', 'medio', `Confirme com o órgão: ${c.divergencias.map((d) => d.campo).join(', ')}.`, c.divergencias.flatMap((d) => d.valores).find((v) => v.evidencia)?.evidencia ?? null) : null),
];

const GRAU = { baixa: 1, media: 2, alta: 3, baixo: 1, medio: 2, alto: 3 } as const;

/** Risks of this tender, gravest first. */
export const listRiscos = (c: Caso): Risco[] =>
  REGRAS.flatMap((r) => r(c) ?? []).sort((a, b) => GRAU[b.probabilidade] * GRAU[b.impacto] - GRAU[a.probabilidade] * GRAU[a.impacto]);
