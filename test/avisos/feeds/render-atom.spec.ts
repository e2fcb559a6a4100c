import { describe, expect, it } from '@jest/globals';
import { renderAtom } from '../../../src/avisos/feeds/render-atom.js';
import type { AvisoDados } from '../../../src/avisos/domain/aviso.js';
import { HOSTIL, prazo, recomendacao } from '../apoio.js';

const DESDE = new Date('2026-01-01T00:00:00Z');
const atom = (avisos: readonly AvisoDados[], razaoSocial: string | null = 'Móveis & Cia') =>
  renderAtom({ empresaId: 'emp_1', razaoSocial, cnpj: '11222333000181', desde: DESDE, urlPublica: 'https://alicit.exemplo', avisos: avisos.map((dados, i) => ({ id: `avi_${i}`, criado_em: new Date(Date.UTC(2026, 2, 9 - i)), dados })) });
/** Well-formed enough for a feed: every tag that opens closes, outside of CDATA. */
function tagsAbertas(xml: string): string[] {
  const pilha: string[] = [];
  for (const [, fecha, nome, vazia] of xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/<\?[^>]*\?>/g, '').matchAll(/<(\/?)([\w:-]+)[^>]*?(\/?)>/g)) {
    if (fecha) pilha.splice(pilha.lastIndexOf(nome!), 1);
    else if (!vazia) pilha.push(nome!);
  }
  return pilha;
}

describe('an Atom feed', () => {
  it('has an entry for each aviso', async () => {
    const xml = await atom([prazo(), recomendacao()]);
    expect(tagsAbertas(xml)).toEqual([]);
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(xml.match(/<id>[^<]*<\/id>/g)).toEqual(['<id>urn:alicit:avisos:emp_1</id>', '<id>urn:alicit:aviso:avi_0</id>', '<id>urn:alicit:aviso:avi_1</id>']);
    expect(xml).toContain('<updated>2026-03-09T00:00:00.000Z</updated>');
    expect(xml).toContain('href="https://pncp.gov.br/app/editais/11222333000181/2026/7"');
    expect(xml).toContain('Limite para impugnar o edital');
  });
  it('is the same for the same avisos, and dated when empty', async () => {
    expect(await atom([prazo()])).toBe(await atom([prazo()]));
    expect(await atom([])).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
  });
  it('texts of others are neither markup nor the end of it', async () => {
    const xml = await atom([recomendacao({ objeto: HOSTIL, orgao: HOSTIL })], HOSTIL);
    expect(tagsAbertas(xml)).toEqual([]);
    expect(xml).not.toMatch(/<script|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202e]/);
    expect(xml.isWellFormed()).toBe(true);
  });
});
