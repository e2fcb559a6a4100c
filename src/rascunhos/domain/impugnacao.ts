import { conflito } from '../../kernel/index.js';
import { isForaDoPrazo, verificacoesCom, type Caso } from './caso.js';
import { citar, forte, lista, numberParagrafos, numerado, p, titulo, type Bloco, type Linha } from './documento.js';
import { enderecamento, fecho, nomeDoEdital, qualificacao } from './identificacao.js';
import { leiDoPedido } from './lei-do-pedido.js';
import { enumerar, limpar, minuscula, romano } from './palavras.js';
import { pickPontos, type Ponto } from './ponto.js';
import { pontoDeVerificacao } from './ponto-de-verificacao.js';
import { tempestividade } from './tempestividade.js';

/** What can be challenged: clauses against the law first, then signs. @throws AlicitError `nada_a_impugnar`, `ponto_desconhecido` */
export function pontosDaImpugnacao(c: Caso): readonly Ponto[] {
  const pontos = pickPontos([...verificacoesCom(c, 'violado'), ...verificacoesCom(c, 'indicio')].map((v) => pontoDeVerificacao(v)), c.pontos);
  if (!pontos.length) throw conflito('nada_a_impugnar', 'Nenhuma verificação apontou contrariedade à lei nem indício: não há o que impugnar. Se restou dúvida, peça o rascunho do pedido de esclarecimento.');
  return pontos;
}

/** Impugnação: in time, facts, law, what is only in doubt in a part of its own, requests. */
export function corpoDaImpugnacao(c: Caso, pontos: readonly Ponto[]): Bloco[] {
  const ids = new Set(verificacoesCom(c, 'violado').map((v) => v.regra));
  const certos = pontos.filter((x) => ids.has(x.id));
  const duvidosos = pontos.filter((x) => !ids.has(x.id));
  const lei = leiDoPedido(c);
  const partes: readonly (readonly [string, Bloco[]])[] = ([
    [`${isForaDoPrazo(c) ? 'Do prazo' : 'Da tempestividade'}${lei.legitimidade ? ' e da legitimidade' : ''}`, [...tempestividade(c), ...(lei.legitimidade ? [numerado(lei.legitimidade)] : [])]],
    ['Dos fatos', fatos(c, certos)],
    ['Do direito', certos.flatMap((x, i) => contrario(x, i))],
    ['Dos pontos que pedem justificativa ou correção', duvidosos.length ? [numerado(certos.length ? DUVIDOSOS : SO_DUVIDOSOS), ...duvidosos.flatMap((x, i) => duvidoso(x, i))] : []],
    ['Dos pedidos', pedidos(c, certos, duvidosos)],
  ] satisfies [string, Bloco[]][]).filter(([, blocos]) => blocos.length > 0);
  return numberParagrafos([
    ...enderecamento(c),
    titulo(1, `Impugnação ao edital${isForaDoPrazo(c) ? ' (fora do prazo)' : ''}`),
    p(...qualificacao(c), `, vem, com fundamento ${lei.fundamento}, apresentar `, forte('impugnação ao edital'), ' em referência, pelas razões de fato e de direito a seguir.'),
    ...partes.flatMap(([nome, blocos], i) => [titulo(2, `${romano(i + 1)}. ${nome}`), ...blocos]),
    { tipo: 'paragrafo', junto: true, texto: ['Nestes termos, pede deferimento.'] },
    ...fecho(c),
  ]);
}

const DUVIDOSOS = 'Os pontos desta parte não são afirmados como ilegais: o que consta do edital deixa dúvida sobre a sua conformidade com a lei, e por isso se pede que o órgão os justifique ou corrija.';
const SO_DUVIDOSOS = 'Os pontos a seguir não são afirmados como ilegais: o que consta do edital deixa dúvida sobre a sua conformidade com a lei, e por isso se pede que o órgão os justifique ou corrija.';

