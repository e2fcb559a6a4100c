import type { PedidoModelo } from './tipos.ts';

/** A place of a document as the prompt names it: the document's id (D1) and the page. */
export interface Lugar {
  readonly documento: string;
  readonly pagina: number;
}
export interface Trecho extends Lugar {
  readonly id: string;
  readonly texto: string;
}
export interface Fato extends Lugar {
  readonly id: string;
  readonly campo: string;
  readonly titulo: string;
  readonly valor: string;
  /** The quote the fact rests on; empty when the prompt gives none. */
  readonly trecho: string;
}
export interface CitacaoDada extends Lugar {
  readonly trecho: string;
}
export interface AfirmacaoDada {
  readonly id: string;
  readonly agente: string;
  readonly tipo: string;
  readonly texto: string;
  readonly citacoes: readonly CitacaoDada[];
}

/** What a prompt of ours gives to a model. */
export interface Dossie {
  readonly documentos: readonly { readonly id: string; readonly nome: string; readonly paginas: number | null }[];
  readonly fatos: readonly Fato[];
  readonly trechos: readonly Trecho[];
  readonly afirmacoes: readonly AfirmacaoDada[];
  readonly pergunta: string | null;
  /** Questions asked before in the conversation, oldest first. */
  readonly anteriores: readonly string[];
  /** When the last message gives claims back: their places in the answer given before. */
  readonly recusadas: readonly number[] | null;
}

const ENTIDADES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Text of XML as it was before being escaped. */
export const unescapeXml = (texto: string): string =>
  texto.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (inteiro, decimal?: string, hexa?: string, nome?: string) => {
    if (nome) return ENTIDADES[nome.toLowerCase()]!;
    const ponto = decimal ? Number(decimal) : Number.parseInt(hexa!, 16);
    return ponto <= 0x10ffff ? String.fromCodePoint(ponto) : inteiro;
  });

interface Elemento {
  readonly atributos: Readonly<Record<string, string>>;
  /** As written: still escaped. */
  readonly corpo: string;
}

/** Elements of a name, in order; what is inside is taken as it is (no element here holds another of its name). */
export function elementosDe(texto: string, nome: string): readonly Elemento[] {
  const achados = texto.matchAll(new RegExp(`<${nome}((?:\\s+[\\w-]+="[^"]*")*)\\s*(?:/>|>([\\s\\S]*?)</${nome}>)`, 'g'));
  return Array.from(achados, ([, atributos = '', corpo = '']) => ({ atributos: Object.fromEntries(Array.from(atributos.matchAll(/([\w-]+)="([^"]*)"/g), (a) => [a[1]!, unescapeXml(a[2]!)])), corpo }));
}

const lugarDe = (a: Elemento['atributos']): Lugar => ({ documento: a['documento'] ?? '', pagina: Number(a['pagina'] ?? 0) });
const porId = <T extends { readonly id: string }>(lista: readonly T[]): readonly T[] => [...new Map(lista.map((x) => [x.id, x])).values()];

/** Reads a prompt: its dossier, its question, what was given back. Passages a tool brought count as the others. */
export function lerDossie(p: PedidoModelo): Dossie {
  const textos = p.mensagens.filter((m) => m.papel === 'user' || m.papel === 'tool').map((m) => (m.papel === 'tool' ? desembrulhar(m.texto) : m.texto));
  const tudo = textos.join('\n');
  const ultima = p.mensagens.at(-1);
  const recusadas = ultima?.papel === 'user' && ultima.texto.includes('<recusadas') ? elementosDe(ultima.texto, 'recusada').map((r) => Number(r.atributos['indice'])) : null;
  return {
    documentos: elementosDe(tudo, 'documento').filter((d) => d.atributos['id']).map(({ atributos: a }) => ({ id: a['id']!, nome: a['nome'] ?? '', paginas: a['paginas'] ? Number(a['paginas']) : null })),
    fatos: porId(elementosDe(tudo, 'fato').map(({ atributos: a, corpo }) => ({ ...lugarDe(a), id: a['id'] ?? '', campo: a['campo'] ?? '', titulo: a['titulo'] ?? a['campo'] ?? '', valor: a['valor'] ?? '', trecho: unescapeXml(corpo).trim() }))),
    trechos: porId(elementosDe(tudo, 'trecho').filter((t) => t.corpo.trim()).map(({ atributos: a, corpo }) => ({ ...lugarDe(a), id: a['id'] ?? '', texto: unescapeXml(corpo) }))),
    afirmacoes: porId(elementosDe(tudo, 'afirmacao').map(({ atributos: a, corpo }) => ({
      id: a['id'] ?? '', agente: a['agente'] ?? '', tipo: a['tipo'] ?? 'observacao', texto: unescapeXml(elementosDe(corpo, 'texto')[0]?.corpo ?? '').trim(),
      citacoes: elementosDe(corpo, 'citacao').map((c) => ({ ...lugarDe(c.atributos), trecho: unescapeXml(c.corpo).trim() })),
    }))),
    pergunta: elementosDe(tudo, 'pergunta').map((q) => unescapeXml(q.corpo).trim()).at(-1) ?? null,
    anteriores: elementosDe(tudo, 'turno').filter((t) => t.atributos['papel'] === 'usuario').map((t) => unescapeXml(t.corpo).trim()),
    recusadas,
  };
}

/** The result of a tool may come as JSON text around ours. */
function desembrulhar(texto: string): string {
  if (!/^\s*["{[]/.test(texto)) return texto;
  try {
    const lido: unknown = JSON.parse(texto);
    return typeof lido === 'string' ? lido : JSON.stringify(lido, (_, v: unknown) => v).replaceAll('\\n', '\n').replaceAll('\\"', '"');
  } catch {
    return texto;
  }
}
