import { DateTime } from 'luxon';
import { formatCnpj, formatDinheiro, formatPercentual } from '../kernel/index.js';
import type { Conta } from '../analises/index.js';
import type { Ausencia, Campo, Fato, Periodo } from '../editais/index.js';
import { palavra } from './rotulos.js';

/** "15/12/2026 às 09:00" in the instant's own offset; a time zone other than Brasília's is said. */
export function formatInstante(iso: string): string {
  const d = DateTime.fromISO(iso, { setZone: true });
  if (!d.isValid) return iso;
  const fuso = d.offset === -180 ? '' : ` (UTC${d.toFormat('ZZ')})`;
  return `${d.toFormat('dd/MM/yyyy')} às ${d.toFormat('HH:mm')}${fuso}`;
}
/** "15/12/2026" of an ISO day or instant. */
export const formatDia = (iso: string): string => DateTime.fromISO(iso, { setZone: true }).toFormat('dd/MM/yyyy');
export const formatNumero = (n: string | number): string => {
  const [inteiro, resto] = String(n).split('.');
  return inteiro!.replace(/\B(?=(\d{3})+(?!\d))/g, '.') + (resto ? `,${resto}` : '');
};
/** "1 dia útil", "3 dias úteis". */
export const diasUteis = (n: number): string => (n === 1 ? '1 dia útil' : `${n} dias úteis`);

const UNIDADES: Readonly<Record<Periodo['unidade'], readonly [string, string]>> = { dias: ['dia', 'dias'], dias_uteis: ['dia útil', 'dias úteis'], meses: ['mês', 'meses'], horas: ['hora', 'horas'] };
export const formatPeriodo = (p: Periodo): string => `${p.n} ${UNIDADES[p.unidade][p.n === 1 ? 0 : 1]}`;

/** A field's value for a person. */
export function formatValor(campo: Campo, valor: unknown): string {
  if (typeof valor === 'boolean') return valor ? 'sim' : 'não';
  if (campo === 'orgao_cnpj') return formatCnpj(String(valor));
  if (campo === 'sessao_abertura' || campo === 'propostas_fim') return formatInstante(String(valor));
  if (campo === 'valor_estimado_total') return formatDinheiro(String(valor));
  if (campo === 'indices_minimos') return String(valor).replace('.', ',');
  if (campo.endsWith('_pct') || campo === 'multa_mora_pct_dia') {
    return typeof valor === 'object' && valor !== null && 'valor' in valor ? formatDinheiro(String(valor.valor)) : formatPercentual(String(valor));
  }
  if (typeof valor === 'object' && valor !== null && 'unidade' in valor) return formatPeriodo(valor as Periodo);
  return typeof valor === 'string' ? palavra(valor) : String(valor);
}

export const AUSENCIA: Readonly<Record<Ausencia, string>> = {
  nao_exige: 'o edital diz que não há', nao_encontrado: 'não encontrado no que foi lido', nao_lido: 'não lido: há páginas sem texto', nao_se_aplica: 'não se aplica',
};
/** The value of a sum, in its own unit. */
export function formatConta({ valor, unidade = 'R$' }: Pick<Conta, 'valor' | 'unidade'>): string {
  if (unidade === 'R$') return formatDinheiro(valor);
  return unidade === '%' ? formatPercentual(valor) : `${formatNumero(valor)} ${unidade}`;
}

export const formatFato = (f: Fato): string => (f.valor === null ? AUSENCIA[f.ausencia] : formatValor(f.campo, f.valor));
