import type { Candidata, QuemRecebe, Retorno } from '../../../src/recomendacoes/ordenar/tipos.js';
import type { Filtros } from '../../../src/recomendacoes/ordenar/filtrar.js';

/** Monday, noon in Brasília. */
export const AGORA = Date.parse('2026-11-23T12:00:00-03:00');
export const emDias = (dias: number): number => AGORA + dias * 86_400_000;

export const candidata = (mudanca: Partial<Candidata> = {}): Candidata => ({
  numero: '11222333000181-1-000001/2026', topico: 1, excluida: false, meEpp: null, uf: 'SP', codigoIbge: '3509502', modalidadeId: 6, valor: '200000', situacao: 'divulgada', publicacao: emDias(-3), encerramento: emDias(20), duplicidade: null, assinatura: null, ...mudanca,
});

export const empresa = (mudanca: Partial<QuemRecebe> = {}): QuemRecebe => ({ uf: 'SP', codigoIbge: '3509502', ufsDeInteresse: ['SP', 'MG'], porte: 'me', valorMinimo: '100000', valorMaximo: '500000', diasParaProposta: 5, ...mudanca });

export const retorno = (numero: string, mudanca: Partial<Retorno> = {}): Retorno => ({ numero, retorno: 'interessa', motivo: null, objeto: 'Pavimentação', uf: 'SP', codigoIbge: '3509502', valor: '200000', assinatura: [1, 2, 3, 4], ...mudanca });

export const filtros = (mudanca: Partial<Filtros> = {}): Filtros => ({
  ufs: [], modalidades: [], valorMin: null, valorMax: null, comValor: false, encerraDe: null, encerraAte: null, estados: ['aberta'], raio: null, incluirExcluidas: false, incluirDescartadas: false, minimo: 0, ...mudanca,
});
