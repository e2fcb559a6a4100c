import type { RequisitoHabilitacao } from '../../domain/analise.js';
import type { Caso } from '../caso.js';
import type { AvaliaPortaoComum } from './avaliacao.js';
import { isViolacao, judgeExigencias } from './exigencias.js';

/** Violations marked as keeping this company out that no row of the matrix carries. */
const violacoesSoltas = (c: Caso) =>
  c.verificacoes.filter((v) => v.excluiEmpresa && isViolacao(v) && !c.habilitacao.some((r) => r.verificacoes.includes(v.regra)));

/** E6: certificate, registration or licence that the company lacks and cannot get by then (arts. 66 and 67). */
export const e6Tecnica: AvaliaPortaoComum = (c) =>
  judgeExigencias(c, {
    id: 'E6', titulo: 'Atestados, registros e licenças exigidos', grupos: ['tecnica', 'juridica'],
    consorcioSupre: (r: RequisitoHabilitacao) => r.grupo === 'tecnica', soltas: violacoesSoltas(c),
  });

/** E7: equity, capital, indices and balance sheets (art. 69). */
export const e7Economica: AvaliaPortaoComum = (c) =>
  judgeExigencias(c, { id: 'E7', titulo: 'Patrimônio, capital e índices exigidos', grupos: ['economica'], consorcioSupre: () => true, soltas: [] });
