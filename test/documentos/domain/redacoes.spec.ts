import { describe, expect, it } from '@jest/globals';
import { AURORA, FILIAL, OUTRA } from '../../support/papeis/empresa.js';
import { lerTexto } from '../ler-papel.js';

const E = AURORA;
/** Layouts and phrasings that no fixture has: kind, issue, validity, result, State, município. */
const CASOS: readonly (readonly [string, string, readonly unknown[]])[] = [
  // State
  ['ES', `GOVERNO DO ESTADO DO ESPÍRITO SANTO\nSECRETARIA DE ESTADO DA FAZENDA\nCertidão Negativa de Débitos para com a Fazenda Pública Estadual - MOD. 2\nCertidão N.º 2026000123456\nIdentificação do Requerente: CNPJ Nº ${E.mascara}\nCertificamos que, até a presente data, não existe débito contra o portador do Cadastro de Pessoa Jurídica acima especificado, ficando ressalvada à Fazenda Pública Estadual o direito de cobrar quaisquer dívidas que venham a ser apuradas.\nCertidão emitida via Sistema Eletrônico de Processamento de Dados, nos termos do Regulamento do ICMS.\nCertidão emitida em 02/11/2026, válida até 31/01/2027.\nA autenticidade deste documento poderá ser confirmada. Autenticação eletrônica: 0026.C3D4`, ['cnd_estadual', '2026-11-02', '2027-01-31', 'negativa', 'ES', null]],
  ['DF', `GOVERNO DO DISTRITO FEDERAL\nSECRETARIA DE ESTADO DE ECONOMIA\nSUBSECRETARIA DA RECEITA\nCERTIDÃO NEGATIVA DE DÉBITOS\nCERTIDÃO Nº: 123456789012026\nNOME: ${E.nome}\nENDEREÇO: SCS QD 1\nCIDADE: BRASILIA\nCNPJ: ${E.mascara}\nFINALIDADE: LICITAÇÃO\nCERTIFICAMOS QUE\nNão constam, até esta data, débitos de tributos de competência do Distrito Federal em nome do contribuinte acima citado.\nCertidão emitida nos termos da Portaria. Brasília, 12 de Novembro de 2026.\nVálida até 10 de Fevereiro de 2027.`, ['cnd_estadual', '2026-11-12', '2027-02-10', 'negativa', 'DF', null]],
  ['MT', `GOVERNO DO ESTADO DE MATO GROSSO\nSECRETARIA DE ESTADO DE FAZENDA\nCERTIDÃO NEGATIVA DE DÉBITOS RELATIVOS A CRÉDITOS TRIBUTÁRIOS E NÃO TRIBUTÁRIOS ESTADUAIS GERIDOS PELA PROCURADORIA-GERAL DO ESTADO E PELA SECRETARIA DE ESTADO DE FAZENDA\nCND Nº 0051234567\nData da emissão: 05/11/2026   Hora da emissão: 08:00:11\nNome: ${E.nome}   CNPJ: ${E.mascara}\nCertificamos que até a data e hora em epígrafe não constam débitos para o CNPJ informado.\nCertidão válida até: 03/01/2027.`, ['cnd_estadual', '2026-11-05', '2027-01-03', 'negativa', 'MT', null]],
  ['AM com efeitos', `GOVERNO DO ESTADO DO AMAZONAS\nSECRETARIA DE ESTADO DA FAZENDA - SEFAZ\nCERTIDÃO POSITIVA COM EFEITO DE NEGATIVA\nNome/Razão Social: ${E.nome}\nCNPJ: ${E.mascara}\nCertificamos que existem débitos com exigibilidade suspensa. Esta certidão produz os mesmos efeitos da negativa.\nEmissão: 01/10/2026\nValidade: 30 dias a partir da emissão`, ['cnd_estadual', '2026-10-01', '2026-10-31', 'positiva_com_efeitos_de_negativa', 'AM', null]],
  ['PGE RJ', `ESTADO DO RIO DE JANEIRO\nPROCURADORIA GERAL DO ESTADO\nPROCURADORIA DA DÍVIDA ATIVA\nCERTIDÃO NEGATIVA DE DÉBITOS EM DÍVIDA ATIVA\nNº 123456/2026\nCERTIFICO que, em consulta ao Sistema da Dívida Ativa, NÃO FOI APURADA a existência de débitos inscritos em Dívida Ativa para o contribuinte informado abaixo:\nRAZÃO SOCIAL: ${E.nome}\nCNPJ: ${E.mascara}\nEMITIDA EM 20/10/2026\nESTA CERTIDÃO TEM VALIDADE DE 180 DIAS CONTADOS DA SUA EMISSÃO.`, ['cnd_estadual', '2026-10-20', '2027-04-18', 'negativa', 'RJ', null]],
  // Municipal
  ['BH', `PREFEITURA MUNICIPAL DE BELO HORIZONTE\nSecretaria Municipal de Fazenda\nCERTIDÃO DE QUITAÇÃO PLENA PESSOA JURÍDICA\nNome: ${E.nome}\nCNPJ: ${E.mascara}\nCertificamos que o contribuinte acima encontra-se quite com a Fazenda Pública Municipal. Débitos tributários: não constam.\nEmitida em 03/11/2026 Válida até 03/12/2026\nDocumento autenticado. Código de Controle: ABCD1234`, ['cnd_municipal', '2026-11-03', '2026-12-03', 'negativa', null, 'Belo Horizonte']],
  ['pequeno', `Estado de Santa Catarina\nMUNICIPIO DE NOVA TRENTO\nCERTIDÃO NEGATIVA DE DÉBITOS\nNúmero: 987/2026\nNome/Razão Social: ${E.nome}\nCNPJ/CPF: ${E.mascara}\nAviso: sem débitos pendentes até a presente data.\nCERTIFICAMOS que até a presente data não constam débitos tributários relativos à inscrição abaixo caracterizada.\nEmissão: 10/11/2026 - Validade: 60 dias\nNova Trento (SC), 10 de Novembro de 2026`, ['cnd_municipal', '2026-11-10', '2027-01-09', 'negativa', 'SC', 'Nova Trento']],
  ['por extenso', `PREFEITURA MUNICIPAL DE SANTA ROSA DO SUL\nEstado de Santa Catarina\nSetor de Tributação\nCERTIDÃO NEGATIVA DE TRIBUTOS MUNICIPAIS\nCertifico, para os devidos fins, que ${E.nome}, CNPJ nº ${E.mascara}, não é devedora de tributos a este Município.\nA presente é válida por sessenta dias.\nSanta Rosa do Sul, aos vinte e um dias do mês de setembro do ano de dois mil e vinte e seis.`, ['cnd_municipal', '2026-09-21', '2026-11-20', 'negativa', 'SC', 'Santa Rosa do Sul']],
  ['positiva', `PREFEITURA DE JUAZEIRO\nSECRETARIA MUNICIPAL DA FAZENDA\nCERTIDÃO DE DÉBITOS MUNICIPAIS\nContribuinte: ${E.nome}\nCNPJ: ${E.mascara}\nCertificamos que o contribuinte acima possui débitos com a Fazenda Municipal.\nEmitida em 05/11/2026. Válida até 05/12/2026.`, ['cnd_municipal', '2026-11-05', '2026-12-05', 'positiva', null, 'Juazeiro']],
  ['nome da forma dupla', `PREFEITURA MUNICIPAL DE ITAJAÍ\nCERTIDÃO NEGATIVA / POSITIVA DE DÉBITOS MUNICIPAIS\nNome: ${E.nome}\nCNPJ: ${E.mascara}\nConstam os seguintes débitos em nome do contribuinte: ISS 2024.\nEmitida em 05/11/2026 Validade: 05/12/2026`, ['cnd_municipal', '2026-11-05', '2026-12-05', 'positiva', null, 'Itajaí']],
  // Falência
  ['TJDFT', `Poder Judiciário da União\nTRIBUNAL DE JUSTIÇA DO DISTRITO FEDERAL E DOS TERRITÓRIOS\nCERTIDÃO NEGATIVA DE DISTRIBUIÇÃO (AÇÕES DE FALÊNCIAS E RECUPERAÇÕES JUDICIAIS)\n1ª e 2ª Instâncias\nCERTIFICAMOS que, após consulta aos registros eletrônicos de distribuição de ações de falências e recuperações judiciais disponíveis até 10/11/2026, NADA CONSTA contra o nome por extenso e CPF/CNPJ de:\n${E.nome}\n${E.mascara}\nOBSERVAÇÕES: a) Os dados de identificação são de responsabilidade do solicitante.\nEmitida gratuitamente pela internet em: 10/11/2026\nSelo digital de segurança: 2026.CTD.ABCD`, ['certidao_falencia', '2026-11-10', null, 'negativa', 'DF', null]],
  ['TJBA', `PODER JUDICIÁRIO DO ESTADO DA BAHIA\nTRIBUNAL DE JUSTIÇA\nCERTIDÃO ESTADUAL\nCONCORDATA, FALÊNCIA, RECUPERAÇÃO JUDICIAL E EXTRAJUDICIAL\nCERTIDÃO Nº: 008123456\nCERTIFICO que, pesquisando os registros de distribuição de feitos do Estado da Bahia, anteriores à data de 05/11/2026, verifiquei NÃO CONSTAR ações em nome de:\nNOME: ${E.nome}\nCNPJ: ${E.mascara}\nEsta certidão tem validade de 30 dias.\nSalvador, sexta-feira, 6 de novembro de 2026.`, ['certidao_falencia', '2026-11-06', '2026-12-06', 'negativa', 'BA', null]],
  ['positiva', `PODER JUDICIÁRIO\nTRIBUNAL DE JUSTIÇA DO ESTADO DE GOIÁS\nCERTIDÃO DE FALÊNCIA E RECUPERAÇÃO JUDICIAL\nCERTIFICA que consta a seguinte ação em tramitação contra ${E.nome}, CNPJ ${E.mascara}: recuperação judicial, processo 5123456-78.2025.8.09.0051.\nGoiânia, 3 de novembro de 2026.`, ['certidao_falencia', '2026-11-03', null, 'positiva', 'GO', null]],
  // Federal, FGTS, CNDT in other words
  ['federal sem validade', `Ministério da Fazenda\nSecretaria da Receita Federal do Brasil\nProcuradoria-Geral da Fazenda Nacional\nCERTIDÃO NEGATIVA DE DÉBITOS RELATIVOS AOS TRIBUTOS FEDERAIS E À DÍVIDA ATIVA DA UNIÃO\nNome: ${E.nome}\nCNPJ: ${E.mascara}\nnão constam pendências em seu nome.\nEmitida às 10:00:00 do dia 01/09/2026.`, ['cnd_federal', '2026-09-01', '2027-02-28', 'negativa', null, null]],
  ['CNDT positiva com efeito', `PODER JUDICIÁRIO\nJUSTIÇA DO TRABALHO\nCERTIDÃO POSITIVA DE DÉBITOS TRABALHISTAS COM EFEITO DE NEGATIVA\nNome: ${E.nome} (MATRIZ E FILIAIS)\nCNPJ: ${E.mascara}\nCertidão nº: 555/2026\nExpedição: 01/11/2026, às 10:00:00\nValidade: 29/04/2027 - 180 (cento e oitenta) dias, contados da data de sua expedição.\nCertifica-se que CONSTA do Banco Nacional de Devedores Trabalhistas, com débito garantido ou exigibilidade suspensa.`, ['cndt', '2026-11-01', '2027-04-29', 'positiva_com_efeitos_de_negativa', null, null]],
  ['CNDT positiva', `PODER JUDICIÁRIO\nJUSTIÇA DO TRABALHO\nCERTIDÃO POSITIVA DE DÉBITOS TRABALHISTAS\nNome: ${E.nome}\nCNPJ: ${E.mascara}\nExpedição: 01/11/2026\nValidade: 29/04/2027\nCertifica-se que CONSTA do Banco Nacional de Devedores Trabalhistas em face do inadimplemento de obrigações.`, ['cndt', '2026-11-01', '2027-04-29', 'positiva', null, null]],
  ['histórico do empregador', `CAIXA ECONÔMICA FEDERAL\nConsulta Regularidade do Empregador\nInscrição: ${E.mascara}\nRazão social: ${E.nome}\nResultado da consulta em 01/11/2026\nA EMPRESA abaixo identificada não está em situação regular perante o Fundo de Garantia do Tempo de Serviço; não foi possível emitir o certificado.`, ['crf_fgts', '2026-11-01', null, 'positiva', null, null]],
  // Others
  ['CRF farmácia', `CONSELHO REGIONAL DE FARMÁCIA DO ESTADO DE SANTA CATARINA - CRF/SC\nCERTIDÃO DE REGULARIDADE TÉCNICA\nRazão Social: ${E.nome}\nCNPJ: ${E.mascara}\nValidade: 31/03/2027`, ['registro_conselho', null, '2027-03-31', null, 'SC', null]],
  ['AFE', `AGÊNCIA NACIONAL DE VIGILÂNCIA SANITÁRIA - ANVISA\nConsulta: Autorização de Funcionamento de Empresa (AFE)\nRazão Social: ${E.nome}\nCNPJ: ${E.mascara}\nNº da autorização: 8.01234-5\nSituação: Ativa`, ['licenca', null, null, null, null, null]],
  ['IM', `PREFEITURA MUNICIPAL DE CASCAVEL - PR\nSecretaria de Finanças\nCOMPROVANTE DE INSCRIÇÃO MUNICIPAL\nInscrição Municipal: 123456\nRazão Social: ${E.nome}\nCNPJ: ${E.mascara}\nSituação: Ativa`, ['inscricao_municipal', null, null, null, 'PR', 'Cascavel']],
  ['carta', `À Comissão de Licitação\nPrezados Senhores,\nA empresa ${E.nome}, CNPJ ${E.mascara}, vem apresentar sua proposta.\nCuritiba, 10 de novembro de 2026.`, ['outro', '2026-11-10', null, null, null, null]],
  ['edital', `PREFEITURA MUNICIPAL DE ALTO ALEGRE\nEDITAL DE PREGÃO ELETRÔNICO Nº 10/2026\nSerão exigidas certidão negativa de débitos federais, certidão negativa de débitos estaduais, certidão negativa de débitos municipais, certificado de regularidade do FGTS e certidão negativa de débitos trabalhistas.`, ['outro', null, null, null, null, null]],
];

