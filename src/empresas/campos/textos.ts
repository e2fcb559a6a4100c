import { diaDoInstante, fold, isCnpj, isDia, lettersOf, normalizeText, squeeze, stripCnpj } from '../../kernel/index.js';
import { recusa, type Leitor, type Recusa } from './campo.js';

/** Text of 1 to `maximo` characters, white space collapsed; numbers are taken as text (CNAE codes). */
export const readTexto = (maximo = 500): Leitor<string> => (v) => {
  if (v === undefined) return recusa('Campo obrigatório: escreva um texto.');
  const t = typeof v === 'number' ? String(v) : v;
  if (typeof t !== 'string') return recusa('Esperava um texto entre aspas.');
  const limpo = squeeze(normalizeText(t));
  if (!limpo) return recusa('O texto está vazio.');
  return limpo.length <= maximo ? limpo : recusa(`O texto passa de ${maximo} caracteres.`);
};

/** CNPJ with or without mask, alphanumeric too; a number lost its leading zeros and gets them back. */
export const readCnpj: Leitor<string> = (v) => {
  if (v === undefined) return recusa('Informe o CNPJ da empresa (14 caracteres, com ou sem máscara).');
  const t = typeof v === 'number' && Number.isInteger(v) && v > 0 ? String(v).padStart(14, '0') : v;
  if (typeof t === 'string' && isCnpj(t)) return stripCnpj(t);
  return recusa('CNPJ inválido: confira os 14 caracteres e os dígitos verificadores.');
};

/** A civil day: "2026-11-30", an ISO instant, "30/11/2026", "30-11-2026" or "30.11.2026". */
export const readDia: Leitor<string> = (v) => {
  if (typeof v === 'string' && v.length < 40) {
    const t = v.trim();
    const br = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t);
    const dia = br ? `${br[3]}-${br[2]!.padStart(2, '0')}-${br[1]!.padStart(2, '0')}` : /^\d{4}-\d{2}-\d{2}T/.test(t) ? diaDoInstante(t) : t;
    if (dia && isDia(dia)) return dia;
  }
  return recusa('Data inválida: escreva "2026-11-30" ou "30/11/2026".');
};

/** True or false, also "sim" and "não". */
export const readBooleano: Leitor<boolean> = (v) => {
  if (typeof v === 'boolean') return v;
  const t = typeof v === 'string' ? lettersOf(v) : '';
  if (['sim', 's', 'true', 'verdadeiro'].includes(t)) return true;
  if (['nao', 'n', 'false', 'falso'].includes(t)) return false;
  return recusa('Esperava true ou false (ou "sim" ou "não").');
};

/** One of a closed list, by its name or by another spelling of it; spellings are compared by letters and digits only. */
export const readOpcao = <T extends string>(opcoes: Readonly<Record<T, readonly string[]>>): Leitor<T> => {
  const porNome = new Map<string, T>();
  for (const [nome, outras] of Object.entries(opcoes) as [T, readonly string[]][]) for (const n of [nome, ...outras]) porNome.set(lettersOf(n), nome);
  return (v) => (typeof v === 'string' ? porNome.get(lettersOf(v)) : undefined) ?? recusa(`Valor desconhecido: use um destes: ${Object.keys(opcoes).join(', ')}.`);
};

/** Texts in a list, or in one text separated by commas, semicolons or lines. */
export const readTextos: Leitor<readonly string[]> = (v) => {
  const itens = typeof v === 'string' ? v.split(/[,;\n]/).filter((t) => t.trim()) : v;
  if (!Array.isArray(itens) || itens.length > 500) return recusa('Esperava uma lista de até 500 textos.');
  const lidos: string[] = [];
  for (const item of itens) {
    const t = readTexto()(item);
    if (typeof t !== 'string') return recusa('Todos os elementos da lista devem ser textos não vazios de até 500 caracteres.');
    lidos.push(t);
  }
  return lidos;
};

const UFS: Readonly<Record<string, string>> = {
  AC: 'acre', AL: 'alagoas', AP: 'amapa', AM: 'amazonas', BA: 'bahia', CE: 'ceara', DF: 'distrito federal', ES: 'espirito santo', GO: 'goias', MA: 'maranhao',
  MT: 'mato grosso', MS: 'mato grosso do sul', MG: 'minas gerais', PA: 'para', PB: 'paraiba', PR: 'parana', PE: 'pernambuco', PI: 'piaui', RJ: 'rio de janeiro',
  RN: 'rio grande do norte', RS: 'rio grande do sul', RO: 'rondonia', RR: 'roraima', SC: 'santa catarina', SP: 'sao paulo', SE: 'sergipe', TO: 'tocantins',
};

/** State by its two letters or by its name. */
export const readUf: Leitor<string> = (v) => {
  const t = typeof v === 'string' ? squeeze(fold(v)) : '';
  const sigla = t.toUpperCase();
  return (sigla in UFS ? sigla : Object.keys(UFS).find((uf) => UFS[uf] === t)) ?? recusa('UF desconhecida: use a sigla de duas letras, como "SC".');
};

/** States in a list or separated by commas. */
export const readUfs: Leitor<readonly string[]> = (v) => {
  const textos = readTextos(v);
  if (!Array.isArray(textos)) return textos;
  const ufs = textos.map(readUf);
  const ruim = ufs.find((u): u is Recusa => typeof u !== 'string');
  return ruim ?? ufs.filter((u) => typeof u === 'string');
};
