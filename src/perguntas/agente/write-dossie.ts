import { DESCRICAO_DO_CAMPO, evidenciaDoFato, type Fato, type TrechoAchado } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { elemento, escapeTexto, grupo, neutralizar } from '../../agentes/index.js';
import { squeeze } from '../../kernel/index.js';
import { tellEmpresa } from './empresa-da-pergunta.js';
import { valorDoFato } from './fatos-da-pergunta.js';

/** A question or an answer of before. */
export interface Fala {
  readonly papel: 'usuario' | 'sistema';
  readonly texto: string;
}

/** What a question's prompt is made of. */
export interface FonteDoDossie {
  readonly documentos: readonly { readonly nome: string; readonly classe: string; readonly paginas: number }[];
  readonly trechos: readonly Pick<TrechoAchado, 'documento' | 'pagina' | 'texto'>[];
  readonly fatos: readonly Fato[];
  readonly empresa: Empresa | null;
  readonly conversa: readonly Fala[];
  readonly pergunta: string;
  readonly perguntaEntendida: string | null;
}

const MAX_DOCUMENTOS = 25;
const MAX_CITACAO = 300;
const MAX_FALA = 700;

/** Untrusted text made data: without what addresses a model, cut. */
const limpo = (texto: string, maximo: number): string => squeeze(neutralizar(texto)).slice(0, maximo).toWellFormed();
const dito = (nome: string, atributos: Parameters<typeof elemento>[1], texto = ''): string => elemento(nome, Object.fromEntries(Object.entries(atributos).map(([k, v]) => [k, typeof v === 'string' ? limpo(v, 300) : v])), escapeTexto(texto));

/** Ids of documents (D1, D2…) by name, in the set's order. */
export function idsDeDocumentos(documentos: readonly { readonly nome: string }[]): ReadonlyMap<string, string> {
  return new Map(documentos.map((d, i) => [d.nome, `D${i + 1}`] as const).reverse());
}

/** The user message: data first, the question last. Pure: the same question over the same set and conversation gives the same text. */
export function writeDossie({ documentos, trechos, fatos, empresa, conversa, pergunta, perguntaEntendida }: FonteDoDossie): string {
  const ids = idsDeDocumentos(documentos);
  const usados = new Set([...trechos.map((t) => t.documento), ...fatos.flatMap((f) => evidenciaDoFato(f)?.documento ?? [])]);
  const dossie = [
    grupo('documentos', documentos.filter((d) => usados.has(d.nome)).slice(0, MAX_DOCUMENTOS).map((d) => dito('documento', { id: ids.get(d.nome), nome: d.nome, classe: d.classe, paginas: d.paginas }))),
    empresa ? dito('empresa', { nome: empresa.razaoSocial }, limpo(tellEmpresa(empresa), 1800)) : '',
    grupo('fatos', fatos.map((f, i) => writeFato(f, `F${i + 1}`, ids))),
    grupo('trechos', trechos.map((t, i) => dito('trecho', { id: `T${i + 1}`, documento: ids.get(t.documento), pagina: t.pagina }, limpo(t.texto, 1500)))),
  ];
  return [
    grupo('dossie', dossie.filter(Boolean)) || '<dossie/>',
    grupo('conversa', conversa.map(({ papel, texto }) => dito('turno', { papel }, limpo(texto, MAX_FALA)))),
    dito('pergunta', { como_feita: perguntaEntendida === null ? null : pergunta }, perguntaEntendida ?? pergunta),
  ].filter(Boolean).join('\n');
}

function writeFato(f: Fato, id: string, ids: ReadonlyMap<string, string>): string {
  const e = evidenciaDoFato(f);
  const nota = f.corrigido ? 'informado por uma pessoa' : f.nota;
  return dito('fato', { id, campo: f.campo, titulo: DESCRICAO_DO_CAMPO[f.campo].nome, valor: valorDoFato(f), nota, documento: e && ids.get(e.documento), pagina: e?.pagina }, e ? limpo(e.trecho, MAX_CITACAO) : '');
}
