import { decimal, toDinheiro, type DecimalTexto } from '../../kernel/index.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { AUTORIDADE } from '../extracao/autoridade.js';
import { blocoEm, chooseProva, fraseEm, dobradoDe, type Intervalo } from '../extracao/blocos.js';
import { defineCampo, type Candidato, type Contexto } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro, type Frase } from '../extracao/sentencas.js';
import { DINHEIRO, PERCENTUAL, readDinheiro, readPercentual } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

type Valor = DecimalTexto | { readonly valor: DecimalTexto };

const NOME = String.raw`(?:garantia|caucao|seguro[-\s]garantia)\s+(?:d[aeo]s?|para|de\s+manutencao\s+d[ae]s?|de\s+validade\s+d[ae]s?)\s+(?:(?:sua|a|as|cada|respectiva)\s+)?(?:propostas?(?!\s+(?:vencedora|adjudicada))|participacao|licitar)|garantia\s+de\s+participacao`;
const ANCORA = new RegExp(NOME);
const TITULO = /garantia\s+(?:d[aeo]s?|para\s+a?)\s*(?:propostas?|participacao|licitar|manutencao)/;

/** Another guarantee than the proposal's. */
const OUTRA = /garantia\s+(?:adicional|contratual|d[eoa]s?\s+(?:execucao|contrat\w+|fiel|objeto|produto|obra|servico)|para\s+(?:a\s+)?execucao)|85\s*%|\bmulta\b|execucao\s+(?:do\s+)?contrat/;
/** The statute's own limit (art. 58 §1º) or a mere faculty: not a requirement of this edital. */
const CITACAO = /nao\s+podera\s+(?:ser\s+superior|exceder|ultrapassar)|podera\s+ser\s+(?:exigid|solicitad|requerid)|podera\s+(?:exigir|estabelecer)|quando\s+(?:exigid|houver|for\s+o\s+caso|couber|solicitad)|caso\s+(?:seja\s+)?(?:exigid|haja)|se\s+(?:exigid|houver)/;
const PERDA = /perda\s+(?:\w+\s+){0,5}garantia/;
const NEGADA = new RegExp(
  String.raw`nao\s+(?:havera|sera\w*|se\s+exig\w+|e|ha|exigida)\b[^.;]{0,70}?(?:${NOME})|(?:${NOME})\s{0,3}[:\-]?\s{0,3}(?:\([^)]{0,40}\)\s{0,3})?(?:nao\b(?!\s+podera)|dispensad|inexigi|sem\s+exigencia)|dispensad[ao]s?[^.;]{0,40}(?:${NOME})`,
);

/**
 * Guarantee of the proposal (art. 58: at most 1 % of the estimated value, as a requirement of pre-qualification): the
 * percentage, or the amount when only that is printed. Loss clauses, the statute's limit and faculties are not it.
 */
export const garantiaProposta = defineCampo<'garantia_proposta_pct'>({
  campo: 'garantia_proposta_pct',
  read: ({ t }) => {
    const candidatos: Candidato<Valor>[] = [];
    for (const frase of findFrases(t, ANCORA)) {
      if (PERDA.test(frase.texto) || NEGADA.test(frase.texto)) continue;
      candidatos.push(...readTrecho(t, frase, frase.achado.inicio, AUTORIDADE[frase.regiao]));
      // "6.1 Será exigida garantia de proposta. 6.2 O valor da garantia será de 1%…": the value in the next items.
      candidatos.push(...readSeguintes(t, frase));
    }
    return candidatos;
  },
  ausencia: (ctx) => findNegativa(ctx),
});

