import { judgeTitular } from './alcance.js';
import type { DocumentoEmpresa, Empresa } from './empresa.js';
import { feedPerfil } from './feed-perfil.js';
import { withLeitura } from './fill-dados.js';
import type { LeituraGuardada } from './leitura-documento.js';
import { mergeDocumentos } from './merge-documentos.js';

/** A document as it is stored. */
export interface DocumentoGuardado {
  readonly dados: DocumentoEmpresa;
  readonly leitura: LeituraGuardada | null;
  readonly nomeArquivo: string | null;
}

/** The profile with its stored documents, and with what their files tell of what the person left out. Papers of others are left out. */
export function mergeGuardados(perfil: Empresa, guardados: readonly DocumentoGuardado[]): Empresa {
  const seus = guardados.filter(({ leitura }) => !leitura?.leitura || judgeTitular(leitura.leitura, perfil.cnpj).conta);
  const papeis = seus.flatMap(({ dados, leitura, nomeArquivo }) => (leitura?.leitura?.tipo === dados.tipo ? [{ arquivo: nomeArquivo ?? 'arquivo', leitura: leitura.leitura }] : []));
  return mergeDocumentos(feedPerfil(perfil, papeis).empresa, seus.map((d) => withLeitura(d.dados, d.leitura?.leitura ?? null)));
}
