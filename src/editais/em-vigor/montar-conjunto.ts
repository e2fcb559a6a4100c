import { lettersOf } from '../../kernel/index.js';
import { classifyDocumento, NOME_CLASSE, type Classificacao } from '../classificar.js';
import type { ClasseDocumento, DocumentoLido } from '../domain/documento.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import type { Fatos } from '../domain/fato.js';
import type { ItemEdital } from '../domain/item.js';
import type { Mudanca } from '../domain/mudanca.js';
import { TextoEdital, type Parte } from '../domain/texto-edital.js';
import { readFatos } from '../fatos/index.js';
import type { ErrataEmVigor } from './apply-erratas.js';
import { chooseEmVigor } from './choose-em-vigor.js';
import { compareItens } from './compare-itens.js';
import { compareVersoes } from './compare-versoes.js';
import { cutErrataNaFrente, eraseRevogado, isIncorporada, readErrata } from './read-errata.js';
import { readSinais, type Sinais } from './read-sinais.js';
import { linhasProprias, shareOfLinhas } from './similaridade.js';
import { tellAssinados } from './tell-assinados.js';
import { tellErratas } from './tell-erratas.js';
import { tellParalelos } from './tell-paralelos.js';

/** A document of the set, what it is and whether facts are read from it. */
export interface DocumentoDoConjunto extends Classificacao {
  readonly documento: DocumentoLido;
  /** True for the edital in force and the documents read for facts. */
  readonly usado: boolean;
}

export interface EmVigor {
  /** Name of the document. */
  readonly documento: string;
  readonly motivo: string;
  /** What it changed from the version before, and what erratas changed in it. */
  readonly mudancas: readonly Mudanca[];
}

/** A set of documents understood: what each is, which edital holds, what the facts are read from. */
export interface ConjuntoMontado {
  readonly documentos: readonly DocumentoDoConjunto[];
  /** Null: there is no edital among the documents. */
  readonly emVigor: EmVigor | null;
  /** In order of authority: the edital in force, then separate TR, minuta, planilha, aviso. */
  readonly partes: readonly Parte[];
  /** Erratas that came after the edital in force. */
  readonly erratas: readonly ErrataEmVigor[];
  /** Portuguese, for the user. */
  readonly avisos: readonly string[];
}

export interface OpcoesConjunto {
  /** Reader of the item table, to tell which items changed between versions. */
  readonly readItens?: (t: TextoEdital) => readonly ItemEdital[];
  /** Classes given by people, by sha256: they take the place of what the content tells. */
  readonly classes?: ClassesCorrigidas;
}

/** sha256 of a document → what a person says that it is. */
export type ClassesCorrigidas = Readonly<Record<string, ClasseDocumento>>;

/** What separate documents feed the facts, in order of authority, and as what. ETP, atas, resultados and pareceres never do. */
const PARTES_SEPARADAS: readonly (readonly [ClasseDocumento, TipoRegiao])[] = [['tr', 'tr'], ['minuta', 'minuta'], ['planilha', 'planilha'], ['aviso', 'anexo']];
/** Without an edital the best of what there is is read as one. */
const NO_LUGAR_DO_EDITAL: readonly ClasseDocumento[] = ['aviso', 'tr', 'minuta', 'planilha', 'outro', 'errata'];
/** Editais that share less than this of their lines are of different tenders; separate annexes that share more than this are versions. */
const MESMA_LICITACAO = 0.2;
const MESMO_DOCUMENTO = 0.75;

interface Candidata {
  readonly nome: string;
  readonly documento: DocumentoLido;
  readonly sinais: Sinais;
  readonly texto: TextoEdital;
  readonly fatos: Fatos;
}

/** Pure: documents as read → the set. The order in which they are given does not matter. */
export function montarConjunto(documentos: readonly DocumentoLido[], opcoes: OpcoesConjunto = {}): ConjuntoMontado {
  const classificados = [...documentos].sort((a, b) => (a.nome < b.nome ? -1 : 1)).map((documento) => ({ documento, ...classify(documento, opcoes.classes) }));
  const of = (classe: ClasseDocumento): DocumentoLido[] => classificados.filter((c) => c.classe === classe && hasTexto(c.documento)).map((c) => c.documento);
  const editais = of('edital');
  const escolha = editais.length ? chooseVersao(editais) : null;
  const principal = escolha?.escolhida.documento ?? standIn(classificados);
  const avisos = escolha ? tellOutras(escolha) : ['Não há edital entre os documentos lidos: a análise se apoia no que há.'];
  const separadas = PARTES_SEPARADAS.flatMap(([classe, regiao]) => latestOnly(of(classe)).filter((d) => d !== principal).map((d): Parte => ({ documento: eraseRevogado(d), regiao })));
  const partes: Parte[] = principal ? [{ documento: eraseRevogado(principal), regiao: regiaoDoPrincipal(classificados, principal) }, ...separadas] : separadas;
  const usados = new Set(partes.map((p) => p.documento.sha256));
  const erratas = principal ? readErratas(of('errata').filter((d) => d !== principal), principal) : [];
  for (const e of erratas) usados.add(documentos.find((d) => d.nome === e.documento)!.sha256);
  return {
    documentos: classificados.map((c) => ({ ...c, usado: usados.has(c.documento.sha256) })),
    emVigor: escolha && {
      documento: escolha.escolhida.nome, motivo: escolha.motivo,
      mudancas: [...changesOf(escolha, opcoes), ...(erratas.length ? tellErratas(escolha.escolhida, erratas) : [])],
    },
    partes, erratas, avisos: [...avisos, ...tellParalelos(classificados), ...tellAssinados(documentos)],
  };
}

