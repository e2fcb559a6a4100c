import { lettersOf, squeeze } from '../../kernel/index.js';
import type { Achado } from '../extracao/achados.js';
import { defineCampo } from '../extracao/candidato.js';
import { MODALIDADE } from '../extracao/modalidades.js';
import { chaveDeAto, NUMERO_DE_ATO, N_ORDINAL } from '../extracao/numeros-de-ato.js';
import { readPadroes, type Padrao } from '../extracao/padroes.js';

/** Numbers of other acts that stand near the name of a modality: laws, decrees, contracts, the process. */
const OUTRO_ATO = /\b(?:lei|leis|lc|decretos?|resolucao|portaria|instrucao|in|contrato|ata|convenio|repasse|compromisso|art|arts|artigo|acordao|anexo|inciso|processo|proc|oficio|parecer|termo|emenda|item)\b/;
const MARCA_N = new RegExp(`${N_ORDINAL}|:`);
/** "LICITAÇÃO ELETRÔNICA LE 0042/2026": a company's initials stand for the "nº". */
const SIGLA_DA_LICITACAO = /^\s(?:eletronica|presencial)?\s?-?\s?(?:le|lp|lic|rlc)\s?-?\s?$/;
const ADJETIVOS = /^(?:[\s\-:(),."'/]|eletronic[oa]|presencial|publica|srp|rp|para|por|de|do|da|registro|precos?|sistema|licitacao|internacional|nacional|pelo|edital|com|disputa|sem|simplificad[oa]|tradicional|n|º|o)*$/;

const numero = (a: Achado): string | null => {
  const meio = a.nome['meio'] ?? '';
  if (OUTRO_ATO.test(meio)) return null;
  if (!MARCA_N.test(meio) && !ADJETIVOS.test(meio) && !SIGLA_DA_LICITACAO.test(meio)) return null;
  if (/\bprocesso\s+(?:administrativo\s+)?(?:d[ae]\s+)?$/.test(a.antes(30)) && /^licitac/.test(a.g[0] ?? '')) return null;
  // "pregão nº 3/2023" told as somebody's past tender
  if (/\b(?:ata|atas|adesao|oriund[oa]|decorrente|vigente)\b[^.;\n]{0,40}$/.test(a.antes(50))) return null;
  const lido = squeeze(a.original('num') ?? '').replace(/\s*([/.-])\s*/g, '$1');
  return chaveDeAto(lido) || /^20\d\d\.\d\d\.\d\d\./.test(lido) ? lido : null;
};

const FORA = { edital: 0.3, tr: 0.25, anexo: 0.25, minuta: 0.32, modelo: 0.36, etp: 0.4 };
const PADROES: readonly Padrao<string>[] = [
  // "EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 06/2026/PMJ", "CONCORRÊNCIA↵0001/2026"
  { rx: new RegExp(String.raw`${MODALIDADE}(?<meio>[^\d;]{0,70}?)${NUMERO_DE_ATO}`), peso: 0.92, desconto: FORA, valor: numero },
  // "EDITAL DE LICITAÇÃO Nº 02/2024", "LICITAÇÃO ELETRÔNICA Nº 2025/0012", "CHAMAMENTO PÚBLICO Nº 3/2025"
  {
    rx: new RegExp(String.raw`\b(?:edital|licitacao|chamamento\s+publico|chamada\s+publica|aviso|contratacao\s+direta|cotacao\s+eletronica|disputa\s+eletronica|selecao\s+publica|tomada\s+de\s+precos|rdc(?:\s+eletronico|\s+presencial)?|convite|regime\s+diferenciado[a-z\s]{0,40})(?<meio>[^\d;]{0,40}?)${NUMERO_DE_ATO}`),
    peso: 0.84, desconto: FORA, valor: (a) => (MARCA_N.test(a.nome['meio'] ?? '') || SIGLA_DA_LICITACAO.test(a.nome['meio'] ?? '') ? numero(a) : null),
  },
];

/** The number of the inexigibilidade is of the file that follows the notice. */
const DO_AMPARO = 0.2;

/** The chamamento's own number is the notice's: the credenciamento and the inexigibilidade it leads to are numbered apart. */
const byTitulo = (trecho: string): number => (/^\W*inexigib/.test(trecho) ? -DO_AMPARO : /^\W*edital\s+d[eo]\s+(?:chamamento|chamada)/.test(trecho) ? 0.1 : 0);

/** Number of the notice as printed ("06/2026/PMJ"): the modality's own number before the one of the "edital". */
export const numeroEdital = defineCampo<'numero_edital'>({
  campo: 'numero_edital',
  read: ({ t, lidos }) => readPadroes(t, PADROES).map((c) => (lidos.modalidade !== 'credenciamento' ? c : { ...c, peso: c.peso + byTitulo(t.dobrado.slice(c.inicio, c.fim)) })),
  same: (a, b) => (chaveDeAto(a) ?? a) === (chaveDeAto(b) ?? b),
  mostra: (valor, trecho) => lettersOf(trecho).includes(lettersOf(valor)),
  corteAlternativa: 0.85,
});