describe('phrasings of issuers', () => {
  it.each(CASOS)('%s', (_nome, texto, esperado) => {
    const lidos = lerTexto(texto);
    expect(lidos.map((l) => [l.tipo, l.emissao, l.validade.ate, l.resultado, l.uf, l.municipio])).toEqual([esperado]);
  });
});

describe('documents that only speak of papers', () => {
  const clausulas = `9.1. Prova de inscrição no CNPJ.\n9.2. Certidão Conjunta Negativa de Débitos relativos aos Tributos Federais e à Dívida Ativa da União, expedida pela Receita Federal.\n9.3. Certificado de Regularidade do FGTS, emitido pela Caixa Econômica Federal.\n9.4. Certidão Negativa de Débitos Trabalhistas, da Justiça do Trabalho.\n9.5. Balanço patrimonial do último exercício, com ativo circulante e patrimônio líquido.\n9.6. Órgão gestor: CNPJ ${OUTRA.mascara}.`;
  it('clauses of a tender are no certidão, also on a page of their own', () => {
    expect(lerTexto(clausulas).map((l) => l.tipo)).toEqual(['outro']);
    expect(lerTexto(['Câmara Municipal de Teste\nAviso', clausulas, clausulas]).map((l) => l.tipo)).toEqual(['outro']);
  });
  it('a sentence about balances is no balance', () => {
    expect(lerTexto('A boa situação será avaliada pela apresentação do\nbalanço patrimonial do último exercício, com índices de liquidez, passivo circulante, patrimônio líquido e demonstrações contábeis.').map((l) => l.tipo)).toEqual(['outro']);
  });
});

