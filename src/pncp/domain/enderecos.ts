import { invalido } from '../../kernel/index.js';
import { daysBetween, toDiaPncp } from './dia.js';
import { parseNumeroControle, type NumeroControle } from './parse-numero-controle.js';
import type { ConsultaContratacoes, ConsultaPeriodo } from './pncp.js';

/** Both APIs, without a slash at the end. */
export interface Bases {
  readonly consultaUrl: string;
  readonly url: string;
}

/** Sizes `/v1/contratacoes/*` takes; asking for more is a 400. */
export const TAMANHO_CONTRATACOES = { minimo: 10, maximo: 50 } as const;
export const TAMANHO_PERIODO = { minimo: 10, maximo: 500 } as const;
const MAX_DIAS = 365;

/** @throws AlicitError `pncp_numero_invalido` */
export function requireNumero(numero: string): NumeroControle {
  const lido = parseNumeroControle(numero);
  if (!lido) throw invalido('pncp_numero_invalido', `“${numero.slice(0, 60)}” não é o número de controle de uma contratação no PNCP. Use algo como 18715383000140-1-000346/2025.`);
  return lido;
}

const recusar = (campo: string, mensagem: string): never => {
  throw invalido('pncp_consulta_invalida', `A consulta ao PNCP não é válida: ${mensagem}`, { campo });
};

const dia = (campo: string, valor: string | undefined): string => (valor === undefined ? null : toDiaPncp(valor)) ?? recusar(campo, `${campo} precisa ser um dia no formato AAAA-MM-DD.`);

/** @throws AlicitError `pncp_consulta_invalida` */
function pagina({ pagina: n, tamanhoPagina }: { readonly pagina: number; readonly tamanhoPagina?: number }, { minimo, maximo }: { readonly minimo: number; readonly maximo: number }): Readonly<Record<string, string>> {
  if (!Number.isInteger(n) || n < 1) recusar('pagina', 'a página começa em 1.');
  const tamanho = tamanhoPagina ?? maximo;
  if (!Number.isInteger(tamanho) || tamanho < minimo || tamanho > maximo) recusar('tamanhoPagina', `o tamanho da página vai de ${minimo} a ${maximo}.`);
  return { pagina: String(n), tamanhoPagina: String(tamanho) };
}

/** PNCP refuses periods above 365 days and reversed ones. */
function periodo(de: string | undefined, ate: string): Readonly<Record<string, string>> {
  const [dataInicial, dataFinal] = [dia('de', de), dia('ate', ate)];
  const dias = daysBetween(de!, ate);
  if (dias < 0) recusar('de', 'de vem depois de ate.');
  if (dias > MAX_DIAS) recusar('ate', `o período passa de ${MAX_DIAS} dias: divida-o.`);
  return { dataInicial, dataFinal };
}

const montar = (base: string, caminho: string, params: Readonly<Record<string, string | undefined>>): string =>
  `${base}${caminho}?${new URLSearchParams(Object.entries(params).filter((p): p is [string, string] => p[1] !== undefined)).toString()}`;

/** @throws AlicitError `pncp_consulta_invalida` */
export function urlContratacoes({ consultaUrl }: Bases, c: ConsultaContratacoes): string {
  if (c.rota !== 'proposta' && c.modalidade === undefined) recusar('modalidade', `a modalidade é obrigatória em ${c.rota}.`);
  const datas = c.rota === 'proposta' ? { dataFinal: dia('ate', c.ate) } : periodo(c.de, c.ate);
  return montar(consultaUrl, `/v1/contratacoes/${c.rota}`, { ...datas, codigoModalidadeContratacao: c.modalidade?.toString(), uf: c.uf, codigoMunicipioIbge: c.codigoIbge, cnpj: c.cnpj, ...pagina(c, TAMANHO_CONTRATACOES) });
}

/** The órgão's CNPJ is `cnpj` for atas and `cnpjOrgao` for contratos (OpenAPI; the manual's example says otherwise). @throws AlicitError `pncp_consulta_invalida` */
export function urlPeriodo({ consultaUrl }: Bases, tipo: 'atas' | 'contratos', c: ConsultaPeriodo): string {
  return montar(consultaUrl, `/v1/${tipo}${c.por === 'atualizacao' ? '/atualizacao' : ''}`, { ...periodo(c.de, c.ate), [tipo === 'atas' ? 'cnpj' : 'cnpjOrgao']: c.cnpj, ...pagina(c, TAMANHO_PERIODO) });
}

const compra = ({ cnpj, ano, sequencial }: NumeroControle): string => `/v1/orgaos/${cnpj}/compras/${ano}/${sequencial}`;

/** The detail exists only in the query API. */
export const urlDetalhe = ({ consultaUrl }: Bases, n: NumeroControle): string => `${consultaUrl}${compra(n)}`;
/** What follows a contratação; `parte` such as `itens`, `itens/3/resultados`, `arquivos/1`. */
export const urlLeitura = ({ url }: Bases, n: NumeroControle, parte: string): string => `${url}${compra(n)}/${parte}`;
