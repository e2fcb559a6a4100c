import { fold, squeeze, TRECHO_MAXIMO } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isModeloEmBranco, type Achado } from '../extracao/achados.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { INICIO_DE_LINHA, isSoRemissao } from '../extracao/folha-de-dados.js';
import { endOfFrase, withoutCauda } from '../extracao/frases.js';
import { readLinhasDaFolha } from '../extracao/linhas-da-folha.js';
import { DESCONTO_LUGAR, lugarEm, type Lugar } from '../extracao/lugar.js';

interface Abertura {
  readonly rx: RegExp;
  readonly peso: number;
  /** Only on the first pages: later the same words tell a purpose of something else. */
  readonly soNoInicio?: boolean;
  /** The label is in capitals, and what follows is not a heading. */
  readonly linha?: boolean;
}

const LICITACAO = String.raw`(?:licitacao|edital|certame|pregao(?:\s+eletronico|\s+presencial)?|concorrencia(?:\s+\w+)?|dispensa(?:\s+\w+)?|contratacao|chamamento(?:\s+publico)?|credenciamento|procedimento|processo(?:\s+\w+)?|aviso(?:\s+de\s+\w+\s+\w+)?|leilao|concessao|instrumento|termo\s+de\s+referencia|contrato)`;
const ABERTURAS: readonly Abertura[] = [
  // "1.1. O objeto da presente licitação é a …"
  { rx: new RegExp(String.raw`\b(?:o\s+)?objeto\s+d[aeo]s?t?[ae]?\s+(?:presente\s+)?${LICITACAO}\s*,?\s*(?:e|consiste\s+n?[ao]?|sera|refere-se\s+a|constitui-se\s+n?[ao]?|trata-se\s+d[ea])\s+(?:[ao]s?\s+)?(?=\S)`), peso: 0.93 },
  // "A presente licitação tem por objeto a …", "Constitui objeto da presente licitação: …"
  { rx: /\b(?:tem|tendo|possui)\s+(?:por|como)\s+(?:objeto|objetivo|finalidade)\s*:?\s*(?:[ao]s?\s+)?(?=\S)/, peso: 0.92 },
  { rx: new RegExp(String.raw`\bconstitui(?:-se)?\s+(?:o\s+)?objeto\s+d[aeo]s?t?[ae]?\s+(?:presente\s+)?${LICITACAO}\s*:?,?\s*(?:[ao]s?\s+)?(?=\S)`), peso: 0.92 },
  { rx: new RegExp(String.raw`\be\s+objeto\s+d[aeo]s?t?[ae]?\s+(?:presente\s+)?${LICITACAO}\s*:?,?\s*(?:[ao]s?\s+)?(?=\S)`), peso: 0.88 },
  { rx: new RegExp(String.raw`\b${LICITACAO}\s+(?:se\s+)?destina(?:-se)?\s+(?:[ao]s?\s+)?(?=\S)`), peso: 0.82, soNoInicio: true },
  { rx: /\bcujo\s+objeto\s+(?:e|consiste\s+n?[ao]?|sera)\s+(?:[ao]s?\s+)?(?=\S)/, peso: 0.84 },
  // cover: "OBJETO: …", "OBJETO↵Contratação de…"
  { rx: /(?:^|[\n\f.])\s{0,8}(?:\d{1,2}\s*[.-]?\s*|[a-z]\)\s*)?objeto(?:\s+d[aeo]\s+\w+)?\s*(?::|\n)\s*(?=\S)/, peso: 0.87 },
  // a row of the data sheet: "1.1 OBJETO Execução das obras de …"
  { rx: new RegExp(String.raw`${INICIO_DE_LINHA}objeto(?:[ \t]+d[ao][ \t]+(?:licitacao|certame|contratacao))?[ \t]{1,8}(?=[a-z]{4})`), peso: 0.85, linha: true },
  // section "1. DO OBJETO↵1.1 Contratação de …"
  { rx: /(?:^|[\n\f])\s{0,8}(?:secao\s+)?(?:\d{1,2}|[ivx]{1,5})?\s*[.)-]*\s*(?:d[oe]\s+)?objeto(?:\s+d[aeo]\s+(?:licitacao|contratacao(?:\s+direta)?|certame|edital))?(?:\s+e\s+[^\n]{3,60})?\s*[.:]?\s*\n\s*(?:\d{1,2}\s*\.\s*\d{1,2}(?:\s*\.\s*\d{1,2})?\s*[.)-]*\s*)?(?:d[oe]\s+objeto\s*:?\s*\n\s*)?(?=\S)/, peso: 0.82 },
  // preamble: "objetivando a contratação de…", "destinada à contratação de…"
  { rx: /\b(?:objetivando|visando|destinad[ao]\s+a|com\s+vistas\s+a|para)\s*(?:[ao]s?\s+)?(?=(?:eventual|futura|registro\s+de\s+precos?|contratac\w+|aquisic\w+|prestac\w+|execuc\w+|fornecimento|locacao|concessao|permissao|alienacao|credenciamento|selecao)\s+(?:d[aeo]s?|e|eventual|para|semi|integrada|parcelad[ao]|futura)\b[^.;]{15})/, peso: 0.64, soNoInicio: true },
];

