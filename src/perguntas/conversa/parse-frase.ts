import { fold } from '../../kernel/index.js';
import { isVazia, stem, tokenize } from '../../portugues/index.js';

/** What a word does in a question: joins phrases, asks (when, who), says what is asked of something (its term), how (is it required?), which one (the second, item 5), or names the thing. */
export type Classe = 'ligacao' | 'vazia' | 'interrogativa' | 'atributo' | 'predicado' | 'ordinal' | 'referencia' | 'assunto';

export interface PalavraDaFrase {
  /** Folded. */
  readonly texto: string;
  readonly termo: string;
  readonly classe: Classe;
  readonly inicio: number;
  readonly fim: number;
}

const list = (palavras: string): ReadonlySet<string> => new Set(palavras.split(/\s+/));
/** Prepositions → the one they are contracted from. */
const LIGACOES: ReadonlyMap<string, string> = new Map(
  Object.entries({ de: 'de da do das dos dum duma', em: 'em na no nas nos num numa', para: 'para pra pras pros pro', por: 'por pelo pela pelos pelas', com: 'com', sem: 'sem', a: 'ao aos', ate: 'ate', apos: 'apos', entre: 'entre', sobre: 'sobre', se: 'se', durante: 'durante', contra: 'contra' })
    .flatMap(([base, formas]) => formas.split(' ').map((f) => [f, base] as const)),
);
const INTERROGATIVAS = list('quando onde quem quanto quanta quantos quantas como');
/** What may be asked of anything: alone it says nothing of what it is asked of. */
const ATRIBUTOS = list(`prazo prazos data datas dia dias hora horas horario horarios valor valores preco precos percentual percentuais porcentagem quantidade quantia quantos tempo limite limites minimo minima minimos maximo maxima
  forma formas modo maneira local lugar endereco validade vigencia duracao exigencia exigencias condicao condicoes requisito requisitos documento documentos responsavel regra regras excecao excecoes modalidade modalidades penalidade penalidades motivo custo antecedencia tipo tipos detalhe detalhes pagina item clausula`);
const PREDICADOS = list(`exigida exigido exigidas exigidos exige exigem obrigatoria obrigatorio obrigatorias obrigatorios permitida permitido permite permitem aceita aceito aceitam admitida admitido admite vedada vedado proibida proibido necessaria necessario
  precisa preciso cabe cabem existe existem posso podemos poderia previsto prevista consta constam fala diz informa pede pedem cobra cobram tenho temos devo devemos quero faz fazer preciso`);
const ORDINAIS = list('primeira primeiro segunda segundo terceira terceiro quarta quarto quinta quinto sexta sexto ultima ultimo proxima proximo seguinte');

/** The preposition a folded word is a form of; undefined: it is none. */
export const ligacaoDe = (texto: string): string | undefined => LIGACOES.get(texto);

/** The words of a question with what each does. */
export function parseFrase(texto: string): PalavraDaFrase[] {
  const palavras = tokenize(texto);
  const isNumero = (i: number): boolean => NUMERADAS.has(palavras[i - 1]?.texto ?? '') && NUMERO.test(palavras[i]?.texto ?? '');
  return palavras.map((p, i) => ({ ...p, termo: stem(p.texto), classe: isNumero(i) || isNumero(i + 1) ? 'referencia' : classeDe(p.texto) }));
}

/** "Item 5", "lote 2", "anexo IV". */
const NUMERADAS = list('item itens lote lotes grupo grupos anexo anexos clausula clausulas pagina paginas parcela parcelas etapa etapas');
const NUMERO = /^(?:\d[\d.,]*|[ivx]{1,5}|uma?|dois|duas|tres|quatro|cinco)$/;

/** What an edital has one of, or a few with names of their own: asked by itself, not as the deadline or the place of something. */
const POR_SI = list('multa multas sancao sancoes objeto plataforma criterio criterios regime reajuste indice indices orcamento foro');
/** Whether "e a …?" of a folded noun asks for the thing itself. */
export const isPorSi = (nome: string): boolean => POR_SI.has(nome);

function classeDe(p: string): Classe {
  if (ORDINAIS.has(p)) return 'ordinal';
  if (LIGACOES.has(p)) return 'ligacao';
  if (INTERROGATIVAS.has(p)) return 'interrogativa';
  if (ATRIBUTOS.has(p)) return 'atributo';
  if (PREDICADOS.has(p)) return 'predicado';
  return isVazia(p) ? 'vazia' : 'assunto';
}

/** Half a question: "de quantos anos?", "em qual conta?", "pode ser dispensada?". Of what, was said before. */
const PELA_METADE = [/^(?:de|em|por|para|pra|com|ate|a|sob)\s+(?:qual|quais|que|quem|quant[oa]s?)(?:\s+\S+){0,3}$/, /^(?:pode|podem|deve|devem|precisa|precisam|vai|tem que)\s+ser\s+\S+$/];
/** Whether a question, without its marks, leaves out what it is about. */
export const isPelaMetade = (texto: string): boolean => PELA_METADE.some((r) => r.test(fold(texto)));

/** Words that point at what was said before; "neste edital" points at the documents themselves. */
const PRONOMES = /\b(?:isso|disso|nisso|isto|disto|(?:[dn])?(?:ess[ae]s?|el[ea]s?|aquel[ea]s?)|daquilo|[oa]s? mesm[oa]s?)\b(?!\s+(?:edital|editais|licitac\w+|pregao|certame|processo|contratac\w+|dispensa|concorrencia|orgao|prefeitura))/;

/** Whether a question points at what was said before it. */
export const hasPronome = (texto: string): boolean => PRONOMES.test(fold(texto));
