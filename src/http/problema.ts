import { z } from 'zod';
import type { TipoErro } from '../kernel/index.js';

/** What is wrong with one field of the request. */
export const erroDeCampoSchema = z
  .object({
    ponteiro: z.string().meta({ description: 'Ponteiro JSON (RFC 6901) do campo; vazio para o todo.' }),
    mensagem: z.string().meta({ description: 'O que se espera, em português.' }),
    em: z.enum(['corpo', 'consulta', 'caminho']).optional().meta({ description: 'Onde está o campo: no corpo (ou num campo do formulário), na consulta (depois de ?) ou no caminho.' }),
  })
  .meta({ id: 'ErroDeCampo', description: 'O que há de errado com um campo do pedido.' });

/** Body of every answer that is an error (RFC 9457), `application/problem+json`. */
export const problemaSchema = z
  .object({
    type: z.string().meta({ description: 'urn:alicit:erro:<codigo>' }),
    title: z.string().meta({ description: 'Classe do erro, em português.' }),
    status: z.int().meta({ description: 'O mesmo da resposta HTTP.' }),
    detail: z.string().meta({ description: 'O que houve e o que fazer, em português.' }),
    instance: z.string().meta({ description: 'Identificador do pedido, o mesmo do cabeçalho X-Request-Id.' }),
    codigo: z.string().meta({ description: 'Código estável: é nele que um programa deve se apoiar.' }),
    erros: z.array(erroDeCampoSchema).optional().meta({ description: 'Um por campo inválido.' }),
    detalhes: z.record(z.string(), z.unknown()).optional().meta({ description: 'O que mais um programa pode usar; depende do código.' }),
  })
  .meta({ id: 'Problema', description: 'Um erro (RFC 9457).' });

export type Problema = z.infer<typeof problemaSchema>;
export type ErroDeCampo = z.infer<typeof erroDeCampoSchema>;

const STATUS: Readonly<Record<TipoErro, number>> = { invalido: 422, nao_autenticado: 401, proibido: 403, nao_encontrado: 404, conflito: 409, limite: 429, indisponivel: 503 };
/** Codes whose status says more than their kind's. */
const STATUS_POR_CODIGO: Readonly<Record<string, number>> = { corpo_malformado: 400, parametro_invalido: 400, cursor_invalido: 400, idempotencia_chave_invalida: 400, arquivo_grande: 413, corpo_grande: 413, muitos_arquivos: 413, muitos_campos: 413, tipo_de_corpo_nao_aceito: 415, codificacao_nao_aceita: 415, nao_aceitavel: 406, precondicao_falhou: 412, metodo_nao_permitido: 405 };
const TITULOS: Readonly<Record<number, string>> = {
  400: 'Pedido malformado', 401: 'Falta uma chave de API válida', 403: 'A chave não permite isto', 404: 'Não encontrado', 405: 'Método não permitido', 406: 'Formato não oferecido', 408: 'Lento demais', 409: 'Conflito',
  412: 'Pré-condição não atendida', 413: 'Grande demais', 414: 'Endereço longo demais', 415: 'Tipo de corpo não aceito', 422: 'Dados inválidos', 429: 'Limite atingido', 431: 'Cabeçalhos grandes demais', 500: 'Falha interna', 503: 'Indisponível no momento',
};

/** HTTP status of an error of ours. */
export const statusOf = (tipo: TipoErro, codigo: string): number => STATUS_POR_CODIGO[codigo] ?? STATUS[tipo];

/** An error as the client sees it. `detalhes.erros` and `detalhes.tentarEmS` have places of their own. */
export function toProblema(status: number, codigo: string, detail: string, instance: string, detalhes: Readonly<Record<string, unknown>> = {}): Problema {
  const { erros, tentarEmS: _, ...resto } = detalhes;
  return {
    type: `urn:alicit:erro:${codigo}`, title: TITULOS[status] ?? 'Erro', status, detail, instance, codigo,
    ...(Array.isArray(erros) ? { erros: erros as ErroDeCampo[] } : {}), ...(Object.keys(resto).length ? { detalhes: resto } : {}),
  };
}
