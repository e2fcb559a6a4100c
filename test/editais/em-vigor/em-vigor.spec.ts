import { describe, expect, it } from '@jest/globals';
import type { DocumentoLido } from '../../../src/editais/domain/documento.js';
import { montarConjunto } from '../../../src/editais/em-vigor/montar-conjunto.js';
import { paginasDeEdital, type DadosEdital } from '../../support/edital-ficticio.js';
import { documentoDe } from '../../support/texto-edital.js';

let serie = 0;
const doc = (paginas: readonly string[], nome: string): DocumentoLido => ({ ...documentoDe(paginas, nome), sha256: String(++serie).padStart(64, '0') });
const edital = (dados: DadosEdital, nome: string): DocumentoLido => doc(paginasDeEdital(dados), nome);
const emVigor = (docs: readonly DocumentoLido[]) => montarConjunto(docs).emVigor!;

describe('which edital is in force', () => {
  it('is the only one', () => {
    expect(emVigor([edital({}, 'Edital.pdf')])).toEqual({ documento: 'Edital.pdf', motivo: 'é o único edital do conjunto', mudancas: [] });
  });

  const CASOS: readonly [string, DadosEdital, DadosEdital, RegExp][] = [
    ['the one that says it was corrected', {}, { titulo: '(EDITAL RETIFICADO)', sessao: '24/08/2026' }, /retificado.*página 1.*24\/08\/2026 às 09:00, e o outro para 10\/08\/2026/],
    ['the higher correction', { titulo: '1ª RETIFICAÇÃO' }, { titulo: '2ª RETIFICAÇÃO' }, /versão 2, depois da 1/],
    ['the one republished', {}, { titulo: 'EDITAL REPUBLICADO' }, /REPUBLICADO/],
    ['the one signed later', { assinatura: '3 de julho de 2026' }, { assinatura: '20 de julho de 2026' }, /assinado em 20\/07\/2026, depois do outro \(03\/07\/2026\)/],
    ['the one with the later session', {}, { sessao: '24/08/2026' }, /sessão para 24\/08\/2026/],
  ];
  it.each(CASOS)('is %s, whatever the names and the order', (_, antes, depois, motivo) => {
    // The name speaks for the wrong one: it is only the weakest of hints.
    const [velho, novo] = [edital(antes, 'Edital retificado v2.pdf'), edital(depois, 'Edital.pdf')];
    for (const docs of [[velho, novo], [novo, velho]]) {
      const r = emVigor(docs);
      expect(r.documento).toBe('Edital.pdf');
      expect(r.motivo).toMatch(motivo);
    }
  });

  it('goes by the name when nothing inside tells, and asks to check when not even that does', () => {
    expect(emVigor([edital({}, 'Edital.pdf'), edital({ validade: '90 (noventa)' }, 'Edital_RETIFICADO.pdf')]).motivo).toContain('o nome do arquivo sugere');
    expect(emVigor([edital({}, 'a.pdf'), edital({ validade: '90 (noventa)' }, 'b.pdf')])).toMatchObject({ documento: 'a.pdf', motivo: expect.stringContaining('confira no portal') });
  });

  it('shows what speaks against the choice', () => {
    const r = emVigor([edital({ sessao: '30/09/2026' }, 'a.pdf'), edital({ titulo: 'EDITAL RETIFICADO' }, 'b.pdf')]);
    expect(r.documento).toBe('b.pdf');
    expect(r.motivo).toMatch(/Em sentido contrário, o outro marca a sessão para 30\/09\/2026/);
  });

  it('takes no sentence about corrections for one', () => {
    const r = emVigor([
      doc(paginasDeEdital({}).map((p, i) => (i ? p : `${p}\nEste edital poderá ser retificado a qualquer tempo.\nALTERADO PELO DECRETO Nº 9/2024`)), 'a.pdf'),
      edital({ sessao: '24/08/2026' }, 'b.pdf'),
    ]);
    expect(r.documento).toBe('b.pdf');
  });
});

