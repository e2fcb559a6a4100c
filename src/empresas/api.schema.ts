import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../http/index.js';
import type { Dia } from '../kernel/index.js';
import type { DocumentoEntity } from './documento.entity.js';
import { judgeTitular } from './domain/alcance.js';
import type { AvisoEmpresa } from './domain/aviso-empresa.js';
import type { EmpresaEntity } from './empresa.entity.js';
import { checkEmpresa } from './domain/check-empresa.js';
import { fillDados, withLeitura } from './domain/fill-dados.js';
import type { LeituraDocumento } from './domain/leitura-documento.js';
import { situacaoDe } from './domain/situacao-documento.js';
import { avisoDocumentoSchema, leituraDocumentoSchema, naoLidoSchema } from './leitura.schema.js';
import { documentoSaida, perfilSchema } from './perfil.schema.js';

const avisoSchema = z.object({ ponteiro: z.string().meta({ description: 'Ponteiro JSON (RFC 6901) no perfil.' }), mensagem: z.string() }).meta({ id: 'AvisoEmpresa', description: 'Algo que não foi recusado mas que convém conferir.' });

/** A stored company. */
export const empresaRespostaSchema = z.object({
  id: z.string(), versao: z.int().meta({ description: 'Sobe a cada mudança do perfil ou dos documentos.' }), perfil: perfilSchema, avisos: z.array(avisoSchema), criadaEm: z.iso.datetime(), atualizadaEm: z.iso.datetime(),
}).meta({ id: 'Empresa', description: 'Empresa guardada. Os documentos guardados à parte estão em /documentos.' });
export const empresasRespostaSchema = paginaDe(empresaRespostaSchema, 'PaginaEmpresas');

/** The stored file of a document. */
export const arquivoGuardadoSchema = z.object({ nome: z.string(), sha256: z.string(), bytes: z.int(), tipo: z.string().nullable().meta({ description: 'Pelos primeiros bytes, como "pdf"; null quando não dizem.' }) }).meta({ id: 'ArquivoGuardado', description: 'O arquivo de um documento, como está guardado.' });
export const documentoRespostaSchema = z.object({
  id: z.string(), empresaId: z.string(), ...documentoSaida, arquivo: arquivoGuardadoSchema.nullable(), criadoEm: z.iso.datetime(), atualizadoEm: z.iso.datetime(),
  situacao: z.enum(['vigente', 'vence_em_breve', 'nao_vence', 'vencida', 'sem_validade', 'positiva', 'de_outro_titular']).meta({ description: 'Como o documento está hoje. Só os três primeiros atendem a uma exigência.' }),
  avisos: z.array(avisoDocumentoSchema), leitura: leituraDocumentoSchema.nullable().meta({ description: 'null: sem arquivo, ou não lido.' }), naoLido: naoLidoSchema.nullable(),
}).meta({ id: 'DocumentoGuardado', description: 'Documento de uma empresa, com o arquivo se houver.' });
export const documentosRespostaSchema = paginaDe(documentoRespostaSchema, 'PaginaDocumentos');

export const listEmpresasQuery = paginacaoDe('emp').extend({ cnpj: z.string().max(30).optional().meta({ description: 'CNPJ, com ou sem máscara.' }) });
export type ListEmpresasQuery = z.infer<typeof listEmpresasQuery>;
export type EmpresaResposta = Omit<z.infer<typeof empresaRespostaSchema>, 'perfil'> & { readonly perfil: EmpresaEntity['perfil'] };
export type DocumentoResposta = Omit<z.infer<typeof documentoRespostaSchema>, 'leitura'> & { readonly leitura: LeituraDocumento | null };

/** The company as answers show it; `avisos` are those of the stored profile unless those of the sending are given. */
export const toEmpresa = (e: EmpresaEntity, avisos: readonly AvisoEmpresa[] = checkEmpresa(e.perfil)): EmpresaResposta => ({
  id: e.id, versao: e.versao, perfil: e.perfil, avisos: [...avisos], criadaEm: e.criadaEm.toISOString(), atualizadaEm: e.atualizadaEm.toISOString(),
});

/** A stored document on a day, for the company that has this CNPJ. */
export const toDocumento = (d: DocumentoEntity, cnpj: string, hoje: Dia): DocumentoResposta => ({
  ...readingOf(d, cnpj, hoje), id: d.id, empresaId: d.empresaId, ...d.dados,
  arquivo: d.sha256 === null ? null : { nome: d.nomeArquivo ?? 'arquivo', sha256: d.sha256, bytes: Number(d.bytes), tipo: d.tipo },
  criadoEm: d.criadoEm.toISOString(), atualizadoEm: d.atualizadoEm.toISOString(),
});

/** The reading, what differs from what was told, whose paper it is and how it stands. */
function readingOf({ dados, leitura: guardada }: DocumentoEntity, cnpj: string, hoje: Dia): Pick<DocumentoResposta, 'situacao' | 'avisos' | 'leitura' | 'naoLido'> {
  const leitura = guardada?.leitura ?? null;
  const naoLido = guardada?.naoLido ?? null;
  const pertenca = leitura && judgeTitular(leitura, cnpj);
  const situacao = situacaoDe(withLeitura(dados, leitura), hoje, pertenca);
  const avisos = [
    ...(situacao === 'vencida' ? [{ codigo: 'documento_vencido', mensagem: 'O documento está vencido: não atende até ser renovado.' }] : []),
    ...(pertenca && pertenca.codigo !== 'do_titular' ? [{ codigo: pertenca.codigo, mensagem: pertenca.motivo }] : []),
    ...(leitura ? [...leitura.avisos, ...fillDados(dados, leitura).avisos] : []), ...(naoLido ? [{ codigo: naoLido.codigo, mensagem: naoLido.motivo }] : []),
    ...(leitura?.emissao && leitura.emissao > hoje ? [{ codigo: 'emissao_futura', mensagem: 'O documento traz emissão em data que ainda não chegou: confira.' }] : []),
  ];
  return { situacao, avisos: avisos.slice(0, 40), leitura, naoLido };
}
