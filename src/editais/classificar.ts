import { fold, squeeze } from '../kernel/index.js';
import { countMarcas, MARCAS_EDITAL, MARCAS_ERRATA, MARCAS_MINUTA, MARCAS_RESULTADO, MARCAS_TR } from './classificar/marcas.js';
import { stripPrefixo, TITULOS, type TituloDe } from './classificar/titulos.js';
import type { ClasseDocumento, DocumentoLido } from './domain/documento.js';

/** What a document is, and why; `titulo` is the heading that told, when one did. */
export interface Classificacao {
  readonly classe: ClasseDocumento;
  /** Portuguese, shown to the user. */
  readonly motivo: string;
  readonly titulo: string | null;
}

/** Lines of the first page with text among which a title is looked for, and how long a title may be. */
const LINHAS_DE_TITULO = 30;
const MAX_TITULO = 160;
/** Characters of the body that are looked at for its marks. */
const CORPO = 250_000;
/** Marks from which a body is an edital's whatever its title says: a notice or an errata that carries the whole edital. */
const CORPO_DE_EDITAL = 6;

export const NOME_CLASSE: Readonly<Record<ClasseDocumento, string>> = {
  edital: 'edital', aviso: 'aviso de licitação', tr: 'termo de referência', etp: 'estudo técnico preliminar', minuta: 'minuta', planilha: 'planilha', errata: 'errata',
  dfd: 'formalização da demanda', ata: 'ata', parecer: 'parecer', resultado: 'resultado', outro: 'outro documento',
};

/** Tells by its content what a document is in the tender. The name counts only for what has no text at all. */
export function classifyDocumento(d: DocumentoLido): Classificacao {
  const comTexto = d.paginas.filter((p) => p.texto);
  if (!comTexto.length) return classifyByNome(d);
  const titulo = findTitulo(comTexto.slice(0, 2).map((p) => p.texto));
  const corpo = fold(comTexto.map((p) => p.texto).join('\n').slice(0, CORPO));
  const marcas = countMarcas(corpo, MARCAS_EDITAL);
  const classe = titulo ? byTitulo(titulo.de, marcas, d.totalPaginas, corpo) : byCorpo(d, corpo, marcas);
  return { classe, titulo: titulo?.texto ?? null, motivo: explain(classe, titulo, marcas) };
}

interface Titulo {
  readonly de: TituloDe;
  readonly texto: string;
}

/** The first line that reads as a heading. "PREGÃO Nº 3/2026" alone is the weakest: atas and pareceres carry it too. */
function findTitulo(paginas: readonly string[]): Titulo | null {
  let fraco: Titulo | null = null;
  for (const pagina of paginas) {
    const linhas = pagina.split('\n').map(squeeze).filter(Boolean).slice(0, LINHAS_DE_TITULO);
    const lista = linhas.filter((l) => /^anexo\b/i.test(l)).length > 1;
    for (const texto of linhas) {
      if (texto.length > MAX_TITULO || /\.{4,}/.test(texto) || (lista && /^anexo\b/i.test(texto))) continue;
      const dobrado = stripPrefixo(fold(texto));
      const i = TITULOS.findIndex(([r]) => r.test(dobrado));
      if (i < 0) continue;
      const achado = { de: TITULOS[i]![1], texto };
      if (i < TITULOS.length - 2) return achado;
      fraco ??= achado;
    }
    if (fraco) return fraco;
  }
  return null;
}

