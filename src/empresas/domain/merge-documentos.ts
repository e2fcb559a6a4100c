import type { DocumentoEmpresa, Empresa } from './empresa.js';

/** The profile with its stored documents among its own; what is equal stands once. */
export function mergeDocumentos(perfil: Empresa, guardados: readonly DocumentoEmpresa[]): Empresa {
  if (!guardados.length) return perfil;
  const porConteudo = new Map([...(perfil.documentos ?? []), ...guardados].map((d) => [chaveDe(d), d]));
  return { ...perfil, documentos: [...porConteudo.values()] };
}

const chaveDe = ({ tipo, descricao, emissao, validade, uf, municipio }: DocumentoEmpresa): string => JSON.stringify([tipo, descricao ?? null, emissao ?? null, validade === undefined ? 0 : validade, uf ?? null, municipio ?? null]);
