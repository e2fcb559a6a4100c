import type { Analise, GrupoHabilitacao, RequisitoHabilitacao } from '../analises/index.js';
import { forte, lista, p, prova, selo, type Bloco, type Linha, type SecaoRelatorio } from './bloco.js';
import { formatConta, formatDia } from './formatar.js';
import { corrigidoPor } from './secoes-edital.js';
import { GRUPO, STATUS } from './rotulos.js';

/** Requirement × article × quote × company document × validity on the day it will be asked. */
export function secaoHabilitacao(a: Analise): SecaoRelatorio {
  const ordem = Object.keys(GRUPO) as GrupoHabilitacao[];
  const linhas = ordem.flatMap((g) => a.habilitacao.filter((r) => r.grupo === g)).map((r): Linha[] => [
    [GRUPO[r.grupo]], [forte(r.titulo), ...prova(r.evidencia)], [r.dispositivo], [r.documentoEmpresa ?? '–', ...prova(r.provaEmpresa)], [r.validade ? formatDia(r.validade) : '–'],
    [selo(STATUS[r.status].titulo, STATUS[r.status].tom), ...(r.sanavel && r.status !== 'atende' ? [' ', selo('sanável após vencer', 'neutro')] : [])],
    [[r.motivo, r.acao].filter(Boolean).join(' '), ...corrigidoPor(r.corrigido)],
  ]);
  const dia = a.habilitacao.find((r) => r.exigidoEm)?.exigidoEm;
  return {
    id: 'habilitacao', titulo: 'Matriz de habilitação', blocos: [
      ...(dia ? [p(`Validades conferidas para ${formatDia(dia)}, dia em que os documentos devem ser pedidos.`)] : []),
      { tipo: 'tabela', cabecalho: ['Grupo', 'Exigência', 'Norma', 'Documento da empresa', 'Válido até', 'Situação', 'Motivo e ação'], larguras: [11, 19, 13, 13, 12, 14, 18], linhas },
      ...(a.requisitosDispensados?.length ? [dispensados(a.requisitosDispensados)].flat() : []),
    ],
  };
}

/** Rows a person took out of the matrix: what the machine had found stays visible. */
const dispensados = (linhas: readonly RequisitoHabilitacao[]): Bloco[] => [
  { tipo: 'subtitulo', texto: 'Tirado da matriz por uma pessoa: não exigido' },
  lista(linhas.map((r): Linha => [forte(r.titulo), ...prova(r.evidencia), ...corrigidoPor(r.corrigido)])),
];

export function secaoRiscos(a: Analise): SecaoRelatorio | null {
  if (!a.riscos.length) return null;
  const tom = { baixa: 'bom', media: 'atencao', alta: 'ruim', baixo: 'bom', medio: 'atencao', alto: 'ruim' } as const;
  const nome = { baixa: 'baixa', media: 'média', alta: 'alta', baixo: 'baixo', medio: 'médio', alto: 'alto' } as const;
  return {
    id: 'riscos', titulo: 'Riscos', blocos: [{
      tipo: 'tabela', cabecalho: ['Risco', 'Probabilidade', 'Impacto', 'O que fazer'], larguras: [38, 14, 11, 37],
      linhas: a.riscos.map((r): Linha[] => [[r.titulo, ...prova(r.evidencia)], [selo(nome[r.probabilidade], tom[r.probabilidade])], [selo(nome[r.impacto], tom[r.impacto])], [r.mitigacao]]),
    }],
  };
}

export function secaoContas(a: Analise): SecaoRelatorio | null {
  if (!a.contas.length) return null;
  return { id: 'contas', titulo: 'Contas', blocos: [{ tipo: 'tabela', cabecalho: ['Conta', 'Valor', 'Como se chega'], larguras: [34, 18, 48], linhas: a.contas.map((c): Linha[] => [[c.titulo], [forte(formatConta(c))], [c.formula]]) }] };
}
