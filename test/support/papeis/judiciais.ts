import { AURORA } from './empresa.js';
import type { PapelDeTeste } from './pdf-do-papel.js';

const proprio = (leiaute: string): string => `escrita própria segundo o leiaute público: ${leiaute}; dados inventados`;

/** Court certificates after several layouts. */
export const FALENCIAS: Readonly<Record<string, PapelDeTeste>> = {
  SP: { origem: proprio('certidão de distribuições cíveis, falências, TJSP'), paginas: [[
    { c: 'PODER JUDICIÁRIO\nTRIBUNAL DE JUSTIÇA DO ESTADO DE SÃO PAULO' }, { c: 'CERTIDÃO ESTADUAL DE DISTRIBUIÇÕES CÍVEIS\nFALÊNCIAS, CONCORDATAS E RECUPERAÇÕES\nCERTIDÃO Nº: 9876543   FOLHA: 1/1' },
    `A Diretoria de Serviço Técnico de Informações Cíveis do(a) Comarca de São Paulo - Capital, no uso de suas atribuições legais, CERTIFICA E DÁ FÉ que, pesquisando os registros de distribuições de PEDIDOS DE FALÊNCIA, CONCORDATAS, RECUPERAÇÕES JUDICIAIS E EXTRAJUDICIAIS, anteriores a 01/11/2026, verificou NADA CONSTAR como réu/requerido/interessado em nome de: ${AURORA.nome}, CNPJ: ${AURORA.mascara}, conforme indicação constante do pedido de certidão.`,
    'Esta certidão não aponta ordinariamente os processos em que a pessoa cujo nome foi pesquisado figura como autor (a). São apontados os feitos com situação em tramitação já cadastrados.', 'São Paulo, 3 de novembro de 2026.',
  ]] },
  MG: { origem: proprio('certidão cível de falência e concordata, TJMG'), paginas: [[
    { c: 'TRIBUNAL DE JUSTIÇA DO ESTADO DE MINAS GERAIS\nBELO HORIZONTE' }, { c: 'CERTIDÃO CÍVEL DE FALÊNCIA E CONCORDATA NEGATIVA' },
    `CERTIFICO que, revendo os registros de distribuição de ação de NATUREZA CÍVEL nesta comarca, até a presente data, nas ações específicas de Concordata Preventiva / Suspensiva, Falência de Empresários, Sociedades Empresáriais, Microempresas e Empresas de Pequeno Porte, Recuperação Extrajudicial, Recuperação Judicial, NADA CONSTA em tramitação contra:`,
    `Nome: ${AURORA.nome}\nCNPJ: ${AURORA.mascara}`, 'Certidão solicitada em 26 de Outubro de 2026 às 10:05\nBELO HORIZONTE, 26 de Outubro de 2026 às 10:05', 'Código de Autenticação: 2610-2610-0512-0345-6789\nEsta certidão tem validade de 30 dias.',
  ]] },
  RS: { origem: proprio('certidão judicial cível negativa, TJRS'), paginas: [[
    { c: 'PODER JUDICIÁRIO\nESTADO DO RIO GRANDE DO SUL' }, { c: 'CERTIDÃO JUDICIAL CÍVEL NEGATIVA' },
    `À vista dos registros constantes nos sistemas de Informática do Poder Judiciário do Estado do Rio Grande do Sul, é expedida a presente certidão por não constar distribuição de ação falimentar, concordata, recuperação judicial e extrajudicial em tramitação contra a seguinte parte interessada:`,
    `${AURORA.nome}, CNPJ ${AURORA.mascara}, Endereço RUA DOS ANDRADAS 10, PORTO ALEGRE.`, '7 de novembro de 2026, às 09:30:12', 'Esta certidão não constam pendências. Código de controle: 8f3a1c2b9d',
  ]] },
  SC: { origem: proprio('certidão falência, concordata e recuperação judicial, TJSC'), paginas: [[
    { c: 'PODER JUDICIÁRIO DE SANTA CATARINA' }, { c: 'CERTIDÃO\nFALÊNCIA, CONCORDATA E RECUPERAÇÃO JUDICIAL\nCERTIDÃO Nº: 1234567' },
    `À vista dos registros cíveis constantes nos sistemas de informática do Poder Judiciário do Estado de Santa Catarina da Comarca de Joinville, com distribuição anterior à data de 09/11/2026, verificou-se NADA CONSTAR em nome de: ${AURORA.nome}, portador do CNPJ: ${AURORA.mascara}.`,
    'Esta certidão é válida por 60 (sessenta) dias a contar de sua emissão.', 'Joinville, terça-feira, 10 de novembro de 2026.',
  ]] },
  PR: { origem: proprio('certidão de cartório distribuidor do Paraná'), paginas: [[
    { c: 'PODER JUDICIÁRIO DO ESTADO DO PARANÁ\nCOMARCA DE LONDRINA\nCARTÓRIO DISTRIBUIDOR, CONTADOR E PARTIDOR' }, { c: 'CERTIDÃO NEGATIVA' }, { c: 'PEDIDO DE FALÊNCIA, CONCORDATA, RECUPERAÇÃO JUDICIAL E EXTRAJUDICIAL' },
    `CERTIFICO que, revendo os livros e arquivos de distribuição de ações, verifiquei NÃO CONSTAR nenhum registro em andamento contra ${AURORA.nome}, CNPJ ${AURORA.mascara}, no período de 20 anos.`, 'LONDRINA/PR, 28 de outubro de 2026.',
  ]] },
  RJ_POSITIVA: { origem: proprio('certidão positiva de distribuidor'), paginas: [[
    { c: 'PODER JUDICIÁRIO DO ESTADO DO RIO DE JANEIRO\nTRIBUNAL DE JUSTIÇA - COMARCA DA CAPITAL\n1º OFÍCIO DO REGISTRO DE DISTRIBUIÇÃO' }, { c: 'CERTIDÃO POSITIVA DE FALÊNCIA E RECUPERAÇÃO JUDICIAL' },
    `CERTIFICO que constam distribuições contra ${AURORA.nome}, CNPJ ${AURORA.mascara}: 0001234-56.2025.8.19.0001, recuperação judicial.`, 'Rio de Janeiro, 4 de novembro de 2026.',
  ]] },
};
