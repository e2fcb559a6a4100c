import type { Verificacao } from '../../../analises/index.js';
import type { GrupoExigencia } from '../../../editais/index.js';
import { formatDinheiro, formatPercentual } from '../../../kernel/index.js';
import type { SecaoDoDossie } from '../definicao.js';
import { fitLinhas } from '../tokens.js';
import { grupo } from '../xml.js';
import type { Escriba } from './fonte.js';
import { formatInstante } from './valores.js';

/** Characters of each section, so that none crowds the others out. */
const MAX: Readonly<Record<SecaoDoDossie, number>> = { verificacoes: 2000, prazos: 1200, habilitacao: 1700, itens: 1100, plano: 900, contas: 1000, riscos: 900, multas: 1000, divergencias: 600 };
const MAX_EXIGENCIAS = 1300;

const fit = (secao: SecaoDoDossie, linhas: readonly string[]): readonly string[] => fitLinhas(linhas, MAX[secao]).linhas;

const PESO: Readonly<Record<Verificacao['resultado'], number>> = { violado: 0, indicio: 1, nao_aferivel: 2, ok: 3 };

function verificacoes(x: Escriba): string {
  const achados = x.fonte.analise.verificacoes.filter((v) => v.resultado !== 'ok').sort((a, b) => PESO[a.resultado] - PESO[b.resultado]);
  return grupo('verificacoes', fit('verificacoes', achados.map((v, i) =>
    x.elemento('verificacao', { id: `V${i + 1}`, regra: v.regra, resultado: v.resultado, dispositivo: v.dispositivo }, x.texto(v.motivo, 300) + (v.resultado === 'nao_aferivel' ? '' : x.citacao(v.evidencias[0]))))));
}

const prazos = (x: Escriba): string =>
  grupo('prazos', fit('prazos', x.fonte.analise.prazos.filter((p) => p.vinculante !== null).map((p) =>
    x.elemento('prazo', { id: p.id, titulo: p.titulo, cumprir_ate: p.vinculante && formatInstante(p.vinculante), restam_dias_uteis: p.diasUteisRestantes, encerrado: p.encerrado === null ? null : p.encerrado ? 'sim' : 'nao' }, p.conflito ? x.texto(p.conflito, 200) : ''))));

function habilitacao(x: Escriba): string {
  const { habilitacao: todos } = x.fonte.analise;
  const abertos = todos.filter((r) => r.status !== 'atende').map((r, i) =>
    x.elemento('requisito', { id: `H${i + 1}`, grupo: r.grupo, titulo: r.titulo, situacao: r.status, sanavel: r.sanavel ? 'sim' : null }, x.texto([r.motivo, r.acao].filter(Boolean).join(' '), 260) + x.citacao(r.evidencia)));
  const atendidos = todos.filter((r) => r.status === 'atende').map((r) => r.titulo);
  return grupo('habilitacao', [...fit('habilitacao', abertos), ...(atendidos.length ? [x.elemento('atendidos', {}, x.texto(atendidos.join('; '), 450))] : [])]);
}

function itens(x: Escriba): string {
  const { itens: todos } = x.fonte.analise;
  const linhas = todos.map((i) =>
    x.elemento('item', { numero: i.lote ? `${i.lote}/${i.numero}` : i.numero, quantidade: i.quantidade, unidade: i.unidade, valor_unitario: i.valorUnitario && formatDinheiro(i.valorUnitario), participacao: i.beneficio, ...x.onde(i.evidencia) }, x.texto(i.descricao, 110)));
  return grupo('itens', fit('itens', linhas), { total: todos.length });
}

const plano = (x: Escriba): string =>
  grupo('plano', fit('plano', x.fonte.analise.plano.tarefas.map((t) => x.elemento('tarefa', { dono: t.dono, dias_uteis: t.duracaoDiasUteis, concluir_ate: t.concluirAte && formatInstante(t.concluirAte) }, x.texto(t.titulo, 140)))), {
    dias_uteis_necessarios: x.fonte.analise.plano.diasUteisNecessarios, dias_uteis_disponiveis: x.fonte.analise.plano.diasUteisDisponiveis,
  });

const UNIDADE = { 'R$': (v: string) => formatDinheiro(v), '%': (v: string) => formatPercentual(v), dias: (v: string) => `${v} dias`, 'dias úteis': (v: string) => `${v} dias úteis` } as const;
const contas = (x: Escriba): string => grupo('contas', fit('contas', x.fonte.analise.contas.map((c) => x.elemento('conta', { titulo: c.titulo, valor: UNIDADE[c.unidade ?? 'R$'](c.valor) }, x.texto(c.formula, 160)))));

const riscos = (x: Escriba): string => grupo('riscos', fit('riscos', x.fonte.analise.riscos.map((r) => x.elemento('risco', { probabilidade: r.probabilidade, impacto: r.impacto }, x.texto(r.titulo, 160)))));

function multas(x: Escriba): string {
  const { multas: lidas = [], impedimentos = [] } = x.fonte.analise.listas?.penalidades ?? {};
  return grupo('penalidades', fit('multas', [
    ...lidas.map((m) => x.elemento('multa', { gatilho: m.gatilho, percentual: formatPercentual(m.percentual), por: m.por, base: m.base, teto: m.tetoPercentual && formatPercentual(m.tetoPercentual), ...x.onde(m.evidencia) }, x.frase(m.evidencia, 160))),
    ...impedimentos.map((i) => x.elemento('impedimento', { tipo: i.tipo, anos_maximo: i.anosMaximo, ...x.onde(i.evidencia) }, x.frase(i.evidencia, 120))),
  ]));
}

function divergencias(x: Escriba): string {
  const { divergencias: d, lacunas } = x.fonte.analise;
  return grupo('divergencias_e_lacunas', fit('divergencias', [...d.map((v) => x.elemento('divergencia', { campo: v.campo }, x.texto(v.descricao, 220))), ...lacunas.map((l) => x.elemento('lacuna', {}, x.texto(l, 180)))]));
}

const SECOES: Readonly<Record<SecaoDoDossie, (x: Escriba) => string>> = { verificacoes, prazos, habilitacao, itens, plano, contas, riscos, multas, divergencias };

/** The sections an agent asks for, in its order. */
export const secoes = (x: Escriba, quais: readonly SecaoDoDossie[]): readonly string[] => quais.map((s) => SECOES[s](x)).filter(Boolean);

/** Requirements that are not the usual ones, or hold only sometimes, of the groups the agent looks at. */
export function exigencias(x: Escriba, grupos: readonly GrupoExigencia[]): string {
  const todas = x.fonte.analise.listas?.exigencias ?? [];
  const dele = todas.filter((e) => grupos.includes(e.grupo) && (e.atipica || e.condicional)).sort((a, b) => Number(b.atipica) - Number(a.atipica));
  return grupo('exigencias', fitLinhas(dele.map((e) => x.elemento('exigencia', { titulo: e.titulo, clausula: e.clausula, quem: e.quem === 'todos' ? null : e.quem, quando: e.quando === 'habilitacao' ? null : e.quando, atipica: e.atipica ? 'sim' : null, ...x.onde(e.evidencia) }, x.frase(e.evidencia, 200))), MAX_EXIGENCIAS).linhas);
}
