import { lettersOf, squeeze } from '../../kernel/index.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { N_ORDINAL } from '../extracao/numeros-de-ato.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

const NUMERO = String.raw`[\["(]?\s?(?<![a-z])(?<num>\d{5,8}\s\d{3,8}\/20\d{2}|(?:[a-z]{1,6}\d{0,2}[-./ ]){0,2}[a-z]?\d[\da-z./-]{1,34}(?<=[\da-z]))`;
const SIGLA = String.raw`(?:(?:sei|pae|sgp-?e|proad?|nup|sipac|e-?docs?|e-?process|protocolo|p\.?a)\b\.?\s*(?:n\s?[º.]{0,2}\s?[:.]?)?\s*(?::|\s-\s)?\s*(?!-))`;
/** CNJ numbers: a lawsuit, not the tender's file. */
const JUDICIAL = /^\d{7}-\d{2}\.\d{4}\.\d\.\d{2}\.\d{4}$/;

/** The file of another contract, study or body, told in passing. */
const DE_OUTRO = /\b(?:entre [oa] [^.;|]{2,60} e a empresa|contrat(?:o|acao) (?:anterior|vigente|em vigor)|estudos? tecnicos? preliminar(?:es)? d[oe]|similar(?:es)? d[oe]|decisao (?:proferida )?n[oa]|plano (?:anual|de contratacoes)|registrad[ao] n[oa])\b[^.;|]{0,120}\|/;

const numero = (a: Achado): string | null => {
  const lido = squeeze(a.original('num') ?? '').replace(/[./-]+$/, '');
  const digitos = lido.replace(/\D/g, '');
  if (digitos.length < 3 || digitos.length > 24 || JUDICIAL.test(lido)) return null;
  if (digitos.length < 5 && !/[/.-]\d{2,4}\b/.test(lido)) return null;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(lido) || /^20\d\d$/.test(digitos)) return null;
  if (/\b(?:seletivo|judicial|trabalhista|acordao|legislativo|produtivo|origem|autos)\b[^.;\n]{0,30}$/.test(`${a.antes(30)}${a.nome['meio'] ?? ''}`)) return null;
  return DE_OUTRO.test(`${a.antes(170)}|${a.depois(60)}`.replace(/\s+/g, ' ')) ? null : lido;
};

const PADROES: readonly Padrao<string>[] = [
  // "PROCESSO LICITATÓRIO Nº 020/2026", "Processo Administrativo: 23000.011278/2025-74", "Processo SEI nº …"
  {
    rx: new RegExp(String.raw`\bproc(?:esso|\.)\s*(?<meio>(?:(?:adm\w{0,15}\.?|licitatorio|licitacao|d[aeo]|compras?|contratacao|dispensa|inexigibilidade|direta|eletronic[oa]|digital|interno|geral|n\.|e|compra)\s*[-/]?\s*){0,5})(?:${SIGLA}|[a-z]{2,6}\s+(?=n\s?[º.]))?(?:${N_ORDINAL}|\s*:|\s)\s*${SIGLA}?${NUMERO}`),
    peso: 0.9, desconto: { edital: 0.15, tr: 0.2, etp: 0.35, minuta: 0.2, anexo: 0.2, modelo: 0.35 },
    valor: (a) => (/\d{4}|[/.-]/.test(a.nome['num'] ?? '') ? numero(a) : null),
  },
  // "SEI 19.00.6300.0004960/2024-26", "PAE nº E-2024/2527813"
  { rx: new RegExp(String.raw`\b(?:sei|pae|sgp-?e|proad?|nup|sipac|e-?docs?|p\.\s?a\.?|(?<![a-z/.-]\s?)pa(?=\s+n\s?[º.])|protocolo(?:\s+geral)?)(?!-\d)\s*(?:n\s?[º.]{0,2}\s?[:.]?)?\s*[:-]?\s*${NUMERO}`), peso: 0.8, desconto: { edital: 0.2, tr: 0.2, etp: 0.35, minuta: 0.25, anexo: 0.25 }, valor: (a) => ((a.nome['num'] ?? '').replace(/\D/g, '').length >= 7 ? numero(a) : null) },
];

/** Number of the administrative file, as printed. Title lines outweigh mentions inside a sentence. */
export const numeroProcesso = defineCampo<'numero_processo'>({
  campo: 'numero_processo',
  read: ({ t }) => readPadroes(t, PADROES).map((c) => (/(?:^|[\n\f(])\s{0,4}$/.test(t.dobrado.slice(Math.max(0, c.inicio - 6), c.inicio)) ? { ...c, peso: c.peso + 0.05 } : c)),
  same: (a, b) => {
    const [x, y] = [lettersOf(a).replace(/^0+/, ''), lettersOf(b).replace(/^0+/, '')];
    return x === y || ((x.endsWith(y) || y.endsWith(x) || x.startsWith(y) || y.startsWith(x)) && Math.min(x.length, y.length) >= 6 && x.replace(/\D/g, '') === y.replace(/\D/g, ''));
  },
  mostra: (valor, trecho) => lettersOf(trecho).includes(lettersOf(valor).replace(/^0+/, '')),
});
