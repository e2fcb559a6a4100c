import { z } from 'zod';
import { paginacaoDe, paginaDe } from '../../http/index.js';
import { MOTIVOS, RETORNOS } from '../ordenar/tipos.js';
import type { RetornoEntity } from './retorno.entity.js';

const retorno = z.enum(RETORNOS);
const motivo = z.enum(MOTIVOS);

export const retornoEntradaSchema = z.strictObject({
  retorno: retorno.meta({ description: '`nao_interessa` esconde a licitação da lista e rebaixa as parecidas; os outros levantam as parecidas.' }),
  motivo: motivo.optional().meta({ description: 'De `nao_interessa`: por região ou valor, só rebaixa as parecidas da mesma UF ou de valor próximo; por prazo, exigências ou outro, nenhuma.' }),
  observacao: z.string().trim().max(1000).regex(/^[^\u0000]*$/).optional().meta({ description: 'Texto livre, só para a empresa.' }),
}).meta({ id: 'RetornoEntrada', description: 'O que a empresa diz de uma licitação.' });
export type RetornoEntrada = z.infer<typeof retornoEntradaSchema>;

export const retornoSchema = z.object({
  id: z.string(), empresaId: z.string(), numeroControlePNCP: z.string(), retorno, motivo: motivo.nullable(), observacao: z.string().nullable(),
  objeto: z.string().nullable().meta({ description: 'Da licitação, quando a empresa falou dela.' }), orgao: z.string().nullable(), uf: z.string().nullable(), valor: z.string().nullable(),
  criadoEm: z.iso.datetime(), atualizadoEm: z.iso.datetime(),
}).meta({ id: 'RetornoDaEmpresa', description: 'O que a empresa disse de uma licitação.' });
export const retornosSchema = paginaDe(retornoSchema, 'PaginaRetornos');
export type RetornoJson = z.infer<typeof retornoSchema>;

export const listRetornosQuery = paginacaoDe('ret').extend({ retorno: retorno.optional().meta({ description: 'Só os que disseram isto.' }) });
export type ListRetornosQuery = z.infer<typeof listRetornosQuery>;

export const toRetorno = (r: RetornoEntity): RetornoJson => ({
  id: r.id, empresaId: r.empresaId, numeroControlePNCP: r.numero, retorno: r.retorno, motivo: r.motivo, observacao: r.observacao, objeto: r.dados.objeto, orgao: r.dados.orgao, uf: r.dados.uf, valor: r.dados.valor,
  criadoEm: r.criadoEm.toISOString(), atualizadoEm: r.atualizadoEm.toISOString(),
});
