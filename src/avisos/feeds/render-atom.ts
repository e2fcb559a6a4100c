import { escapeHtml } from '../../kernel/index.js';
import { toBloco } from '../textos/bloco-do-aviso.js';
import { nomeDaEmpresa } from '../textos/assunto.js';
import type { AvisoDados } from '../domain/aviso.js';

export interface EntradaAtom {
  readonly empresaId: string;
  readonly razaoSocial: string | null;
  readonly cnpj: string;
  /** Newest first. */
  readonly avisos: readonly { readonly id: string; readonly criado_em: Date; readonly dados: AvisoDados }[];
  /** When the company's feeds began: the date of an empty one. */
  readonly desde: Date;
  /** Where an entry without a page of its own leads. */
  readonly urlPublica: string;
}

/** Characters that XML does not allow, beyond those `showable` takes out. */
const FORA_DO_XML = /[\ufffe\uffff]/g;
const clean = (html: string): string => html.replace(FORA_DO_XML, '');

/** The avisos of a company as Atom (RFC 4287). The same avisos give the same bytes. */
export async function renderAtom({ empresaId, razaoSocial, cnpj, avisos, desde, urlPublica }: EntradaAtom): Promise<string> {
  const { Feed } = await import('feed');
  const titulo = clean(escapeHtml(`Avisos para ${nomeDaEmpresa(razaoSocial, cnpj)}`));
  const feed = new Feed({ id: `urn:alicit:avisos:${empresaId}`, title: titulo, updated: avisos[0]?.criado_em ?? desde, generator: 'ALICIT', language: 'pt-BR', copyright: '', author: { name: 'ALICIT' } });
  for (const { id, criado_em: em, dados } of avisos) {
    const { titulo: t, linhas, link } = toBloco(dados);
    feed.addItem({ id: `urn:alicit:aviso:${id}`, title: clean(escapeHtml(t)), link: link ?? urlPublica, date: em, published: em, content: clean(linhas.map((l) => `<p>${escapeHtml(l)}</p>`).join('')), category: [{ term: dados.tipo, name: dados.tipo }] });
  }
  return feed.atom1();
}