function byTitulo(de: TituloDe, marcas: number, paginas: number, corpo: string): ClasseDocumento {
  const inteiro = marcas >= CORPO_DE_EDITAL && paginas >= 5;
  switch (de) {
    case 'aviso_direta':
      return marcas >= 3 && paginas >= 3 ? 'edital' : 'aviso';
    case 'aviso':
    case 'minuta':
    case 'planilha':
    case 'resultado':
      return inteiro ? 'edital' : de;
    case 'comunicado':
      return inteiro ? 'edital' : countMarcas(corpo, MARCAS_ERRATA) === 2 ? 'errata' : 'outro';
    case 'errata':
      return inteiro && (paginas >= 8 || marcas >= MARCAS_EDITAL.length - 1) ? 'edital' : 'errata';
    case 'tr':
      return marcas >= MARCAS_EDITAL.length - 1 && paginas >= 15 && /\bimpugna\w{2,6}\b[^.]{0,60}\bedital\b/.test(corpo) ? 'edital' : 'tr';
    case 'edital':
      if (countMarcas(corpo.slice(0, 6000), MARCAS_ERRATA) === 2 && !inteiro) return 'errata';
      return marcas >= 3 || paginas >= 8 ? 'edital' : 'aviso';
    default:
      return de;
  }
}

const PLANILHAS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods']);

function byCorpo(d: DocumentoLido, corpo: string, marcas: number): ClasseDocumento {
  if (marcas >= CORPO_DE_EDITAL) return 'edital';
  if (countMarcas(corpo, MARCAS_ERRATA) === 2) return 'errata';
  if (PLANILHAS.has(d.tipo)) return 'planilha';
  if (countMarcas(corpo, MARCAS_MINUTA) >= 3) return 'minuta';
  if (countMarcas(corpo.slice(0, 8000), MARCAS_RESULTADO) >= 3) return 'resultado';
  if (isTabela(d, corpo)) return 'planilha';
  if (countMarcas(corpo, MARCAS_TR) >= 3) return 'tr';
  return 'outro';
}

const CABECALHO = [/\b(?:item|lote)\b/, /\b(?:unid|un\b|und)/, /\bq(?:tde?|uant)/, /\b(?:valor|preco)/, /\b(?:descricao|especificacao|produto|discriminacao)/];

/** Half of the lines are rows of three cells or more, or the first lines are the head of an item table and amounts follow. */
function isTabela(d: DocumentoLido, corpo: string): boolean {
  const cabecalho = corpo.slice(0, 400);
  if (CABECALHO.filter((r) => r.test(cabecalho)).length >= 4 && (corpo.match(/\d,\d{2}\b/g)?.length ?? 0) > corpo.length / 1000) return true;
  const linhas = d.paginas.slice(0, 10).flatMap((p) => p.linhas);
  return linhas.length >= 8 && linhas.filter((l) => l.celulas.length >= 3).length >= linhas.length / 2;
}

function explain(classe: ClasseDocumento, titulo: Titulo | null, marcas: number): string {
  const nome = NOME_CLASSE[classe];
  if (!titulo) return classe === 'outro' ? 'nem título nem conteúdo dizem o que é' : `pelo conteúdo, é ${nome}`;
  const cita = `título “${titulo.texto.slice(0, 90)}”`;
  if (titulo.de === 'aviso_direta' && classe === 'edital') return `${cita}: aviso de contratação direta, que faz as vezes de edital`;
  if (titulo.de !== classe && classe === 'edital') return `${cita}, mas traz o edital inteiro (${marcas} das ${MARCAS_EDITAL.length} partes que um edital tem)`;
  return cita;
}

const NOMES: readonly (readonly [RegExp, ClasseDocumento])[] = [
  [/errata|retifica|adendo/, 'errata'], [/\bata\b|\barp/, 'ata'], [/\betp\b|estudo/, 'etp'], [/\btr\b|termo.de.refer/, 'tr'], [/minuta|contrato/, 'minuta'],
  [/parecer/, 'parecer'], [/extrato|resultado|homolog/, 'resultado'], [/aviso/, 'aviso'], [/planilha|orcamento/, 'planilha'], [/edital/, 'edital'],
];

/** Without a word of text only the name is left: a hint, said as such. */
function classifyByNome(d: DocumentoLido): Classificacao {
  const nome = fold(d.nome.split(/[!/]/).at(-1)!).replaceAll('_', ' ');
  const classe = NOMES.find(([r]) => r.test(nome))?.[1] ?? 'outro';
  return { classe, titulo: null, motivo: classe === 'outro' ? 'não tem texto' : `não tem texto; só o nome do arquivo sugere ${NOME_CLASSE[classe]}` };
}
