import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Empresa, PapelConferido } from '../../src/empresas/index.js';
import { ATESTADOS } from '../support/papeis/atestados.js';
import { balanco, cartaoCnpj } from '../support/papeis/cadastrais.js';
import { AURORA, FILIAL, OUTRA } from '../support/papeis/empresa.js';
import { cndFederal, cndFederalPositiva, cndt, crfFgts, ESTADUAIS } from '../support/papeis/fiscais.js';
import { FALENCIAS } from '../support/papeis/judiciais.js';
import { cndtDigitalizada } from '../support/papeis/cndt-digitalizada.js';
import { pdfDoPapel } from '../support/papeis/pdf-do-papel.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { pdfDigitalizado } from '../support/pdf-digitalizado.js';
import { pdfDe } from '../support/pdf.js';
import { ambienteDoPrograma } from '../support/programa.js';
import { zipDe } from '../support/zip.js';

const CLI = join(process.cwd(), 'dist', 'cli.js');
const AGORA = '2026-11-23T10:00:00-03:00';

interface Saida { readonly papeis: PapelConferido[]; readonly naoLido: { documento: string; codigo: string }[]; readonly avisos: { codigo: string; ponteiro: string; mensagem: string }[]; readonly empresa: Empresa }

describe('alicit empresa', () => {
  let pasta = '';
  const run = (args: readonly string[]) => {
    const r = spawnSync(process.execPath, [CLI, ...args], { cwd: tmpdir(), encoding: 'utf8', env: ambienteDoPrograma({ INIT_CWD: pasta, ALICIT_DATA_DIR: join(pasta, 'dados') }) });
    return { codigo: r.status, saida: r.stdout, avisos: r.stderr };
  };
  const ler = (args: readonly string[] = []): Saida => JSON.parse(run(['empresa', '--documentos', 'papeis', '--agora', AGORA, '--formato', 'json', ...args]).saida) as Saida;

  beforeAll(async () => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-empresa-'));
    const papeis = join(pasta, 'papeis');
    mkdirSync(join(papeis, 'fiscais'), { recursive: true });
    const write = async (nome: string, papel: Parameters<typeof pdfDoPapel>[0]) => writeFileSync(join(papeis, nome), await pdfDoPapel(papel));
    await write('cartao.pdf', cartaoCnpj());
    await write('fiscais/federal.pdf', cndFederal());
    await write('fiscais/federal-antiga.pdf', cndFederal(AURORA, '01/05/2026', '28/10/2026'));
    await write('fiscais/crf.pdf', crfFgts(AURORA, '01/10/2026', '30/10/2026'));
    await write('de-outra.pdf', cndt(OUTRA));
    await write('de-filial.pdf', crfFgts(FILIAL));
    await write('balanco.pdf', balanco());
    await write('atestado.pdf', ATESTADOS['fornecimento']!);
    writeFileSync(join(papeis, 'certidoes.zip'), await zipDe({ 'cndt.pdf': await pdfDoPapel(cndt()), 'pr.pdf': await pdfDoPapel(ESTADUAIS['PR']!) }));
    writeFileSync(join(papeis, 'quebrado.pdf'), '%PDF-1.7\nnada');
    writeFileSync(join(papeis, 'imagem.pdf'), pdfDe([null]));
    writeFileSync(join(papeis, 'carta.txt'), 'Prezados, segue a carta de apresentação da empresa, sem outros dados. Atenciosamente.');
    mkdirSync(join(pasta, 'so-atestado'));
    writeFileSync(join(pasta, 'so-atestado', 'a.txt'), 'Bom dia, isto não diz de quem é.');
    mkdirSync(join(pasta, 'vazia'));
    writeFileSync(join(pasta, 'edital.pdf'), pdfDe(paginasDeEdital().map((p) => p.split('\n'))));
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('shows every paper, how it stands on the day, and what could not be read; nothing stops the rest', () => {
    const r = run(['empresa', '--documentos', 'papeis', '--agora', AGORA]);
    expect(r.codigo).toBe(0);
    const linha = (arquivo: string): string => r.saida.split('\n').find((l) => l.startsWith(arquivo)) ?? '';
    expect(linha('fiscais/federal.pdf')).toMatch(/Certidão federal.*11\.222\.333\/0001-81.*10\/11\/2026.*09\/05\/2027.*em vigor/);
    expect(linha('fiscais/crf.pdf')).toMatch(/CRF do FGTS.*30\/10\/2026.*VENCIDA/);
    expect(linha('certidoes.zip!cndt.pdf')).toMatch(/CNDT.*em vigor/);
    expect(linha('de-outra.pdf')).toMatch(/NÃO CONTA: outro titular/);
    expect(linha('de-filial.pdf')).toMatch(/04\/12\/2026 {2}vence em breve/);
    expect(linha('carta.txt')).toMatch(/Documento não reconhecido/);
    expect(r.saida).toMatch(/Avisos:[\s\S]*de-outra\.pdf: O documento é de outra empresa[\s\S]*Não lido:[\s\S]*imagem\.pdf[\s\S]*quebrado\.pdf/);
  });

  it('makes a profile of what the papers say', () => {
    const { empresa, avisos, naoLido } = ler(['--saida', 'novo.json']);
    expect(empresa).toMatchObject({
      cnpj: AURORA.cnpj, razaoSocial: AURORA.nome, porte: 'epp', uf: 'PR', municipio: 'Curitiba', dataAbertura: '1998-05-12', patrimonioLiquido: '1000000.00', balancos: [2025],
      indices: { liquidezGeral: '1.52', solvenciaGeral: '2', liquidezCorrente: '2' }, atestados: [{ descricao: 'notebooks com garantia no local', quantidade: '350', unidade: 'un', ano: 2025 }, { descricao: 'impressoras multifuncionais' }],
    });
    expect(empresa.descricao).toContain('equipamentos e suprimentos de informática');
    expect(empresa.documentos?.map((d) => d.tipo).sort()).toEqual(['atestado', 'balanco', 'cartao_cnpj', 'cnd_estadual', 'cnd_federal', 'cnd_federal', 'cndt', 'crf_fgts', 'crf_fgts']);
    expect(empresa.documentos?.find((d) => d.tipo === 'cndt')).toMatchObject({ validade: '2027-05-11', resultado: 'negativa', prova: { documento: 'certidoes.zip!cndt.pdf', pagina: 1, trecho: expect.stringContaining('Validade: 11/05/2027') } });
    expect(avisos.filter((a) => a.codigo === 'mais_de_um').map((a) => a.mensagem)).toEqual([expect.stringMatching(/crf|CRF/), expect.stringMatching(/conta o que vale por mais tempo, fiscais\/federal\.pdf/)].sort());
    expect(naoLido.map((n) => [n.documento, n.codigo])).toEqual(expect.arrayContaining([['quebrado.pdf', 'pdf_corrompido'], ['imagem.pdf', 'sem_texto']]));
    expect(JSON.parse(readFileSync(join(pasta, 'novo.json'), 'utf8'))).toEqual(empresa);
  });

  it('never changes what a person told, and says where the papers differ, with the quote', () => {
    writeFileSync(join(pasta, 'perfil.json'), JSON.stringify({ cnpj: AURORA.mascara, descricao: 'Informática', porte: 'me', municipio: 'Londrina', patrimonioLiquido: '900.000,00', indices: { liquidezCorrente: '3,1' } }));
    const { empresa, avisos } = ler(['--perfil', 'perfil.json']);
    expect(empresa).toMatchObject({ descricao: 'Informática', porte: 'me', municipio: 'Londrina', patrimonioLiquido: '900000', indices: { liquidezCorrente: '3.1', liquidezGeral: '1.52' } });
    expect(empresa).not.toHaveProperty('uf');
    const porPonteiro = new Map(avisos.map((a) => [a.ponteiro, a.mensagem]));
    expect(porPonteiro.get('/porte')).toMatch(/Vale o porte do perfil \(me\); Cartão CNPJ \(cartao\.pdf\) diz epp/);
    expect(porPonteiro.get('/patrimonioLiquido')).toMatch(/R\$ 900\.000,00.*R\$ 1\.000\.000,00/);
    expect(porPonteiro.get('/indices/liquidezCorrente')).toMatch(/3,1.*2/);
  });

  it('feeds the matrix: an expired CRF is to be had, a positive certidão does not do, a valid CNDT does with its file', async () => {
    const outra = join(pasta, 'para-analise');
    mkdirSync(outra);
    for (const [nome, papel] of Object.entries({ cartao: cartaoCnpj(), federal: cndFederalPositiva(), crf: crfFgts(AURORA, '01/06/2026', '30/06/2026'), cndt: cndt(), falencia: FALENCIAS['MG']! })) writeFileSync(join(outra, `${nome}.pdf`), await pdfDoPapel(papel));
    expect(run(['empresa', '--documentos', 'para-analise', '--saida', 'analisada.json', '--agora', '2026-07-20T10:00:00-03:00']).codigo).toBe(0);
    const r = run(['analisar', '--empresa', 'analisada.json', '--agora', '2026-07-20T10:00:00-03:00', 'edital.pdf']);
    const { habilitacao } = JSON.parse(r.saida) as { habilitacao: { id: string; status: string; motivo: string; provaEmpresa?: { documento: string; trecho: string } }[] };
    const linha = (id: string) => habilitacao.find((h) => h.id === id);
    expect(linha('fgts') ?? linha('crf_fgts')).toMatchObject({ status: expect.stringMatching(/a_providenciar|nao_atende/), motivo: expect.stringMatching(/Venceu em 30\/06\/2026/), provaEmpresa: { documento: 'crf.pdf' } });
    expect(linha('federal') ?? linha('cnd_federal')).toMatchObject({ motivo: expect.stringMatching(/positiva/), provaEmpresa: { documento: 'federal.pdf' } });
    expect((linha('federal') ?? linha('cnd_federal'))!.status).not.toBe('atende');
    expect(linha('trabalhista') ?? linha('cndt')).toMatchObject({ status: 'atende', provaEmpresa: { documento: 'cndt.pdf', trecho: expect.stringContaining('11/05/2027') } });
  });

  it('reads scanned papers, with progress on stderr, and keeps no page of them', async () => {
    mkdirSync(join(pasta, 'digitalizados'));
    writeFileSync(join(pasta, 'digitalizados', 'cndt.pdf'), pdfDigitalizado([await cndtDigitalizada()]));
    const r = run(['empresa', '--documentos', 'digitalizados', '--agora', AGORA]);
    expect(r.saida).toMatch(/cndt\.pdf +CNDT.*11\/05\/2027 +em vigor/);
    expect(r.saida).toMatch(/cndt\.pdf: O texto veio de reconhecimento de imagem/);
    expect(r.avisos).toMatch(/OCR de cndt\.pdf: página 0 de 1[\s\S]*OCR de cndt\.pdf: página 1 de 1[\s\S]*lido: cndt\.pdf/);
    run(['empresa', '--documentos', 'digitalizados', '--saida', 'de-ocr.json', '--agora', AGORA]);
    // What it writes it takes back, the mark of OCR in its quotes too.
    expect(run(['empresa', '--documentos', 'digitalizados', '--perfil', 'de-ocr.json', '--agora', AGORA]).avisos).not.toMatch(/perfil \//);
    expect((JSON.parse(readFileSync(join(pasta, 'de-ocr.json'), 'utf8')) as Empresa).documentos?.[0]?.prova?.ocr).toBeGreaterThan(0.5);
    expect(existsSync(join(pasta, 'dados', 'ocr'))).toBe(false);
  }, 60_000);

  it.each<[string, string[], number, RegExp]>([
    ['no folder', ['--documentos', 'nao-existe'], 2, /pasta_nao_encontrada/],
    ['no option', [], 2, /Falta a opção/],
    ['a folder that tells no CNPJ', ['--documentos', 'so-atestado'], 1, /cnpj_nao_lido: Nenhum documento da pasta diz o CNPJ/],
    ['an empty folder', ['--documentos', 'vazia'], 1, /nada_lido/],
    ['a bad moment', ['--documentos', 'papeis', '--agora', 'ontem'], 2, /--agora/],
  ])('says what is wrong with %s', (_nome, args, codigo, erro) => {
    const r = run(['empresa', ...args]);
    expect([r.codigo, r.avisos]).toEqual([codigo, expect.stringMatching(erro)]);
  });
});
