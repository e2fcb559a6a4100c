import { RECEITA_MAXIMA, type Empresa } from '../../../empresas/index.js';
import { decimal, formatDinheiro, lettersOf } from '../../../kernel/index.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa } from '../caso.js';

export interface Enquadramento {
  /** Null: the company did not tell its size. */
  readonly beneficiaria: boolean | null;
  readonly motivo: string;
  readonly dados: readonly DadoUsado[];
}

/**
 * May the company use the treatment of LC 123/2006? Its size decides, but not for a sociedade anônima (art. 3º, § 4º, X)
 * nor when its public contracts of the year pass the EPP ceiling (Lei 14.133/2021, art. 4º, § 2º).
 */
export function readEnquadramento(e: Empresa): Enquadramento {
  if (!e.porte) return { beneficiaria: null, motivo: 'O perfil não informa o porte.', dados: [] };
  const porte = daEmpresa('/porte', e.porte);
  if (e.porte === 'demais') return { beneficiaria: false, motivo: 'A empresa não é ME nem EPP.', dados: [porte] };
  const natureza = lettersOf(e.naturezaJuridica ?? '');
  if (natureza.includes('sociedadeanonima') || natureza === 'sa')
    return { beneficiaria: false, motivo: 'Sociedade anônima não usa o tratamento da LC 123/2006 (art. 3º, § 4º, X).', dados: [daEmpresa('/naturezaJuridica', e.naturezaJuridica!)] };
  const contratos = e.contratosPublicosNoAno;
  if (contratos && decimal(contratos).gt(RECEITA_MAXIMA.epp))
    return {
      beneficiaria: false, dados: [daEmpresa('/contratosPublicosNoAno', formatDinheiro(contratos))],
      motivo: `Os contratos públicos do ano (${formatDinheiro(contratos)}) passam de ${formatDinheiro(RECEITA_MAXIMA.epp)} (art. 4º, § 2º, da Lei 14.133/2021).`,
    };
  return { beneficiaria: true, motivo: `A empresa é ${e.porte.toUpperCase()}.`, dados: [porte] };
}
