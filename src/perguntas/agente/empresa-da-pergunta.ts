import type { Conhecido } from '../../agentes/index.js';
import type { Empresa } from '../../empresas/index.js';
import { formatDinheiro } from '../../kernel/index.js';

const MAX_LISTA = 8;
const reais = (v: string | undefined): string | undefined => (v === undefined ? undefined : formatDinheiro(v));
const nomes = (l: readonly string[] | undefined): string | undefined => (l?.length ? l.slice(0, MAX_LISTA).join(', ') : undefined);

/** What is known of the company that a question may be about: label → value. No registration numbers, nobody's name. */
function dadosDa(e: Empresa): readonly (readonly [rotulo: string, valor: string | undefined])[] {
  return [
    ['Porte da empresa', e.porte], ['UF da empresa', e.uf], ['Município da empresa', e.municipio], ['Natureza jurídica', e.naturezaJuridica], ['Receita bruta anual', reais(e.receitaBrutaAnual)], ['Capital social da empresa', reais(e.capitalSocial)],
    ['Patrimônio líquido da empresa', reais(e.patrimonioLiquido)], ['Produtos e serviços', nomes(e.produtos?.map((p) => p.descricao))], ['Atestados da empresa', nomes(e.atestados?.map((a) => [a.descricao, a.quantidade && `${a.quantidade} ${a.unidade ?? ''}`.trim(), a.ano].filter(Boolean).join(', ')))],
    ['Profissionais', nomes(e.profissionais?.map((p) => [p.titulo, p.conselho].filter(Boolean).join(' ')))], ['Plataformas com cadastro', nomes(e.plataformas)], ['Aceita consórcio', e.aceitaConsorcio === undefined ? undefined : e.aceitaConsorcio ? 'sim' : 'não'],
  ];
}

/** The same as what a claim may repeat. */
export const conhecidosDaEmpresa = (e: Empresa): Conhecido[] => [
  { rotulo: 'Empresa', valor: e.razaoSocial ?? e.descricao.slice(0, 80), paraQue: 'empresa', texto: e.descricao.slice(0, 400) },
  ...dadosDa(e).flatMap(([rotulo, valor]): Conhecido[] => (valor ? [{ rotulo, valor, paraQue: 'empresa' }] : [])),
];

/** In one paragraph, for the dossier. */
export const tellEmpresa = (e: Empresa): string => [e.descricao.slice(0, 400), ...dadosDa(e).flatMap(([rotulo, valor]) => (valor ? [`${rotulo}: ${valor}.`] : []))].join(' ').slice(0, 1800);