describe('what changed', () => {
  const antes = edital({ itens: ['1 Carteira UN 100 R$ 500,00', '2 Lousa UN 10 R$ 900,00'] }, 'Edital.pdf');
  const depois = edital({ titulo: 'EDITAL RETIFICADO', sessao: '24/08/2026', hora: '10h', validade: '90 (noventa)', itens: ['1 Carteira UN 100 R$ 500,00'] }, 'Edital 2.pdf');
  const { mudancas } = emVigor([antes, depois]);

  it('is told field by field, with both quotes', () => {
    expect(mudancas.find((m) => m.campo === 'sessao_abertura')).toMatchObject({
      de: '10/08/2026 às 09:00', para: '24/08/2026 às 10:00',
      evidenciaDe: { documento: 'Edital.pdf', pagina: 1, trecho: expect.stringContaining('10/08/2026') },
      evidenciaPara: { documento: 'Edital 2.pdf', pagina: 1, trecho: expect.stringContaining('24/08/2026') },
    });
    expect(mudancas.find((m) => m.campo === 'validade_proposta_dias')).toMatchObject({ de: '60', para: '90' });
  });

  it('is told for passages that are no field, once', () => {
    expect(mudancas.filter((m) => m.campo === 'itens')).toEqual([
      { campo: 'itens', de: '2 Lousa UN 10 R$ 900,00', para: null, evidenciaDe: { documento: 'Edital.pdf', pagina: 5, trecho: '2 Lousa UN 10 R$ 900,00' }, evidenciaPara: null },
    ]);
    expect(mudancas.filter((m) => m.campo === 'sessao_abertura')).toHaveLength(1);
    expect(mudancas.some((m) => m.para === 'EDITAL RETIFICADO')).toBe(false);
  });

  it('compares the item table when its reader is given', () => {
    const item = (numero: string, valorTotal: string) => ({ numero, lote: null, descricao: 'Carteira', quantidade: '2', unidade: 'UN', valorUnitario: null, valorTotal, beneficio: null, evidencia: { documento: 'x', pagina: 5, trecho: 'Carteira UN 2 unidades' } });
    const readItens = (t: { texto: string }) => (t.texto.includes('Lousa') ? [item('1', '100.00'), item('2', '50.00')] : [item('1', '120.00'), item('3', '1.00')]);
    const r = montarConjunto([antes, depois], { readItens }).emVigor!.mudancas.filter((m) => m.campo === 'itens').map((m) => [m.de, m.para]);
    expect(r.slice(1)).toEqual([
      ['item 1: 2 UN, total R$ 100,00', 'item 1: 2 UN, total R$ 120,00'], ['item 2: Carteira', null], [null, 'item 3: Carteira'], ['soma dos itens R$ 150,00', 'soma dos itens R$ 121,00'],
    ]);
  });

  it('leaves aside an edital of another tender, and says so', () => {
    const outro = doc(paginasDeEdital({ sessao: '01/02/2026' }).map((p) => p.replace(/[a-zà-ú]{4,}/gi, (w) => [...w].reverse().join('')).concat('\nEDITAL DE PREGÃO Nº 90/2026 torna público sessão pública impugnar o edital este edital este edital este edital deste edital este edital prazo recursal modo de disputa poderão participar habilitação jurídica homologação')), 'Outro.pdf');
    const r = montarConjunto([edital({ sessao: '10/08/2026' }, 'Edital.pdf'), outro]);
    expect(r.emVigor).toMatchObject({ documento: 'Edital.pdf', mudancas: [] });
    expect(r.avisos).toEqual([expect.stringContaining('“Outro.pdf” parece ser o edital de outra licitação')]);
  });
});