/** Openings of a statement that names no object: what the sentence says instead. */
const SEM_OBJETO = /^(?:(?:e\s+)?que\s|em\s+relacao\s|pratica\s|[a-z]{3,14}(?:ad|id)[oa]s?\s+(?:a|ao|aos|as|pel[oa]s?|como|ate|em|n[oa]s?|por|mediante)\s|(?:\S+\s+){0,6}?objeto\s+d(?:est|a\s+present|o\s+present)|(?:\S+\s+){0,8}?(?:licitante|contratad[ao]|proponente)\s+dever|(?:\S+\s+){0,3}?propostas?\s+(?:eletronic|de\s+precos?|comercia)|(?:da|do|desta|deste)\s+(?:presente\s+)?(?:licitacao|certame|contrato|edital|contratacao)\b|objeto\s|licitad[oa]|contratad[oa]|compativel|ser\s|nao\s|o\s+qual|conforme|item|quant|previst|social|estabelec|dividid[oa]|acordo|[\d.,\s]+$|\W|(?!(?:venda|alienacao|aquisicao|fornecimento|locacao|compra)\s+d[aeo]s?\s+(?!itens|produtos|materiais|bens|servicos|objetos?)[a-z]+)(?:\S+\s+){0,4}?(?:acima|abaixo|descrit[oa]s?|detalhad[oa]s?|relacionad[oa]s?|discriminad[oa]s?|constantes?|indicad[oa]s?|especificad[oa]s?)\s+(?:abaixo|acima|n[oae]s?|em|a\s+seguir|cujas?))/;
/** Words between the label and the object: an item's number, "presente Edital a", "a seleção da proposta mais vantajosa … visando à". */
const ENTRADAS: readonly RegExp[] = [
  /^art(?:igo|\.)?\s*\d{1,3}\s?[º.]{0,2}\s*[-.]?\s*/,
  /^constitui(?:-se)?\s+(?:o\s+)?objeto\s+(?:d[aeo]s?t?[ae]?\s+(?:presente\s+)?[a-z]+\s*)?:?,?\s*(?:[ao]s?\s+)?/,
  /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}\s*[.)-])\s+/,
  /^(?:[oa]\s+)?(?:presente\s+|este\s+|esta\s+)?(?:edital|licitacao|certame|objeto)\s+(?:tem\s+(?:por|como)\s+objet(?:o|ivo)\s+)?(?:e\s+)?(?:[ao]\s+)?/,
  /^(?:[oa]\s+)?(?:presente|est[ea])\s+(?:edital|licitacao|certame|leilao|concurso|chamamento(?:\s+publico)?|credenciamento|concorrencia|pregao|selecao)(?:,[^,.;]{3,60},)?\s+(?:destina-se\s+(?:[ao]s?\s+)?|visa\s+(?:[ao]s?\s+)?|tem\s+por\s+(?:objet(?:o|ivo)|finalidade)\s+(?:[ao]s?\s+)?)/,
  /^(?:a\s+)?(?:selecao|escolha|selecionar)\s+(?:d[aeo]s?\s+)?(?:a\s+)?(?:melhor(?:es)?\s+)?propostas?(?:\s+mais\s+vantajosas?)?[^.;]{0,120}?\b(?:para|visando|objetivando|com\s+vistas)\s+(?:ao?\s+|o\s+)?(?=(?:eventual|futura|registro|contrat|aquisi|prest|execu|fornec|locac|concess|permiss))/,
];
const VERBO_DE_COMPRA = /\b(?:contrata|aquisi|registro\s+de\s+preco|prestac|execu|fornec|locac|compra|concess|permiss|aliena|credencia|constru|reforma|pavimenta|obra|servic|elabora|implanta|instala|manuten|amplia|operacional|venda|cessao|selecao|recape|restaura|subscri|licenc|desenvolv|confec|recupera|revitaliza|drenagem)/;
const DESCONTO: Partial<Record<Lugar, number>> = { tr: 0.16, anexo: 0.22, minuta: 0.28, modelo: 0.4, etp: 0.34 };

