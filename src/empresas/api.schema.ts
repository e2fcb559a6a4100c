import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../http/index.js';
import type { DocumentoEntity } from './documento.entity.js';
import type { AvisoEmpresa } from './domain/aviso-empresa.js';
import type { EmpresaEntity } from './empresa.entity.js';
import { checkEmpresa } from './domain/check-empresa.js';
import { documentoSaida, perfilSchema } from './perfil.schema.js';

const avisoSchema = z.object({ ponteiro: z.string().meta({ description: 'Ponteiro JSON (RFC 6901) no perfil.' }), mensagem: z.string() }).meta({ id: 'AvisoEmpresa', description: 'Algo que não foi recusado mas que convém conferir.' });

/** A stored company. */
export const empresaRespostaSchema = z.object({
  id: z.string(), versao: z.int().meta({ description: 'Sobe a cada mudança do perfil ou dos documentos.' }), perfil: perfilSchema, avisos: z.array(avisoSchema), criadaEm: z.iso.datetime(), atualizadaEm: z.iso.datetime(),
}).meta({ id: 'Empresa', description: 'Empresa guardada. Os documentos guardados à parte estão em /documentos.' });
export const empresasRespostaSchema = paginaDe(empresaRespostaSchema, 'PaginaEmpresas');

/** The stored file of a document. */
export const arquivoGuardadoSchema = z.object({ nome: z.string(), sha256: z.string(), bytes: z.int(), tipo: z.string().nullable().meta({ description: 'Pelos primeiros bytes, como "pdf"; null quando não dizem.' }) }).meta({ id: 'ArquivoGuardado', description: 'O arquivo de um documento, como está guardado.' });
export const documentoRespostaSchema = z.object({ id: z.string(), empresaId: z.string(), ...documentoSaida, arquivo: arquivoGuardadoSchema.nullable(), criadoEm: z.iso.datetime(), atualizadoEm: z.iso.datetime() }).meta({ id: 'DocumentoGuardado', description: 'Documento de uma empresa, com o arquivo se houver.' });
export const documentosRespostaSchema = paginaDe(documentoRespostaSchema, 'PaginaDocumentos');

export const listEmpresasQuery = paginacaoDe('emp').extend({ cnpj: z.string().max(30).optional().meta({ description: 'CNPJ, com ou sem máscara.' }) });
export type ListEmpresasQuery = z.infer<typeof listEmpresasQuery>;
export type EmpresaResposta = Omit<z.infer<typeof empresaRespostaSchema>, 'perfil'> & { readonly perfil: EmpresaEntity['perfil'] };
export type DocumentoResposta = z.infer<typeof documentoRespostaSchema>;

/** The company as answers show it; `avisos` are those of the stored profile unless those of the sending are given. */
export const toEmpresa = (e: EmpresaEntity, avisos: readonly AvisoEmpresa[] = checkEmpresa(e.perfil)): EmpresaResposta => ({
  id: e.id, versao: e.versao, perfil: e.perfil, avisos: [...avisos], criadaEm: e.criadaEm.toISOString(), atualizadaEm: e.atualizadaEm.toISOString(),
});

export const toDocumento = (d: DocumentoEntity): DocumentoResposta => ({
  id: d.id, empresaId: d.empresaId, ...d.dados,
  arquivo: d.sha256 === null ? null : { nome: d.nomeArquivo ?? 'arquivo', sha256: d.sha256, bytes: Number(d.bytes), tipo: d.tipo },
  criadoEm: d.criadoEm.toISOString(), atualizadoEm: d.atualizadoEm.toISOString(),
});
