import { AURORA, LETRAS } from './empresa.js';
import type { Dono } from './fiscais.js';
import type { PapelDeTeste } from './pdf-do-papel.js';

const proprio = (leiaute: string): string => `escrita própria segundo o leiaute público: ${leiaute}; dados inventados`;

export const cartaoCnpj = (d: Dono = AURORA, situacao = 'ATIVA'): PapelDeTeste => ({
  origem: proprio('comprovante de inscrição da RFB'),
  paginas: [[
    { c: 'REPÚBLICA FEDERATIVA DO BRASIL\nCADASTRO NACIONAL DA PESSOA JURÍDICA' },
    { g: [
      [['NÚMERO DE INSCRIÇÃO', `${d.mascara}\nMATRIZ`], ['', 'COMPROVANTE DE INSCRIÇÃO E DE SITUAÇÃO CADASTRAL'], ['DATA DE ABERTURA', '12/05/1998']],
      [['NOME EMPRESARIAL', d.nome]],
      [['TÍTULO DO ESTABELECIMENTO (NOME DE FANTASIA)', 'AURORA TECNOLOGIA'], ['PORTE', 'EPP']],
      [['CÓDIGO E DESCRIÇÃO DA ATIVIDADE ECONÔMICA PRINCIPAL', '47.51-2-01 - Comércio varejista especializado de equipamentos e suprimentos de informática']],
      [['CÓDIGO E DESCRIÇÃO DAS ATIVIDADES ECONÔMICAS SECUNDÁRIAS', '62.09-1-00 - Suporte técnico, manutenção e outros serviços em tecnologia da informação\n95.11-8-00 - Reparação e manutenção de computadores']],
      [['CÓDIGO E DESCRIÇÃO DA NATUREZA JURÍDICA', '206-2 - Sociedade Empresária Limitada']],
      [['LOGRADOURO', 'R DAS ARAUCARIAS'], ['NÚMERO', '100'], ['COMPLEMENTO', 'SALA 2']],
      [['CEP', '80.000-000'], ['BAIRRO/DISTRITO', 'CENTRO'], ['MUNICÍPIO', 'CURITIBA'], ['UF', 'PR']],
      [['ENDEREÇO ELETRÔNICO', 'CONTATO@AURORA.EXAMPLE'], ['TELEFONE', '(41) 0000-0000']],
      [['SITUAÇÃO CADASTRAL', situacao], ['DATA DA SITUAÇÃO CADASTRAL', '03/11/2005']],
      [['MOTIVO DE SITUAÇÃO CADASTRAL', '********']],
    ] },
    'Aprovado pela Instrução Normativa RFB nº 2.119, de 06 de dezembro de 2022.', 'Emitido no dia 10/11/2026 às 09:30:00 (data e hora de Brasília). Página: 1/1',
  ]],
});

export const contratoSocial = (): PapelDeTeste => ({
  origem: proprio('alteração e consolidação de sociedade limitada'),
  paginas: [[
    { c: `TERCEIRA ALTERAÇÃO CONTRATUAL E CONSOLIDAÇÃO DA SOCIEDADE\n${LETRAS.nome}` }, { c: `CNPJ ${LETRAS.mascara} - NIRE 41201234567` },
    'MARIA APARECIDA DOS SANTOS, brasileira, casada, empresária, residente em Curitiba/PR; e\nJOAO CARLOS PEREIRA, brasileiro, solteiro, analista de sistemas, residente em Curitiba/PR, únicos sócios da sociedade empresária limitada, resolvem alterar o contrato social.',
    'CLÁUSULA PRIMEIRA - O capital social, que era de R$ 100.000,00 (cem mil reais), é elevado para R$ 350.000,00 (trezentos e cinquenta mil reais), totalmente integralizado em moeda corrente do País.',
    'CLÁUSULA SEGUNDA - A sociedade tem por objeto social o desenvolvimento de programas de computador sob encomenda, o suporte técnico em tecnologia da informação e o comércio de equipamentos de informática. CLÁUSULA TERCEIRA - A administração da sociedade caberá a MARIA APARECIDA DOS SANTOS, com os poderes e atribuições de representação.',
    { c: 'CONSOLIDAÇÃO DO CONTRATO SOCIAL' }, 'CLÁUSULA QUARTA - O capital social é de R$ 350.000,00 (trezentos e cinquenta mil reais), dividido em 350.000 quotas de R$ 1,00 cada.',
    'Curitiba, 10 de março de 2026.', 'JUNTA COMERCIAL DO PARANÁ - CERTIFICO O REGISTRO EM 22/03/2026 SOB Nº 20261234567.',
  ]],
});

