import { isCnpj, stripCnpj } from '../../kernel/index.js';
import type { Papel } from './papel.js';
import type { Rascunho } from './leitor.js';
import { valorDoRotulo } from './rotulos.js';

/** A CNPJ on folded text, masked or bare; alphanumeric when masked. */
export const CNPJ = /(?<![0-9a-z.])(?:[0-9a-z]{2}\.\s?[0-9a-z]{3}\.\s?[0-9a-z]{3}\s?\/\s?[0-9a-z]{4}\s?-\s?\d{2}|\d{14})(?![0-9])/;
/** Only the root: "CNPJ Base: 11.222.333". */
export const RAIZ = /\b(?:cnpj|raiz|base)\b[^\d\n]{0,30}([0-9a-z]{2}\.[0-9a-z]{3}\.[0-9a-z]{3}|\d{8})(?![0-9a-z.]|\/[0-9a-z])/;
/** What stands before the holder's number. */
const DO_TITULAR = /(?:cnpj|cgc|c\.n\.p\.j|inscricao|inscrit[oa]|contribuinte|requerente|interessad[oa]|empresa|razao\s+social|nome|empregador|titular|contra|estabelecimento|fornecedor|numero)[^.;]{0,90}$/;
/** What stands before the number of who issues, or of another party. */
const DE_OUTRO = /(?:prefeitura|municipio\s+d[aeo]|secretaria|estado\s+d[aeo]|tribunal|conselho\s+regional|junta\s+comercial|contratante|emitente|contador|contabil(?:idade|ista)|cartorio|fazenda\s+publica)[^;]{0,120}$/;
const NOME = /(?:razao\s+social(?:\s*\/\s*nome)?|nome\s*\/\s*(?:nome\s+empresarial|razao\s+social)|nome\s*\(razao\s+social\)|nome\s+empresarial|nome(?:\s+(?:do|da)\s+(?:contribuinte|empresa|requerente|empresario))?|(?:contribuinte|requerente|interessad[oa]|denominacao(?:\s+social)?|fornecedor|empresa(?:\s+contratada)?|contratada|entidade|estabelecimento|empregador|sociedade|titular)(?=\s*:))/;
/** What a name ends with, on folded running text. */
const COM_SUFIXO = /\b(?:ltda|eireli|s\.?\s?\/?\s?a\.?|epp|me|slu|mei|s\/s|cooperativa)\b\.?/;

export interface CnpjNoPapel {
  readonly cnpj: string;
  readonly inicio: number;
  readonly fim: number;
}

/** Valid CNPJs of the paper, in order. */
export const cnpjsDe = (p: Papel): CnpjNoPapel[] =>
  p.findAll(CNPJ, 100).flatMap((m) => (isCnpj(m[0]) ? [{ cnpj: stripCnpj(m[0]), inicio: m.inicio, fim: m.fim }] : []));

/** The CNPJ most likely to be the holder's: named as one, not the issuer's; in doubt the first. */
export function findCnpjTitular(p: Papel): CnpjNoPapel | null {
  const todos = cnpjsDe(p);
  const nota = ({ inicio }: CnpjNoPapel): number => {
    const antes = p.corrido.slice(Math.max(0, inicio - 130), inicio);
    return (DO_TITULAR.test(antes.slice(-100)) ? 2 : 0) - (DE_OUTRO.test(antes) ? 3 : 0);
  };
  return todos.reduce<CnpjNoPapel | null>((melhor, c) => (!melhor || nota(c) > nota(melhor) ? c : melhor), null);
}

