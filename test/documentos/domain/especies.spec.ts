import { describe, expect, it } from '@jest/globals';
import type { LeituraDocumento } from '../../../src/empresas/index.js';
import { readDocumentosEmpresa } from '../../../src/documentos/domain/read-documento-empresa.js';
import { AURORA, OUTRA } from '../../support/papeis/empresa.js';
import { lerTexto } from '../ler-papel.js';

const E = AURORA;
const um = (texto: string): LeituraDocumento => lerTexto(texto)[0]!;

describe('attestations', () => {
  const CASOS: readonly (readonly [string, string, object, object])[] = [
    ['a letter of a university', `UNIVERSIDADE FEDERAL DO VALE VERDE\nPró-Reitoria de Administração\nATESTADO DE CAPACIDADE TÉCNICA\nA UNIVERSIDADE FEDERAL DO VALE VERDE, pessoa jurídica de direito público, CNPJ ${OUTRA.mascara}, atesta que a empresa ${E.nome}, CNPJ ${E.mascara}, prestou serviços de limpeza e conservação predial, com fornecimento de materiais, abrangendo 15.200 m2 de área interna e 30 postos de trabalho, no período de 01/01/2022 a 31/12/2024.\nVale Verde/RS, 15 de fevereiro de 2025.`,
      { titular: { nome: E.nome, cnpj: E.cnpj } }, { contratante: { nome: 'UNIVERSIDADE FEDERAL DO VALE VERDE', cnpj: OUTRA.cnpj }, objeto: expect.stringContaining('serviços de limpeza e conservação predial'), quantidades: [{ quantidade: '15200', unidade: 'm2' }, { quantidade: '30', unidade: 'un' }], inicio: '2022-01-01', fim: '2024-12-31' }],
    ['a declaration of a company', `DECLARAÇÃO DE CAPACIDADE TÉCNICA\nDeclaramos, para fins de prova junto a órgãos públicos, que a empresa ${E.nome}, inscrita no CNPJ sob o nº ${E.mascara}, forneceu para esta empresa, satisfatoriamente, 1.500 caixas de luvas de procedimento e 200 kits de curativo.\nValor total: R$ 98.450,00\nJoinville, 3 de março de 2026.\n${OUTRA.nome}\nCNPJ ${OUTRA.mascara}`,
      { titular: { cnpj: E.cnpj } }, { quantidades: [{ quantidade: '1500', unidade: 'caixas', descricao: 'luvas de procedimento' }, { quantidade: '200', unidade: 'kits', descricao: 'curativo' }], valor: '98450.00' }],
    ['a table whose unit comes first', `ATESTADO DE EXECUÇÃO DE SERVIÇOS\nContratante: CONSÓRCIO INTERMUNICIPAL DO ALTO VALE\nContratada: ${E.nome}, CNPJ ${E.mascara}\nObjeto do contrato: execução de pavimentação asfáltica\nItem | Descrição dos serviços | Unid. | Quantidade\n1 | Regularização de subleito | m2 | 12.400,00\n2 | CBUQ camada de rolamento | ton | 1.860,75\nTotal geral`,
      { emissor: 'CONSÓRCIO INTERMUNICIPAL DO ALTO VALE' }, { objeto: 'execução de pavimentação asfáltica', quantidades: [{ descricao: 'Regularização de subleito', quantidade: '12400', unidade: 'm2' }, { descricao: 'CBUQ camada de rolamento', quantidade: '1860.75', unidade: 'ton' }] }],
    ['no quantity', `ATESTADO DE CAPACIDADE TÉCNICA\nAtestamos que a empresa ${E.nome}, CNPJ ${E.mascara}, executou satisfatoriamente serviços de consultoria em gestão documental para este órgão.\nRecife, 10 de junho de 2025.`, { titular: { cnpj: E.cnpj } }, { objeto: expect.stringContaining('consultoria em gestão documental'), quantidades: [], valor: null, inicio: null, cat: null }],
  ];
  it.each(CASOS)('%s', (_nome, texto, leitura, dados) => {
    const l = um(texto);
    expect(l).toMatchObject({ tipo: 'atestado', ...leitura });
    expect(l.valores.atestado).toMatchObject(dados);
  });
});

