import { NOME_DESFECHO, type Analise } from '../../../analises/index.js';
import { CAMPOS, evidenciaDoFato, TITULO_CAMPO } from '../../../editais/index.js';
import type { Empresa } from '../../../empresas/index.js';
import { formatDinheiro, formatPercentual } from '../../../kernel/index.js';
import type { BaseDeConferencia, Conhecido } from '../conferir/index.js';
import { formatInstante, valorDoFato, valorEmPalavras } from '../dossie/valores.js';

/** What claims are checked against, the pages aside: goes between threads and is kept. */
export type BaseGuardada = Pick<BaseDeConferencia, 'conhecidos' | 'decisao' | 'agora'>;

const MAX_ITENS = 60;

/** Everything rules established of a tender and a company, as things a claim may repeat. Pure. */
export function buildBase(a: Analise, empresa: Empresa): BaseGuardada {
  const { decisao: d } = a;
  return {
    agora: a.agora.slice(0, 10),
    decisao: { desfecho: d.desfecho, pode: d.pode, estado: a.estado, portoesReprovados: d.portoes.filter((p) => p.resultado === 'reprovado').map((p) => p.titulo), score: d.score },
    conhecidos: [...deFatos(a), ...dePrazos(a), ...deContas(a), ...deVerificacoes(a), ...deHabilitacao(a), ...dePenalidades(a), ...deItens(a), ...deDecisao(a), ...deEmpresa(a, empresa)],
  };
}

const deFatos = (a: Analise): Conhecido[] =>
  CAMPOS.flatMap((campo) => {
    const f = a.fatos[campo];
    if (f.valor === null && f.ausencia !== 'nao_exige') return [];
    const texto = evidenciaDoFato(f)?.trecho;
    const um = (valor: string, prova?: string): Conhecido => ({ rotulo: TITULO_CAMPO[campo], valor, campo, paraQue: 'fato', ...(prova ? { texto: prova } : {}) });
    const outras = f.valor === null ? [] : (f.alternativas ?? []).map((x) => um(valorEmPalavras(campo, x.valor), x.trecho));
    return [um(valorDoFato(f), texto), ...outras];
  });

const dePrazos = (a: Analise): Conhecido[] =>
  a.prazos.flatMap((p): Conhecido[] => {
    const datas = [...new Set([p.vinculante, p.impresso, p.conservador, p.otimista].filter((x) => x !== null))].map(formatInstante);
    const restam = p.diasUteisRestantes === null ? '' : `restam ${p.diasUteisRestantes} dias úteis`;
    return datas.length || restam ? [{ rotulo: p.titulo, valor: datas.join('; ') || restam, paraQue: 'prazo', texto: [restam, p.conflito, p.observacao, p.dispositivo].filter(Boolean).join('. ') }] : [];
  });

const EM_UNIDADE = { 'R$': formatDinheiro, '%': formatPercentual, dias: (v: string) => `${v} dias`, 'dias úteis': (v: string) => `${v} dias úteis` } as const;
const deContas = (a: Analise): Conhecido[] => a.contas.map((c) => ({ rotulo: c.titulo, valor: EM_UNIDADE[c.unidade ?? 'R$'](c.valor), paraQue: 'conta', texto: c.formula }));

const deVerificacoes = (a: Analise): Conhecido[] =>
  a.verificacoes.map((v) => ({ rotulo: v.titulo, valor: [v.valor, v.limite && `limite ${v.limite}`, v.resultado].filter(Boolean).join('; '), paraQue: 'verificacao', texto: [v.motivo, v.dispositivo, v.sugestao].filter(Boolean).join(' ') }));

const deHabilitacao = (a: Analise): Conhecido[] =>
  a.habilitacao.map((r) => ({
    rotulo: r.titulo, valor: r.status.replaceAll('_', ' '), paraQue: 'exigencia', texto: [r.motivo, r.acao, r.dispositivo, r.documentoEmpresa, r.validade && `validade ${formatInstante(r.validade)}`, r.diasParaObter === null ? null : `${r.diasParaObter} dias úteis para obter`].filter(Boolean).join(' '),
  }));