describe('what the documents left out mean', () => {
  it('says that the tender may be over and which answers to read, and takes nothing from them', () => {
    const docs = [edital({}, 'Edital.pdf'), doc(['ATA DA SESSÃO PÚBLICA\nVencedor'], 'sessao.pdf'), doc(['RESULTADO\nVencedor'], 'r.pdf'), doc(['ATA 01\nRecebimento do parecer sobre a impugnação da empresa Zeta'], 'ata1.pdf')];
    const r = montarConjunto(docs);
    expect(r.avisos).toEqual([expect.stringMatching(/resultado da licitação \(“r\.pdf”, “sessao\.pdf”\)/), expect.stringMatching(/Leia também “ata1\.pdf”: trata de impugnação/)]);
    expect(r.partes.map((p) => p.documento.nome)).toEqual(['Edital.pdf']);
  });
  it('is silent about a lone edital', () => expect(montarConjunto([edital({}, 'Edital.pdf')]).avisos).toEqual([]));
});

describe('which documents the facts are read from', () => {
  const nomes = (docs: readonly DocumentoLido[]): [string, string][] => montarConjunto(docs).partes.map((p) => [p.regiao, p.documento.nome]);
  const tr = (nome: string, extra = ''): DocumentoLido => doc([`TERMO DE REFERÊNCIA\n${Array.from({ length: 12 }, (_, i) => `Cláusula de número ${i} do fornecimento de carteiras.`).join('\n')}\n${extra}`], nome);

  it('are the edital in force first, then TR, minuta, planilha and aviso; never ETP, atas, results, opinions', () => {
    const docs = [
      doc(['ATA DA SESSÃO PÚBLICA\nÀs 9h'], 'a.pdf'), doc(['AVISO DE LICITAÇÃO\nPregão 12/2026'], 'b.pdf'), edital({}, 'c.pdf'), doc(['ESTUDO TÉCNICO PRELIMINAR\n1. Necessidade'], 'd.pdf'),
      doc(['MINUTA DE CONTRATO\nCláusula'], 'e.pdf'), doc(['PARECER JURÍDICO\nOpina'], 'f.pdf'), doc(['RELAÇÃO DE ITENS\n1'], 'g.pdf'), tr('h.pdf'), doc(['RESULTADO\nVencedor'], 'i.pdf'), edital({ titulo: 'EDITAL RETIFICADO' }, 'j.pdf'),
    ];
    expect(nomes(docs)).toEqual([['edital', 'j.pdf'], ['tr', 'h.pdf'], ['minuta', 'e.pdf'], ['planilha', 'g.pdf'], ['anexo', 'b.pdf']]);
    expect(montarConjunto(docs).documentos.filter((d) => d.usado).map((d) => d.documento.nome)).toEqual(['b.pdf', 'e.pdf', 'g.pdf', 'h.pdf', 'j.pdf']);
  });

  it('take the newest of two versions of an annex, and both of two different ones', () => {
    const versoes = [tr('TR.pdf', 'Pedra Lisa, 1 de julho de 2026.'), tr('TR assinado.pdf', 'Pedra Lisa, 9 de julho de 2026.')];
    expect(nomes([edital({}, 'c.pdf'), ...versoes]).slice(1)).toEqual([['tr', 'TR assinado.pdf']]);
    const outro = doc([`TERMO DE REFERÊNCIA\n${Array.from({ length: 12 }, (_, i) => `Serviço de manutenção predial, rotina ${i}.`).join('\n')}`], 'TR 2.pdf');
    expect(nomes([edital({}, 'c.pdf'), versoes[0]!, outro]).slice(1)).toEqual([['tr', 'TR 2.pdf'], ['tr', 'TR.pdf']]);
  });

  it('are the best there is when no edital came, and it is said', () => {
    const r = montarConjunto([tr('TR.pdf'), doc(['AVISO DE LICITAÇÃO\nPregão 12/2026'], 'Aviso.pdf')]);
    expect(r.emVigor).toBeNull();
    expect(r.partes.map((p) => [p.regiao, p.documento.nome])).toEqual([['edital', 'Aviso.pdf'], ['tr', 'TR.pdf']]);
    expect(r.avisos).toHaveLength(1);
  });
});
