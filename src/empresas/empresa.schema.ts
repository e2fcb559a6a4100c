import { anulavel, lista, objeto, obrigatorio, opcional, recusa } from './campos/campo.js';
import { readDinheiro, readDinheiroComSinal, readIndice, readInteiro, readPercentual, readQuantidade } from './campos/numeros.js';
import { readEsfera, readPorte, readResultadoCertidao, readTipoDocumento, readTipoSancao } from './campos/opcoes.js';
import { readBooleano, readCnpj, readDia, readTexto, readTextos, readUf, readUfs } from './campos/textos.js';
import { lettersOf } from '../kernel/index.js';
import type { Leitor } from './campos/campo.js';

const ANO = readInteiro(1950, 2100);

/** "não vence" and the like are null, as the domain says it. */
const readValidade: Leitor<string | null> = (v) =>
  typeof v === 'string' && /^(?:naovence|indeterminada|semvencimento|naoexpira|permanente)$/.test(lettersOf(v)) ? null : readDia(v);

const produto = objeto({
  descricao: obrigatorio(readTexto()),
  unidade: opcional(readTexto(60)),
  custoUnitario: opcional(readDinheiro),
  palavras: opcional(readTextos),
});

const readConfianca: Leitor<number> = (v) => (typeof v === 'number' && v >= 0 && v <= 1 ? v : recusa('Esperava um número entre 0 e 1.'));

const prova = objeto({ documento: obrigatorio(readTexto(500)), pagina: obrigatorio(readInteiro(1, 100_000)), trecho: obrigatorio(readTexto(400)), ocr: opcional(readConfianca) });

const documentoSemTipo = {
  descricao: opcional(readTexto()),
  emissao: opcional(readDia),
  validade: anulavel(readValidade),
  uf: opcional(readUf),
  municipio: opcional(readTexto(120)),
  resultado: opcional(readResultadoCertidao),
  prova: prova.nullish().transform((v) => v ?? undefined),
};

/** A document of the company, alone. */
export const documentoEmpresaSchema = objeto({ tipo: obrigatorio(readTipoDocumento), ...documentoSemTipo });
/** What a person tells of a document whose file tells the rest. */
export const documentoParcialSchema = objeto({ tipo: opcional(readTipoDocumento), ...documentoSemTipo });

const atestado = objeto({
  descricao: obrigatorio(readTexto(2000)),
  quantidade: opcional(readQuantidade),
  unidade: opcional(readTexto(60)),
  valor: opcional(readDinheiro),
  ano: opcional(ANO),
  emissor: opcional(readTexto(200)),
});

const profissional = objeto({
  nome: opcional(readTexto(200)),
  conselho: obrigatorio(readTexto(60)),
  titulo: opcional(readTexto(200)),
  vinculo: opcional(readTexto(200)),
});

const sancao = objeto({
  tipo: obrigatorio(readTipoSancao),
  enteSancionador: obrigatorio(readTexto(200)),
  esfera: opcional(readEsfera),
  uf: opcional(readUf),
  municipio: opcional(readTexto(120)),
  inicio: obrigatorio(readDia),
  fim: opcional(readDia),
});

const indices = objeto({
  liquidezGeral: opcional(readIndice),
  solvenciaGeral: opcional(readIndice),
  liquidezCorrente: opcional(readIndice),
  endividamento: opcional(readIndice),
});

/** What a company writes about itself, tolerant in form and strict in meaning. Only `cnpj` and `descricao` are required. */
export const empresaSchema = objeto({
  cnpj: obrigatorio(readCnpj),
  razaoSocial: opcional(readTexto(200)),
  descricao: obrigatorio(readTexto(5000)),
  porte: opcional(readPorte),
  contratosPublicosNoAno: opcional(readDinheiro),
  receitaBrutaAnual: opcional(readDinheiro),
  naturezaJuridica: opcional(readTexto(200)),
  dataAbertura: opcional(readDia),
  cnaes: opcional(readTextos),
  produtos: lista(produto),
  palavrasExcluidas: opcional(readTextos),
  uf: opcional(readUf),
  municipio: opcional(readTexto(120)),
  capitalSocial: opcional(readDinheiro),
  patrimonioLiquido: opcional(readDinheiroComSinal),
  indices: indices.nullish().transform((v) => v ?? undefined),
  balancos: lista(obrigatorio(ANO)),
  documentos: lista(documentoEmpresaSchema),
  atestados: lista(atestado),
  profissionais: lista(profissional),
  sancoes: lista(sancao),
  semImpedimentosArt14: opcional(readBooleano),
  margemMinimaPct: opcional(readPercentual),
  tributosPct: opcional(readPercentual),
  custosIndiretosPct: opcional(readPercentual),
  custoDiretoTotal: opcional(readDinheiro),
  capitalDeGiro: opcional(readDinheiroComSinal),
  aceitaConsorcio: opcional(readBooleano),
  plataformas: opcional(readTextos),
  diasParaProposta: opcional(readInteiro(0, 365)),
  ufsDeInteresse: opcional(readUfs),
  valorMin: opcional(readDinheiro),
  valorMax: opcional(readDinheiro),
});

/** Names a profile may carry at its first level, for suggestions. */
export const CHAVES_EMPRESA: readonly string[] = Object.keys(empresaSchema.shape);
