import type { NomeAgente } from '../../../analises/index.js';
import { DIMENSOES_DO_AGENTE } from '../../../analises/index.js';
import { CAMPOS, TITULO_CAMPO, type Campo } from '../../../editais/index.js';
import { fitLinhas } from '../tokens.js';
import { grupo } from '../xml.js';
import { cutWords, idsDeDocumentos, type Escriba } from './fonte.js';
import { evidenciaDoFato, valorDoFato, valorEmPalavras } from './valores.js';

const MAX_DOCUMENTOS = 25;
/** Characters of a section. */
const MAX = { documentos: 1600, fatos: 4200, portoes: 1200 } as const;
/** Said in other parts, or nothing to reason from. */
const FORA: ReadonlySet<Campo> = new Set<Campo>(['objeto', 'numero_edital', 'numero_processo', 'orgao_nome', 'orgao_cnpj', 'modalidade']);

/** Documents with text, those in use first. */
export function documentos(x: Escriba): string {
  const ids = idsDeDocumentos(x.fonte.analise);
  const lidos = x.fonte.analise.documentos.filter((d) => d.paginasLidas > 0);
  const emOrdem = [...lidos.filter((d) => d.usado), ...lidos.filter((d) => !d.usado)].slice(0, MAX_DOCUMENTOS);
  return grupo('documentos', fitLinhas(emOrdem.map((d) => x.elemento('documento', { id: ids.get(d.nome), nome: cutWords(d.nome, 80), classe: d.classe, paginas: d.paginas, em_uso: d.usado ? null : 'nao' })), MAX.documentos).linhas);
}

/** What the tender is, in a line. */
export function licitacao(x: Escriba): string {
  const { analise: a } = x.fonte;
  const valor = (c: Campo): string | null => (a.fatos[c].valor === null ? null : valorEmPalavras(c, a.fatos[c].valor));
  return x.elemento('licitacao', {
    estado: a.estado, regime: a.regime, orgao: valor('orgao_nome') ?? a.licitacao?.orgaoNome, uf: a.licitacao?.uf, municipio: a.licitacao?.municipio, modalidade: valor('modalidade'), numero: valor('numero_edital'),
    hoje: valorEmPalavras('sessao_abertura', a.agora.slice(0, 10)),
  });
}

/** What rules decided, with the gates that did not simply open and the agent's own dimensions. */
export function decisao(x: Escriba, agente: NomeAgente): string {
  const { decisao: d } = x.fonte.analise;
  const portoes = d.portoes.filter((p) => p.resultado !== 'passou').map((p) => x.elemento('portao', { id: p.id, titulo: p.titulo, resultado: p.resultado }, p.resultado === 'nao_aferivel' ? '' : x.texto(p.motivo, 240)));
  const minhas: readonly string[] = DIMENSOES_DO_AGENTE[agente];
  const dimensoes = d.dimensoes.filter((n) => minhas.includes(n.id)).map((n) => x.elemento('dimensao', { id: n.id, titulo: n.titulo, nota: n.nota === null ? 'sem dados' : n.nota }, x.texto(n.motivos.join(' '), 420)));
  return grupo('decisao', [...fitLinhas(portoes, MAX.portoes).linhas, ...dimensoes], { desfecho: d.desfecho, pode: d.pode, vale_a_pena: d.valeAPena });
}

/** The agent's facts with their quotes; the others with their values; the missing ones named. */
export function fatos(x: Escriba, campos: readonly Campo[]): string {
  const { fatos: f } = x.fonte.analise;
  const lidos = campos.filter((c) => f[c].valor !== null || f[c].ausencia === 'nao_exige');
  const linhas = lidos.map((c, i) => {
    const e = evidenciaDoFato(f[c]);
    const alternativas = f[c].valor === null ? [] : (f[c].alternativas ?? []).map((o) => valorEmPalavras(c, o.valor));
    return x.elemento('fato', { id: `F${i + 1}`, campo: c, titulo: TITULO_CAMPO[c], valor: valorDoFato(f[c]), nota: f[c].nota, tambem_consta: alternativas.join(' | '), ...x.onde(e) }, x.frase(e));
  });
  const outros = CAMPOS.filter((c) => !campos.includes(c) && f[c].valor !== null && !FORA.has(c)).map((c) => `${TITULO_CAMPO[c]}: ${valorDoFato(f[c])}`);
  const ausentes = CAMPOS.filter((c) => f[c].valor === null && !lidos.includes(c)).map((c) => `${TITULO_CAMPO[c]} (${valorDoFato(f[c])})`);
  return [
    grupo('fatos', fitLinhas(linhas, MAX.fatos).linhas),
    outros.length ? x.elemento('outros_fatos', {}, x.texto(outros.join('; '), 1400)) : '',
    ausentes.length ? x.elemento('sem_valor', {}, x.texto(ausentes.join('; '), 700)) : '',
  ].filter(Boolean).join('\n');
}
