import type { Evidencia } from '../../../kernel/index.js';
import type { DadoUsado } from '../../domain/analise.js';
import { baseDe, daEmpresa, doPncp, fatoDe, type Caso, type Unidade } from '../caso.js';
import { compareItem, compareObjeto, type Comparacao } from '../lexico/compare-objeto.js';
import { cutAtWord } from '../palavras.js';
import { nameOf } from '../lexico/palavras.js';
import { oncePerUnidade } from '../memo.js';
import { assume, portao, type AvaliaPortao } from './avaliacao.js';

const TITULO = 'O objeto está no ramo da empresa';

export interface ObjetoComparado extends Comparacao {
  readonly texto: string;
  readonly evidencias: readonly Evidencia[];
  readonly dados: readonly DadoUsado[];
}

/** The object of the whole tender: the edital's sentence, else PNCP's. */
function objetoDe(c: Caso): { texto: string; evidencias: readonly Evidencia[]; dados: readonly DadoUsado[] } | null {
  const fato = fatoDe(c, 'objeto');
  if (fato) return { texto: fato.valor, ...baseDe(fato) };
  const pncp = c.licitacao?.objeto;
  return pncp ? { texto: pncp, evidencias: [], dados: [doPncp('/objeto', pncp)] } : null;
}

const FORCA = { forte: 3, area: 2, generica: 1, nenhuma: 0 } as const;

/**
 * Compares a unit with the portfolio. The whole tender is its object or the row that fits best; a part is judged by its
 * own words, and takes the object's trade when they tell nothing. Under an object of a foreign trade a row that seems
 * familiar is only a doubt, and one of the same trade at most is foreign too; under an object wholly of the company's
 * trade a row that seems foreign (printer ink, a pen drive) is to be confirmed, not refused.
 */
export const compareUnidade = oncePerUnidade((c, u): ObjetoComparado | null => {
  const objeto = objetoDe(c);
  const doObjeto = objeto && { ...objeto, ...compareObjeto(c.perfil, objeto.texto) };
  const linhas = u.itens.map((i): ObjetoComparado => ({
    texto: nameOf(i.descricao), ...compareItem(c.perfil, i.descricao), evidencias: i.evidencia ? [i.evidencia] : [],
    dados: i.evidencia || i.indicePncp === null ? [] : [doPncp(`/itens/${i.indicePncp}/descricao`, nameOf(i.descricao))],
  }));
  const melhor = linhas.reduce<ObjetoComparado | null>((a, b) => (a && FORCA[a.grau] >= FORCA[b.grau] ? a : b), null);
  if (!doObjeto || !melhor) return doObjeto ?? melhor;
  const daUnidade = u.tipo === 'edital' ? null : (linhas.find((l) => l.excluida)?.excluida ?? null);
  const excluida = doObjeto.excluida ?? daUnidade;
  if (doObjeto.fora) return u.itens.some((i) => compareObjeto(c.perfil, firstWords(i.descricao)).grau === 'forte') ? { ...melhor, grau: 'generica', fora: false, excluida } : { ...(u.tipo === 'edital' ? doObjeto : melhor), grau: 'nenhuma', fora: true, excluida };
  if (u.tipo === 'edital') return { ...(FORCA[melhor.grau] > FORCA[doObjeto.grau] ? melhor : doObjeto), fora: false, excluida };
  if (melhor.fora && doObjeto.soDoRamo) return { ...melhor, grau: 'area', fora: false, excluida };
  if (melhor.fora || FORCA[melhor.grau] >= FORCA.area) return { ...melhor, excluida };
  return { ...melhor, grau: FORCA[doObjeto.grau] >= FORCA.area ? 'area' : melhor.grau, fora: false, excluida };
});

/** Under a foreign object only the very name of a row counts: "pasta térmica em seringa" is no seringa. */
const firstWords = (descricao: string): string => nameOf(descricao).split(' ').slice(0, 3).join(' ');
const dot = (t: string): string => (/[.!?…]$/.test(t) ? t : `${t}.`);
const cut = (t: string): string => cutAtWord(t, 160);

/** E5: outside what the company sells, with no way in. A word it excluded is its own decision. */
export const e5Portfolio: AvaliaPortao = (c, u) => {
  const x = compareUnidade(c, u);
  if (!x) return portao('E5', TITULO, 'nao_aferivel', 'O objeto não foi lido.');
  const extras = { evidencias: x.evidencias, dados: x.dados };
  if (x.excluida)
    return portao('E5', TITULO, 'reprovado', `O objeto traz "${x.excluida}", que a empresa excluiu.`, { ...extras, dados: [...x.dados, daEmpresa('/palavrasExcluidas', x.excluida)] });
  const resposta = c.hipoteses.noRamo;
  if (resposta || x.grau === 'forte') return portao('E5', TITULO, 'passou', `O objeto está no ramo da empresa: ${cut(x.texto)}`, extras);
  if (resposta === undefined && x.grau === 'area')
    return portao('E5', TITULO, 'condicionado', `O objeto parece ser do mesmo ramo da empresa; confirme que ela o fornece: ${cut(x.texto)}`, extras);
  if (resposta === false || x.fora) return outside(c, x.texto, extras);
  return portao('E5', TITULO, 'pendente', `O perfil da empresa não permite dizer se ela fornece: ${cut(x.texto)}`, {
    ...extras,
    incognitas: [{
      id: 'objeto_no_ramo', quemResponde: 'empresa', campoEmpresa: '/produtos', texto: `A empresa fornece ou executa isto: ${cut(x.texto)}?`,
      boa: 'sim', sim: (k) => assume(k, { noRamo: true }), nao: (k) => assume(k, { noRamo: false }),
    }],
  });
};

/** Outside the trade: only a partner in consórcio (Lei 14.133/2021, art. 15) lets the company in. */
function outside(c: Caso, texto: string, extras: { evidencias: readonly Evidencia[]; dados: readonly DadoUsado[] }) {
  const consorcio = fatoDe(c, 'consorcio');
  const parceiro = c.empresa.aceitaConsorcio;
  const fora = `O objeto está fora do que a empresa fornece: ${cut(texto)}`;
  const vedado = consorcio?.valor === 'vedado';
  if (!vedado && parceiro !== false)
    return portao('E5', TITULO, 'condicionado', `${dot(fora)} Só com parceiro do ramo, em consórcio.`, { ...extras, oQueMuda: 'Um parceiro do ramo, em consórcio, tornaria a participação possível.' });
  const veto = vedado ? baseDe(consorcio) : { evidencias: [], dados: [] };
  const saida = vedado ? 'O edital veda o consórcio.' : 'A empresa não aceita consórcio.';
  return portao('E5', TITULO, 'reprovado', `${dot(fora)} ${saida}`, {
    evidencias: [...extras.evidencias, ...veto.evidencias],
    dados: [...extras.dados, ...veto.dados, daEmpresa('/produtos', (c.empresa.produtos ?? []).map((p) => p.descricao).join('; ') || c.empresa.descricao)],
    oQueMuda: 'Só muda se a empresa passar a fornecer este objeto.',
  });
}

/** The unit is outside the portfolio, whatever the gate answers. */
export const isFora = (c: Caso, u: Unidade): boolean => {
  if (c.hipoteses.noRamo !== undefined) return !c.hipoteses.noRamo;
  return compareUnidade(c, u)?.fora === true;
};
