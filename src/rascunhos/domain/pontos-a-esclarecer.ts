import type { Analise } from '../../analises/index.js';
import { TITULO_CAMPO } from '../../relatorios/index.js';
import { verificacoesCom, type Caso } from './caso.js';
import { limpar } from './palavras.js';
import { base, semRepetir, type Ponto } from './ponto.js';
import { pontoDeVerificacao } from './ponto-de-verificacao.js';
import { pontosDeFatos } from './pontos-de-fatos.js';
import { pontosDePrazos } from './pontos-de-prazos.js';
import { sugestaoDe, toFrase, toPergunta, toPeticao } from './voz.js';

/** Everything of the analysis that can be asked of the agency, each thing once: signs, contradictions, divergences, deadlines, what the analysis itself left open. */
export function pontosAEsclarecer(c: Caso): readonly Ponto[] {
  const indicios = verificacoesCom(c, 'indicio').map((v) => pontoDeVerificacao(v));
  const fatos = pontosDeFatos(c);
  const divergencias = c.analise.divergencias.map(pontoDaDivergencia);
  const jaDitos = new Set([...indicios, ...fatos, ...divergencias].map((x) => x.id).concat(verificacoesCom(c, 'violado').map((v) => v.regra)));
  const abertos = c.analise.pontosAEsclarecer.flatMap((x, i) => pontoAberto(c, x, i, jaDitos) ?? []);
  return uniqueIds([...indicios, ...abertos, ...fatos, ...divergencias, ...pontosDePrazos(c, jaDitos)]);
}

function pontoDaDivergencia(d: Analise['divergencias'][number]): Ponto {
  const nome = (TITULO_CAMPO as Readonly<Record<string, string>>)[d.campo] ?? d.campo.replaceAll('_', ' ');
  return {
    ...base, id: `divergencia.${d.campo}`, titulo: `${limpar(nome, 160)}: fontes divergentes`, evidencias: semRepetir(d.valores.flatMap((v) => v.evidencia ?? [])), duvida: toFrase(limpar(toPeticao(d.descricao))),
    pergunta: 'Qual dos dados prevalece, e o outro será corrigido?', pedido: 'a correção do dado divergente',
  };
}

type Aberto = Analise['pontosAEsclarecer'][number];
const CONTRADICAO = /^O edital não é uniforme sobre /;

/** A point of the analysis; null when a check that failed, a fact or a deadline says it already. */
function pontoAberto(c: Caso, { texto, evidencia }: Aberto, i: number, jaDitos: ReadonlySet<string>): Ponto | null {
  if (CONTRADICAO.test(texto) && [...jaDitos].some((id) => id.startsWith('fato.') && isDoFato(c, id.slice('fato.'.length), evidencia))) return null;
  if (c.analise.prazos.some((x) => x.conflito !== null && texto === `${x.titulo}: ${x.conflito}`)) return null;
  const evidencias = evidencia ? [evidencia] : [];
  const deRegra = c.analise.verificacoes.find((v) => v.resultado === 'nao_aferivel' && (texto === `${v.motivo} ${v.sugestao ?? ''}` || (v.regra === 'requisito_indefinido' && v.evidencias.some((e) => isIgual(e, evidencia)))));
  if (deRegra) return { ...pontoDeVerificacao(deRegra, { evidencias: deRegra.regra === 'requisito_indefinido' ? evidencias : deRegra.evidencias }), duvida: toFrase(limpar(toPeticao(texto))) };
  const duvida = toFrase(limpar(toPeticao(texto)));
  return duvida ? { ...base, id: `ponto.${i + 1}`, titulo: 'Ponto a definir', evidencias, duvida, pergunta: limpar(toPergunta(sugestaoDe(texto))), pedido: 'a correção do edital nesse ponto' } : null;
}

const isIgual = (a: Aberto['evidencia'], b: Aberto['evidencia']): boolean => a !== null && b !== null && a.documento === b.documento && a.pagina === b.pagina && a.trecho === b.trecho;

function isDoFato(c: Caso, campo: string, evidencia: Aberto['evidencia']): boolean {
  const f = c.analise.fatos[campo as keyof Analise['fatos']];
  return f.valor !== null && evidencia !== null && f.trecho === evidencia.trecho && f.pagina === evidencia.pagina;
}

/** The same check may be asked about in more than one place: "requisito_indefinido", "requisito_indefinido.2". */
function uniqueIds(pontos: readonly Ponto[]): readonly Ponto[] {
  const vezes = new Map<string, number>();
  return pontos.map((x) => {
    const n = (vezes.get(x.id) ?? 0) + 1;
    vezes.set(x.id, n);
    return n === 1 ? x : { ...x, id: `${x.id}.${n}` };
  });
}
