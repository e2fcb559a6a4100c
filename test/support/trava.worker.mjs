/** The compiled stages of reading, but for documents named so: "trava" spins for ever, "enche" takes memory without end. */
import * as estagios from '../../dist/editais/estagios/edital.worker.js';

const hostil = (nome) => {
  if (nome.includes('trava')) for (;;);
  const tudo = [];
  while (nome.includes('enche')) tudo.push(new Array(100_000).fill(Math.random()));
};

export const { reunir, pagina, buscar, conferir } = estagios;
export const ler = async (entrada) => {
  hostil(entrada.documento.nome);
  return estagios.ler(entrada);
};
export const extrair = async (entrada) => {
  if (entrada.pedido.documentos.some((d) => d.nome.includes('extrai'))) for (;;);
  return estagios.extrair(entrada);
};
