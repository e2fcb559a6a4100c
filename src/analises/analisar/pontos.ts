import { Decimal } from 'decimal.js';
import { formatDinheiro } from '../../kernel/index.js';
import { CAMPOS, evidenciaDoFato, type Campo, type Fato } from '../../editais/index.js';
import type { Analise } from '../domain/analise.js';
import type { Verificacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import type { Prazo } from '../domain/analise.js';
import { findRequisitosIndefinidos } from '../verificacoes/index.js';

export type Ponto = Analise['pontosAEsclarecer'][number];

/** Fields where a contradiction matters to who bids, and how they are called. */
const NOMES: Partial<Record<Campo, string>> = {
  criterio_julgamento: 'o critério de julgamento', adjudicacao: 'a forma de adjudicação', modo_disputa: 'o modo de disputa', srp: 'o registro de preços', regime_execucao: 'o regime de execução', sessao_abertura: 'a data da sessão',
  propostas_fim: 'o fim das propostas', valor_estimado_total: 'o valor estimado', me_epp: 'o tratamento de ME/EPP', validade_proposta_dias: 'a validade da proposta', garantia_proposta_pct: 'a garantia de proposta', garantia_execucao_pct: 'a garantia de execução',
  capital_ou_pl_minimo_pct: 'o capital ou patrimônio líquido mínimo', indices_minimos: 'os índices mínimos', balanco_exercicios: 'os exercícios do balanço', visita_tecnica: 'a visita técnica', consorcio: 'o consórcio', subcontratacao: 'a subcontratação',
  atestado_min_pct: 'o percentual do atestado', prazo_execucao: 'o prazo de execução', vigencia_contrato: 'a vigência', pagamento_prazo: 'o prazo de pagamento', reajuste_indice: 'o índice de reajuste', multa_mora_pct_dia: 'a multa de mora',
};

/** What the edital leaves open: tables that are not there, contradictions, and what the checks could not settle. */
export function pontosAEsclarecer(c: Contexto, verificacoes: readonly Verificacao[], prazos: readonly Prazo[]): readonly Ponto[] {
  return dedup([
    ...findRequisitosIndefinidos(c),
    ...CAMPOS.flatMap((campo) => contradicao(campo, c.fatos[campo])),
    ...itemForaDoTotal(c),
    ...prazos.filter((p) => p.conflito?.includes('dois prazos')).map((p) => ({ texto: `${p.titulo}: ${p.conflito}`, evidencia: p.evidencias[0] ?? null })),
    ...verificacoes.filter((v) => v.resultado === 'nao_aferivel' && v.sugestao && v.evidencias.length > 0 && v.regra !== 'requisito_indefinido').map((v) => ({ texto: `${v.motivo} ${v.sugestao}`, evidencia: v.evidencias[0]! })),
  ]);
}

function contradicao(campo: Campo, f: Fato): Ponto[] {
  const nome = NOMES[campo];
  if (!nome || f.valor === null || f.corrigido) return [];
  const evidencia = evidenciaDoFato(f);
  const outra = f.alternativas?.[0];
  if (outra) return [{ texto: `O edital não é uniforme sobre ${nome}: ${f.pagina === outra.pagina ? `a página ${f.pagina} traz duas leituras` : `a página ${f.pagina} e a página ${outra.pagina} não dizem o mesmo`}.`, evidencia }];
  if (f.nota?.startsWith('CONFLITO')) return [{ texto: `O edital não é uniforme sobre ${nome}: ${f.nota.replace(/^CONFLITO:\s*/, '')}`, evidencia }];
  return [];
}

/** The stated total leaves one item out: its amount is exactly what is missing from the sum of all. */
function itemForaDoTotal(c: Contexto): Ponto[] {
  const f = c.fatos.valor_estimado_total;
  const totais = c.itens.map(totalDe);
  if (f.valor === null || c.itens.length < 2 || totais.some((t) => t === null)) return [];
  const soma = totais.reduce<Decimal>((s, t) => s.plus(t!), new Decimal(0));
  const falta = soma.minus(f.valor);
  const fora = falta.gt(0) ? c.itens.filter((_, i) => falta.eq(totais[i]!)) : [];
  if (fora.length !== 1) return [];
  const item = fora[0]!;
  return [{
    texto: `O total declarado (${formatDinheiro(f.valor)}) deixa de fora o item ${item.numero} (${formatDinheiro(falta.toString())}): a soma dos ${c.itens.length} itens é ${formatDinheiro(soma.toString())}. Perguntar se o item continua na disputa e qual é o valor máximo.`,
    evidencia: item.evidencia,
  }];
}

const totalDe = (i: Contexto['itens'][number]): Decimal | null =>
  i.valorTotal !== null ? new Decimal(i.valorTotal) : i.quantidade !== null && i.valorUnitario !== null ? new Decimal(i.quantidade).mul(i.valorUnitario) : null;

const dedup = (pontos: readonly Ponto[]): Ponto[] => pontos.filter((p, i) => pontos.findIndex((x) => x.texto === p.texto) === i);
