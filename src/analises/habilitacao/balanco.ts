import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import type { Momento } from './momento.js';
import type { Resposta } from './documento.js';

const EXIGIVEL_DESDE = '04-30';
const DIAS = 15;

/**
 * The series of years whose balance sheets answer on a day: until 30/04 the last closed year may still be missing, so
 * the older series does too (Código Civil, art. 1.078; not read at the source: it only widens what is accepted).
 */
export function exerciciosExigiveis(dia: string, n: number): readonly (readonly number[])[] {
  const ano = Number(dia.slice(0, 4));
  const serie = (fim: number): number[] => Array.from({ length: n }, (_, i) => fim - i);
  return dia.slice(5) > EXIGIVEL_DESDE ? [serie(ano - 1)] : [serie(ano - 2), serie(ano - 1)];
}

/** Balance sheets of the company against the years asked (art. 69, I and § 6º; art. 65 § 1º for a new company). */
export function answerBalanco(c: Contexto, m: Momento): Resposta {
  const n = readFato(c.fatos, 'balanco_exercicios')?.valor ?? 2;
  const quando = m.dia ?? m.hoje;
  const series = exerciciosExigiveis(quando, limitBy(c, quando, n));
  const certos = series[0] ?? [];
  const tem = c.empresa.balancos ?? ((c.empresa.documentos ?? []).some((d) => d.tipo === 'balanco') ? null : undefined);
  const base = { documentoEmpresa: tem ? `balanços de ${[...tem].sort((a, b) => b - a).join(', ')}` : null, validade: null };
  if (!certos.length) return { ...base, documentoEmpresa: 'balanço de abertura', status: 'a_providenciar', motivo: 'A empresa é nova: vale o balanço de abertura (art. 65, § 1º).', acao: 'Pedir ao contador o balanço de abertura.' };
  if (tem === undefined) return { ...base, status: 'falta_dado', motivo: `O edital pede balanço de ${describe(certos)} e o perfil não diz quais há.`, acao: 'Informar de quais exercícios há balanço registrado.' };
  if (tem === null) return { ...base, documentoEmpresa: 'balanço', status: 'falta_dado', motivo: `O perfil traz balanço sem dizer o exercício; o edital pede ${describe(certos)}.`, acao: 'Informar de quais exercícios há balanço registrado.' };
  const completa = series.find((serie) => serie.every((a) => tem.includes(a)));
  if (completa) return { ...base, status: 'atende', motivo: `A empresa tem os balanços de ${describe(completa)}.`, acao: null };
  // A profile newer than the day asked about says nothing of the older years.
  const maisNovo = Math.max(...series.flat());
  if (tem.some((a) => a > maisNovo)) return { ...base, status: 'falta_dado', motivo: `O edital pede balanço de ${describe(certos)} e o perfil só traz posteriores.`, acao: 'Informar de quais exercícios há balanço registrado.' };
  const faltam = certos.filter((a) => !tem.includes(a));
  const cabe = m.diasUteis === null || m.diasUteis >= DIAS;
  return { ...base, status: cabe ? 'a_providenciar' : 'nao_atende', motivo: `Falta o balanço de ${describe(faltam)}; costuma levar ${DIAS} dias úteis${cabe ? '' : ` e restam ${m.diasUteis}`}.`, acao: 'Pedir ao contador e registrar.' };
}

/** A company younger than two years shows the last one only (§ 6º); one of this very year, none. */
function limitBy(c: Contexto, quando: string, n: number): number {
  const abertura = c.empresa.dataAbertura;
  if (!abertura) return n;
  const anos = Number(quando.slice(0, 4)) - Number(abertura.slice(0, 4));
  return anos <= 0 ? 0 : `${Number(abertura.slice(0, 4)) + 2}${abertura.slice(4)}` > quando ? Math.min(n, 1) : n;
}

const describe = (anos: readonly number[]): string => [...anos].sort((a, b) => b - a).join(' e ');
export const DIAS_BALANCO = DIAS;
