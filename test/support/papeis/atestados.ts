import { AURORA } from './empresa.js';
import type { PapelDeTeste } from './pdf-do-papel.js';

const proprio = (leiaute: string): string => `escrita própria segundo o uso comum: ${leiaute}; dados inventados`;

export const ATESTADOS: Readonly<Record<string, PapelDeTeste>> = {
  fornecimento: { origem: proprio('atestado de fornecimento de órgão público, em prosa'), paginas: [[
    { c: 'PREFEITURA MUNICIPAL DE CAMPO LARGO DO SUL' }, { c: 'ATESTADO DE CAPACIDADE TÉCNICA' },
    `Atestamos, para os devidos fins, que a empresa ${AURORA.nome}, inscrita no CNPJ sob o nº ${AURORA.mascara}, com sede em Curitiba/PR, forneceu 350 (trezentos e cinquenta) notebooks com garantia no local e 40 impressoras multifuncionais, no período de 10/02/2025 a 20/08/2025, conforme Contrato nº 15/2025, no valor total de R$ 1.480.000,00 (um milhão, quatrocentos e oitenta mil reais), cumprindo os prazos e a qualidade exigidos.`,
    'Campo Largo do Sul, 5 de setembro de 2025.', 'Secretário Municipal de Administração',
  ]] },
  servicos: { origem: proprio('atestado de serviços contínuos de empresa privada, com rótulos'), paginas: [[
    { c: 'ATESTADO DE CAPACIDADE TÉCNICA' }, 'Contratante: HOSPITAL SANTA CLARA S.A.\nCNPJ: 11.444.777/0001-61', `Contratada: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}`,
    'Objeto: prestação de serviços continuados de suporte técnico e manutenção de computadores', 'Período: 01/03/2023 a 28/02/2025', 'Valor do contrato: R$ 960.000,00', { t: [['Descrição', 'Unidade', 'Quantidade'], ['Atendimento de suporte técnico presencial', 'hora', '12.500'], ['Manutenção preventiva de estações de trabalho', 'un', '1.200']] },
    'Atestamos que a empresa executa os serviços a contento, nada havendo que a desabone.', 'Curitiba, 10 de março de 2025.',
  ]] },
  obra: { origem: proprio('certidão de acervo técnico com registro de atestado'), paginas: [[
    { c: 'Conselho Regional de Engenharia e Agronomia do Paraná - CREA-PR' }, { c: 'CERTIDÃO DE ACERVO TÉCNICO - CAT COM REGISTRO DE ATESTADO nº 1720260001234' },
    `ART: 1720254567890\nEmpresa contratada: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}\nContratante: MUNICÍPIO DE PINHAL VELHO`, 'Objeto: execução de reforma e ampliação de unidade básica de saúde', 'Período: 15/01/2024 a 30/11/2024\nValor: R$ 2.350.000,00', { t: [['Item', 'Serviço', 'Quant.', 'Un.'], ['1', 'Estrutura de concreto armado', '320,50', 'm3'], ['2', 'Cobertura em telha termoacústica', '1.450,00', 'm2']] },
    'Certificamos que consta em nossos arquivos o registro do atestado. Curitiba, 20 de janeiro de 2026.',
  ]] },
};
