import { decimal } from '../../kernel/index.js';
import { isModeloEmBranco } from '../extracao/achados.js';
import { AUTORIDADE } from '../extracao/autoridade.js';
import { chooseProva } from '../extracao/blocos.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { findFrases, matchTudo, type Encontro, type Frase } from '../extracao/sentencas.js';
import { PERCENTUAL, readPercentual } from '../extracao/numeros.js';
import type { TextoEdital } from '../domain/texto-edital.js';

const ANCORA = /\b(?:garantia|caucao)s?\b/;
/** Names the guarantee of the contract and no other. */
const DO_CONTRATO = /garantia\s+(?:contratual|(?:d[aeo]s?|para|pela|ao?)\s+(?:(?:a|o|as|os|sua|assegurar|fiel|pleno|plena|perfeita|perfeito|bom|boa|fins\s+de)\s+){0,3}(?:execucao|cumprimento|contrat\w+|adimplemento|ajuste|instrumento))|caucao\s+contratual|prest(?:ar|ara|acao|arao|ou|ada)\b[^.;]{0,60}\bgarantia/;
/** Of what the percentage is taken. */
const BASE = /^\s*(?:por\s+cento\s*)?\]?\s*(?:\([^)]{0,60}\)\s*,?\s*)?(?:do|da|dos|sobre|em\s+relacao|incident\w+)\b[^.;%]{0,60}\b(?:contrat\w*|adjudicad\w*|global|homologad\w*|propost\w*|ata|empenh\w*|inicial|anual|termo|obra|servicos?|vencid\w*|arrematad\w*|total|mensal)\b/;
/** For money paid ahead (art. 145), not for the contract. */
const ANTECIPADO = /antecipa/;
const OUTRA = /adicional|85\s*%|garantia\s+(?:d[aeo]s?|para)\s+(?:(?:sua|a)\s+)?(?:propost|participacao|licitar|produt|equipament|bem\b|bens\b|disponibilidade|fabric)|moratori|reforco|acrescimo|75\s*%|inexequ/;
/** The statute's words (arts. 96–102) and faculties, with nothing demanded. */
const CITACAO = /autorizada\s+a\s+majoracao|podera\s+ser\s+(?:de\s+ate|exigid|solicitad|majorad)|podera\s+exigir|grande\s+vulto|nao\s+(?:podera\s+)?exced\w+\s+a?|caso\s+(?:seja\s+|for\s+)?exigid|se\s+(?:for\s+)?exigid|quando\s+(?:for\s+)?exigid/;
/** A penalty whose cause is the guarantee. */
const PENALIDADE = /multas?\s+(?:de|d[oa]|moratori\w+|compensatori\w+|diari\w+|equivalente|correspondente|no)\b|(?:por|ao)\s+dia\b/;
const PEDIDO = String.raw`(?:(?:exig\w+|necessari\w*|necessidade|obrigatori\w*|prestacao|apresentacao|previs\w+|solicitad\w+|cobrad\w+|prestad\w+|de|d[ao]s?|a|o|as|qualquer|nenhuma)\s+){0,6}`;
const DO_PRODUTO = String.raw`(?!s?\s+(?:d[aeo]s?\s+)?(?:propost|participacao|produt|bens\b|objeto|equipament|servico|adiciona|minima|tecnica|terceir|estendida|on-?site|fabric|contratual\s+dos\s+bens))`;
const NEGADA = new RegExp(
  String.raw`nao\s+(?:havera|sera|serao|se|e|ha)\s+${PEDIDO}garantia${DO_PRODUTO}|garantia\s+(?:contratual|d[aeo]s?\s+(?:execucao|contrat\w+))(?!\s+dos\s+bens)[^.;%\d]{0,40}?(?:nao\s+(?:sera|e|havera|se\s+(?:aplica|exige))|dispensad|inexigi|[:\s]\s*nao\s*(?:$|[.;,(]))|sem\s+(?:exigencia|previsao)\s+d[ea]\s+garantia${DO_PRODUTO}|(?:dispensad|inexigi)\w*\s+(?:a\s+)?(?:(?:prestacao|exigencia|apresentacao)\s+d[ea]\s+)?garantia\s+(?:contratual|d[aeo]s?\s+(?:execucao|contrat\w+))`,
);
const MAX_PCT = 30;

