import type { FastifyRequest } from 'fastify';
import { cleanNomeArquivo, parseJsonDoCampo, readMultipart, readTextoDaParte, type LimitesMultipart } from '../http/index.js';
import { invalido } from '../kernel/index.js';
import type { ArquivosService } from '../storage/storage.module.js';
import type { DocumentoEnviado } from './documentos.service.js';

const MAX_BYTES_DADOS = 100_000;

/**
 * A document as sent: JSON data alone, or a form with `dados` and, perhaps, `arquivo`. The file is received here: whoever gets it links
 * or discards it.
 * @throws AlicitError `documento_invalido` (no data), `muitos_arquivos`, `arquivo_grande`, `arquivo_vazio`, `corpo_malformado`
 */
export async function readEnvioDocumento(pedido: FastifyRequest, corpo: unknown, arquivos: ArquivosService, limites: LimitesMultipart): Promise<DocumentoEnviado> {
  if (!pedido.isMultipart()) return { dados: corpo, arquivo: null };
  let dados: unknown;
  let arquivo: DocumentoEnviado['arquivo'] = null;
  try {
    for await (const parte of readMultipart(pedido, { ...limites, maxArquivos: 2 })) {
      if (parte.campo === 'dados') dados = parseJsonDoCampo('dados', parte.tipo === 'campo' ? parte.valor : await readTextoDaParte(parte.conteudo, MAX_BYTES_DADOS));
      else if (parte.tipo === 'arquivo' && parte.campo === 'arquivo' && !arquivo) arquivo = { ...(await arquivos.receive(parte.conteudo, limites.maxBytesArquivo)), nome: cleanNomeArquivo(parte.nome) };
      else throw invalido('documento_invalido', 'O formulário traz os campos dados (JSON) e arquivo, um de cada.', { erros: [{ ponteiro: '', mensagem: `campo inesperado: ${parte.campo.slice(0, 60)}` }] });
    }
    if (dados === undefined) throw invalido('documento_invalido', 'Falta o campo dados, com o JSON do documento.', { erros: [{ ponteiro: '/dados', mensagem: 'obrigatório' }] });
    return { dados, arquivo };
  } catch (erro) {
    if (arquivo) await arquivos.discard([arquivo.transito]);
    throw erro;
  }
}
