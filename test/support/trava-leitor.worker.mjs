/** As the compiled reading thread, but spins, or takes memory, when the document says so. */
import real from '../../dist/editais/leitura/leitura.worker.js';

export default async (pedido) => {
  const texto = Buffer.from(pedido.bytes.subarray(0, 40)).toString();
  if (texto.includes('TRAVA')) for (;;);
  const tudo = [];
  while (texto.includes('ENCHE')) tudo.push(new Array(100_000).fill(Math.random()));
  return real(pedido);
};
