import type { GrupoHabilitacao, RequisitoHabilitacao, Tarefa } from '../../analises/index.js';
import { formatCnpj, formatDia, toMillis, type Evidencia } from '../../kernel/index.js';
import { GRUPO, STATUS } from '../../relatorios/index.js';
import type { Caso } from './caso.js';
import { APOIO } from './conferencia.js';
import { forte, lacuna, lista, p, titulo, type Bloco, type Linha } from './documento.js';
import { nomeDoEdital, orgaoDe, ou } from './identificacao.js';
import { diaComSemana, diaDe, instanteComSemana, limpar, nomeDoDocumento } from './palavras.js';
import { passosDaSessao } from './passos-da-sessao.js';

const CAIXA = '☐';

/** Checklist of habilitação and proposal: what is asked, what the company has, who does what until when. */
export function corpoDoChecklist(c: Caso): Bloco[] {
  return [
    titulo(1, 'Checklist de habilitação e proposta'), ...cabecalho(c),
    titulo(2, 'Prazos'), ...prazos(c),
    ...(Object.keys(GRUPO) as GrupoHabilitacao[]).flatMap((g) => grupo(c, g)),
    titulo(2, 'Preparação e envio'), ...preparacao(c),
    ...passosDaSessao(c),
    p(APOIO),
  ];
}

function cabecalho(c: Caso): Bloco[] {
  const { empresa, fatos, licitacao, habilitacao } = c.analise;
  const contas = Object.entries(STATUS).flatMap(([status, { titulo: nome }]) => {
    const n = habilitacao.filter((r) => r.status === status).length;
    return n ? [`${nome}: ${n}`] : [];
  });
  const dia = habilitacao.find((r) => r.exigidoEm)?.exigidoEm;
  return [
    { tipo: 'ficha', pares: [
      ['Órgão', [ou(orgaoDe(c), 'nome do órgão ou entidade')]], ['Referência', [nomeDoEdital(c)]], ['Objeto', [ou(fatos.objeto.valor ?? licitacao?.objeto, 'objeto da licitação', 700)]],
      ['Empresa', [ou(empresa.razaoSocial, 'razão social da empresa', 200), `, CNPJ ${formatCnpj(empresa.cnpj)}`]],
      ['Situação', [contas.join('; ') || 'nenhuma exigência na matriz']],
      ['Conferido em', [diaComSemana(diaDe(c.agora)), ...(dia ? [`; validades conferidas para ${formatDia(dia)}, dia em que os documentos devem ser pedidos`] : [])]],
    ] },
    ...(c.avisos.length ? [lista(c.avisos.map((a): Linha => [a]))] : []),
  ];
}

/** The deadlines that bind, earliest first. */
function prazos(c: Caso): Bloco[] {
  const comData = c.analise.prazos.filter((x) => x.vinculante !== null).sort((a, b) => toMillis(a.vinculante!) - toMillis(b.vinculante!));
  if (!comData.length) return [p('O edital lido não traz datas: ', lacuna('datas da sessão e das propostas'), '.')];
  return [{ tipo: 'tabela', cabecalho: ['', 'Prazo', 'Cumprir até', 'Observação'], larguras: [5, 30, 25, 40], linhas: comData.map((x): Linha[] => [
    [CAIXA], [forte(x.titulo)], [instanteComSemana(x.vinculante!), ...(toMillis(x.vinculante!) < toMillis(c.agora) ? [' (encerrado)'] : [])], [limpar([x.conflito, x.observacao, x.dispositivo ? `Norma: ${x.dispositivo}.` : null].filter(Boolean).join(' ')) || '–'],
  ]) }];
}

const MAX_LINHAS = 150;

function grupo(c: Caso, g: GrupoHabilitacao): Bloco[] {
  const linhas = c.analise.habilitacao.filter((r) => r.grupo === g).slice(0, MAX_LINHAS);
  if (!linhas.length) return [];
  return [titulo(2, GRUPO[g]), { tipo: 'tabela', cabecalho: ['', 'Exigência e norma', 'Onde o edital pede', 'Documento e validade', 'Situação', 'O que fazer, quem e até quando'], larguras: [4, 20, 25, 15, 13, 23], linhas: linhas.map((r): Linha[] => [
    [r.status === 'atende' && !tarefaDe(c, r) ? '☑' : CAIXA], [forte(limpar(r.titulo, 300)), `. ${limpar(r.dispositivo, 200)}`], [ondePede(r.evidencia)],
    [r.documentoEmpresa ? limpar(r.documentoEmpresa, 300) : 'não consta do perfil', r.validade ? `; válido até ${formatDia(r.validade)}` : '', r.exigidoEm ? `; pedido em ${formatDia(r.exigidoEm)}` : ''],
    [forte(STATUS[r.status].titulo), ...(r.sanavel && r.status !== 'atende' ? ['; sanável depois de vencer (LC 123/2006, art. 43, § 1º)'] : [])], acao(c, r),
  ]) }];
}

const ondePede = (e: Evidencia | null): string => (e ? `p. ${e.pagina} de ${nomeDoDocumento(e.documento)}: “${limpar(e.trecho, 400)}”` : 'exigência da lei, sem trecho localizado no edital');

/** The tasks of the plan that stand for a row of the matrix. */
const TAREFA: Readonly<Record<string, string>> = { garantia_proposta: 'garantia_proposta', visita: 'vistoria' };
const tarefaDe = (c: Caso, r: RequisitoHabilitacao): Tarefa | undefined => c.analise.plano.tarefas.find((t) => t.id === (TAREFA[r.id] ?? `documento_${r.id}`)) ?? (isDeclaracao(r) ? c.analise.plano.tarefas.find((t) => t.id === 'declaracoes') : undefined);
const isDeclaracao = (r: RequisitoHabilitacao): boolean => r.documentoEmpresa === 'declaração da própria empresa';

function acao(c: Caso, r: RequisitoHabilitacao): Linha {
  const t = tarefaDe(c, r);
  const frase = limpar([r.motivo, r.acao].filter(Boolean).join(' '));
  return [frase, ...(t ? [' ', forte(quem(t))] : [])];
}

const quem = (t: Tarefa): string => `${t.dono}${t.concluirAte ? `, até ${formatDia(t.concluirAte)}` : ''}.`;

/** What is to be done besides the papers. */
function preparacao(c: Caso): Bloco[] {
  const dasLinhas = new Set(c.analise.habilitacao.flatMap((r) => tarefaDe(c, r)?.id ?? []));
  const tarefas = c.analise.plano.tarefas.filter((t) => t.id === 'declaracoes' || !dasLinhas.has(t.id));
  if (!tarefas.length) return [p('Nada além do que está acima.')];
  return [{ tipo: 'tabela', cabecalho: ['', 'Tarefa', 'Quem', 'Começar até', 'Concluir até', 'Por quê'], larguras: [4, 32, 13, 13, 13, 25], linhas: tarefas.map((t): Linha[] => [
    [CAIXA], [forte(limpar(t.titulo, 300))], [limpar(t.dono, 60)], [t.comecarAte ? formatDia(t.comecarAte) : '–'], [t.concluirAte ? formatDia(t.concluirAte) : '–'], [limpar(t.motivo, 400)],
  ]) }];
}