/** Value in the sentence that names the guarantee. */
function readTrecho(t: TextoEdital, frase: Intervalo, ancora: number, autoridade: number): Candidato<Valor>[] {
  const texto = dobradoDe(t, frase);
  if (CITACAO.test(texto) || isModeloEmBranco(texto)) return [];
  const valor = pickValor(t, frase, ancora);
  if (!valor) return [];
  const entre = t.dobrado.slice(Math.min(ancora, valor.em.inicio), Math.max(ancora, valor.em.inicio));
  if (OUTRA.test(entre)) return [];
  const limite = /\b(?:ate|limitad[ao]\s+a|maxim[ao])\s*$/.test(t.dobrado.slice(frase.inicio, valor.em.inicio).trim().slice(-20));
  const inicio = Math.min(ancora, valor.em.inicio);
  const prova = chooseProva(t, { inicio, fim: Math.max(valor.em.fim, ancora) }, valor.em);
  return [{
    valor: valor.valor, ...prova, peso: autoridade - (limite ? 0.3 : 0) - (valor.estranho ? 0.2 : 0),
    ...(limite ? { nota: 'O edital escreve “até” este percentual: confirme com o órgão o valor exato.' } : {}),
  }];
}

const VALOR_DA_GARANTIA = /\b(?:valor|percentual|montante|garantia|recolhimento|correspond\w+|equivalente)\b/;
/** In the items under the title of the guarantee: a sentence that says how much it is. */
function readSeguintes(t: TextoEdital, frase: Frase): Candidato<Valor>[] {
  if (!TITULO.test(frase.secao) && !TITULO.test(frase.texto.slice(0, 90))) return [];
  const fimItem = blocoEm(t, frase.achado.inicio, frase.achado.fim).fim;
  const secao = t.secaoEm(frase.inicio);
  const limite = Math.min(fimItem + 900, secao?.fim ?? fimItem + 900);
  const candidatos: Candidato<Valor>[] = [];
  for (const m of matchTudo(t, { inicio: frase.fim, fim: Math.max(frase.fim, limite) }, new RegExp(`${PERCENTUAL}|${DINHEIRO}`))) {
    const outra = fraseEm(t, m.inicio, m.fim);
    const texto = dobradoDe(t, outra);
    if (!VALOR_DA_GARANTIA.test(texto) || !/garantia|caucao/.test(texto) || OUTRA.test(texto) || PERDA.test(texto) || ANCORA.test(texto)) continue;
    candidatos.push(...readTrecho(t, outra, outra.inicio, AUTORIDADE[frase.regiao] - 0.08));
    break;
  }
  return candidatos;
}

interface Achada {
  readonly valor: Valor;
  readonly em: Encontro;
  /** Above the statute's 1 %: readable, but rarely this guarantee. */
  readonly estranho: boolean;
}
const MAX_PCT = 5;
/** The percentage nearest after the name (or just before it); the amount when the sentence has no percentage. */
function pickValor(t: TextoEdital, frase: Intervalo, ancora: number): Achada | null {
  const perto = (m: Encontro): boolean => (m.inicio >= ancora ? m.inicio - ancora < 420 : ancora - m.fim < 160);
  for (const m of matchTudo(t, frase, new RegExp(PERCENTUAL)).filter(perto)) {
    const pct = readPercentual(m.nome);
    if (pct !== null && decimal(pct).gt(0) && decimal(pct).lte(MAX_PCT)) return { valor: pct, em: m, estranho: decimal(pct).gt(1) };
  }
  for (const m of matchTudo(t, frase, new RegExp(DINHEIRO)).filter(perto)) {
    const valor = readDinheiro(m.nome);
    const antes = t.dobrado.slice(Math.max(frase.inicio, m.inicio - 45), m.inicio);
    if (valor === null || decimal(valor).lte(0) || /superior(?:es)?\s+a|acima\s+de|exced|valor\s+(?:total\s+)?(?:estimado|orcado|global|da\s+contratacao)/.test(antes)) continue;
    return { valor: { valor: toDinheiro(valor) }, em: m, estranho: false };
  }
  return null;
}

function findNegativa({ t }: Contexto): { ausencia: 'nao_exige'; inicio: number; fim: number } | null {
  const frase = findFrases(t, NEGADA).find((f) => AUTORIDADE[f.regiao] > 0 && !PERDA.test(f.texto));
  return frase ? { ausencia: 'nao_exige', inicio: frase.achado.inicio, fim: frase.achado.fim } : null;
}
