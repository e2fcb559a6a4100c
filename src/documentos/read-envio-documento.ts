import type { FastifyRequest } from 'fastify';
import { type DocumentoEnviado } from '../empresas/empresas.module.js';
import { cleanNomeArquivo, parseJsonDoCampo, readMultipart, readTextoDaParte, type LimitesMultipart } from '../http/index.js';
import { invalido } from '../kernel/index.js';
import type { ArquivosService } from '../storage/storage.module.js';

const MAX_BYTES_DADOS = 100_000;

/**
 * A document as sent: JSON data alone, or a form with `dados`, `arquivo`, or both. The file is received here: whoever gets it links
 * or discards it. `dados` undefined: the file is to tell.
 * @throws AlicitError `documento_invalido` (neither), `muitos_arquivos`, `arquivo_grande`, `arquivo_vazio`, `corpo_malformado`
 */
export async function readEnvioDocumento(pedido: FastifyRequest, corpo: unknown, arquivos: ArquivosService, limites: LimitesMultipart): Promise<DocumentoEnviado> {
  if (!pedido.isMultipart()) return { dados: corpo, arquivo: null };
  let dados: unknown;
  let arquivo: DocumentoEnviado['arquivo'] = null;
  try {
    for await (const parte of readMultipart(pedido, { ...limites, maxArquivos: 2 })) {
      if (parte.campo === 'dados') dados = parseJsonDoCampo('dados', parte.tipo === 'campo' ? parte.valor : await readTextoDaParte(parte.conteudo, MAX_BYTES_DADOS));
      else if (parte.tipo === 'arquivo' && parte.campo === 'arquivo' && !arquivo) arquivo = { ...(await arquivos.receive(parte.conteudo, limites.maxBytesArquivo)), nome: cleanNomeArquivo(parte.nome) };
      else throw invalido('documento_invalido', 'O formulário traz os campos dados (JSON) e arquivo, um de cada; para muitos arquivos use /documentos/lote.', { erros: [{ ponteiro: '', mensagem: `campo inesperado: ${parte.campo.slice(0, 60)}` }] });
    }
    if (dados === undefined && !arquivo) throw invalido('documento_invalido', 'Envie o campo arquivo, o campo dados (JSON), ou os dois.', { erros: [{ ponteiro: '/dados', mensagem: 'obrigatório sem arquivo' }] });
    return { dados, arquivo };
  } catch (erro) {
    if (arquivo) await arquivos.discard([arquivo.transito]);
    throw erro;
  }
}
