import { fold, squeeze, type Evidencia } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';
import { DATA, readData } from '../extracao/datas.js';

/** What a version of an edital tells about when it came. */
export interface Sinais {
  /** Where it says of itself that it is retificado, republicado… */
  readonly retificado: { readonly texto: string; readonly pagina: number } | null;
  /** "2ª retificação", "versão 3": its number. */
  readonly versao: number | null;
  /** Latest date it is signed with, ISO day. */
  readonly assinatura: string | null;
  /** The file's name says so: the weakest of hints. */
  readonly nome: { readonly retificado: boolean; readonly versao: number | null };
  /** The quote of the retificação, when it can stand as one. */
  readonly evidencia: Evidencia | null;
}

const RETIFICADO = /\b(?:retificad[oa]|republicad[oa]|consolidad[oa]|rerratificad[oa]|re-ratificad[oa]|retificacao|republicacao|rerratificacao|errata|alterad[oa])\b/;
/** A sentence about retificações in general, not a heading. */
const FRASE = /\b(?:podera|sera|devera|caso|qualquer|eventuai?s?|quando|havendo|nao|prazo|se\s+for)\b/;
const VERSAO = /\b(\d{1,2})\s?[ºªao]?\.?\s*(?:retificacao|versao|republicacao|errata|edicao)\b|\b(?:retificad[oa]|retificacao|versao|republicacao|errata|rev(?:isao)?)\s*(?:n\s?[ºo.]{0,2}\s*)?(\d{1,2})\b/;
const LINHAS = 45;

/** Reads them from the headings of the first two pages, the lines that date a signature, and the name. */
export function readSinais(d: DocumentoLido): Sinais {
  const retificado = findRetificado(d);
  const nome = fold(d.nome.split(/[!/]/).at(-1)!).replace(/[_\-.]+/g, ' ').replace(/(retificad[oa]|versao|errata)(\d)/, '$1 $2').replace(/([a-z0-9])(retificad|errata|republic)/, '$1 $2');
  return {
    retificado,
    versao: retificado ? readVersao(fold(retificado.texto)) : null,
    assinatura: findAssinatura(d),
    nome: { retificado: RETIFICADO.test(nome) || /\b(?:corrigid[oa]|final|novo|atualizad[oa]|v\s?[2-9])\b/.test(nome), versao: readVersao(nome) ?? readVersaoCurta(nome) },
    evidencia: retificado && retificado.texto.length >= 12 ? { documento: d.nome, pagina: retificado.pagina, trecho: retificado.texto } : null,
  };
}

function findRetificado(d: DocumentoLido): Sinais['retificado'] {
  for (const p of d.paginas.filter((x) => x.texto).slice(0, 2)) {
    const linhas = p.texto.split('\n').map(squeeze).filter(Boolean).slice(0, LINHAS);
    for (const texto of linhas) {
      const dobrado = fold(texto);
      if (texto.length > 110 || !RETIFICADO.test(dobrado) || FRASE.test(dobrado) || /\b(?:lei|decreto|portaria)\b/.test(dobrado)) continue;
      // In running text the word stands inside a sentence; a heading is short, in capitals, or names the edital.
      if (texto.length < 45 || texto === texto.toUpperCase() || /\bedital\b/.test(dobrado)) return { texto, pagina: p.numero };
    }
  }
  return null;
}

function readVersao(dobrado: string): number | null {
  const m = VERSAO.exec(dobrado);
  return m ? Number(m[1] ?? m[2]) : null;
}
const readVersaoCurta = (nome: string): number | null => Number(/\bv\s?(\d{1,2})\b/.exec(nome)?.[1] ?? Number.NaN) || null;

const LINHA_ASSINATURA = new RegExp(String.raw`^(?:[a-z .'/()-]{3,60}?,\s*)(?:em\s+|aos\s+)?${DATA}\s*\.?$`);

function findAssinatura(d: DocumentoLido): string | null {
  let ultima: string | null = null;
  for (const p of d.paginas) {
    for (const linha of p.texto.split('\n')) {
      if (linha.length > 120 || !/20\d{2}/.test(linha)) continue;
      const m = LINHA_ASSINATURA.exec(fold(squeeze(linha)));
      const data = m?.groups ? readData(m.groups) : null;
      if (data && (!ultima || data > ultima)) ultima = data;
    }
  }
  return ultima;
}
