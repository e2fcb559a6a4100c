import type { Candidato } from '../extracao/candidato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isModeloEmBranco, type Achado } from '../extracao/achados.js';
import { DATA, readData } from '../extracao/datas.js';
import { fraseEm } from '../extracao/frase.js';
import { mostraInteiro, parseOrdinal } from '../extracao/mostra.js';
import { inteiroRx, readInteiro } from '../extracao/numeros.js';

export type Pedido = 'impugnacao' | 'esclarecimento';
/** A reading, and whether its own words name the request (else its section does). */
export interface PrazoPedido extends Candidato<number> {
  readonly pedido: Pedido;
  readonly direto: boolean;
}

const MARCO = String.raw`(?:abertura|sessao|certame|recebimento|entrega|licitacao|realizacao|ocorrencia|disputa|inicio|propostas?|pregao|concorrencia|leilao|concurso|dispensa|envelopes?|julgamento|inscric(?:ao|oes))`;
const ANTES = String.raw`(?:antes|anterior(?:es|mente)?|que\s+antecede\w*|antecedentes?|previos|de\s+antecedencia|contados\s+(?:regressivamente|retroativamente))`;
/** "3 (três) dias úteis antes da data de abertura": the number, the unit and the mark it counts back from. */
const CARDINAL = new RegExp(String.raw`${inteiroRx('n')}\s*dias?(?<uteis>[\s,]+uteis)?[\s,]*(?:\([a-z\s]{2,30}\)\s*)?${ANTES}\b[^.;]{0,90}?\b${MARCO}`);
const ANTECEDENCIA = new RegExp(String.raw`antecedencia\s+(?:minima\s+|maxima\s+)?de\s+(?:no\s+minimo\s+|pelo\s+menos\s+|ate\s+)?${inteiroRx('n')}\s*dias?(?<uteis>\s+uteis)?[^.;]{0,110}?\b${MARCO}`);
const ORDINAL = new RegExp(String.raw`\b(?:(?<o>segundo|terceiro|quarto|quinto)|(?<od>[2-5])[ºo°]\s*(?:\([a-z]{4,10}\)\s*)?)\s*dia\s+(?<uteis>uti?l)[\s,]*(?:${ANTES})\b[^.;]{0,90}?\b${MARCO}`);

/** "até o dia útil anterior ao encerramento", "até o último dia útil que antecede a sessão": one. */
const VESPERA = new RegExp(String.raw`\bate\s+(?:as\s+\d{1,2}\s?h?(?::?\d{2})?\s?(?:horas\s+|min\s+)?d)?o\s+(?<vespera>(?:ultimo\s+)?dia\s+util)\s+(?:imediatamente\s+)?(?:anterior|que\s+anteced\w+)\b[^.;]{0,60}?\b${MARCO}`);

/** A rule of this very notice, which sets the general rule of the buyer's regulation aside. */
const DESTE_EDITAL = /\b(?:para\s+(?:est[ea]|[oa]\s+presente)|nest[ea]|n[oa]\s+presente)\s+(?:edital|licitacao|certame|concorrencia|pregao|procedimento|chamamento|leilao|concurso)\b|\bexcepcionalmente\b|\bem\s+(?:carater\s+excepcional|substituicao\s+a\s+regra)\b/;
const REGRA_GERAL = /\b(?:em\s+regra|regra\s+geral|de\s+modo\s+geral|ordinariamente|salvo\s+(?:prazo|disposicao)\s+(?:divers[oa]|especific[oa]))\b/;

const IMPUGNA = /\bimpugna\w*/;
const ESCLARECE = /\besclarec\w*|\bquestionament\w*|\bpedidos?\s+de\s+informac|\bduvidas\b/;
/** How far a section is followed to see whether it treats the other request too. */
const VIZINHANCA = 1200;
/** The authority's time to answer, or a deadline for something else. */
const RESPOSTA = /\b(?:respond\w+|respostas?|decidi\w*|decisao|julga(?:r|ra|mento|das?)|manifestar-se|cabe(?:ra)?\s+(?:a[o]?|o)\s+(?:pregoeir|agente|comissao|administra))\b/;
const ALHEIO = /\b(?:visita|vistoria|sicaf|cadastramento|credenciamento|amostra|garantia|agendament\w*|certid\w+|autenticac\w*|envelope\s+de\s+habilitacao|republica\w*|adiad\w+|prorrog\w+)\b/;

/** The new notice after a challenge is accepted: its period is another. */
const REPUBLICACAO = /\b(?:republic\w+|nova\s+data|reabert\w+|reabrindo|adiad\w+)\b/;

const AUTORIDADE = { edital: 0.95, anexo: 0.85, tr: 0.8, etp: 0.6, planilha: 0.75, minuta: 0.6, modelo: 0.82, sumario: 0 } as const;

/** The quote shows the number, or the eve that is one day. */
export const mostraPrazo = (n: number, trecho: string): boolean => mostraInteiro(n, trecho) || (n === 1 && /dia\s+[úu]til\s+(?:imediatamente\s+)?(?:anterior|que\s+anteced)/i.test(trecho));

