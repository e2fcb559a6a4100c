import type { Analise } from '../../../analises/index.js';
import type { Empresa } from '../../../empresas/index.js';
import { squeeze, type Evidencia } from '../../../kernel/index.js';
import { elemento, escapeTexto, type Atributos } from '../xml.js';

/** What a dossier is made of. */
export interface FonteDoDossie {
  readonly analise: Analise;
  readonly empresa: Empresa;
  /** Takes out of a text what addresses a model. */
  readonly limpar: (texto: string) => string;
}

/** Ids of documents (D1, D2…) in the analysis's order, by name. The first of two equal names wins. */
export const idsDeDocumentos = ({ documentos }: Pick<Analise, 'documentos'>): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  documentos.forEach((d, i) => ids.has(d.nome) || ids.set(d.nome, `D${i + 1}`));
  return ids;
};

/** Helpers of one dossier: text made fit, quotes with their place. */
export interface Escriba {
  readonly fonte: FonteDoDossie;
  /** Plain text → content, at most `maximo` characters, cut at a word. */
  texto(texto: string, maximo?: number): string;
  /** As `elemento`, attributes made fit too. */
  elemento(nome: string, atributos: Atributos, conteudo?: string): string;
  /** Attributes of where a quote stands; none when it is of no document of the set. */
  onde(e: Evidencia | null | undefined): Atributos;
  /** The words of a quote, the first time; "" when this dossier has them already at the same place. */
  frase(e: Evidencia | null | undefined, maximo?: number): string;
  /** The quote as an element inside another; "" when there is none. Without its words when they were given before. */
  citacao(e: Evidencia | null | undefined): string;
}

/** Longest quote shown of a fact: more does not prove more. */
const MAX_CITACAO = 260;

export function createEscriba(fonte: FonteDoDossie): Escriba {
  const ids = idsDeDocumentos(fonte.analise);
  const limpo = (t: string, maximo = 400): string => cutWords(squeeze(fonte.limpar(t)), maximo);
  const ditas = new Map<string, string[]>();
  const escriba: Escriba = {
    fonte,
    texto: (t, maximo) => escapeTexto(limpo(t, maximo)),
    elemento: (nome, atributos, conteudo) => elemento(nome, Object.fromEntries(Object.entries(atributos).map(([k, v]) => [k, typeof v === 'string' ? limpo(v, 300) : v])), conteudo),
    onde: (e) => (e && ids.has(e.documento) ? { documento: ids.get(e.documento)!, pagina: e.pagina } : {}),
    frase: (e, maximo = MAX_CITACAO) => {
      if (!e) return '';
      const texto = limpo(e.trecho, maximo);
      const onde = JSON.stringify([e.documento, e.pagina]);
      const dali = ditas.get(onde) ?? [];
      if (dali.some((d) => d.includes(texto))) return '';
      ditas.set(onde, [...dali, texto]);
      return escapeTexto(texto);
    },
    citacao: (e) => (e && ids.has(e.documento) ? elemento('citacao', escriba.onde(e), escriba.frase(e)) : ''),
  };
  return escriba;
}

/** At most so many characters, ending at a word. */
export function cutWords(texto: string, maximo: number): string {
  if (texto.length <= maximo) return texto;
  const corte = texto.lastIndexOf(' ', maximo);
  return texto.slice(0, corte > maximo / 2 ? corte : maximo);
}