/** A balance typed by an accountant: two columns of years, the newest first; índices printed. */
export const balanco = (lg = '1,52'): PapelDeTeste => ({
  origem: proprio('balanço patrimonial digitado com índices'),
  paginas: [[
    { c: `${AURORA.nome}\nCNPJ ${AURORA.mascara}` }, { c: 'BALANÇO PATRIMONIAL ENCERRADO EM 31/12/2025' },
    { t: [
      ['', '31/12/2025', '31/12/2024'], ['ATIVO', '2.000.000,00', '1.700.000,00'], ['ATIVO CIRCULANTE', '1.200.000,00', '1.000.000,00'], ['Caixa e equivalentes', '300.000,00', '200.000,00'], ['ATIVO NÃO CIRCULANTE', '800.000,00', '700.000,00'],
      ['Realizável a Longo Prazo', '320.000,00', '300.000,00'], ['Imobilizado', '480.000,00', '400.000,00'], ['PASSIVO', '2.000.000,00', '1.700.000,00'], ['PASSIVO CIRCULANTE', '600.000,00', '500.000,00'],
      ['PASSIVO NÃO CIRCULANTE', '400.000,00', '350.000,00'], ['PATRIMÔNIO LÍQUIDO', '1.000.000,00', '850.000,00'], ['Capital social', '500.000,00', '500.000,00'],
    ] },
    { c: 'DEMONSTRAÇÃO DO RESULTADO DO EXERCÍCIO' }, { t: [['', '31/12/2025', '31/12/2024'], ['RECEITA OPERACIONAL BRUTA', '4.100.000,00', '3.900.000,00'], ['LUCRO LÍQUIDO DO EXERCÍCIO', '150.000,00', '(20.000,00)']] },
    `ÍNDICES: Liquidez Geral (LG) = (AC + RLP) / (PC + ELP) = ${lg}; Solvência Geral (SG) = AT / (PC + ELP) = 2,00; Liquidez Corrente (LC) = AC / PC = 2,00`,
    'Curitiba, 31 de dezembro de 2025.',
  ]],
});
/** The balance of SPED: initial and final balances, final last, with D or C. */
export const balancoSped = (): PapelDeTeste => ({
  origem: proprio('relatório do balanço no SPED ECD'),
  paginas: [[
    { c: 'BALANÇO PATRIMONIAL' }, `Entidade: ${AURORA.nome}\nPeríodo da Escrituração: 01/01/2025 a 31/12/2025   CNPJ: ${AURORA.mascara}\nNúmero de Ordem do Livro: 12`,
    { t: [
      ['Descrição', 'Nota', 'Saldo Inicial', 'Saldo Final'], ['ATIVO', '', 'R$ 900.000,00', 'R$ 1.000.000,00'], ['CIRCULANTE', '', 'R$ 500.000,00', 'R$ 620.000,00'], ['NÃO CIRCULANTE', '', 'R$ 400.000,00', 'R$ 380.000,00'], ['REALIZÁVEL A LONGO PRAZO', '', 'R$ 50.000,00', 'R$ 80.000,00'],
      ['PASSIVO', '', 'R$ 900.000,00', 'R$ 1.000.000,00'], ['CIRCULANTE', '', 'R$ 480.000,00', 'R$ 400.000,00'], ['NÃO CIRCULANTE', '', 'R$ 320.000,00', 'R$ 300.000,00'], ['PATRIMÔNIO LÍQUIDO', '', 'R$ 100.000,00', 'R$ 300.000,00'],
    ] },
    'Este documento é parte integrante de escrituração cuja autenticação se comprova pelo recibo de número AA.BB.CC, nos termos do Decreto nº 9.555/2018. Sistema Público de Escrituração Digital - Sped.',
  ]],
});

