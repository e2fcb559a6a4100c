import { toMillis } from '../../kernel/index.js';
import { isForaDoPrazo, prazoDoPedido, verificacoesCom, type Caso } from './caso.js';
import { forte, lista, p, titulo, type Bloco, type Linha } from './documento.js';
import { leiDoPedido } from './lei-do-pedido.js';
import { diaComSemana, diaDe, enumerar, instanteComSemana, limpar } from './palavras.js';
import type { Ponto } from './ponto.js';

export const APOIO = 'Rascunho feito por regras, sem modelo de linguagem, a partir da análise do edital. Apoio à decisão: não substitui parecer jurídico nem a leitura dos trechos citados.';
const ADVOGADO = 'Se quem assina for procurador ou advogado, junte a procuração e acrescente o nome e o número da OAB.';

/** The sheet that goes before the document and is not sent: what to complete, until when, what to check. */
export function conferencia(c: Caso, pontos: readonly Ponto[], lacunas: readonly string[]): Bloco[] {
  const avisos = [...avisosDoPrazo(c), ...avisosDosPontos(c, pontos), ...c.avisos];
  return [
    titulo(1, 'Folha de conferência (não enviar)'),
    ...(isForaDoPrazo(c) ? [p(forte('FORA DO PRAZO. '), `O prazo terminou em ${instanteComSemana(prazoDoPedido(c)!.vinculante!)}. ${leiDoPedido(c).depois}${jaAbriu(c) ? ' A data da abertura também já passou: confira se a licitação ainda está em curso.' : ''}`)] : []),
    titulo(2, 'Complete antes de enviar'),
    p('O perfil da empresa e o edital não trazem estes dados; no texto, cada um está marcado com «…».'),
    lista(lacunas.map((nome): Linha => [nome])),
    p(ADVOGADO),
    titulo(2, 'Prazo'), ...prazo(c),
    ...(avisos.length ? [titulo(2, 'Confira'), lista(avisos.map((a): Linha => [a]))] : []),
    titulo(2, 'Pontos incluídos'),
    { tipo: 'tabela', cabecalho: ['Nº', 'Ponto', 'Onde está', 'Código'], larguras: [6, 40, 22, 32], linhas: pontos.map((x, i): Linha[] => [[String(i + 1)], [x.titulo], [onde(x)], [{ codigo: x.id }]]) },
    p('Para escolher os pontos, peça o rascunho de novo com os códigos em “pontos”.'),
    p(APOIO),
  ];
}

const jaAbriu = (c: Caso): boolean => {
  const abertura = c.analise.fatos.sessao_abertura.valor;
  return abertura !== null && toMillis(abertura) < toMillis(c.agora);
};

const onde = (x: Ponto): string => enumerar([...new Set(x.evidencias.map((e) => `p. ${e.pagina}`))]) || 'sem trecho: previsão não localizada';

function prazo(c: Caso): Bloco[] {
  const x = prazoDoPedido(c);
  const estado = { SUSPENSA: 'A licitação está suspensa: o prazo não corre até a republicação.', REVOGADA: 'A licitação foi revogada: não há prazo em curso.', ANULADA: 'A licitação foi anulada: não há prazo em curso.' } as const;
  const parada = c.analise.estado in estado ? estado[c.analise.estado as keyof typeof estado] : null;
  const notas = [parada, x?.conflito ?? null, x?.observacao ?? null].filter((t) => t !== null && t !== '') as string[];
  const limite: Linha = x?.vinculante && isForaDoPrazo(c) ? ['Terminou em ', forte(instanteComSemana(x.vinculante)), '.'] : x?.vinculante ? ['Envie até ', forte(instanteComSemana(x.vinculante)), `. Contado em ${diaComSemana(diaDe(c.agora))}, no calendário nacional: confira os feriados do lugar.`] : ['A data-limite não foi determinada: confira-a no edital antes de enviar.'];
  return [p(...limite), ...(notas.length ? [lista(notas.map((t): Linha => [limpar(t)]))] : [])];
}

function avisosDoPrazo(c: Caso): string[] {
  const x = prazoDoPedido(c);
  return x?.impresso && x.dispositivo === null ? ['A data é a que o próprio instrumento fixa: a lei não fixa prazo para este caso.'] : [];
}

function avisosDosPontos(c: Caso, pontos: readonly Ponto[]): string[] {
  const violados = verificacoesCom(c, 'violado');
  const incertos = pontos.filter((x) => x.aConferir);
  const interpretados = pontos.filter((x) => x.nivelFonte === 'D');
  const ocr = pontos.filter((x) => x.evidencias.some((e) => e.ocr !== undefined));
  return [
    ...(c.tipo === 'esclarecimento' && violados.length ? [`${violados.length === 1 ? 'Uma verificação aponta' : `${violados.length} verificações apontam`} contrariedade à lei, que cabe em impugnação e não está aqui: ${enumerar(violados.map((v) => limpar(v.titulo, 200)))}.`] : []),
    ...(c.tipo === 'impugnacao' && pontos.length && !pontos.some((x) => violados.some((v) => v.regra === x.id)) ? ['Nenhuma contrariedade literal à lei foi apontada: todos os pontos são indícios. O pedido de esclarecimento costuma ser o caminho mais adequado.'] : []),
    ...(c.tipo === 'impugnacao' && c.analise.regime === '13303' ? ['A Lei 13.303/2016 fala em “qualquer cidadão”: convém que o representante legal assine também em nome próprio.'] : []),
    ...(c.analise.regime === 'indefinido' ? ['Não se sabe que lei rege a licitação: confirme o fundamento antes de enviar.'] : []),
    ...(incertos.length ? [`Norma a conferir no texto oficial antes de enviar: ${enumerar(incertos.map((x) => `${x.titulo} (${x.dispositivo ?? ''})`))}.`] : []),
    ...(interpretados.length ? [`Critério de análise, sem limite expresso em lei: ${enumerar(interpretados.map((x) => x.titulo))}.`] : []),
    ...(ocr.length ? [`Trecho lido por OCR, que pode ter erro: compare com a página. ${enumerar(ocr.map((x) => x.titulo))}.`] : []),
    'Compare cada trecho citado com a página do documento.',
  ];
}
