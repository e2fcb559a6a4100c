import type { RequisitoHabilitacao } from '../../domain/analise.js';
import type { AvaliaPortaoComum } from './avaliacao.js';
import { judgeExigencias, violacoesSoltas } from './exigencias.js';

/** E6: certificate, registration or licence that the company lacks and cannot get by then (arts. 66 and 67). */
export const e6Tecnica: AvaliaPortaoComum = (c) =>
  judgeExigencias(c, {
    id: 'E6', titulo: 'Atestados, registros e licenças exigidos', grupos: ['tecnica', 'juridica'],
    consorcioSupre: (r: RequisitoHabilitacao) => r.grupo === 'tecnica', soltas: violacoesSoltas(c, 'E6'),
  });

/** E7: equity, capital, indices and balance sheets (art. 69). */
export const e7Economica: AvaliaPortaoComum = (c) =>
  judgeExigencias(c, { id: 'E7', titulo: 'Patrimônio, capital e índices exigidos', grupos: ['economica'], consorcioSupre: () => true, soltas: violacoesSoltas(c, 'E7') });
