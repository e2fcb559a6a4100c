import { Decimal } from 'decimal.js';
import type { Empresa } from '../../empresas/index.js';
import { fold, formatDinheiro } from '../../kernel/index.js';
import { TETO_EPP } from './limites.js';

export interface Beneficiaria {
  readonly resposta: 'sim' | 'nao' | 'indefinido';
  readonly motivo: string;
}

/**
 * Whether the company may use the ME/EPP benefits: size (LC 123, art. 3º), form (art. 3º § 4º, VI and X) and the
 * contracts of the calendar year (art. 4º § 2º of Lei 14.133). The other exclusions of § 4º depend on its partners,
 * and are its own declaration.
 */
export function beneficiariaMeEpp(e: Empresa): Beneficiaria {
  if (e.porte === undefined) return { resposta: 'indefinido', motivo: 'O perfil da empresa não diz o porte.' };
  if (e.porte === 'demais') return { resposta: 'nao', motivo: 'A empresa não é ME nem EPP.' };
  const forma = fold(e.naturezaJuridica ?? '');
  if (/\bsociedade\s+(?:anonima|por\s+acoes)\b|\bs\.?\s?a\.?$/.test(forma)) return { resposta: 'nao', motivo: 'Sociedade por ações não recebe os benefícios (LC 123/2006, art. 3º, § 4º, X).' };
  if (/\bcooperativa\b/.test(forma) && !/consumo/.test(forma)) return { resposta: 'indefinido', motivo: 'Cooperativa só recebe os benefícios pela Lei 11.488/2007, art. 34: confirme.' };
  if (e.receitaBrutaAnual !== undefined && new Decimal(e.receitaBrutaAnual).gt(TETO_EPP)) {
    return { resposta: 'nao', motivo: `A receita bruta (${formatDinheiro(e.receitaBrutaAnual)}) passa do teto da EPP (${formatDinheiro(TETO_EPP.toString())}).` };
  }
  if (e.contratosPublicosNoAno !== undefined && new Decimal(e.contratosPublicosNoAno).gt(TETO_EPP)) {
    return { resposta: 'nao', motivo: `Os contratos públicos do ano (${formatDinheiro(e.contratosPublicosNoAno)}) passam de ${formatDinheiro(TETO_EPP.toString())} (art. 4º, § 2º, da Lei 14.133/2021).` };
  }
  const anual = e.contratosPublicosNoAno === undefined ? ' Falta confirmar que os contratos públicos do ano não passam do teto (art. 4º, § 2º).' : '';
  return { resposta: 'sim', motivo: `A empresa é ${e.porte.toUpperCase()}.${anual}` };
}