describe('articles of association', () => {
  it('a contract of formation', () => {
    const l = um(`CONTRATO SOCIAL DE CONSTITUIÇÃO DE SOCIEDADE LIMITADA\nVERDE CAMPO ALIMENTOS LTDA\n1. ANA LUIZA FERREIRA, brasileira, solteira, nutricionista; 2. PEDRO HENRIQUE LIMA, brasileiro, casado, comerciante, constituem uma sociedade limitada.\nCláusula 3ª - O objeto social é o comércio atacadista de hortifrutigranjeiros e o preparo de refeições. Cláusula 4ª - O capital social será de R$ 80.000,00 (oitenta mil reais). Cláusula 7ª - A administração da sociedade será exercida pelo sócio PEDRO HENRIQUE LIMA.\nJUNTA COMERCIAL DO ESTADO DE GOIÁS - NIRE: 52.2.0123456-7 - Registrado em 05/05/2021.`);
    expect(l).toMatchObject({ tipo: 'contrato_social', uf: 'GO', numero: '52201234567', emissao: '2021-05-05', titular: { nome: 'VERDE CAMPO ALIMENTOS LTDA', cnpj: null } });
    expect(l.valores.sociedade).toMatchObject({ ato: 'contrato', consolidado: false, capitalSocial: '80000.00', objeto: expect.stringMatching(/comércio atacadista de hortifrutigranjeiros/), socios: ['ANA LUIZA FERREIRA', 'PEDRO HENRIQUE LIMA'], administradores: ['PEDRO HENRIQUE LIMA'] });
  });
  it('bylaws', () => {
    const l = um(`${OUTRA.nome}\nCNPJ ${OUTRA.mascara} NIRE 35300123456\nESTATUTO SOCIAL\nArt. 3º A Companhia tem por objeto social a execução de obras de engenharia civil e a incorporação imobiliária. Art. 5º O capital social é de R$ 12.500.000,00, dividido em ações ordinárias. Art. 9º A administração compete à Diretoria.`);
    expect(l).toMatchObject({ tipo: 'contrato_social', titular: { nome: OUTRA.nome, cnpj: OUTRA.cnpj } });
    expect(l.valores.sociedade).toMatchObject({ ato: 'estatuto', capitalSocial: '12500000.00', objeto: expect.stringMatching(/^a execução de obras de engenharia civil/) });
  });
  it('an alteration without consolidation says what is missing', () => {
    const l = um(`PRIMEIRA ALTERAÇÃO CONTRATUAL\n${E.nome} - CNPJ ${E.mascara}\nO capital social passa de R$ 50.000,00 para R$ 120.000,00, em quotas dos sócios. A administração não muda.`);
    expect([l.valores.sociedade?.capitalSocial, l.avisos.map((a) => a.codigo)]).toEqual(['120000.00', ['alteracao_sem_consolidacao']]);
  });
});

