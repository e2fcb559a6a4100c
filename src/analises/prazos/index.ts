import type { IdPrazo, Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { toMillis } from '../../kernel/index.js';
import { prazoPedido } from './prazo-pedido.js';
import { prazoPropostas, prazoSessao } from './prazo-disputa.js';
import { prazoContrarrazoes, prazoGarantiaExecucao, prazoRecurso, prazoRegularizacaoMeEpp } from './prazos-posteriores.js';
import { prazoVistoria } from './prazo-vistoria.js';
import { silencePrazos } from './parada.js';

export { estadoDe } from './estado.js';
export { isParada } from './parada.js';
export { direitoDePedir } from './prazo-pedido.js';
export { readLimiteImpresso } from './limite-impresso.js';

/** Every deadline of the tender, in the order of the procedure. */
export function prazosDe(c: Contexto): readonly Prazo[] {
  const prazos = [
    prazoPedido(c, 'esclarecimento'), prazoPedido(c, 'impugnacao'), prazoVistoria(c), prazoPropostas(c), prazoSessao(c),
    prazoRecurso(c), prazoContrarrazoes(c), prazoRegularizacaoMeEpp(c), prazoGarantiaExecucao(c),
  ].filter((p) => p !== null);
  return silencePrazos(prazos, c.licitacao);
}

/** The next deadline that binds and has not passed. */
export function proximoPrazoDe(prazos: readonly Prazo[]): IdPrazo | null {
  const abertos = prazos.filter((p) => p.vinculante !== null && p.encerrado === false);
  return abertos.reduce<Prazo | null>((m, p) => (!m || toMillis(p.vinculante!) < toMillis(m.vinculante!) ? p : m), null)?.id ?? null;
}
