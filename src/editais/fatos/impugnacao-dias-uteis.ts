import { defineCampo } from '../extracao/candidato.js';
import { mostraPrazo, readPrazosPedidos } from './prazo-pedidos.js';

/** Business days before the opening up to which anyone may challenge the edital (Lei 14.133, art. 164: three; Lei 13.303, art. 87 §1º: five). */
export const impugnacaoDiasUteis = defineCampo<'impugnacao_dias_uteis'>({
  campo: 'impugnacao_dias_uteis',
  read: ({ t }) => {
    const prazos = readPrazosPedidos(t).filter((p) => p.pedido === 'impugnacao');
    // What the section lends gives way to what a sentence says.
    return prazos.some((p) => p.direto && p.peso >= 0.7) ? prazos.filter((p) => p.direto) : prazos;
  },
  mostra: mostraPrazo,
});
