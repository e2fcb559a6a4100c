import { conflito } from '../../kernel/index.js';
import { isForaDoPrazo, type Caso } from './caso.js';
import { citar, forte, numberParagrafos, numerado, p, titulo, type Bloco, type Linha } from './documento.js';
import { enderecamento, fecho, qualificacao } from './identificacao.js';
import { leiDoPedido } from './lei-do-pedido.js';
import { pickPontos, type Ponto } from './ponto.js';
import { pontosAEsclarecer } from './pontos-a-esclarecer.js';
import { tempestividade } from './tempestividade.js';

/** @throws AlicitError `nada_a_esclarecer`, `ponto_desconhecido` */
export function pontosDoEsclarecimento(c: Caso): readonly Ponto[] {
  const pontos = pickPontos(pontosAEsclarecer(c), c.pontos);
  if (!pontos.length) throw conflito('nada_a_esclarecer', 'A análise não deixou dúvida sobre o edital: não há indício, contradição, divergência nem prazo em conflito a esclarecer.');
  return pontos;
}

/** Pedido de esclarecimento (art. 164 of Lei 14.133/2021, or what the regime gives): one question a point, each with its quote. */
export function corpoDoEsclarecimento(c: Caso, pontos: readonly Ponto[]): Bloco[] {
  const lei = leiDoPedido(c);
  return numberParagrafos([
    ...enderecamento(c),
    titulo(1, `Pedido de esclarecimento${isForaDoPrazo(c) ? ' (fora do prazo)' : ''}`),
    p(...qualificacao(c), `, vem, com fundamento ${lei.fundamento}, apresentar `, forte('pedido de esclarecimento'), ' sobre o edital em referência, nos termos a seguir.'),
    titulo(2, 'I. Do prazo'), ...tempestividade(c),
    titulo(2, `II. ${pontos.length === 1 ? 'Do ponto a esclarecer' : 'Dos pontos a esclarecer'}`), ...pontos.flatMap(pontoNoTexto),
    titulo(2, 'III. Do pedido'), ...pedidos(c, pontos.length),
    ...fecho(c),
  ]);
}

function pontoNoTexto(x: Ponto, i: number): Bloco[] {
  return [
    titulo(3, `Ponto ${i + 1}. ${x.titulo}`),
    ...(x.evidencias.length ? [numerado(x.evidencias.length === 1 ? 'Consta do edital e de seus anexos:' : 'Constam do edital e de seus anexos:'), ...citar(x.evidencias)] : [numerado('Não há trecho a citar: trata-se de previsão não localizada no edital e em seus anexos.')]),
    numerado(forte('Dúvida. '), x.duvida, ...norma(x)),
    numerado(forte('Pergunta. '), x.pergunta),
  ];
}

/** The article a point rests on; one whose text was not read in the official source asks to be read. */
const norma = (x: Ponto): Linha => {
  if (x.dispositivo === null) return [];
  const texto = ` Norma: ${x.dispositivo}`;
  return x.aConferir ? [`${texto} `, { lacuna: `confira no texto oficial: ${x.dispositivo}` }, '.'] : [`${texto}.`];
};

function pedidos(c: Caso, n: number): Bloco[] {
  const lei = leiDoPedido(c);
  return [
    numerado(`Diante do exposto, a empresa requer resposta a ${n === 1 ? 'o ponto acima' : `cada um dos ${n} pontos acima`}${lei.resposta ? `, ${lei.resposta}` : ', a tempo de formular a proposta'}.`.replace('resposta a o ponto', 'resposta ao ponto')),
    numerado(`Se a resposta levar a mudança no edital, requer ${lei.reabertura}.`),
  ];
}