/**
 * Guarantee of the contract's execution, percentage of its value (arts. 96–98: up to 5 %, 10 % justified, 30 % in great
 * works). Not the extra guarantee below 85 % (art. 59 §5º), not the product's warranty, not the proposal's guarantee.
 */
export const garantiaExecucao = defineCampo<'garantia_execucao_pct'>({
  campo: 'garantia_execucao_pct',
  read: ({ t }) => {
    const negadas = findNegadas(t);
    const negadaFora = negadas.some((f) => f.regiao === 'edital' || f.regiao === 'tr');
    return findFrases(t, ANCORA).flatMap((f) => readFrase(t, f)).map(({ regiao, ...c }) => {
      if (!negadas.length) return c;
      const nota = 'CONFLITO: outra parte do documento diz que não haverá exigência de garantia de execução.';
      return { ...c, nota, peso: c.peso - (regiao === 'minuta' && negadaFora ? 0.4 : 0.14) };
    });
  },
  ausencia: ({ t }) => {
    const frase = findNegadas(t)[0];
    return frase ? { ausencia: 'nao_exige', inicio: frase.achado.inicio, fim: frase.achado.fim } : null;
  },
});

type Lido = Candidato<string> & { readonly regiao: Frase['regiao'] };

function readFrase(t: TextoEdital, frase: Frase): Lido[] {
  if (CITACAO.test(frase.texto) || PENALIDADE.test(frase.texto)) return [];
  const nomeada = DO_CONTRATO.test(frase.texto) || /garantia\s+(?:contratual|d[aeo]s?\s+(?:execucao|contrat))/.test(frase.secao);
  const ancoras = matchTudo(t, frase, ANCORA);
  const lidos: Lido[] = [];
  for (const m of matchTudo(t, frase, new RegExp(PERCENTUAL))) {
    const pct = readPercentual(m.nome);
    if (pct === null || decimal(pct).lte(0) || decimal(pct).gt(MAX_PCT)) continue;
    const nome = nearestNome(ancoras, m);
    const [a, b] = m.inicio >= nome.inicio ? [nome.inicio, m.inicio] : [m.fim, nome.fim + 30];
    if (b - a > 420 || OUTRA.test(t.dobrado.slice(a, Math.min(frase.fim, b)))) continue;
    if (ANTECIPADO.test(t.dobrado.slice(Math.max(frase.inicio, a - 60), a))) continue;
    const comBase = BASE.test(t.dobrado.slice(m.fim, Math.min(frase.fim, m.fim + 110)));
    if (!comBase && !nomeada) continue;
    const antes = t.dobrado.slice(Math.max(frase.inicio, m.inicio - 24), m.inicio);
    const ate = /\bate\s*(?:o\s+limite\s+de\s*)?$/.test(antes);
    const emBranco = isModeloEmBranco(dobrado(t, m.inicio - 60, m.fim + 60));
    const peso = AUTORIDADE[frase.regiao] + (frase.regiao === 'minuta' ? 0.15 : 0) - (comBase && nomeada ? 0 : 0.12) - (ate ? 0.3 : 0) - (emBranco ? 0.15 : 0) - (decimal(pct).gt(10) ? 0.25 : 0);
    const prova = chooseProva(t, { inicio: Math.min(nome.inicio, m.inicio), fim: Math.max(m.fim, nome.fim) }, m);
    lidos.push({
      valor: pct, ...prova, peso, regiao: frase.regiao,
      ...(ate ? { nota: `O documento escreve “até ${pct.replace('.', ',')} %”: o percentual exato não está fechado.` } : {}),
    });
  }
  return lidos;
}

/** The name just before the percentage; when there is none, the first after it. */
const nearestNome = (nomes: readonly Encontro[], m: Encontro): Encontro => nomes.findLast((n) => n.inicio < m.inicio) ?? nomes[0]!;

const dobrado = (t: TextoEdital, inicio: number, fim: number): string => t.dobrado.slice(Math.max(0, inicio), fim);
const findNegadas = (t: TextoEdital): Frase[] => findFrases(t, NEGADA).filter((f) => f.regiao !== 'sumario' && f.regiao !== 'etp' && f.regiao !== 'modelo');
