import { Decimal } from 'decimal.js';
import { evidenciaDoFato, type Campo, type CriterioJulgamento, type FatoComValor, type Fatos, type Modalidade, type ModoDisputa } from '../editais/index.js';
import { formatCnpj, formatDinheiro } from '../kernel/index.js';
import type { Licitacao } from '../licitacoes/index.js';
import type { Divergencia } from './domain/analise.js';

/** PNCP's tables (regras.md §1). Ids that name no field of ours are absent: nothing is compared. */
const MODALIDADES: Readonly<Record<number, Modalidade>> = {
  1: 'leilao', 2: 'dialogo_competitivo', 3: 'concurso', 4: 'concorrencia', 5: 'concorrencia', 6: 'pregao', 7: 'pregao', 8: 'dispensa', 9: 'inexigibilidade', 12: 'credenciamento',
  13: 'leilao', 16: 'concorrencia', 17: 'concorrencia', 18: 'pregao', 19: 'pregao',
};
const FORMAS: Readonly<Record<number, 'eletronica' | 'presencial'>> = {
  1: 'eletronica', 4: 'eletronica', 6: 'eletronica', 16: 'eletronica', 18: 'eletronica', 5: 'presencial', 7: 'presencial', 13: 'presencial', 17: 'presencial', 19: 'presencial',
};
const MODOS: Readonly<Record<number, ModoDisputa>> = { 1: 'aberto', 2: 'fechado', 3: 'aberto_fechado', 4: 'dispensa_com_disputa', 5: 'nao_se_aplica', 6: 'fechado_aberto' };
const CRITERIOS: Readonly<Record<number, CriterioJulgamento>> = { 1: 'menor_preco', 2: 'maior_desconto', 4: 'tecnica_e_preco', 5: 'maior_lance', 6: 'maior_retorno', 8: 'melhor_tecnica', 9: 'conteudo_artistico' };

const NOMES: Partial<Readonly<Record<Campo, string>>> = {
  modalidade: 'modalidade', forma: 'forma', modo_disputa: 'modo de disputa', criterio_julgamento: 'critério de julgamento', srp: 'registro de preços', orcamento_sigiloso: 'sigilo do orçamento',
  me_epp: 'tratamento de ME/EPP', numero_edital: 'número do edital', orgao_cnpj: 'CNPJ do órgão', valor_estimado_total: 'valor estimado', propostas_fim: 'fim do recebimento das propostas', sessao_abertura: 'data da sessão',
};
const UM_CENTAVO = new Decimal('0.01');

/** Where PNCP and the documents disagree, field by field, the document's side with its quote. Unknown on either side is no divergence. */
export function compareComPncp(licitacao: Licitacao, fatos: Fatos): Divergencia[] {
  const { modalidadeId, modoDisputaId } = licitacao;
  return [
    compareIgual(fatos, 'modalidade', MODALIDADES[modalidadeId ?? 0]),
    compareIgual(fatos, 'forma', FORMAS[modalidadeId ?? 0]),
    compareIgual(fatos, 'modo_disputa', MODOS[modoDisputaId ?? 0]),
    compareIgual(fatos, 'criterio_julgamento', uniform(licitacao.itens.map((i) => CRITERIOS[i.criterioJulgamentoId ?? 0]))),
    compareIgual(fatos, 'srp', licitacao.srp),
    compareIgual(fatos, 'orcamento_sigiloso', licitacao.orcamentoSigiloso),
    compareIgual(fatos, 'me_epp', beneficioDosItens(licitacao)),
    compareNumero(licitacao, fatos), compareCnpj(licitacao, fatos), compareValor(licitacao, fatos), ...compareDatas(licitacao, fatos),
    compareSoma(licitacao), checkDatasPncp(licitacao),
  ].filter((d) => d !== null);
}

function read<C extends Campo>(fatos: Fatos, campo: C): FatoComValor<C> | null {
  const f = fatos[campo];
  return f.valor === null ? null : (f as FatoComValor<C>);
}

function tell(campo: Campo, doPncp: string, fato: FatoComValor, doEdital: string): Divergencia {
  const evidencia = evidenciaDoFato(fato);
  return {
    campo, descricao: `O PNCP e o edital divergem quanto a ${NOMES[campo] ?? campo}: “${doPncp}” no PNCP, “${doEdital}” no documento.`,
    valores: [{ fonte: 'PNCP', valor: doPncp }, { fonte: 'edital', valor: doEdital, ...(evidencia ? { evidencia } : {}) }],
  };
}

const show = (v: unknown): string => (typeof v === 'boolean' ? (v ? 'sim' : 'não') : String(v).replaceAll('_', ' '));

function compareIgual(fatos: Fatos, campo: 'modalidade' | 'forma' | 'modo_disputa' | 'criterio_julgamento' | 'srp' | 'orcamento_sigiloso' | 'me_epp', doPncp: unknown): Divergencia | null {
  const fato = read(fatos, campo);
  return !fato || doPncp === null || doPncp === undefined || fato.valor === doPncp ? null : tell(campo, show(doPncp), fato, show(fato.valor));
}

const uniform = <T>(valores: readonly (T | undefined)[]): T | undefined => (valores.length && valores.every((v) => v === valores[0]) ? valores[0] : undefined);

