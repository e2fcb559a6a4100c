import { AlicitError, conflito } from '../../kernel/index.js';
import type { EstadoLeitura } from './leituras.service.js';

export type LeituraProntaDe = Extract<EstadoLeitura, { estado: 'pronta' }>;

/** @throws AlicitError why there is no reading to work on: `sem_arquivos`, `leitura_falhou`, `leitura_em_curso` */
export function requirePronta(estado: EstadoLeitura): LeituraProntaDe {
  if (estado.estado === 'na_fila' || estado.estado === 'lendo') throw conflito('leitura_em_curso', 'Os documentos ainda estão sendo lidos. Tente de novo em instantes.', { estado: estado.estado, tentarEmS: estado.tentarEmS });
  return requireLegivel(estado) as LeituraProntaDe;
}

/** As `requirePronta`, where who is reading may still be. */
export function requireLegivel<E extends EstadoLeitura>(estado: E): Exclude<E, { estado: 'sem_arquivos' | 'falhou' }> {
  if (estado.estado === 'sem_arquivos') throw conflito('sem_arquivos', 'A licitação não tem arquivos. Envie o edital e seus anexos.');
  if (estado.estado === 'falhou') throw new AlicitError('conflito', 'leitura_falhou', `A leitura dos documentos falhou: ${estado.erro.mensagem}`, { causa: estado.erro.codigo });
  return estado as Exclude<E, { estado: 'sem_arquivos' | 'falhou' }>;
}