const dePenalidades = (a: Analise): Conhecido[] =>
  (a.listas?.penalidades.multas ?? []).map((m) => ({ rotulo: `Multa: ${m.conduta || m.gatilho.replaceAll('_', ' ')}`, valor: `${formatPercentual(m.percentual)}${m.por === 'ocorrencia' ? '' : ` por ${m.por}`}`, paraQue: 'outro', texto: m.evidencia.trecho }));

const deItens = (a: Analise): Conhecido[] =>
  a.itens.slice(0, MAX_ITENS).map((i) => ({
    rotulo: `Item ${i.numero}${i.lote ? ` do lote ${i.lote}` : ''}`, valor: [i.quantidade && `${i.quantidade} ${i.unidade ?? ''}`.trim(), i.valorUnitario && formatDinheiro(i.valorUnitario), i.valorTotal && formatDinheiro(i.valorTotal)].filter(Boolean).join('; ') || i.descricao.slice(0, 80), paraQue: 'outro', texto: i.descricao.slice(0, 200),
  }));

const deDecisao = (a: Analise): Conhecido[] => [
  { rotulo: 'Decisão', valor: NOME_DESFECHO[a.decisao.desfecho], paraQue: 'decisao', texto: a.decisao.motivos.map((m) => m.texto).join(' ') },
  ...a.decisao.portoes.map((p): Conhecido => ({ rotulo: p.titulo, valor: p.resultado, paraQue: 'decisao', texto: p.motivo })),
  { rotulo: 'Plano', valor: `${a.plano.diasUteisNecessarios} dias úteis necessários`, paraQue: 'prazo', texto: [a.plano.diasUteisDisponiveis === null ? '' : `${a.plano.diasUteisDisponiveis} dias úteis disponíveis`, ...a.plano.tarefas.map((t) => `${t.titulo}: ${t.duracaoDiasUteis} dias úteis${t.concluirAte ? `, até ${formatInstante(t.concluirAte)}` : ''}`)].join('. ') },
];

const deEmpresa = (a: Analise, e: Empresa): Conhecido[] => {
  const dados: readonly (readonly [string, string | null | undefined])[] = [
    ['Porte da empresa', e.porte], ['Empresa', e.razaoSocial], ['UF da empresa', e.uf], ['Município da empresa', e.municipio], ['Receita bruta anual', e.receitaBrutaAnual && formatDinheiro(e.receitaBrutaAnual)],
    ['Capital social', e.capitalSocial && formatDinheiro(e.capitalSocial)], ['Patrimônio líquido', e.patrimonioLiquido && formatDinheiro(e.patrimonioLiquido)], ['Capital de giro', e.capitalDeGiro && formatDinheiro(e.capitalDeGiro)],
    ['Margem mínima', e.margemMinimaPct && formatPercentual(e.margemMinimaPct)], ['Contratos públicos no ano', e.contratosPublicosNoAno && formatDinheiro(e.contratosPublicosNoAno)], ['Dias para a proposta', e.diasParaProposta === undefined ? null : `${e.diasParaProposta} dias úteis`],
    ['Custo direto', e.custoDiretoTotal && formatDinheiro(e.custoDiretoTotal)], ['Tributos', e.tributosPct && formatPercentual(e.tributosPct)], ['Custos indiretos', e.custosIndiretosPct && formatPercentual(e.custosIndiretosPct)],
  ];
  const deDados = dados.flatMap(([rotulo, valor]): Conhecido[] => (valor ? [{ rotulo, valor, paraQue: 'empresa' }] : []));
  const atestados = (e.atestados ?? []).map((t): Conhecido => ({ rotulo: 'Atestado da empresa', valor: [t.quantidade && `${t.quantidade} ${t.unidade ?? ''}`.trim(), t.valor && formatDinheiro(t.valor), t.ano].filter(Boolean).join('; ') || t.descricao, paraQue: 'empresa', texto: t.descricao }));
  const orgao = a.licitacao?.orgaoNome;
  return [...deDados, ...atestados, ...(orgao ? [{ rotulo: 'Órgão', valor: orgao, paraQue: 'licitacao' } as const] : [])];
};
