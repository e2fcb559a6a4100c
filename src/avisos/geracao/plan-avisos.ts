import type { DocumentoEmpresa } from '../../empresas/index.js';
import { referenciaDe, type AvisoNovo } from '../domain/aviso.js';
import { groupMudancas, type MudancaDeCampo } from '../domain/mudancas.js';
import { planAlertas } from '../domain/plan-alertas.js';
import { planCertidoes, tituloDaCertidao } from '../domain/plan-certidoes.js';
import type { Preferencias } from '../domain/preferencias.js';
import { TITULO_PRAZO } from '../domain/prazo-conhecido.js';
import type { LicitacaoDeInteresse } from '../registro/read-licitacoes.js';

/** A company, what it looks at, and what it was told. */
export interface EntradaPlano {
  readonly empresaId: string;
  readonly organizacaoId: string;
  readonly preferencias: Preferencias;
  readonly licitacoes: readonly LicitacaoDeInteresse[];
  readonly documentos: readonly DocumentoEmpresa[];
  /** Recent changes of these tenders' records, each after the company began to look at it. */
  readonly mudancas: readonly MudancaDeCampo[];
  readonly contadas: ReadonlySet<string>;
  readonly agora: Date;
}

/** Everything a company is to be told now: deadlines, certidões, changes. */
export function planAvisos(e: EntradaPlano): readonly AvisoNovo[] {
  const de = { empresaId: e.empresaId, organizacaoId: e.organizacaoId };
  const porNumero = new Map(e.licitacoes.flatMap((l) => (l.licitacao.numeroControlePNCP === null ? [] : [[l.licitacao.numeroControlePNCP, l] as const])));
  const mudancas = groupMudancas(e.mudancas).filter((g) => !e.contadas.has(g.chave)).flatMap((g): AvisoNovo[] => {
    const l = porNumero.get(g.numero);
    return l ? [{ ...de, chave: g.chave, limite: null, dados: { tipo: 'mudanca', licitacao: l.licitacao, mudancas: g.mudancas.map((m) => ({ ...m })) } }] : [];
  });
  return [...e.licitacoes.flatMap((l) => [...prazosDe(e, l, de), ...certidoesDe(e, l, de)]), ...mudancas];
}

type De = Pick<AvisoNovo, 'empresaId' | 'organizacaoId'>;

function prazosDe({ preferencias, agora, contadas }: EntradaPlano, l: LicitacaoDeInteresse, de: De): AvisoNovo[] {
  const alertas = planAlertas({ referencia: referenciaDe(l.licitacao), andamento: l.andamento, uf: l.uf, prazos: l.prazos, diasUteisAntes: preferencias.prazo.diasUteisAntes, hora: preferencias.resumo.hora, agora, contadas });
  return alertas.map(({ chave, prazo: { id, em, fonte, onde, dispositivo }, diasUteisRestantes }) => ({
    ...de, chave, limite: em, dados: { tipo: 'prazo', licitacao: l.licitacao, prazo: { id, titulo: TITULO_PRAZO[id], vinculante: em, fonte, onde, dispositivo, diasUteisRestantes } },
  }));
}

function certidoesDe({ preferencias, documentos, agora, contadas }: EntradaPlano, l: LicitacaoDeInteresse, de: De): AvisoNovo[] {
  if (preferencias.certidao.modo === 'desligado') return [];
  const curtas = planCertidoes({ referencia: referenciaDe(l.licitacao), andamento: l.andamento, prazos: l.prazos, documentos, agora, contadas });
  return curtas.map(({ chave, documento, exigidaEm }) => ({
    ...de, chave, limite: null, dados: { tipo: 'certidao', licitacao: l.licitacao, certidao: { tipo: documento.tipo, titulo: tituloDaCertidao(documento), validade: documento.validade }, exigidaEm },
  }));
}