/** Every deadline of a request for clarification or challenge, counted back from the opening (Lei 14.133, art. 164; Lei 13.303, art. 87 §1º). */
export function readPrazosPedidos(t: TextoEdital): PrazoPedido[] {
  return [CARDINAL, ANTECEDENCIA, ORDINAL, VESPERA].flatMap((r) => findAchados(t, r).flatMap((a) => readAchado(t, a)));
}

function readAchado(t: TextoEdital, a: Achado): PrazoPedido[] {
  const lido = readNumero(a);
  if (!lido || lido.n < 1 || lido.n > 15 || isModeloEmBranco(a.g[0]!)) return [];
  const frase = semTitulo(t, a, fraseEm(t, a.inicio, a.fim));
  if (RESPOSTA.test(frase.antes.slice(-170)) || REPUBLICACAO.test(`${frase.antes.slice(-120)}${a.g[0]!}`) || (ALHEIO.test(frase.toda) && !IMPUGNA.test(frase.toda) && !ESCLARECE.test(frase.toda))) return [];
  const contexto = contextoDe(t, a, frase);
  if (!contexto) return [];
  const util = (a.nome['uteis'] ?? a.nome['vespera']) !== undefined;
  const trecho = `${frase.antes.slice(-140).replace(/^.*;/, '')}${a.g[0]!.replace(/\s+/g, ' ')}`;
  const peso = AUTORIDADE[a.regiao] * (a.nome['vespera'] ? 0.9 : 1) - (util ? 0 : 0.15) + (DESTE_EDITAL.test(trecho) ? 0.03 : 0) - (REGRA_GERAL.test(trecho) && !DESTE_EDITAL.test(trecho) ? 0.3 : 0);
  const nota = notaDe(t, a, lido, util);
  const base = { inicio: a.inicio, fim: a.fim, alvo: 90, ...(nota ? { nota } : {}) };
  return contexto.flatMap(({ pedido, direto, fator }) => [
    { ...base, pedido, direto, valor: lido.n, peso: peso * fator },
    ...(lido.conflito === undefined ? [] : [{ ...base, pedido, direto, valor: lido.conflito, peso: peso * fator * 0.8 }]),
  ]);
}

/** The heading above a clause names what its section treats, not what the clause is about. */
function semTitulo(t: TextoEdital, a: Achado, frase: ReturnType<typeof fraseEm>): ReturnType<typeof fraseEm> {
  const secao = t.secaoEm(a.inicio);
  const titulo = secao ? t.dobrado.slice(secao.inicio, secao.inicio + secao.titulo.length + 2).replace(/\s+/g, ' ').trim() : '';
  const em = titulo.length > 3 ? frase.antes.lastIndexOf(titulo) : -1;
  if (em < 0) return frase;
  const antes = frase.antes.slice(em + titulo.length);
  return { ...frase, antes, toda: frase.toda.slice(em + titulo.length) };
}

function readNumero(a: Achado): { n: number; conflito?: number } | null {
  if (a.nome['vespera']) return { n: 1 };
  if (a.nome['od']) return { n: Number(a.nome['od']) };
  if (a.nome['o']) return { n: parseOrdinal(a.nome['o'])! };
  return readInteiro(a.nome, 'n');
}

/** Which requests a deadline is for: what its sentence names; a request the section treats too follows it; else the section's. */
function contextoDe(t: TextoEdital, a: Achado, frase: { toda: string }): { pedido: Pedido; direto: boolean; fator: number }[] | null {
  const [i, e] = [IMPUGNA.test(frase.toda), ESCLARECE.test(frase.toda)];
  const [si, se] = [IMPUGNA.test(a.secao) || (!i && IMPUGNA.test(a.clausula)), ESCLARECE.test(a.secao) || (!e && ESCLARECE.test(a.clausula))];
  if (!i && !e && !si && !se) return null;
  const vizinho = t.dobrado.slice(a.fim, Math.min(a.fim + VIZINHANCA, t.secaoEm(a.inicio)?.fim ?? a.fim));
  const dono = (pedido: Pedido, r: RegExp, proprio: boolean, daSecao: boolean) => {
    if (proprio) return [{ pedido, direto: true, fator: 1 }];
    if (daSecao) return [{ pedido, direto: false, fator: i || e ? 0.93 : 0.9 }];
    return r.test(vizinho) ? [{ pedido, direto: false, fator: 0.84 }] : [];
  };
  return [...dono('impugnacao', IMPUGNA, i, si), ...dono('esclarecimento', ESCLARECE, e, se)];
}

function notaDe(t: TextoEdital, a: Achado, lido: { n: number; conflito?: number }, util: boolean): string | undefined {
  if (lido.conflito !== undefined) return `CONFLITO: o número (${lido.n}) e o extenso (${lido.conflito}) divergem; na dúvida, use o prazo que termina antes.`;
  const impressa = new RegExp(DATA).exec(t.dobrado.slice(a.fim, a.fim + 110).split(/[.;](?=\s)/)[0]!);
  const data = impressa && /\bate\b/.test(impressa.input.slice(0, impressa.index)) ? readData(impressa.groups ?? {}) : null;
  if (data) return `O edital imprime também a data-limite ${data.split('-').reverse().join('/')}: confira se ela bate com a contagem.`;
  return util ? undefined : 'O texto diz "dias", sem "úteis"; a Lei 14.133, art. 164, conta em dias úteis.';
}
