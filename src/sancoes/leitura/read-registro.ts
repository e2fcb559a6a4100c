import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AlicitError, fold, invalido, isDia, type Dia } from '../../kernel/index.js';
import { CADASTROS, type Cadastro } from '../domain/sancao.js';
import { findColunas, type Colunas } from './colunas.js';
import type { ArquivoAberto } from './open-arquivo.js';
import { readLinha, type LinhaLida } from './read-linha.js';

/** A register being read: which it is, of what day, and its rows. */
export interface RegistroAberto {
  readonly cadastro: Cadastro;
  readonly data: Dia;
  /** Each once, in order. @throws AlicitError `sancoes_cortado`, `sancoes_csv`, and what `openArquivo`'s text throws */
  readonly linhas: AsyncIterable<LinhaLida>;
}

export interface OpcoesRegistro {
  /** What the user says it is. */
  readonly cadastro?: Cadastro | undefined;
  /** The day the user says it is of. */
  readonly data?: Dia | undefined;
  readonly hoje: Dia;
}

const MAX_BYTES_LINHA = 1024 * 1024;

/**
 * Reads the header and the first row, and tells what the file is.
 * @throws AlicitError `sancoes_cabecalho`, `sancoes_vazio`, `sancoes_cadastro`, `sancoes_sem_data`, `sancoes_data_futura`
 */
export async function openRegistro({ nomes, texto }: ArquivoAberto, opcoes: OpcoesRegistro): Promise<RegistroAberto> {
  const registros = parseCsv(texto)[Symbol.asyncIterator]();
  const cabecalho = await registros.next();
  if (cabecalho.done) throw invalido('sancoes_vazio', 'O arquivo está vazio.');
  const colunas = findColunas(cabecalho.value);
  const primeira = await registros.next();
  if (primeira.done) throw invalido('sancoes_vazio', 'O arquivo só tem o cabeçalho: não substitui o que já foi importado. Baixe-o de novo.');
  const cadastro = chooseCadastro(colunas, primeira.value, nomes, opcoes.cadastro);
  return { cadastro, data: chooseData(nomes, opcoes), linhas: readLinhas(primeira.value, registros, { colunas, cadastro, largura: cabecalho.value.length }) };
}

async function* readLinhas(primeira: readonly string[], resto: AsyncIterator<readonly string[], unknown>, { colunas, cadastro, largura }: { readonly colunas: Colunas; readonly cadastro: Cadastro; readonly largura: number }): AsyncGenerator<LinhaLida> {
  for (let linha: readonly string[] | null = primeira; linha; ) {
    const proxima = await resto.next();
    const curta = linha.length < largura;
    if (curta && proxima.done) throw invalido('sancoes_cortado', 'A última linha do arquivo tem menos colunas do que o cabeçalho: ele parece cortado. Baixe-o de novo.');
    yield curta ? { tipo: 'recusada', motivo: 'colunas' } : readLinha(linha, colunas, cadastro);
    linha = proxima.done ? null : proxima.value;
  }
}

/** Records of the CSV; the separator is the one the header has most of. */
async function* parseCsv(texto: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  const pedacos = texto[Symbol.asyncIterator]();
  const primeiro = await pedacos.next();
  if (primeiro.done) return;
  const [linha = ''] = primeiro.value.split(/\r?\n/, 1);
  const delimiter = count(linha, '\t') > count(linha, ';') ? '\t' : ';';
  const fonte = Readable.from(again(primeiro.value, pedacos));
  const analisador = parse({ delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, maxRecordSize: MAX_BYTES_LINHA });
  fonte.on('error', (erro) => analisador.destroy(erro));
  fonte.pipe(analisador);
  try {
    for await (const registro of analisador) yield registro as readonly string[];
  } catch (erro) {
    if (erro instanceof AlicitError) throw erro;
    if (!(erro instanceof CsvError)) throw erro;
    if (erro.code === 'CSV_QUOTE_NOT_CLOSED') throw invalido('sancoes_cortado', 'O arquivo termina no meio de um texto entre aspas: ele parece cortado. Baixe-o de novo.');
    throw invalido('sancoes_csv', `O arquivo não é um CSV que se entenda (${String(erro.code)}, linha ${Number(erro['lines'] ?? 0)}): baixe-o de novo.`);
  } finally {
    fonte.destroy();
    analisador.destroy();
  }
}

async function* again(primeiro: string, resto: AsyncIterator<string>): AsyncGenerator<string> {
  yield primeiro;
  for (let p = await resto.next(); !p.done; p = await resto.next()) yield p.value;
}

const count = (texto: string, c: string): number => texto.split(c).length - 1;
const isCadastro = (texto: string): texto is Cadastro => (CADASTROS as readonly string[]).includes(texto);

/** The row says which register it is of; else the user does, else the file's name; a column of fines is CNEP's. */
function chooseCadastro(colunas: Colunas, linha: readonly string[], nomes: readonly string[], pedido: Cadastro | undefined): Cadastro {
  const daLinha = colunas.cadastro === undefined ? '' : fold(linha[colunas.cadastro] ?? '').trim();
  if (daLinha && !isCadastro(daLinha)) throw invalido('sancoes_cadastro', `O arquivo é do cadastro “${daLinha.slice(0, 20).toUpperCase()}”: aqui se importam o CEIS e o CNEP.`);
  const doNome = CADASTROS.filter((c) => nomes.some((n) => fold(n).includes(c)));
  const achado = daLinha || (colunas.multa !== undefined ? 'cnep' : '') || (doNome.length === 1 ? doNome[0] : '') || pedido;
  if (!achado) throw invalido('sancoes_cadastro', 'O arquivo não diz se é do CEIS ou do CNEP: informe --cadastro ceis ou --cadastro cnep.');
  if (pedido && achado !== pedido) throw invalido('sancoes_cadastro', `O arquivo é do ${achado.toUpperCase()}, e não do ${pedido.toUpperCase()}: confira o arquivo ou mude --cadastro.`);
  return achado as Cadastro;
}

/** The portal's names begin with the day: "20261120_CEIS.csv". */
function chooseData(nomes: readonly string[], { data, hoje }: OpcoesRegistro): Dia {
  const doNome = nomes.map((n) => /(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(n)).map((m) => m && `${m[1]}-${m[2]}-${m[3]}`).find((d) => d && isDia(d));
  const achada = data ?? doNome;
  if (!achada) throw invalido('sancoes_sem_data', 'O nome do arquivo não diz de que dia ele é (como 20261120_CEIS.csv): informe --data AAAA-MM-DD, o dia em que o Portal o publicou.');
  if (!isDia(achada) || achada > hoje) throw invalido('sancoes_data_futura', `A data do arquivo (${achada.slice(0, 20)}) não existe ou ainda não chegou: confira o nome do arquivo ou informe --data AAAA-MM-DD.`);
  return achada;
}
