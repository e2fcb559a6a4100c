import { isCnpj, lettersOf, stripCnpj } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, type Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { lugarEm, type Lugar } from '../extracao/lugar.js';
import { INICIO_DE_ORGAO, nucleoDoNome } from '../extracao/orgaos.js';

const CNPJ = /(?<![\d.])(?<c>[\da-z]{2}\s?\.\s?[\da-z]{3}\s?\.\s?[\da-z]{3}\s?[/.]\s?0{0,2}[\da-z]{4}\s?-\s?\d{2}|\d{14})(?![\d])/;
/** "18.675.900/00001-02": a zero too many in the branch. */
const ZERO_A_MAIS = /([/.]\s?)0{1,2}(?=[\da-z]{4}\s?-)/i;
const semZeros = (s: string): string => s.replace(/0+/g, '0');
const PESO: Readonly<Record<Lugar, number>> = { capa: 0.9, abertura: 0.8, edital: 0.62, minuta: 0.72, tr: 0.62, anexo: 0.6, planilha: 0.5, modelo: 0.52, etp: 0.45, sumario: 0.4 };
/** A buyer's word; "empresa" and "sociedade" are also what suppliers are called. */
const ORGAO = new RegExp(String.raw`\b(?:contratante|(?!empresa\s+(?!d[eao]s?\s|brasileira|municipal|estadual|publica)|sociedade)${INICIO_DE_ORGAO})`);
/** The supplier, the system's owner, an insurer: anybody but the buyer. */
const TERCEIRO = /\b(?:contratad[ao]|fornecedor|licitante\s+vencedora?|empresa|seguradora|proponente|fabricante|razao\s+social|detentora|beneficiari[oa]|ltda|s\/a|eireli)\b/;

/** CNPJ of the buying body: near its name in the preamble, the letterhead or the contract's parties. Check digits must fit. */
export const orgaoCnpj = defineCampo<'orgao_cnpj'>({
  campo: 'orgao_cnpj',
  read: ({ t, lidos }) =>
    findAchados(t, CNPJ).flatMap((a) => {
      const impresso = a.original('c') ?? '';
      const texto = impresso.replace(ZERO_A_MAIS, '$1');
      if (!isCnpj(texto)) return [];
      const peso = PESO[lugarEm(t, a.inicio)] + byContexto(t, a, lidos.orgao_nome) - (texto === impresso ? 0 : 0.1);
      const nota = texto === impresso ? {} : { nota: `Impresso com um zero a mais (${impresso}); os dígitos verificadores conferem sem ele.` };
      return [{ valor: stripCnpj(texto), inicio: a.inicio, fim: a.fim, peso: Math.min(0.95, peso), ...nota }];
    }),
  mostra: (valor, trecho) => semZeros(lettersOf(trecho)).includes(semZeros(lettersOf(valor))),
  corteAlternativa: 0.9,
});

function byContexto(t: TextoEdital, a: Achado, orgao: string | undefined): number {
  const antes = a.antes(260).replace(/\s+/g, ' ');
  const perto = antes.slice(-110);
  const nucleo = orgao ? nucleoDoNome(orgao).slice(0, 14) : '';
  const doOrgao = nucleo.length >= 4 && nucleoDoNome(antes).includes(nucleo);
  if (TERCEIRO.test(perto) && !ORGAO.test(perto)) return -0.5;
  if (!doOrgao && !ORGAO.test(antes)) return -0.35;
  return (doOrgao ? 0.14 : 0) + (ORGAO.test(perto) ? 0.08 : 0) + (/cnpj|c\.n\.p\.j|cgc/.test(antes.slice(-40)) ? 0.03 : 0);
}