/** Fills the holder: CNPJ (or its root), and the name beside its label or before the number. */
export function readTitular(r: Rascunho): void {
  const p = r.papel;
  const cnpj = findCnpjTitular(p);
  const raiz = cnpj ? null : p.find(RAIZ);
  const nome = readNome(p, cnpj);
  r.titular = { nome: nome?.valor ?? null, cnpj: cnpj?.cnpj ?? null, raiz: cnpj ? cnpj.cnpj.slice(0, 8) : raiz ? stripCnpj(raiz[1]!) : null };
  r.prove('titular', cnpj ?? raiz ?? nome);
  if (!r.titular.raiz) {
    const comErro = p.find(CNPJ);
    r.lack('titular.cnpj', comErro ? 'O CNPJ impresso tem dígitos verificadores que não conferem.' : 'O documento não traz um CNPJ.');
    if (comErro) r.warn('cnpj_do_documento_invalido', `O CNPJ impresso (${p.at(comErro)}) não é válido: confira se o documento foi bem lido.`);
  }
}

const isRotulo = (linha: string): boolean => /^(?:cnpj|cpf|inscricao|endereco|titulo|nome fantasia|municipio|uf|cep|data)\b/.test(linha);

function readNome(p: Papel, cnpj: CnpjNoPapel | null): { valor: string; inicio: number; fim: number } | null {
  const rotulado = valorDoRotulo(p, NOME, isRotulo);
  if (rotulado && isNome(cleanNome(rotulado.valor))) return { ...rotulado, valor: cleanNome(rotulado.valor) };
  return (cnpj && beforeCnpj(p, cnpj)) ?? noTopo(p);
}

/** "… contra FULANA LTDA, CNPJ …": the name stands before its number. */
function beforeCnpj(p: Papel, cnpj: CnpjNoPapel): { valor: string; inicio: number; fim: number } | null {
  const desde = Math.max(0, cnpj.inicio - 220);
  const antes = p.corrido.slice(desde, cnpj.inicio);
  const inicios = [...antes.matchAll(/(?:\b(?:empresa|que|sociedade|em\s+nome\s+de|contra|a\s+firma|nome)\b[:,]?\s+|[.:]\s+)(?=[a-z0-9])/g)];
  for (const m of inicios.reverse()) {
    const inicio = desde + m.index + m[0].length;
    const ate = p.corrido.slice(inicio, cnpj.inicio).search(/,|\s-\s|\(|\binscrit|\bcnpj\b|\bpessoa\s+juridica|\bcom\s+sede/);
    const fim = ate < 0 ? cnpj.inicio : inicio + ate;
    const valor = cleanNome(p.at({ inicio, fim }));
    if (isNome(valor) && (COM_SUFIXO.test(p.corrido.slice(inicio, fim)) || valor === valor.toUpperCase())) return { valor, inicio, fim };
  }
  return null;
}

/** A line of the letterhead that ends as company names do. */
function noTopo(p: Papel): { valor: string; inicio: number; fim: number } | null {
  let inicio = 0;
  for (const linha of p.texto.slice(0, 1_500).split(/[\n\f]/)) {
    const dobrada = p.dobrado.slice(inicio, inicio + linha.length);
    const m = COM_SUFIXO.exec(dobrada);
    if (m && linha === linha.toUpperCase() && dobrada.length < 140 && !/[:;]|\bcaixa\b|\bbanco\b/.test(dobrada)) return { valor: cleanNome(linha.slice(0, m.index + m[0].length).trim()), inicio, fim: inicio + linha.length };
    inicio += linha.length + 1;
  }
  return null;
}

const cleanNome = (nome: string): string => nome.replace(/\s*[-–,(]?\s*(?:CNPJ|CPF|C\.N\.P\.J|INSCRI[ÇC][ÃA]O|ENDERE[ÇC]O|[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/)(?![\p{L}]).*$/iu, '').replace(/^\(raz[ãa]o social\)\s*:\s*/i, '').replace(/\s*\(MATRIZ E FILIAIS\)$/i, '').replace(/^["“”']+|["“”'.,;:\s-]+$/g, '').replace(/\bS\.A$/i, '$&.').slice(0, 200);
const isNome = (valor: string): boolean => /\p{L}{2}.*\p{L}/u.test(valor) && valor.length >= 4 && valor.length <= 200 && !/\b(?:certid|certific|acima|abaixo|identificad|qualificad|ressalvad)/i.test(valor);
