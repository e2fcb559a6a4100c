import { fold, isCnpj, isDia, normalizeText, parseNumeroBr, showable, squeeze, stripCnpj, type Dia } from '../../kernel/index.js';
import { classifySancao } from '../domain/classify-sancao.js';
import { readMunicipio } from '../domain/read-municipio.js';
import type { Cadastro, SancaoRegistrada } from '../domain/sancao.js';
import type { Coluna, Colunas } from './colunas.js';
import { isMunicipio } from './municipios.js';

/** What a row is. Rows of people are counted and dropped (LGPD: only legal persons are looked up). */
export type LinhaLida =
  | { readonly tipo: 'sancao'; readonly sancao: SancaoRegistrada }
  | { readonly tipo: 'pessoa_fisica' }
  | { readonly tipo: 'recusada'; readonly motivo: 'cnpj_invalido' | 'outro_cadastro' | 'colunas' };

const MAX_TEXTO = 500;
const MAX_FUNDAMENTACAO = 2000;
const VAZIO = /^(?:sem informacao|nao informad[oa]|nao se aplica|null|-+|)$/;
/** A CPF, masked or not, wherever it stands in a text. */
const CPF = /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g;
const ESFERAS: Readonly<Record<string, SancaoRegistrada['esfera']>> = { federal: 'federal', estadual: 'estadual', distrital: 'estadual', municipal: 'municipal' };

/**
 * Reads a row of `cadastro`. Of a legal person's nothing is dropped: without category it is of unknown effect, with a date
 * that cannot be read its term is unknown.
 */
export function readLinha(linha: readonly string[], colunas: Colunas, cadastro: Cadastro): LinhaLida {
  const text = (c: Coluna, maximo = MAX_TEXTO): string | null => clean(colunas[c] === undefined ? '' : (linha[colunas[c]] ?? ''), maximo);
  const doCadastro = text('cadastro');
  if (doCadastro && fold(doCadastro) !== cadastro) return { tipo: 'recusada', motivo: 'outro_cadastro' };
  const pessoa = fold(text('pessoa') ?? '');
  const documento = readDocumento(text('documento') ?? '');
  if (pessoa === 'f' || pessoa.includes('fisica') || documento === 'cpf') return { tipo: 'pessoa_fisica' };
  if (documento === null) return { tipo: 'recusada', motivo: 'cnpj_invalido' };
  const categoria = text('categoria') ?? 'categoria não informada';
  const orgao = text('orgao') ?? 'órgão não informado';
  const [inicio, fim, publicacao, transito] = (['inicio', 'fim', 'publicacao', 'transito'] as const).map((c) => readDia(text(c)));
  const [abrangencia, fundamentacao] = [text('abrangencia'), text('fundamentacao', MAX_FUNDAMENTACAO)];
  const esfera = ESFERAS[fold(text('esfera') ?? '')] ?? null;
  const sigla = text('uf')?.toUpperCase() ?? '';
  const uf = /^[A-Z]{2}$/.test(sigla) ? sigla : null;
  const nome = text('razaoSocial') ?? text('nome');
  return {
    tipo: 'sancao',
    sancao: {
      ...classifySancao({ categoria, abrangencia, fundamentacao, orgao }), cadastro, codigo: text('codigo'), cnpj: documento, nome: nome && nome.replace(CPF, '***'), categoria, abrangencia, fundamentacao, orgao,
      esfera, uf, municipio: uf && esfera === 'municipal' ? readMunicipio(orgao, (nome) => isMunicipio(nome, uf)) : null,
      inicio: inicio ?? null, fim: fim ?? null, comPrazo: fim === undefined || /com prazo/.test(fold(categoria)), publicacao: publicacao ?? null, transito: transito ?? null, processo: text('processo'), valorMulta: readMulta(text('multa')),
    },
  };
}

/** "cpf" for what is a person's, masked or not; null when it is neither. Zeros that a spreadsheet dropped come back. */
function readDocumento(texto: string): string | 'cpf' | null {
  const documento = stripCnpj(texto);
  if (documento.includes('*') || /^\d{11}$/.test(documento)) return 'cpf';
  const inteiro = /^\d{12,13}$/.test(documento) ? documento.padStart(14, '0') : documento;
  return isCnpj(inteiro) ? inteiro : null;
}

/** dd/mm/aaaa or ISO. Null: not told; undefined: told, and no date. */
function readDia(texto: string | null): Dia | null | undefined {
  if (texto === null) return null;
  const br = /^(\d{2})\/(\d{2})\/(\d{4})(?: .*)?$/.exec(texto);
  const dia = br ? `${br[3]}-${br[2]}-${br[1]}` : texto.slice(0, 10);
  return isDia(dia) ? dia : undefined;
}

const readMulta = (texto: string | null): string | null => {
  const valor = texto === null ? null : parseNumeroBr(texto.replace(/R\$/i, ''));
  return valor === null || /^0+(?:\.0+)?$/.test(valor) ? null : valor;
};

function clean(texto: string, maximo: number): string | null {
  const limpo = squeeze(showable(normalizeText(texto))).slice(0, maximo).toWellFormed();
  return VAZIO.test(fold(limpo)) ? null : limpo;
}