/** What the document is: as a person says, else as its content tells. */
function classify(d: DocumentoLido, classes: ClassesCorrigidas = {}): Classificacao {
  const lida = classifyDocumento(d);
  const corrigida = Object.hasOwn(classes, d.sha256) ? classes[d.sha256] : undefined;
  if (corrigida === undefined) return lida;
  return { ...lida, classe: corrigida, motivo: `tipo informado por uma pessoa; a leitura automática dizia: ${NOME_CLASSE[lida.classe]} (${lida.motivo})` };
}

const hasTexto = (d: DocumentoLido): boolean => d.paginas.some((p) => p.texto);

interface Escolhida {
  readonly escolhida: Candidata;
  readonly anteriores: readonly Candidata[];
  readonly motivo: string;
}

function chooseVersao(editais: readonly DocumentoLido[]): Escolhida {
  return chooseEmVigor(editais.map(toCandidata));
}

/** Text and facts are made when first asked for: a lone edital is never compared. */
function toCandidata(documento: DocumentoLido): Candidata {
  let texto: TextoEdital | undefined;
  let fatos: Fatos | undefined;
  return {
    nome: documento.nome,
    documento,
    sinais: readSinais(documento),
    get texto() {
      return (texto ??= new TextoEdital([{ documento: eraseRevogado(documento), regiao: 'edital' }]));
    },
    get fatos() {
      return (fatos ??= readFatos(this.texto));
    },
  };
}

function changesOf({ escolhida, anteriores }: Escolhida, { readItens }: OpcoesConjunto): Mudanca[] {
  const anterior = anteriores.find((a) => isMesmaLicitacao(a, escolhida));
  if (!anterior) return [];
  const itens = readItens ? compareItens(readItens(anterior.texto), readItens(escolhida.texto)) : [];
  const ditas = itens.flatMap((m) => [m.evidenciaDe, m.evidenciaPara]).flatMap((e) => (e ? [lettersOf(e.trecho)] : []));
  const jaDita = (m: Mudanca): boolean => (m.campo === 'itens' || m.campo === 'texto') && [m.de, m.para].some((x) => x !== null && ditas.some((d) => d.includes(lettersOf(x)) || lettersOf(x).includes(d)));
  return [...compareVersoes(anterior, escolhida, [escolhida.sinais.retificado?.texto ?? '']).filter((m) => !jaDita(m)), ...itens];
}

const isMesmaLicitacao = (a: Candidata, b: Candidata): boolean => shareOfLinhas(linhasProprias(a.documento), linhasProprias(b.documento)) >= MESMA_LICITACAO;

function tellOutras({ escolhida, anteriores }: Escolhida): string[] {
  return anteriores
    .filter((a) => !isMesmaLicitacao(a, escolhida))
    .map((a) => `“${a.nome}” parece ser o edital de outra licitação: foi deixado de lado. Analise-o separadamente.`);
}

/** Annexes of one class that are versions of each other: only the newest counts. */
function latestOnly(documentos: readonly DocumentoLido[]): DocumentoLido[] {
  const grupos: { linhas: ReadonlySet<string>; versoes: DocumentoLido[] }[] = [];
  for (const d of documentos) {
    const linhas = linhasProprias(d);
    const grupo = grupos.find((g) => shareOfLinhas(g.linhas, linhas) >= MESMO_DOCUMENTO && Math.min(g.linhas.size, linhas.size) * 2 > Math.max(g.linhas.size, linhas.size));
    if (grupo) grupo.versoes.push(d);
    else grupos.push({ linhas, versoes: [d] });
  }
  const semSessao = { sessao_abertura: { campo: 'sessao_abertura', valor: null, ausencia: 'nao_se_aplica' } } as const;
  return grupos.map((g) => chooseEmVigor(g.versoes.map((documento) => ({ nome: documento.nome, documento, sinais: readSinais(documento), fatos: semSessao }))).escolhida.documento);
}

function standIn(classificados: readonly (Classificacao & { documento: DocumentoLido })[]): DocumentoLido | undefined {
  const comTexto = classificados.filter((c) => hasTexto(c.documento));
  const classe = NO_LUGAR_DO_EDITAL.find((x) => comTexto.some((c) => c.classe === x));
  // A lone document is what the user asked about, whatever it is.
  return comTexto.find((c) => c.classe === classe)?.documento ?? (classificados.length === 1 ? classificados[0]!.documento : undefined);
}

function regiaoDoPrincipal(classificados: readonly (Classificacao & { documento: DocumentoLido })[], principal: DocumentoLido): TipoRegiao {
  const { classe } = classificados.find((c) => c.documento === principal)!;
  return classe === 'tr' || classe === 'minuta' || classe === 'planilha' || classe === 'etp' ? classe : 'edital';
}

/** Separate erratas and one bound in front of the edital; those that the edital already carries are left out. */
function readErratas(documentos: readonly DocumentoLido[], edital: DocumentoLido): ErrataEmVigor[] {
  const naFrente = cutErrataNaFrente(edital);
  const letras = lettersOf((naFrente?.edital ?? edital).paginas.map((p) => p.texto).join('\n'));
  return [...(naFrente ? [naFrente.errata] : []), ...documentos].flatMap((d) => {
    const correcoes = readErrata(d).filter((c) => !isIncorporada(c, letras));
    return correcoes.length ? [{ documento: d.nome, correcoes, fatos: readFatos(new TextoEdital([{ documento: eraseRevogado(d), regiao: 'edital' }])) }] : [];
  });
}

