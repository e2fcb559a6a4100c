import type { DecimalTexto } from '../../kernel/index.js';
import type { TipoRegiao } from '../domain/estrutura.js';
import { weighRegiao } from '../extracao/autoridade-contrato.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { extendFim } from '../extracao/limites-de-frase.js';
import { findMultas, type PercentualNaFrase } from '../extracao/multas.js';

const OUTRO_PERCENTUAL = /garantia|caucao|desconto|juros|capital|patrimonio|acresc|aument|supress|reduz|reduc|consorci|honorari|retenc|correc|fgts|rescisori[ao]s trab|tribut|quantidade|indice|encargo|social|equivalente em|percentual de execucao|executar|menos de|valor estimado inferior/;
const TETO = /limit|maxim|exced|ultrapass|teto|superar|nao podendo/;
const HIPOTESE = /inexec|caducidad|descumpr|recus|rescis|infrac|inadimpl|falta|nao (?:entreg|assin|celebr|mant)|deixar|fraud|atraso superior|infring|\bse (?:for )?(?:grav|lev|medi|moderad)/;

/** Weight of a percentage as a fine that is not for delay; 0 when it is something else. */
function weighCompensatoria({ percentual, frase, antes, depois, introducao, secao, diario, inicioDeFaixa, fimDeFaixa }: PercentualNaFrase): number {
  const n = Number(percentual.valor);
  if (diario || inicioDeFaixa || n === 0 || n > 100) return 0;
  if (/juros|ao mes|ao ano/.test(antes.slice(-30) + depois.slice(0, 20)) || /capital com direito|capital votante/.test(depois.slice(0, 60))) return 0;
  if (/atraso (?:no|do|de|dos) pagamentos?|pagamento em atraso/.test(frase)) return 0;
  const posMulta = antes.lastIndexOf('multa');
  const posComp = antes.lastIndexOf('compensatori');
  const desde = Math.max(posMulta, posComp);
  const entre = desde < 0 ? antes : antes.slice(desde);
  if (OUTRO_PERCENTUAL.test(entre.slice(-90))) return 0;
  const mora = Math.max(antes.lastIndexOf('morator'), antes.search(/mora\b(?!.*mora\b)/));
  if (mora >= 0 && mora > posComp && !/(?:inexecucao|descumprimento) total/.test(depois)) return 0;
  if (fimDeFaixa && desde >= 0) return 0.93;
  // A ceiling: of the daily fine in the same sentence (not this field) or of the sum of the fines.
  if (TETO.test(antes.slice(-45)) && !/multa[^.;]{0,60}(?:minimo|inferior|ate)[^.;]{0,60}$|multa (?:de |no percentual |de no )?maxim[ao]?[^.;]{0,20}$/.test(antes)) {
    if (/(?:por|ao|cada) dia\b|\bdiari|\bmora\b/.test(frase)) return 0;
    // a cap on a year's fines is measured on the turnover, not on the contract
    if (/faturament|receita/.test(depois.slice(0, 50)) || /(?:em|por|d[eo]|a cada) (?:um |cada )?(?:mesmo )?(?:ano|exercicio)\b|anua(?:l|is)/.test(antes.slice(-90))) return 0.45;
    return /multas|somatorio|cumulativ/.test(antes) ? 0.82 : 0.55;
  }
  if (n > 30) return /multa/.test(entre) && HIPOTESE.test(frase) ? 0.55 : 0;
  const outroNoMeio = /%|por cento/.test(entre);
  if (desde >= 0 && entre.length <= 170 && !outroNoMeio) return 0.93;
  if (desde >= 0 && outroNoMeio && HIPOTESE.test(depois) && /^.{0,60}\b(?:sobre|do|da|incident|calculad)/.test(depois)) return 0.85;
  // "0,1% por dia; 10% por inexecução", "0,5% ao dia (atraso) e 20% (inexecução total)"
  if (/multas?\b/.test(antes + introducao.slice(-120)) && /^\s*(?:\([^)]{3,40}\)\s*)?\(?(?:pel[ao]|por|em caso de|no caso de)?\s*(?:inexec|descumprimento total|rescis)/.test(depois)) return 0.85;
  const emLista = /multas?\b/.test(introducao) && (/sanc|penal|infrac/.test(secao + introducao) || /multas?\b[^.;]{0,90}(?:seguinte|parametro|percentua|hipotese|limites)/.test(introducao)) && HIPOTESE.test(frase) && /^[^%]{0,70}\b(?:sobre|do|da|incident|calculad)/.test(depois);
  return emLista && desde < 0 ? 0.85 : 0;
}

/** A largest fine below this is of some lesser fault: the one that counts was not read. */
const MENOR_COMPENSATORIA = 1;

interface Multa {
  readonly p: PercentualNaFrase;
  readonly peso: number;
  readonly n: number;
}

/** The largest of each part of the set; a smaller one of another part is a disagreement, a smaller one of the same part is not. */
function findMaioresPorParte(multas: readonly Multa[]): Multa[] {
  const fortes = multas.filter((m) => m.peso >= 0.8);
  const base = fortes.length ? fortes : multas.filter((m) => m.peso > 0);
  const partes = new Map<TipoRegiao, number>();
  for (const m of base) partes.set(m.p.regiao, Math.max(partes.get(m.p.regiao) ?? 0, m.n));
  const maximo = Math.max(...partes.values());
  return base.filter((m) => m.n === partes.get(m.p.regiao)).map((m) => ({ ...m, peso: m.peso * (m.n === maximo ? 1 : 0.86) * (maximo < MENOR_COMPENSATORIA ? 0.7 : 1) }));
}

/** The largest fine that is not for delay, in % of its base (art. 156 §3º of Lei 14.133/2021: 0,5% to 30% of the contract). */
export const multaCompensatoria = defineCampo<'multa_compensatoria_max_pct'>({
  campo: 'multa_compensatoria_max_pct',
  read: ({ t }) => {
    const multas = findMultas(t).map((p): Multa => ({ p, peso: weighCompensatoria(p), n: Number(p.percentual.valor) }));
    return findMaioresPorParte(multas).map(({ p, peso }): Candidato<DecimalTexto> => ({
      valor: p.percentual.valor, inicio: p.inicioDoTrecho, fim: extendFim(t, p.inicioDoTrecho, p.percentual.fim), peso: weighRegiao(p.regiao, peso),
      ...(peso > 0 && peso < 0.83 && !p.fimDeFaixa && TETO.test(p.antes.slice(-45)) ? { nota: 'É o teto da soma das multas; o edital não fixa percentual próprio maior.' } : {}),
    }));
  },
});
