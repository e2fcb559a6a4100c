import { formatDinheiro, formatPercentual } from '../../kernel/index.js';
import type { Campo, Periodo } from '../domain/fato.js';

const UNIDADES: Readonly<Record<Periodo['unidade'], string>> = { dias: 'dias', dias_uteis: 'dias úteis', meses: 'meses', horas: 'horas' };

/** A fact's value as a person reads it in a list of changes: "05/08/2025 às 08:30", "R$ 10,00", "5%", "12 meses". */
export function formatValor(campo: Campo, valor: unknown): string {
  if (typeof valor === 'boolean') return valor ? 'sim' : 'não';
  if (valor !== null && typeof valor === 'object') return 'n' in valor ? `${String(valor.n)} ${UNIDADES[(valor as Periodo).unidade]}` : 'valor' in valor ? formatDinheiro(String(valor.valor)) : JSON.stringify(valor);
  const texto = String(valor);
  const instante = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(texto);
  if (instante) return `${instante[3]}/${instante[2]}/${instante[1]}${instante[4] ? ` às ${instante[4]}` : ''}`;
  if (campo === 'valor_estimado_total') return formatDinheiro(texto);
  return /_pct(?:_|$)/.test(campo) ? formatPercentual(texto) : texto.replaceAll('_', ' ');
}
