import { AcervoService } from '../../src/acervo/acervo.module.js';
import { numeroDe, registro } from '../acervo/apoio.js';
import type { AppDeTeste, Cliente } from '../support/app.js';

export { numeroDe };

/** An instant so many days from now, as PNCP writes it (Brasília, no offset). */
export const emDias = (dias: number): string => new Date(Date.now() + dias * 86_400_000 - 3 * 3_600_000).toISOString().slice(0, 19);

/** The company all these tests are about. */
export const EMPRESA = {
  cnpj: '11222333000181', razaoSocial: 'Traço Firme Pavimentação Ltda', descricao: 'Construtora de obras viárias, com usina própria de asfalto.', porte: 'demais', uf: 'SP', municipio: 'Campinas', ufsDeInteresse: ['SP', 'MG'],
  produtos: [{ descricao: 'pavimentação asfáltica' }, { descricao: 'recapeamento de ruas e avenidas' }, { descricao: 'drenagem pluvial' }], palavrasExcluidas: ['tapa-buraco'], valorMin: '100000', valorMax: '5000000', diasParaProposta: 5,
};

const local = (uf: string, municipio: string, codigoIbge: string | null) => ({ unidadeOrgao: { codigoIbge, codigoUnidade: '1', municipioNome: municipio, nomeUnidade: 'SECRETARIA DE OBRAS', ufNome: uf, ufSigla: uf } });
export const CAMPINAS = local('SP', 'Campinas', '3509502');
export const PAULINIA = local('SP', 'Paulínia', '3536505');
export const UBERABA = local('MG', 'Uberaba', '3170107');
export const MANAUS = local('AM', 'Manaus', '1302603');
export const SEM_LUGAR = local('SP', 'Lugar nenhum', null);

/** A tender of ours that receives proposals from two days ago to twenty days from now, unless told. */
export const licitacao = (sequencial: number, objeto: string, mudanca: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  registro(sequencial, {
    objetoCompra: objeto, valorTotalEstimado: 800_000, dataInclusao: emDias(-3), dataPublicacaoPncp: emDias(-3), dataAtualizacao: emDias(-3), dataAtualizacaoGlobal: emDias(-3), dataAberturaProposta: emDias(-2), dataEncerramentoProposta: emDias(20), ...CAMPINAS, ...mudanca,
  });

/** Records as the synchronisation brings them. */
export const receive = (t: AppDeTeste, registros: readonly unknown[], vistaEm = new Date()) => t.app.get(AcervoService).receive(registros, { origem: 'sincronizacao', vistaEm });

export async function createEmpresa(t: AppDeTeste, cliente: Cliente, perfil: object = EMPRESA): Promise<string> {
  const r = await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: perfil, headers: cliente.cabecalhos });
  return r.json<{ id: string }>().id;
}
