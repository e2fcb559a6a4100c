import { addDias, type Dia } from '../../kernel/index.js';
import type { DocumentoEmpresa } from './empresa.js';
import type { Pertenca } from './alcance.js';

/** How a document stands on a day. Only the first three answer a requirement. */
export type SituacaoDocumento = 'vigente' | 'vence_em_breve' | 'nao_vence' | 'vencida' | 'sem_validade' | 'positiva' | 'de_outro_titular';

/** Days before the end from which a document is said to end soon: what habilitação takes as tight. */
const EM_BREVE = 15;

export function situacaoDe(d: Pick<DocumentoEmpresa, 'validade' | 'resultado'>, hoje: Dia, pertenca?: Pertenca | null): SituacaoDocumento {
  if (pertenca && !pertenca.conta) return 'de_outro_titular';
  if (d.resultado === 'positiva') return 'positiva';
  if (d.validade === null) return 'nao_vence';
  if (d.validade === undefined) return 'sem_validade';
  if (d.validade < hoje) return 'vencida';
  return d.validade <= addDias(hoje, EM_BREVE) ? 'vence_em_breve' : 'vigente';
}
