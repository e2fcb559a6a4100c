// Items as read against labels of numbers and hashes. Pure.
import { createHash } from 'node:crypto';

const PALAVRAS = 3;
/** Hash of the first words of a description, folded: enough to tell another row, useless to read the edital. */
export function hashDescricao(texto) {
  const palavras = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, PALAVRAS);
  return createHash('sha256').update(palavras.join(' ')).digest('hex').slice(0, 10);
}
export const toNumero = (v) => (v === null || v === undefined || v === '' ? null : Number(v));

const norma = (n) => n.split('.').map((p) => String(Number(p) || p)).join('.');
const loteDe = (l) => (l === null || l === undefined ? null : String(Number(l) || l));
const iguais = (a, b) => (a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

/**
 * One edital. A row is right when lot, number, quantity, unit, unit price and total are all as labelled; a labelled null
 * must be read as null. `inventadas`: rows read that no label has (past `ate`, when only the start was labelled, nothing counts).
 */
export function compareItens(rotulo, lidos, normalizeUnidade) {
  const sobra = [...lidos];
  const erros = [];
  let certas = 0;
  let descricoes = 0;
  let achadas = 0;
  for (const [numero, lote, quantidade, unidade, valorUnitario, valorTotal, , descricao] of rotulo.linhas) {
    const mesma = (i) => norma(i.numero) === norma(numero) && loteDe(i.lote) === loteDe(lote);
    let k = sobra.findIndex(mesma);
    if (k < 0) k = sobra.findIndex((i) => norma(i.numero) === norma(numero));
    if (k < 0) {
      erros.push({ numero, lote, falta: true });
      continue;
    }
    const [i] = sobra.splice(k, 1);
    achadas++;
    const difere = [
      ...(mesma(i) ? [] : [['lote', lote, i.lote]]),
      ...(iguais(quantidade, toNumero(i.quantidade)) ? [] : [['quantidade', quantidade, i.quantidade]]),
      ...(unidade === (i.unidade ? normalizeUnidade(i.unidade) : null) ? [] : [['unidade', unidade, i.unidade]]),
      ...(iguais(valorUnitario, toNumero(i.valorUnitario)) ? [] : [['valorUnitario', valorUnitario, i.valorUnitario]]),
      ...(iguais(valorTotal, toNumero(i.valorTotal)) ? [] : [['valorTotal', valorTotal, i.valorTotal]]),
    ];
    if (difere.length) erros.push({ numero, lote, difere });
    else certas++;
    if (hashDescricao(i.descricao) === descricao) descricoes++;
  }
  const ultimo = rotulo.ate === null ? null : lidos.findLastIndex((i) => norma(i.numero) === norma(rotulo.ate));
  const inventadas = sobra.filter((i) => ultimo === null || lidos.indexOf(i) <= ultimo);
  return { esperadas: rotulo.linhas.length, achadas, certas, erradas: achadas - certas, faltam: rotulo.linhas.length - achadas, inventadas: inventadas.length, descricoes, erros, sobras: inventadas };
}
