import { decimal } from '../../kernel/index.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { AUTORIDADE } from '../extracao/autoridade.js';
import { chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro, type Frase } from '../extracao/sentencas.js';
import { PERCENTUAL, readPercentual } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const ANCORA = /(?:capital\s+(?:social|minimo|integralizado|realizado|registrado|proprio)|patrimonio\s+liquido|\bpl\s+(?:minimo|ou\b|de\b|igual|>=|≥))/;
/** Shares held, surcharge on consortia, working capital, ratio to commitments: other percentages near the same words. */
const OUTRA = /\bdet(?:entor|ido|enha|em|inha)|dirigente|\btitular|\bservidor|outra\s+(?:empresa|pessoa)|\bsocios?\s+(?:que|com|particip)|votante|controlador|acrescimo|consorci|circulante\s+liquido|divergencia|doze\s+avos|1\/12|cooperad|capital\s+social\s+(?:proporcional|da\s+(?:microempresa|empresa))|\bmulta\b|participacao\s+(?:societaria|no\s+capital)/;
/** Art. 69 §4º quoted: what an edital may ask, not what this one asks. */
const CITACAO = /a\s+administracao[^.;]{0,120}podera\s+(?:estabelecer|exigir)|podera\s+(?:ser\s+)?(?:exigid|estabelec)|nas\s+compras\s+para\s+entrega\s+futura/;
const NEGADA =
  /nao\s+(?:havera|sera|se\s+exig\w+|e)\s+(?:(?:exig\w+|necessari\w+|a|de|d[oa]|comprovacao|qualquer)\s+){0,5}(?:capital\s+(?:social|minimo)|patrimonio\s+liquido|\bpl\s+(?:minimo|ou\b|>=|≥))/;
const CONDICAO =
  /(?:\bcaso\b|\bquando\b|\bse\b|na\s+hipotese|no\s+caso|somente|apresent\w+|obtiver\w*|\bque\s+nao\b|desde\s+que)[^.;]{0,220}?(?:inferior|menor|abaixo|negativ|nao\s+ating|nao\s+atend|nao\s+alcanc|nao\s+obtiver|insatisfat)|\bnao\s+(?:ating|atend|alcanc|obtiver|satisf|cumpri)\w*[^.;]{0,80}(?:indices?|indicador)/;
const INDICE = /indices?|indicador|liquidez|solvencia|\b(?:lg|sg|lc|ilg|ilc|isg)\b|resultado/;
/** Repeats the requirement for who wins several lots: not the place to learn whether it is conditional. */
const VARIOS = /mais\s+de\s+um\s+(?:lote|item|grupo)|somatori|cumulativ/;
const MAX_PCT = 30;

/**
 * Minimum capital or net worth as a percentage of the contract's value (art. 69 §4º: up to 10 %). Asked only of bidders
 * whose indices fall short, it is still the value, with the condition in the note. An amount in R$ alone is not read here.
 */
export const capitalOuPlMinimo = defineCampo<'capital_ou_pl_minimo_pct'>({
  campo: 'capital_ou_pl_minimo_pct',
  read: ({ t }) => findFrases(t, ANCORA).flatMap((f) => readFrase(t, f)),
  ausencia: ({ t }) => {
    const frase = findFrases(t, NEGADA).find((f) => AUTORIDADE[f.regiao] >= 0.9);
    return frase ? { ausencia: 'nao_exige', inicio: frase.achado.inicio, fim: frase.achado.fim } : null;
  },
});

function readFrase(t: TextoEdital, frase: Frase): Candidato<string>[] {
  if (OUTRA.test(frase.texto) || CITACAO.test(frase.texto) || NEGADA.test(frase.texto) || isModeloEmBranco(frase.texto)) return [];
  const lido = pickPercentual(t, frase);
  if (!lido) return [];
  const { pct, em, longe } = lido;
  const condicional = CONDICAO.test(frase.texto) && INDICE.test(frase.texto);
  const ate = /\bate\s*$/.test(t.dobrado.slice(Math.max(frase.inicio, em.inicio - 12), em.inicio));
  const notas = [
    ...(condicional ? ['condicional: só para quem não atinge os índices contábeis mínimos.'] : []),
    ...(ate ? [`redigido como “até ${pct.replace('.', ',')} %”.`] : []),
  ];
  const inicio = Math.min(frase.achado.inicio, em.inicio);
  return [{
    valor: pct, ...chooseProva(t, { inicio, fim: Math.max(em.fim, frase.achado.fim) }, em),
    peso: AUTORIDADE[frase.regiao] - (condicional ? 0.02 : 0) - (VARIOS.test(frase.texto) ? 0.1 : 0) - (ate ? 0.2 : 0) - (longe ? 0.1 : 0) - (decimal(pct).gt(10) ? 0.4 : 0),
    ...(notas.length ? { nota: notas.join(' ') } : {}),
  }];
}

/** The first percentage after the name in the sentence, or one just before it ("10 % … de patrimônio líquido"). */
function pickPercentual(t: TextoEdital, frase: Frase): { pct: string; em: Encontro; longe: boolean } | null {
  const ancora = frase.achado.inicio;
  const todos = matchTudo(t, frase, new RegExp(PERCENTUAL)).flatMap((em) => {
    const pct = readPercentual(em.nome);
    return pct !== null && decimal(pct).gt(0) && decimal(pct).lte(MAX_PCT) ? [{ pct, em }] : [];
  });
  const depois = todos.find(({ em }) => em.inicio >= ancora && em.inicio - ancora < 420);
  if (depois) return { ...depois, longe: depois.em.inicio - ancora > 240 };
  const antes = todos.findLast(({ em }) => em.fim <= ancora && ancora - em.fim < 130);
  const ligado = antes && /\b(?:de|como|a\s+titulo\s+de|em|no\s+seu|seu)\s*$/.test(t.dobrado.slice(antes.em.fim, ancora));
  return antes && ligado ? { ...antes, longe: true } : null;
}