export const simplificada = (): PapelDeTeste => ({
  origem: proprio('certidão simplificada digital de Junta Comercial'),
  paginas: [[
    { c: 'JUNTA COMERCIAL DO ESTADO DE SANTA CATARINA' }, { c: 'CERTIDÃO SIMPLIFICADA DIGITAL' }, 'CERTIFICAMOS que as informações abaixo constam dos documentos arquivados nesta Junta Comercial e são vigentes na data da sua expedição.',
    `Nome Empresarial: ${AURORA.nome}\nNatureza Jurídica: SOCIEDADE EMPRESÁRIA LIMITADA\nNIRE (Sede): 42201234567   CNPJ: ${AURORA.mascara}\nData de Arquivamento do Ato Constitutivo: 12/05/1998   Início de Atividade: 01/06/1998`,
    'Capital: R$ 500.000,00 (quinhentos mil reais)   Capital Integralizado: R$ 500.000,00', 'Porte: Empresa de Pequeno Porte', 'Situação: ATIVA', 'Esta certidão foi emitida automaticamente em 05/11/2026, às 14:10:33 (horário de Brasília).',
  ]],
});

export const sicaf = (): PapelDeTeste => ({
  origem: proprio('situação do fornecedor no SICAF'),
  paginas: [[
    { c: 'Ministério da Gestão e da Inovação em Serviços Públicos\nSistema de Cadastramento Unificado de Fornecedores - SICAF' }, { c: 'Declaração\nSituação do Fornecedor' },
    `Declaramos para os fins previstos na Lei nº 14.133, de 2021, conforme documentação registrada no SICAF, que a situação do fornecedor no momento é a seguinte:\nDados do Fornecedor\nCNPJ: ${AURORA.mascara}\nRazão Social: ${AURORA.nome}\nSituação do Fornecedor: Credenciado   Data de Vencimento do Cadastro: 15/08/2027`,
    'Níveis cadastrados:\nI - Credenciamento\nII - Habilitação Jurídica\nIII - Regularidade Fiscal e Trabalhista Federal\nReceita Federal e PGFN   Validade: 09/05/2027   Automática\nFGTS   Validade: 04/12/2026   Automática\nTrabalhista (http://www.tst.jus.br/certidao)   Validade: 11/05/2027   Automática\nIV - Regularidade Fiscal Estadual/Distrital e Municipal\nReceita Estadual/Distrital   Validade: 08/03/2027\nReceita Municipal   Validade: 09/02/2027\nVI - Qualificação Econômico-Financeira   Validade: 30/06/2027',
    'Emitido em: 16/11/2026 09:01',
  ]],
});

export const registroCrea = (): PapelDeTeste => ({
  origem: proprio('certidão de registro de pessoa jurídica do CREA'),
  paginas: [[
    { c: 'Conselho Regional de Engenharia e Agronomia do Paraná - CREA-PR' }, { c: 'CERTIDÃO DE REGISTRO DE PESSOA JURÍDICA E NEGATIVA DE DÉBITOS\nCertidão nº: 123456/2026   Validade: 31/03/2027' },
    `Razão Social: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}\nNúm. do Registro: 54321   Registrada desde: 10/01/2010`, 'RESPONSÁVEIS TÉCNICOS: CARLOS EDUARDO MOTTA - ENGENHEIRO ELETRICISTA', 'Certificamos que a empresa encontra-se regularmente registrada neste Conselho. Emitida em 02/11/2026.',
  ]],
});

export const LICENCAS: Readonly<Record<string, PapelDeTeste>> = {
  sanitario: { origem: proprio('alvará sanitário municipal'), paginas: [[{ c: 'PREFEITURA MUNICIPAL DE MARINGÁ\nSECRETARIA MUNICIPAL DE SAÚDE - VIGILÂNCIA SANITÁRIA' }, { c: 'ALVARÁ SANITÁRIO Nº: 456/2026' }, `Razão Social: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}`, 'Data de emissão: 05/02/2026\nValidade: 05/02/2027', 'Maringá - PR']] },
  funcionamento: { origem: proprio('alvará de localização e funcionamento'), paginas: [[{ c: 'MUNICÍPIO DE CURITIBA\nESTADO DO PARANÁ' }, { c: 'ALVARÁ DE LOCALIZAÇÃO E FUNCIONAMENTO' }, `Nome: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}`, 'Emitido em 10/01/2020. Validade: por prazo indeterminado, enquanto satisfizer as exigências da legislação.']] },
};

export const inscricaoEstadual = (): PapelDeTeste => ({
  origem: proprio('consulta pública ao cadastro do ICMS'),
  paginas: [[{ c: 'ESTADO DO PARANÁ\nSecretaria de Estado da Fazenda' }, { c: 'Comprovante de Inscrição Estadual - CICAD' }, `Inscrição Estadual: 90123456-78\nCNPJ: ${AURORA.mascara}\nNome Empresarial: ${AURORA.nome}\nSituação Cadastral: ATIVO`, 'Emitido em 10/11/2026']],
});
