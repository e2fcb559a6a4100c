import { CAMPOS, type Campo } from '../../editais/index.js';
import { fatoDe, type Caso } from './caso.js';

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
