import { fold } from '../../kernel/index.js';
import type { Classificacao } from '../classificar.js';
import type { DocumentoLido } from '../domain/documento.js';

type Classificado = Classificacao & { readonly documento: DocumentoLido };

const RESPOSTA = /\b(?:impugnac|esclareciment|resposta\s+a[os]?\s+(?:pedido|questionament))/;
const ATA_DE_SESSAO = /\bata\s+(?:final|d[ae]\s+(?:sessao|julgamento|abertura|adjudicacao|realizacao))/;
const PRIMEIRAS = 1500;

/** What the documents left out mean to who reads the analysis, in Portuguese: a tender already decided, answers that may change how the edital applies. */
export function tellParalelos(documentos: readonly Classificado[]): string[] {
  const resultados = documentos.filter((d) => d.classe === 'resultado' || (d.classe === 'ata' && ATA_DE_SESSAO.test(fold(d.titulo ?? ''))));
  const respostas = documentos.filter((d) => !resultados.includes(d) && (d.classe === 'ata' || d.classe === 'parecer') && RESPOSTA.test(fold(headOf(d.documento))));
  return [
    ...(resultados.length ? [`O conjunto traz o resultado da licitação (${names(resultados)}): ela pode já ter terminado. Nada foi lido dele para a análise.`] : []),
    ...(respostas.length ? [`Leia também ${names(respostas)}: ${respostas.length === 1 ? 'trata' : 'tratam'} de impugnação ou esclarecimento, e a resposta vincula o órgão. Os fatos vêm só do edital em vigor.`] : []),
  ];
}

const names = (ds: readonly Classificado[]): string => ds.map((d) => `“${d.documento.nome}”`).join(', ');
const headOf = (d: DocumentoLido): string => (d.paginas.find((p) => p.texto)?.texto ?? '').slice(0, PRIMEIRAS);
