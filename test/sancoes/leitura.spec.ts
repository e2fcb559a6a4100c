import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openArquivo } from '../../src/sancoes/leitura/open-arquivo.js';
import { openRegistro, type OpcoesRegistro } from '../../src/sancoes/leitura/read-registro.js';
import type { LinhaLida } from '../../src/sancoes/leitura/read-linha.js';
import { zipDe } from '../support/zip.js';
import { CABECALHO, COLUNAS_CNEP, csvDe, linhaCom } from './arquivo.js';

const HOJE = '2026-11-23';

describe('files of the registers', () => {
  let pasta = '';
  beforeAll(() => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-sancoes-'));
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  const read = async (nome: string, conteudo: Buffer, opcoes: Partial<OpcoesRegistro> = {}, maxBytes = 1e6) => {
    const caminho = join(pasta, nome);
    writeFileSync(caminho, conteudo);
    const aberto = await openArquivo(caminho, { maxBytes });
    try {
      const { cadastro, data, linhas } = await openRegistro(aberto, { hoje: HOJE, ...opcoes });
      const lidas: LinhaLida[] = [];
      for await (const linha of linhas) lidas.push(linha);
      return { cadastro, data, linhas: lidas };
    } finally {
      aberto.close();
    }
  };
  const latin1 = (t: string): Buffer => Buffer.from(t, 'latin1');
  const sancoes = (linhas: readonly LinhaLida[]) => linhas.flatMap((l) => (l.tipo === 'sancao' ? [l.sancao] : []));

  it('read the same in Latin-1, in UTF-8 with and without BOM, and inside the ZIP', async () => {
    const texto = csvDe([linhaCom({ 'NÚMERO DO PROCESSO': 'com ; e "aspas"\nem duas linhas' }), linhaCom({ 'CÓDIGO DA SANÇÃO': '2', 'DATA FINAL SANÇÃO': '' })]);
    const lidos = [
      await read('20261120_CEIS.csv', latin1(texto)), await read('20261120_CEIS_utf8.csv', Buffer.from(texto)), await read('20261120_CEIS_bom.csv', Buffer.from(`\ufeff${texto}`)),
      await read('ceis.zip', await zipDe({ '20261120_CEIS.csv': latin1(texto) })),
    ];
    expect(new Set(lidos.map((l) => JSON.stringify(l))).size).toBe(1);
    expect(lidos[0]).toMatchObject({ cadastro: 'ceis', data: '2026-11-20' });
    expect(sancoes(lidos[0]!.linhas)).toEqual([
      expect.objectContaining({ codigo: '1', cnpj: '11222333000181', nome: 'BRILHO SERVIÇOS LTDA', tipo: 'impedimento', alcance: 'ente', esfera: 'municipal', uf: 'SC', municipio: 'joinville', inicio: '2026-02-01', fim: '2028-01-31', comPrazo: true, processo: 'com ; e "aspas" em duas linhas' }),
      expect.objectContaining({ codigo: '2', fim: null }),
    ]);
  });

  it('of CNEP bring the fine', async () => {
    const { cadastro, linhas } = await read('20261120_CNEP.csv', latin1(csvDe([linhaCom({ CADASTRO: 'CNEP', 'CATEGORIA DA SANÇÃO': 'Multa', 'VALOR DA MULTA': '1.234.567,89', 'FUNDAMENTAÇÃO LEGAL': 'LEI 12846 - ART. 6º, I' }, COLUNAS_CNEP)], COLUNAS_CNEP)));
    expect([cadastro, sancoes(linhas)[0]]).toEqual(['cnep', expect.objectContaining({ valorMulta: '1234567.89', efeito: 'nao_impede', tipo: null })]);
  });

  it('are known by their columns whatever small words they have, and by name when no row tells', async () => {
    const colunas = ['CPF/CNPJ do Sancionado', 'Tipo Sanção', 'Data de Início da Sanção', 'Data Fim da Sanção', 'Órgão Sancionador'];
    const { cadastro, linhas } = await read('2026-11-20 ceis.csv', latin1(csvDe(['11.222.333/0001-81;Suspensão;01/02/2026;;Órgão X'], colunas)));
    expect([cadastro, sancoes(linhas)[0]]).toEqual(['ceis', expect.objectContaining({ cnpj: '11222333000181', tipo: 'suspensao', esfera: null })]);
  });

  it('lose no row of a company: people are dropped, what cannot be looked up is refused, odd terms stay uncertain', async () => {
    const { linhas } = await read('20261120_CEIS.csv', latin1(csvDe([
      linhaCom({ 'TIPO DE PESSOA': 'F', 'CPF OU CNPJ DO SANCIONADO': '***921012**' }), linhaCom({ 'TIPO DE PESSOA': '', 'CPF OU CNPJ DO SANCIONADO': '52998224725' }), linhaCom({ 'CPF OU CNPJ DO SANCIONADO': '11222333000182' }),
      linhaCom({ CADASTRO: 'CNEP' }), 'CEIS;3;J', linhaCom({ 'DATA FINAL SANÇÃO': 'indeterminada', 'RAZÃO SOCIAL - CADASTRO RECEITA': 'FULANO DE TAL 52998224725' }), linhaCom({ 'CPF OU CNPJ DO SANCIONADO': '1234567000195', 'ABRAGÊNCIA DA SANÇÃO': 'Sem Informação' }),
      linhaCom({ 'CPF OU CNPJ DO SANCIONADO': '12ABC34501DE35', 'CATEGORIA DA SANÇÃO': '' }),
    ])));
    expect(linhas.map((l) => (l.tipo === 'recusada' ? l.motivo : l.tipo))).toEqual(['pessoa_fisica', 'pessoa_fisica', 'cnpj_invalido', 'outro_cadastro', 'colunas', 'sancao', 'sancao', 'sancao']);
    expect(sancoes(linhas)).toEqual([expect.objectContaining({ fim: null, comPrazo: true, nome: 'FULANO DE TAL ***' }), expect.objectContaining({ cnpj: '01234567000195', abrangencia: null }), expect.objectContaining({ cnpj: '12ABC34501DE35', efeito: 'desconhecido' })]);
  });

  it.each<[string, string, Buffer, Partial<OpcoesRegistro>]>([
    ['sancoes_cabecalho', '20261120_CEIS.csv', latin1('a;b;c\r\n1;2;3\r\n'), {}],
    ['sancoes_cabecalho', '20261120_CEPIM.csv', latin1('"CNPJ ENTIDADE";"NOME ENTIDADE";"ÓRGÃO CONCEDENTE"\r\n1;2;3\r\n'), {}],
    ['sancoes_vazio', '20261120_CEIS.csv', Buffer.alloc(0), {}],
    ['sancoes_vazio', '20261120_CEIS.csv', latin1(csvDe([])), {}],
    ['sancoes_cadastro', '20261120_CEAF.csv', latin1(csvDe([linhaCom({ CADASTRO: 'CEAF' })])), {}],
    ['sancoes_cadastro', '20261120_CEIS.csv', latin1(csvDe([linhaCom()])), { cadastro: 'cnep' }],
    ['sancoes_sem_data', 'ceis.csv', latin1(csvDe([linhaCom()])), {}],
    ['sancoes_data_futura', '20261124_CEIS.csv', latin1(csvDe([linhaCom()])), {}],
    ['sancoes_cortado', '20261120_CEIS.csv', latin1(csvDe([linhaCom(), linhaCom()]).slice(0, -80)), {}],
    ['sancoes_cortado', '20261120_CEIS.csv', latin1(`${csvDe([linhaCom()])}"CEIS";"9";"J"\r\n`), {}],
    ['sancoes_zip', '20261120_CEIS.zip', Buffer.from('PK\u0003\u0004 corrompido'), {}],
    ['sancoes_codificacao', '20261120_CEIS.csv', Buffer.concat([Buffer.from('\ufeff'), latin1(csvDe([linhaCom()]))]), {}],
  ])('that are not theirs are refused: %s (%s)', async (codigo, nome, conteudo, opcoes) => {
    await expect(read(nome, conteudo, opcoes)).rejects.toMatchObject({ codigo });
  });

  it('that are too large, or not there, are refused', async () => {
    await expect(read('20261120_CEIS.csv', latin1(csvDe([linhaCom()])), {}, 100)).rejects.toMatchObject({ codigo: 'sancoes_grande' });
    await expect(openArquivo(join(pasta, 'nada.csv'), { maxBytes: 1 })).rejects.toMatchObject({ codigo: 'arquivo_nao_encontrado' });
    expect(CABECALHO.length).toBe(24);
  });
});
