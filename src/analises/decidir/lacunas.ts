import { CAMPOS, type Campo } from '../../editais/index.js';
import { toMillis, type Evidencia } from '../../kernel/index.js';
import { evidenciaDe, fatoDe, type Caso } from './caso.js';
import { canBlock } from './portoes/exigencias.js';

/** Fields a bidder looks for, as a person calls them. The others are no gap worth a line. */
const NOMES: Partial<Readonly<Record<Campo, string>>> = {
  objeto: 'objeto', modalidade: 'modalidade', sessao_abertura: 'data da sessão', propostas_fim: 'fim do recebimento de propostas', plataforma: 'plataforma', criterio_julgamento: 'critério de julgamento',
  adjudicacao: 'forma de adjudicação', me_epp: 'reserva a ME/EPP', validade_proposta_dias: 'validade da proposta', prazo_execucao: 'prazo de execução ou entrega', vigencia_contrato: 'vigência',
  pagamento_prazo: 'prazo de pagamento', reajuste_indice: 'índice de reajuste', multa_mora_pct_dia: 'multa de mora', visita_tecnica: 'visita técnica', consorcio: 'consórcio', subcontratacao: 'subcontratação',
};

/** What could not be known and how it limits the judgement: Portuguese, one sentence each. */
export function listLacunas(c: Caso): string[] {
  const naoEncontrados = namesOf(c, 'nao_encontrado');
  const naoLidos = namesOf(c, 'nao_lido');
  const semValor = fatoDe(c, 'valor_estimado_total') === null && !c.licitacao?.valorEstimado && fatoDe(c, 'orcamento_sigiloso')?.valor !== true;
  return [
    ...c.naoLido.map((n) => `Não foi lido: ${n.documento}${n.paginas?.length ? `, ${n.paginas.length === 1 ? 'página' : 'páginas'} ${n.paginas.slice(0, 10).join(', ')}${n.paginas.length > 10 ? '…' : ''}` : ''}. ${n.motivo}`),
    ...(naoEncontrados.length ? [`Não encontrado no edital lido: ${naoEncontrados.join(', ')}.`] : []),
    ...(naoLidos.length ? [`Não se sabe, porque há páginas sem leitura: ${naoLidos.join(', ')}.`] : []),
    ...(semValor ? ['O valor estimado não foi encontrado: limites e garantias em percentual não têm base.'] : []),
    ...(c.linhas.length ? [] : ['Nenhuma tabela de itens foi lida: a comparação foi feita só pelo objeto.']),
    ...(c.linhas.length > 1 && !fatoDe(c, 'adjudicacao') ? ['Não se sabe se a adjudicação é por item, lote ou global: a decisão foi tomada para o conjunto.'] : []),
    ...(c.licitacao ? [] : ['Sem registro do PNCP: situação, itens e datas não foram conferidos com a fonte oficial.']),
  ];
}

const namesOf = (c: Caso, ausencia: 'nao_encontrado' | 'nao_lido'): string[] =>
  CAMPOS.flatMap((campo) => {
    const f = c.fatos[campo];
    return f.valor === null && f.ausencia === ausencia ? (NOMES[campo] ?? []) : [];
  });

export interface Ponto {
  readonly texto: string;
  readonly evidencia: Evidencia | null;
}

/** What to ask the agency: undefined requirements, contradictions inside the notice, rules that ask for it. */
export function listPontos(c: Caso): Ponto[] {
  const conflitos = CAMPOS.flatMap((campo): Ponto[] => {
    const f = fatoDe(c, campo);
    return f?.nota?.startsWith('CONFLITO') ? [{ texto: f.nota.replace(/^CONFLITO:\s*/, '').replace(/^./, (x) => x.toUpperCase()), evidencia: evidenciaDe(f) }] : [];
  });
  const regras = c.verificacoes.filter((v) => canBlock(v) && v.sugestao && (v.resultado === 'violado' || v.resultado === 'indicio'));
  const pontos: Ponto[] = [
    ...c.habilitacao.filter((r) => r.status === 'a_esclarecer').map((r) => ({ texto: `${r.titulo}: ${r.motivo}`, evidencia: r.evidencia })),
    ...c.prazos.flatMap((p) => (p.conflito ? [{ texto: `${p.titulo}: ${p.conflito}`, evidencia: p.evidencias[0] ?? null }] : [])),
    ...c.divergencias.map((d) => ({ texto: d.descricao, evidencia: d.valores.find((v) => v.evidencia)?.evidencia ?? null })),
    ...conflitos,
    ...regras.map((v) => ({ texto: v.sugestao!, evidencia: v.evidencias[0] ?? null })),
  ];
  return [...new Map(pontos.map((p) => [p.texto, p])).values()];
}

/** The next deadline that is still open and known; null when none is. */
export function nextPrazo(c: Caso) {
  const abertos = c.prazos.filter((p) => p.vinculante !== null && p.encerrado === false);
  return abertos.reduce<(typeof abertos)[number] | null>((a, b) => (a && toMillis(a.vinculante!) <= toMillis(b.vinculante!) ? a : b), null)?.id ?? null;
}
