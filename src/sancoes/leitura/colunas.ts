import { fold, invalido } from '../../kernel/index.js';

/** Columns we use. The names below are as the downloads write them, with small words and marks dropped (`canonical`). */
const NOMES = {
  cadastro: ['cadastro'],
  codigo: ['codigo sancao'],
  pessoa: ['tipo pessoa'],
  documento: ['cpf cnpj sancionado', 'cnpj sancionado', 'cnpj cpf sancionado'],
  nome: ['nome sancionado', 'nome informado pelo orgao sancionador'],
  razaoSocial: ['razao social cadastro receita'],
  processo: ['numero processo'],
  categoria: ['categoria sancao', 'tipo sancao'],
  multa: ['valor multa'],
  inicio: ['data inicio sancao', 'inicio sancao'],
  fim: ['data final sancao', 'data fim sancao', 'fim sancao'],
  publicacao: ['data publicacao', 'data publicacao sancao'],
  transito: ['data transito julgado'],
  // The portal itself writes "ABRAGÊNCIA".
  abrangencia: ['abragencia sancao', 'abrangencia sancao', 'abrangencia', 'abrangencia definida decisao judicial'],
  orgao: ['orgao sancionador', 'nome orgao sancionador'],
  uf: ['uf orgao sancionador'],
  esfera: ['esfera orgao sancionador'],
  fundamentacao: ['fundamentacao legal'],
} as const;
export type Coluna = keyof typeof NOMES;

/** Where each column is; absent ones are not there. */
export type Colunas = Readonly<Partial<Record<Coluna, number>>>;

/** Without these nothing can be said of a sanction. */
const OBRIGATORIAS: readonly (readonly [Coluna, string])[] = [
  ['documento', 'CPF OU CNPJ DO SANCIONADO'], ['categoria', 'CATEGORIA DA SANÇÃO'], ['inicio', 'DATA INÍCIO SANÇÃO'], ['fim', 'DATA FINAL SANÇÃO'], ['orgao', 'ÓRGÃO SANCIONADOR'],
];
const MIUDAS = /\b(?:d[aeo]s?|em|ou|no)\b/g;
const canonical = (nome: string): string => fold(nome).replace(/\ufeff/g, '').replace(/[^a-z0-9]+/g, ' ').replace(MIUDAS, ' ').replace(/\s+/g, ' ').trim();

/** @throws AlicitError `sancoes_cabecalho`: the file is not of these registers; `detalhes.faltam` names the columns it lacks */
export function findColunas(cabecalho: readonly string[]): Colunas {
  const lugares = new Map<string, number>();
  cabecalho.forEach((nome, i) => {
    const chave = canonical(nome);
    if (!lugares.has(chave)) lugares.set(chave, i);
  });
  const achadas: Partial<Record<Coluna, number>> = {};
  for (const [coluna, nomes] of Object.entries(NOMES) as [Coluna, readonly string[]][]) {
    const lugar = nomes.map((n) => lugares.get(n)).find((i) => i !== undefined);
    if (lugar !== undefined) achadas[coluna] = lugar;
  }
  const faltam = OBRIGATORIAS.filter(([c]) => achadas[c] === undefined).map(([, nome]) => nome);
  if (faltam.length) {
    throw invalido('sancoes_cabecalho', `O arquivo não tem o leiaute do CEIS nem o do CNEP: falta${faltam.length > 1 ? 'm as colunas' : ' a coluna'} ${faltam.join(', ')}. Baixe o CSV em portaldatransparencia.gov.br/download-de-dados/ceis (ou /cnep) e importe-o sem mudar o cabeçalho.`, { faltam });
  }
  return achadas;
}
