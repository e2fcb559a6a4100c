import type { NomeAgente } from '../../../analises/index.js';
import type { Empresa } from '../../../empresas/index.js';
import { formatDinheiro, formatPercentual } from '../../../kernel/index.js';
import type { Escriba } from './fonte.js';

type Dado = readonly [titulo: string, valor: string | null | undefined];

const reais = (v: string | undefined): string | null => (v === undefined ? null : formatDinheiro(v));
const porcento = (v: string | undefined): string | null => (v === undefined ? null : formatPercentual(v));
const simOuNao = (v: boolean | undefined): string | null => (v === undefined ? null : v ? 'sim' : 'não');
const nomes = (l: readonly string[] | undefined, maximo: number): string | null => (l?.length ? l.slice(0, maximo).join(', ') : null);

const produtos = (e: Empresa): Dado => ['Produtos e serviços', nomes(e.produtos?.map((p) => p.descricao), 12)];
const atestados = (e: Empresa): Dado => ['Atestados', nomes(e.atestados?.map((a) => [a.descricao, a.quantidade && `${a.quantidade} ${a.unidade ?? ''}`.trim(), a.ano].filter(Boolean).join(', ')), 8)];

/** What each agent may need to know of the company. Nothing that names a person, no registration numbers. */
const DADOS: Readonly<Record<NomeAgente, (e: Empresa) => readonly Dado[]>> = {
  estrategico: (e) => [produtos(e), atestados(e), ['UFs de interesse', nomes(e.ufsDeInteresse, 27)], ['Plataformas com cadastro', nomes(e.plataformas, 10)], ['Aceita consórcio', simOuNao(e.aceitaConsorcio)], ['Receita bruta anual', reais(e.receitaBrutaAnual)], ['Contratos públicos no ano', reais(e.contratosPublicosNoAno)]],
  operacional: (e) => [produtos(e), atestados(e), ['Dias úteis para montar a proposta', e.diasParaProposta === undefined ? null : String(e.diasParaProposta)], ['Profissionais', nomes(e.profissionais?.map((p) => [p.titulo, p.conselho].filter(Boolean).join(' ')), 8)], ['UFs de interesse', nomes(e.ufsDeInteresse, 27)]],
  juridico: (e) => [atestados(e), ['Natureza jurídica', e.naturezaJuridica], ['Aceita consórcio', simOuNao(e.aceitaConsorcio)], ['Profissionais', nomes(e.profissionais?.map((p) => [p.titulo, p.conselho, p.vinculo].filter(Boolean).join(' ')), 8)], ['Contratos públicos no ano', reais(e.contratosPublicosNoAno)]],
  financeiro: (e) => [
    ['Receita bruta anual', reais(e.receitaBrutaAnual)], ['Capital social', reais(e.capitalSocial)], ['Patrimônio líquido', reais(e.patrimonioLiquido)], ['Capital de giro', reais(e.capitalDeGiro)], ['Margem mínima', porcento(e.margemMinimaPct)],
    ['Tributos', porcento(e.tributosPct)], ['Custos indiretos', porcento(e.custosIndiretosPct)], ['Custo direto desta licitação', reais(e.custoDiretoTotal)], ['Contratos públicos no ano', reais(e.contratosPublicosNoAno)],
  ],
};

/** The company, as far as an agent needs it. */
export function empresa(x: Escriba, agente: NomeAgente): string {
  const { empresa: e } = x.fonte;
  const dados = DADOS[agente](e).flatMap(([titulo, valor]) => (valor ? [`${titulo}: ${valor}.`] : []));
  return x.elemento('empresa', { nome: e.razaoSocial, porte: e.porte, uf: e.uf, municipio: e.municipio }, x.texto([e.descricao.slice(0, 400), ...dados].join(' '), 1500));
}
