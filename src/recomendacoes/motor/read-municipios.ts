import type { TabelaDeMunicipios } from '../ordenar/geografia.js';

const RADIANO = Math.PI / 180;

/** The table of municipios-brasil (IBGE): its 1 MB of code is read in a thread that ends, not in the one that answers. */
export async function readMunicipios(): Promise<TabelaDeMunicipios> {
  const { carregarMunicipios } = await import('municipios-brasil');
  const lista = (await carregarMunicipios()).listar();
  return {
    codigos: Int32Array.from(lista, (m) => m.codigoIbge), latitudes: Float32Array.from(lista, (m) => m.latitude * RADIANO), longitudes: Float32Array.from(lista, (m) => m.longitude * RADIANO),
    nomes: lista.map((m) => m.uf + m.nome),
  };
}
