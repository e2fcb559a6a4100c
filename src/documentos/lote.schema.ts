import { z } from 'zod';
import { documentoRespostaSchema, naoLidoSchema, toDocumento, type DocumentoResposta } from '../empresas/empresas.module.js';
import type { Dia } from '../kernel/index.js';
import type { ResultadoDoLote } from './lote.service.js';

const resultado = z.object({
  nome: z.string().meta({ description: 'O arquivo enviado.' }), ok: z.boolean().meta({ description: 'Ao menos um documento foi guardado.' }), documentos: z.array(documentoRespostaSchema),
  naoLido: z.array(naoLidoSchema.extend({ documento: z.string() })).meta({ description: 'O que não pôde ser lido ou guardado, e por quê.' }),
}).meta({ id: 'ResultadoDoLote', description: 'O que foi feito de um arquivo enviado.' });

/** Answer to many files at once. */
export const loteRespostaSchema = z.object({ arquivos: z.array(resultado) }).meta({ id: 'LoteDeDocumentos', description: 'O resultado de cada arquivo enviado, na ordem do envio.' });

export interface LoteResposta {
  readonly arquivos: readonly { readonly nome: string; readonly ok: boolean; readonly documentos: readonly DocumentoResposta[]; readonly naoLido: ResultadoDoLote['naoLido'] }[];
}

export const toLote = (resultados: readonly ResultadoDoLote[], cnpj: string, hoje: Dia): LoteResposta => ({
  arquivos: resultados.map(({ nome, documentos, naoLido }) => ({ nome, ok: documentos.length > 0, documentos: documentos.map((d) => toDocumento(d, cnpj, hoje)), naoLido })),
});