describe('balances', () => {
  it('in the shape of a T, codes before the accounts', () => {
    const l = um([`${E.nome} CNPJ ${E.mascara}`, 'BALANÇO PATRIMONIAL EM 31 DE DEZEMBRO DE 2025', '1 ATIVO | 500.000,00 | 2 PASSIVO | 500.000,00', '1.1 ATIVO CIRCULANTE | 300.000,00 | 2.1 PASSIVO CIRCULANTE | 150.000,00', '1.2.1 Realizável a Longo Prazo | 50.000,00 | 2.2 PASSIVO NÃO CIRCULANTE | 100.000,00', '1.2.3 Imobilizado | 150.000,00 | 2.3 PATRIMÔNIO LÍQUIDO | 250.000,00'].join('\n'));
    expect(l.valores.balanco).toMatchObject({ exercicio: 2025, contas: { ativoTotal: '500000.00', ativoCirculante: '300000.00', passivoCirculante: '150000.00', realizavelLongoPrazo: '50000.00', exigivelLongoPrazo: '100000.00', patrimonioLiquido: '250000.00' }, indicesCalculados: { liquidezGeral: '1.4', solvenciaGeral: '2', liquidezCorrente: '2', endividamento: '0.5' } });
  });
  it('oldest year first, a deficit in parentheses, no long term', () => {
    const l = um([`${E.nome} CNPJ ${E.mascara}`, 'BALANÇO PATRIMONIAL', 'Contas | 31/12/2024 | 31/12/2025', 'Ativo Circulante | 90.000,00 | 100.000,00', 'Total do Ativo | 100.000,00 | 120.000,00', 'Passivo Circulante | 80.000,00 | 160.000,00', 'Patrimônio Líquido | 20.000,00 | (40.000,00)', 'Total do Passivo | 100.000,00 | 120.000,00'].join('\n'));
    expect(l.valores.balanco).toMatchObject({ exercicio: 2025, contas: { ativoCirculante: '100000.00', ativoTotal: '120000.00', passivoCirculante: '160000.00', patrimonioLiquido: '-40000.00', realizavelLongoPrazo: null, exigivelLongoPrazo: null }, indicesCalculados: { liquidezCorrente: '0.625', liquidezGeral: null, solvenciaGeral: '0.75' } });
    expect(l.avisos.map((a) => a.codigo)).toContain('patrimonio_negativo');
    expect(l.faltam['balanco.realizavelLongoPrazo']).toMatch(/não foi achada/);
  });
  it('what does not add up is said', () => {
    const l = um([`${E.nome} CNPJ ${E.mascara}`, 'BALANÇO PATRIMONIAL 31/12/2025', 'TOTAL DO ATIVO | 120.000,00', 'PASSIVO CIRCULANTE | 60.000,00', 'PASSIVO NÃO CIRCULANTE | 10.000,00', 'PATRIMÔNIO LÍQUIDO | 30.000,00'].join('\n'));
    expect(l.avisos.map((a) => a.codigo)).toContain('balanco_nao_fecha');
  });
});

describe('text that was read from an image', () => {
  it('says so, and a card read row by row is read by place', () => {
    const linha = (y: number, celulas: readonly (readonly [string, number, number])[]) => ({ y, altura: 10, celulas: celulas.map(([texto, x0, x1]) => ({ texto, x0, x1 })) });
    const linhas = [
      linha(10, [['REPÚBLICA FEDERATIVA DO BRASIL', 200, 400]]), linha(20, [['CADASTRO NACIONAL DA PESSOA JURÍDICA', 190, 410]]),
      linha(30, [['NÚMERO DE INSCRIÇÃO', 45, 140], ['COMPROVANTE DE INSCRIÇÃO E DE SITUAÇÃO CADASTRAL', 200, 380], ['DATA DE ABERTURA', 400, 480]]), linha(40, [[E.mascara, 45, 150], ['12/05/1998', 400, 450]]),
      linha(50, [['NOME EMPRESARIAL', 45, 130]]), linha(60, [[E.nome, 45, 330]]), linha(70, [['MUNICÍPIO', 45, 100], ['UF', 300, 312]]), linha(80, [['LONDRINA', 45, 100], ['PR', 300, 312]]),
      linha(90, [['SITUAÇÃO CADASTRAL', 45, 130], ['DATA DA SITUAÇÃO CADASTRAL', 300, 420]]), linha(100, [['ATIVA', 45, 80], ['03/11/2005', 300, 350]]),
    ];
    const texto = linhas.map((l) => l.celulas.map((c) => c.texto).join(' ')).join('\n');
    const [l] = readDocumentosEmpresa('foto.pdf', [{ numero: 1, texto, linhas, origem: 'ocr' }]);
    expect(l).toMatchObject({ tipo: 'cartao_cnpj', origem: 'ocr', titular: { nome: E.nome, cnpj: E.cnpj }, uf: 'PR', municipio: 'Londrina', valores: { cadastro: { situacao: 'ATIVA', dataAbertura: '1998-05-12' } } });
    expect([l!.avisos.map((a) => a.codigo), l!.confianca <= 0.85]).toEqual([['lido_por_ocr'], true]);
  });
});