/** Benefit of the whole tender as the items give it; subcontracting is not one of the facts. */
function beneficioDosItens({ itens }: Licitacao): string | undefined {
  const tipos = new Set(itens.map((i) => (i.beneficio === 'nao_se_aplica' ? 'sem_beneficio' : i.beneficio)));
  if (!tipos.size || tipos.has(null) || tipos.has('subcontratacao_me_epp')) return undefined;
  if (tipos.size > 1) return 'misto';
  return tipos.has('exclusiva_me_epp') ? 'exclusiva' : tipos.has('cota_reservada') ? 'cota_reservada' : 'ampla';
}

/** "90319/2025" on Compras.gov.br is the agency's 319/2025: 90000 is added there. */
function compareNumero({ numeroEdital }: Licitacao, fatos: Fatos): Divergencia | null {
  const fato = read(fatos, 'numero_edital');
  const [a, b] = [numeroEdital, fato?.valor ?? null].map(splitNumero);
  if (!fato || !a || !b) return null;
  const mesmoNumero = a.numero === b.numero || a.numero % 90000 === b.numero % 90000;
  return mesmoNumero && (!a.ano || !b.ano || a.ano === b.ano) ? null : tell('numero_edital', numeroEdital!, fato, fato.valor);
}

function splitNumero(texto: string | null): { numero: number; ano: string | undefined } | null {
  const m = /(\d{1,7})(?:\s?[/.-]\s?(?:20)?(\d{2}))?\s*\D{0,12}$/.exec(texto?.replace(/(\d)\.(?=\d{3})/g, '$1') ?? '');
  return m ? { numero: Number(m[1]), ano: m[2] } : null;
}

/** Branches and funds of one body share the root: only another root is another body. */
function compareCnpj({ orgaoCnpj }: Licitacao, fatos: Fatos): Divergencia | null {
  const fato = read(fatos, 'orgao_cnpj');
  return !fato || !orgaoCnpj || fato.valor.slice(0, 8) === orgaoCnpj.slice(0, 8) ? null : tell('orgao_cnpj', formatCnpj(orgaoCnpj), fato, formatCnpj(fato.valor));
}

function compareValor({ valorEstimado, itens }: Licitacao, fatos: Fatos): Divergencia | null {
  const fato = read(fatos, 'valor_estimado_total');
  if (!fato || !valorEstimado || isPerto(valorEstimado, fato.valor, itens.length)) return null;
  return tell('valor_estimado_total', formatDinheiro(valorEstimado), fato, formatDinheiro(fato.valor));
}

/** A cent for each item: prices are rounded item by item. */
const isPerto = (a: string | Decimal, b: string | Decimal, itens: number): boolean => new Decimal(a).minus(b).abs().lte(UM_CENTAVO.times(Math.max(itens, 1)));

/** "05/08/2026 às 08:30"; another offset than Brasília's is said. */
const formatInstante = (iso: string): string =>
  iso.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)[^+-]*(.*)$/, (_, ano: string, mes: string, dia: string, hora: string, fuso: string) => `${dia}/${mes}/${ano} às ${hora}${fuso === '-03:00' ? '' : ` (UTC${fuso})`}`);
const DIA_MS = 86_400_000;

/**
 * PNCP's end of proposals against the edital's, to the minute. Without the latter, against the session: platforms take
 * proposals until the session, so another day is another date.
 */
function compareDatas({ encerramentoPropostas: fim }: Licitacao, fatos: Fatos): Divergencia[] {
  if (!fim) return [];
  const propostas = read(fatos, 'propostas_fim');
  if (propostas) return Date.parse(propostas.valor) === Date.parse(fim) ? [] : [tell('propostas_fim', formatInstante(fim), propostas, formatInstante(propostas.valor))];
  const sessao = read(fatos, 'sessao_abertura');
  return !sessao || Math.abs(Date.parse(sessao.valor) - Date.parse(fim)) < DIA_MS ? [] : [tell('sessao_abertura', formatInstante(fim), sessao, formatInstante(sessao.valor))];
}

/** PNCP against itself: the total it gives and the sum of its items. */
function compareSoma({ valorEstimado, itens }: Licitacao): Divergencia | null {
  if (!valorEstimado || !itens.length || itens.some((i) => i.valorTotal === null)) return null;
  const soma = itens.reduce((s, i) => s.plus(i.valorTotal!), new Decimal(0));
  if (isPerto(soma, valorEstimado, itens.length)) return null;
  const [total, itensTotal] = [formatDinheiro(valorEstimado), formatDinheiro(soma.toString())];
  return {
    campo: 'valor_estimado_total', descricao: `No PNCP o valor estimado (${total}) não é a soma dos itens (${itensTotal}).`,
    valores: [{ fonte: 'PNCP', valor: total }, { fonte: 'PNCP (soma dos itens)', valor: itensTotal }],
  };
}

function checkDatasPncp({ aberturaPropostas: inicio, encerramentoPropostas: fim }: Licitacao): Divergencia | null {
  if (!inicio || !fim || Date.parse(fim) > Date.parse(inicio)) return null;
  return {
    campo: 'propostas_fim', descricao: `No PNCP o recebimento das propostas termina (${formatInstante(fim)}) antes de começar (${formatInstante(inicio)}).`,
    valores: [{ fonte: 'PNCP (início)', valor: formatInstante(inicio) }, { fonte: 'PNCP (fim)', valor: formatInstante(fim) }],
  };
}