describe('what cannot be', () => {
  const federal = (corpo: string): string => `Secretaria da Receita Federal do Brasil\nCERTIDÃO NEGATIVA DE DÉBITOS RELATIVOS AOS TRIBUTOS FEDERAIS E À DÍVIDA ATIVA DA UNIÃO\nNome: ${E.nome}\nCNPJ: ${E.mascara}\nnão constam pendências em seu nome.\n${corpo}`;

  it.each<[string, string, string | null, string]>([
    ['a validity before the issue', 'Emitida às 10:00 do dia 01/09/2026.\nVálida até 01/08/2026.', null, 'validade_antes_da_emissao'],
    ['a validity of decades', 'Emitida às 10:00 do dia 01/09/2026.\nVálida até 01/09/2099.', null, 'validade_implausivel'],
    ['two validities', 'Emitida às 10:00 do dia 01/09/2026.\nVálida até 01/03/2027.\nVálida até 01/02/2027.', '2027-02-01', 'validades_divergentes'],
  ])('%s is no validity, or the safer one, with a warning', (_nome, corpo, ate, codigo) => {
    const [l] = lerTexto(federal(corpo));
    expect([l!.validade.ate, l!.avisos.map((a) => a.codigo)]).toEqual([ate, expect.arrayContaining([codigo])]);
  });

  it.each(['31/02/2027', '00/00/0000', '99/99/2027', '30/13/2026'])('a day that does not exist (%s) is no date', (dia) => {
    const [l] = lerTexto(federal(`Válida até ${dia}.`));
    expect([l!.validade.ate, l!.emissao]).toEqual([null, null]);
    expect(l!.faltam['validade']).toMatch(/não diz até quando vale/);
  });

  it('a negative title over a body that only says debts is unknown, with a warning', () => {
    const [l] = lerTexto(`PREFEITURA MUNICIPAL DE TESTE\nCERTIDÃO NEGATIVA DE DÉBITOS MUNICIPAIS\nCNPJ: ${E.mascara}\nCertificamos que constam débitos em nome do contribuinte.`);
    expect([l!.resultado, l!.avisos.map((a) => a.codigo)]).toEqual([null, ['resultado_contraditorio']]);
  });

  it('a CNPJ whose digits do not fit is nobody\'s', () => {
    const [l] = lerTexto(federal('').replace(E.mascara, '11.222.333/0001-99'));
    expect([l!.titular.cnpj, l!.faltam['titular.cnpj'], l!.avisos.map((a) => a.codigo)]).toEqual([null, expect.stringMatching(/não conferem/), ['cnpj_do_documento_invalido']]);
  });

  it('the issuer\'s CNPJ is not the holder\'s', () => {
    const [l] = lerTexto(`PREFEITURA MUNICIPAL DE TESTE - CNPJ 11.444.777/0001-61\nCERTIDÃO NEGATIVA DE DÉBITOS MUNICIPAIS\nContribuinte: ${E.nome}\nCNPJ: ${FILIAL.mascara}\nnão constam débitos. Emitida em 01/10/2026`);
    expect(l!.titular.cnpj).toBe(FILIAL.cnpj);
  });

  it.each<[string, string]>([
    ['labels', `CERTIDÃO NEGATIVA DE DÉBITOS MUNICIPAIS\nPREFEITURA MUNICIPAL DE TESTE ${'valida até '.repeat(20_000)}`], ['capital', `CONTRATO SOCIAL\nsócios administrador ${'capital social era de '.repeat(10_000)}`], ['names', `CONTRATO SOCIAL capital social sócios administração\n${'A.'.repeat(150_000)}`],
    ['amounts', `BALANÇO PATRIMONIAL ativo circulante patrimônio líquido\n${'1.234,56 '.repeat(10_000)}`], ['dots', `BALANÇO PATRIMONIAL ativo circulante patrimônio líquido\n${'.'.repeat(150_000)}x`], ['spaces', `ATESTADO DE CAPACIDADE TÉCNICA atestamos que executou\n${' '.repeat(150_000)}x`],
    ['quantities', `ATESTADO DE CAPACIDADE TÉCNICA atestamos que forneceu ${'1'.repeat(100_000)} ${'1.000 '.repeat(10_000)}`], ['cities', `PREFEITURA MUNICIPAL DE TESTE CERTIDÃO NEGATIVA DE DÉBITOS ${'abc '.repeat(40_000)}`], ['declarations', `ATESTADO DE CAPACIDADE TÉCNICA ${'declaramos que a empresa '.repeat(8_000)}`],
  ])('long hostile text (%s) is read in bounded time', (_nome, texto) => {
    const inicio = performance.now();
    lerTexto(texto);
    expect(performance.now() - inicio).toBeLessThan(4_000);
  });
});
