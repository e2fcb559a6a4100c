import { corpoDoChecklist } from './checklist.js';
import type { Caso } from './caso.js';
import { conferencia } from './conferencia.js';
import { collectLacunas, type Bloco, type Rascunho } from './documento.js';
import { corpoDoEsclarecimento, pontosDoEsclarecimento } from './esclarecimento.js';
import { nomeDoEdital, orgaoDe } from './identificacao.js';
import { corpoDaImpugnacao, pontosDaImpugnacao } from './impugnacao.js';
import { diaDe, limpar } from './palavras.js';
import type { Ponto } from './ponto.js';

const TITULO = { esclarecimento: 'Pedido de esclarecimento', impugnacao: 'Impugnação ao edital', checklist: 'Checklist de habilitação e proposta' } as const;

/** Version of the texts: raise it with any change of what is written. */
export const VERSAO_RASCUNHO = '1';

/** Analysis → draft. Pure: same case, same document. @throws AlicitError `nada_a_esclarecer`, `nada_a_impugnar`, `ponto_desconhecido` */
export function buildRascunho(c: Caso): Rascunho {
  const pontos = pontosDe(c);
  const corpo = corpoDe(c, pontos);
  const lacunas = collectLacunas(corpo);
  const orgao = orgaoDe(c);
  return {
    tipo: c.tipo, titulo: TITULO[c.tipo], assunto: [nomeDoEdital(c), ...(orgao ? [limpar(orgao, 200)] : [])].join(', '), dia: diaDe(c.agora),
    conferencia: c.tipo === 'checklist' ? [] : conferencia(c, pontos, lacunas), corpo, lacunas, nomeArquivo: nomeArquivo(c),
  };
}

const pontosDe = (c: Caso): readonly Ponto[] => (c.tipo === 'esclarecimento' ? pontosDoEsclarecimento(c) : c.tipo === 'impugnacao' ? pontosDaImpugnacao(c) : []);
const corpoDe = (c: Caso, pontos: readonly Ponto[]): readonly Bloco[] => (c.tipo === 'esclarecimento' ? corpoDoEsclarecimento(c, pontos) : c.tipo === 'impugnacao' ? corpoDaImpugnacao(c, pontos) : corpoDoChecklist(c));

/** "impugnacao-031-2026": only letters, digits and hyphens. */
function nomeArquivo({ tipo, analise }: Caso): string {
  const numero = (analise.fatos.numero_edital.valor ?? '').normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  return numero ? `${tipo}-${numero}` : tipo;
}
