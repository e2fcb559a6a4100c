import type { DecimalTexto } from '../../kernel/index.js';
import { isEqual, weighRegiao, preferEdital } from '../extracao/autoridade-contrato.js';
import { defineCampo, type Candidato } from '../extracao/candidato.js';
import { extendFim } from '../extracao/limites-de-frase.js';
import { findMultas, type PercentualNaFrase } from '../extracao/multas.js';

/** Rates of what is not the delay of the contract's object. */
const OUTRA_OBRIGACAO = /informac|chamad|criticidade|salari|relatori|document|\bart\b|certid|nota fiscal|sustentab|treinament|versoes|licencas ambient|uniforme|niveis? de servico|sla\b/;
const DO_OBJETO = /injustificad|parcela inadimplida|entrega|execucao|executad|forneciment|conclus|servicos|objeto|obrigacao|realizad/;
const SEGUNDA_FAIXA = /subsequente|a partir d[oa] (?:31|trigesimo primeiro|11|decimo primeiro|16)|(?:acima|superior|mais|alem) (?:de|a|do) (?:\d|trinta|trigesimo|quinze|dez)|entre (?:\d|trinta|o)|apos o (?:\d|trigesimo|decimo)|\b(?:31|11|16)º/;

/** A daily rate above this is a misprint, or a ceiling. */
const MAIOR_TAXA = 5;

function weighMora({ frase, antes, depois, secao, introducao, percentual }: PercentualNaFrase): number {
  if (!/mult|mora\b|morator|atras|inadimpl|penal/.test(frase + secao + introducao.slice(-200))) return 0;
  if (/juros[^%]{0,40}$/.test(antes) || /^\s*(?:ao|por)\s+(?:mes|ano|hora)|\bpor hora\b/.test(depois)) return 0;
  if (/atraso (?:no|do|de|dos) pagamentos?(?! de salari)|contratante[^.;]{0,40}(?:pagara|incorrera)|lance|desconto de/.test(antes)) return 0;
  if (/^[^.;]{0,40}\batraso (?:no|do|de|dos) pagamentos?(?! de salari)/.test(depois)) return 0;
  if (/garantia/.test(frase) && /apresenta|suplement|reposi|renova|prestacao d[ae] garantia/.test(frase)) return 0.45;
  const trecho = antes.slice(-160) + depois;
  const atrasado = /atraso(.{0,70})/.exec(depois)?.[1] ?? '';
  if (OUTRA_OBRIGACAO.test(atrasado) || (OUTRA_OBRIGACAO.test(trecho) && !/injustificad|parcela inadimplida|atraso (?:no|do|na|da) (?:prazo de )?(?:entrega|execucao|forneciment|conclus)/.test(trecho))) return 0.45;
  const base = SEGUNDA_FAIXA.test(depois) && !/^[^.;]{0,60}ate o (?:30|trigesimo|10|decimo)/.test(depois) || SEGUNDA_FAIXA.test(antes.slice(-70)) ? 0.74 : DO_OBJETO.test(trecho) || /dia de atraso|atras/.test(trecho) ? 0.93 : 0.8;
  const soAssinatura = /assinatura|assinar|retirada d/.test(trecho) && !/entrega|execucao|inicio|forneciment/.test(trecho) ? 0.2 : 0;
  const soInicio = /inici/.test(trecho) && !/entrega|conclus|inexecucao|forneciment/.test(trecho) ? 0.08 : 0;
  return base - soAssinatura - soInicio - (Number(percentual.valor) > MAIOR_TAXA ? 0.06 : 0);
}

/** The rate of a day. Of a range its upper end, but in "0,5 % até 10 % …, por dia" that is what the days add up to. */
function daily(p: PercentualNaFrase, seguinte: PercentualNaFrase | undefined): PercentualNaFrase[] {
  const isTeto = (x: PercentualNaFrase): boolean => Number(x.percentual.valor) > MAIOR_TAXA;
  if (p.inicioDeFaixa) return seguinte?.diario && isTeto(seguinte) ? [{ ...p, depois: seguinte.depois }] : [];
  return p.diario && !(p.fimDeFaixa && isTeto(p)) ? [p] : [];
}

const nota = (p: PercentualNaFrase): string | undefined =>
  p.percentual.conflito !== undefined ? `CONFLITO: o percentual (${p.percentual.valor}%) e o extenso (${p.percentual.conflito}%) divergem.`
  : Number(p.percentual.valor) > MAIOR_TAXA ? 'Percentual incomum para multa diária: pode ser erro de digitação. Convém pedir esclarecimento.'
  : undefined;

/** Fine for delay, % a day, as printed (art. 162 of Lei 14.133/2021 leaves the rate to the edital or the contract). */
export const multaMora = defineCampo<'multa_mora_pct_dia'>({
  campo: 'multa_mora_pct_dia',
  read: ({ t }) => preferEdital(t,
    findMultas(t).flatMap((p, i, todas) => daily(p, todas[i + 1])).map((p): Candidato<DecimalTexto> => {
      const n = nota(p);
      return { valor: p.percentual.valor, inicio: p.inicioDoTrecho, fim: extendFim(t, p.inicioDoTrecho, p.percentual.fim), peso: weighRegiao(p.regiao, weighMora(p)), ...(n ? { nota: n } : {}) };
    }), isEqual),
});