/** The sentence that states what is bought. */
export const objeto = defineCampo<'objeto'>({
  campo: 'objeto',
  read: ({ t }) => [...ABERTURAS.flatMap((o) => findAchados(t, o.rx).flatMap((a) => toCandidato(t, o, a))), ...readFolha(t)],
  same: (a, b) => overlap(a, b) >= 0.6,
  corteAlternativa: 0.97,
});

/** The row of the data sheet to which the general conditions leave the object. */
const readFolha = (t: TextoEdital): Candidato<string>[] =>
  readLinhasDaFolha(t).filter((l) => /\bobjeto\b/.test(l.condicao)).flatMap((l) => {
    const fim = l.inicio + withoutCauda(l.texto.slice(0, endOfFrase(l.texto, 0)).trimEnd());
    const dobrado = t.dobrado.slice(l.inicio, fim).replace(/\s+/g, ' ');
    if (dobrado.length < 16 || isModeloEmBranco(dobrado) || !VERBO_DE_COMPRA.test(dobrado.slice(0, 60)) || /^[^.]{0,60}:/.test(dobrado)) return [];
    return [{ valor: squeeze(t.texto.slice(l.inicio, fim)).replace(/[\s,;:–-]+$/, ''), inicio: l.inicio, fim: endOfProva(t, l.inicio, fim), peso: 0.94 }];
  });

function toCandidato(t: TextoEdital, o: Abertura, a: Achado): Candidato<string>[] {
  const lugar = lugarEm(t, a.fim);
  if (o.soNoInicio && lugar !== 'capa' && lugar !== 'abertura') return [];
  if (o.linha && !(/OBJETO|\d\.?\)?\s+Objeto/.test(t.texto.slice(a.inicio, a.fim)) && /^\p{Lu}\p{Ll}/u.test(t.texto.slice(a.fim, a.fim + 2)))) return [];
  const inicio = ENTRADAS.reduce((i, r) => i + (r.exec(t.dobrado.slice(i, i + 260))?.[0].length ?? 0), a.fim);
  const bruto = endOfFrase(t.dobrado, inicio);
  const fim = inicio + withoutCauda(t.dobrado.slice(inicio, bruto));
  const dobrado = t.dobrado.slice(inicio, fim).replace(/\s+/g, ' ').trim();
  if (dobrado.length < 16 || SEM_OBJETO.test(dobrado) || isModeloEmBranco(dobrado) || isSoRemissao(dobrado.slice(0, 140)) || !VERBO_DE_COMPRA.test(dobrado.slice(0, 160))) return [];
  const prova = endOfProva(t, inicio, fim);
  if (prova - inicio < 12) return [];
  const curto = dobrado.length < 60 ? 0.06 : 0;
  return [{ valor: squeeze(t.texto.slice(inicio, fim)).replace(/[\s,;:–-]+$/, ''), inicio, fim: prova, peso: o.peso - (DESCONTO[lugar] ?? DESCONTO_LUGAR[lugar]) - curto }];
}

/** The quote stays on the page and within its length. */
function endOfProva(t: TextoEdital, inicio: number, fim: number): number {
  const limite = Math.min(fim, t.paginaEm(inicio).fim, inicio + TRECHO_MAXIMO - 20);
  if (limite === fim) return fim;
  const corte = t.dobrado.slice(inicio, limite).search(/\s\S*$/);
  return corte > 0 ? inicio + corte : limite;
}

/** Share of the words two statements have in common (F1). */
function overlap(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const comuns = [...x].filter((p) => y.has(p)).length;
  return x.size + y.size ? (2 * comuns) / (x.size + y.size) : 0;
}
const wordsOf = (s: string): Set<string> => new Set(fold(s).match(/[a-z0-9]{2,}/g) ?? []);
