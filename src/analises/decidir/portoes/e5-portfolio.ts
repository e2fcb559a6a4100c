import type { Evidencia } from '../../../kernel/index.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa, doPncp, evidenciaDe, fatoDe, type Caso, type Unidade } from '../caso.js';
import { compareObjeto, type Comparacao } from '../lexico/compare-objeto.js';
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
  if (fato) return { texto: fato.valor, evidencias: [evidenciaDe(fato)!], dados: [] };
  const pncp = c.licitacao?.objeto;
  return pncp ? { texto: pncp, evidencias: [], dados: [doPncp('/objeto', pncp)] } : null;
}

const FORCA = { forte: 3, area: 2, generica: 1, nenhuma: 0 } as const;

/**
 * Compares a unit with the portfolio. The whole tender is its object or any of its rows, whichever fits best; one row
 * is judged by its own words, and a row whose words tell nothing takes the object's trade.
 */
export const compareUnidade = oncePerUnidade((c, u): ObjetoComparado | null => {
  const objeto = objetoDe(c);
  const doObjeto = objeto && { ...objeto, ...compareObjeto(c.perfil, objeto.texto) };
  const linhas = u.itens.map((i) => ({
    texto: i.descricao, ...compareObjeto(c.perfil, i.descricao), evidencias: i.evidencia ? [i.evidencia] : [],
    dados: i.evidencia || i.indicePncp === null ? [] : [doPncp(`/itens/${i.indicePncp}/descricao`, i.descricao)],
  }));
  const melhor = linhas.reduce<(typeof linhas)[number] | null>((a, b) => (a && FORCA[a.grau] >= FORCA[b.grau] ? a : b), null);
  if (u.tipo === 'edital') {
    if (!doObjeto) return melhor;
    return melhor && FORCA[melhor.grau] > FORCA[doObjeto.grau] ? { ...melhor, excluida: doObjeto.excluida } : { ...doObjeto, fora: doObjeto.fora && linhas.every((l) => l.grau === 'nenhuma') };
  }
  if (!melhor) return doObjeto;
  const excluida = doObjeto?.excluida ?? linhas.find((l) => l.excluida)?.excluida ?? null;
  if (melhor.fora || !doObjeto || FORCA[melhor.grau] >= FORCA.area) return { ...melhor, excluida };
  const grau = FORCA[doObjeto.grau] >= FORCA.area ? 'area' : melhor.grau;
  return { ...melhor, grau, fora: false, excluida };
});

const cut = (t: string): string => (t.length > 160 ? `${t.slice(0, 157).trimEnd()}…` : t);

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
      sim: (k) => assume(k, { noRamo: true }), nao: (k) => assume(k, { noRamo: false }),
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
    return portao('E5', TITULO, 'condicionado', `${fora} Só com parceiro do ramo, em consórcio.`, { ...extras, oQueMuda: 'Um parceiro do ramo, em consórcio, tornaria a participação possível.' });
  const saida = vedado ? 'O edital veda o consórcio.' : 'A empresa não aceita consórcio.';
  return portao('E5', TITULO, 'reprovado', `${fora} ${saida}`, {
    evidencias: [...extras.evidencias, ...(vedado ? [evidenciaDe(consorcio)!] : [])],
    dados: [...extras.dados, daEmpresa('/produtos', (c.empresa.produtos ?? []).map((p) => p.descricao).join('; ') || c.empresa.descricao)],
    oQueMuda: 'Só muda se a empresa passar a fornecer este objeto.',
  });
}

/** The unit is outside the portfolio, whatever the gate answers. */
export const isFora = (c: Caso, u: Unidade): boolean => {
  if (c.hipoteses.noRamo !== undefined) return !c.hipoteses.noRamo;
  return compareUnidade(c, u)?.fora === true;
};
