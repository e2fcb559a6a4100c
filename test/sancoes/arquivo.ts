/** Rows of our own invention in the layout of the portal's downloads: "ABRAGÊNCIA" is how it writes it. */
export const CABECALHO = [
  'CADASTRO', 'CÓDIGO DA SANÇÃO', 'TIPO DE PESSOA', 'CPF OU CNPJ DO SANCIONADO', 'NOME DO SANCIONADO', 'NOME INFORMADO PELO ÓRGÃO SANCIONADOR', 'RAZÃO SOCIAL - CADASTRO RECEITA', 'NOME FANTASIA - CADASTRO RECEITA',
  'NÚMERO DO PROCESSO', 'CATEGORIA DA SANÇÃO', 'DATA INÍCIO SANÇÃO', 'DATA FINAL SANÇÃO', 'DATA PUBLICAÇÃO', 'PUBLICAÇÃO', 'DETALHAMENTO DO MEIO DE PUBLICAÇÃO', 'DATA DO TRÂNSITO EM JULGADO', 'ABRAGÊNCIA DA SANÇÃO',
  'ÓRGÃO SANCIONADOR', 'UF ÓRGÃO SANCIONADOR', 'ESFERA ÓRGÃO SANCIONADOR', 'FUNDAMENTAÇÃO LEGAL', 'DATA ORIGEM INFORMAÇÃO', 'ORIGEM INFORMAÇÕES', 'OBSERVAÇÕES',
] as const;

const PADRAO: Readonly<Record<string, string>> = {
  CADASTRO: 'CEIS', 'CÓDIGO DA SANÇÃO': '1', 'TIPO DE PESSOA': 'J', 'CPF OU CNPJ DO SANCIONADO': '11222333000181', 'NOME DO SANCIONADO': 'BRILHO SERVIÇOS', 'RAZÃO SOCIAL - CADASTRO RECEITA': 'BRILHO SERVIÇOS LTDA',
  'NÚMERO DO PROCESSO': '12/2026', 'CATEGORIA DA SANÇÃO': 'Impedimento/proibição de contratar com prazo determinado', 'DATA INÍCIO SANÇÃO': '01/02/2026', 'DATA FINAL SANÇÃO': '31/01/2028', 'ABRAGÊNCIA DA SANÇÃO': 'Em todos os Poderes da Esfera do órgão sancionador',
  'ÓRGÃO SANCIONADOR': 'PREFEITURA MUNICIPAL DE JOINVILLE - SC', 'UF ÓRGÃO SANCIONADOR': 'SC', 'ESFERA ÓRGÃO SANCIONADOR': 'MUNICIPAL', 'FUNDAMENTAÇÃO LEGAL': 'LEI 14133 - ART. 156, III - IMPEDIMENTO DE LICITAR E CONTRATAR',
};

const quote = (v: string): string => `"${v.replaceAll('"', '""')}"`;

/** A row with the changes; `colunas` as in the header. */
export const linhaCom = (m: Readonly<Record<string, string>> = {}, colunas: readonly string[] = CABECALHO): string => colunas.map((c) => quote(m[c] ?? PADRAO[c] ?? '')).join(';');

export const csvDe = (linhas: readonly string[], colunas: readonly string[] = CABECALHO): string => [colunas.map(quote).join(';'), ...linhas].join('\r\n') + '\r\n';

export const COLUNAS_CNEP: readonly string[] = [...CABECALHO.slice(0, 10), 'VALOR DA MULTA', ...CABECALHO.slice(10)];