function fatos(c: Caso, certos: readonly Ponto[]): Bloco[] {
  const { objeto } = c.analise.fatos;
  const inicio = `O órgão divulgou o instrumento convocatório em referência (${nomeDoEdital(c)})${objeto.valor ? `, cujo objeto é: ${limpar(objeto.valor, 700).replace(/[.;,\s]+$/, '')}` : ''}.`;
  const n = certos.length;
  return [
    numerado(inicio),
    numerado(`A impugnante tem interesse em participar da disputa.${n ? ` Do exame do edital e de seus anexos ${n === 1 ? 'resulta uma disposição contrária' : `resultam ${n} disposições contrárias`} à lei, ${n === 1 ? 'exposta' : 'expostas'} na parte seguinte.` : ''}`),
  ];
}

function trecho(x: Ponto): Bloco[] {
  return x.evidencias.length ? [numerado('Dispõe o edital:'), ...citar(x.evidencias)] : [numerado('Não há trecho a citar: trata-se de previsão que deve constar do edital ou de seus anexos e neles não foi localizada.')];
}

/** Against the law: quote, what is wrong, article, what it does to the company. */
function contrario(x: Ponto, i: number): Bloco[] {
  const medida = x.valor && x.limite && !x.duvida.includes(x.valor) ? ` No edital: ${x.valor}. Limite: ${x.limite}.` : '';
  return [
    titulo(3, `${i + 1}. ${x.titulo}`), ...trecho(x),
    numerado(`${x.duvida}${medida}`),
    numerado(`${x.norma ? `${x.norma} ` : ''}${x.evidencias.length ? 'A disposição' : 'A omissão'} contraria ${artigo(x.dispositivo)}.${x.excluiEmpresa ? ' Mantida, afasta a impugnante da disputa sem amparo legal.' : ''}`),
  ];
}

/** "o art. 67 da Lei…", "os arts. 25 e 92 da Lei…". */
const artigo = (dispositivo: string | null): string => (dispositivo === null ? 'a lei' : dispositivo.startsWith('arts.') ? `os ${dispositivo}` : dispositivo.startsWith('art.') ? `o ${dispositivo}` : dispositivo);

function duvidoso(x: Ponto, i: number): Bloco[] {
  return [
    titulo(3, `${i + 1}. ${x.titulo}`), ...trecho(x),
    numerado(x.duvida, ...emDuvida(x)),
    numerado(forte('Questão. '), x.pergunta),
  ];
}

/** The article a sign may be against: never that it is. */
function emDuvida(x: Ponto): Linha {
  if (x.dispositivo === null) return [];
  return [`${x.norma ? ` ${x.norma}` : ''} Se assim for, o ponto pode não estar de acordo com a norma (${x.dispositivo}).`, ...(x.aConferir ? [' ', { lacuna: `confira no texto oficial: ${x.dispositivo}` }] : [])];
}

/** A request that already asks for reasons. */
const JUSTIFICA = /justificativa|motiva[çc]|informe|indicação|confirmação|esclarecimento/;
const paginas = (x: Ponto): string => (x.evidencias.length ? ` (${enumerar([...new Set(x.evidencias.map((e) => `p. ${e.pagina}`))])})` : '');

function pedidos(c: Caso, certos: readonly Ponto[], duvidosos: readonly Ponto[]): Bloco[] {
  const lei = leiDoPedido(c);
  const itens: Linha[] = [
    [isForaDoPrazo(c) ? 'o exame da matéria, ainda que de ofício' : 'o conhecimento da impugnação'],
    ...certos.map((x): Linha => [`quanto a “${minuscula(x.titulo)}”${paginas(x)}, ${x.pedido}`]),
    ...duvidosos.map((x): Linha => [`quanto a “${minuscula(x.titulo)}”${paginas(x)}, ${JUSTIFICA.test(x.pedido) || !x.evidencias.length ? x.pedido : `a justificativa do que consta do edital ou, na falta dela, ${x.pedido}`}`]),
    [`acolhida a impugnação, ${lei.reabertura}`],
    [lei.resposta ? `decisão fundamentada sobre cada ponto, ${lei.resposta}` : 'decisão fundamentada sobre cada ponto, antes da data fixada para as propostas'],
  ];
  return [numerado('Diante do exposto, a impugnante requer:'), lista(itens.map((l, i): Linha => [...l, i === itens.length - 1 ? '.' : i === itens.length - 2 ? '; e' : ';']), 'letra')];
}
