import { defineCampo } from '../extracao/candidato.js';
import { mostraPrazo, readPrazosPedidos } from './prazo-pedidos.js';

/** Business days before the opening up to which clarifications may be asked (Lei 14.133, art. 164); a section that treats both requests lends its one deadline. */
export const esclarecimentoDiasUteis = defineCampo<'esclarecimento_dias_uteis'>({
  campo: 'esclarecimento_dias_uteis',
  read: ({ t }) => {
    const prazos = readPrazosPedidos(t).filter((p) => p.pedido === 'esclarecimento');
    return prazos.some((p) => p.direto && p.peso >= 0.7) ? prazos.filter((p) => p.direto) : prazos;
  },
  mostra: mostraPrazo,
});
