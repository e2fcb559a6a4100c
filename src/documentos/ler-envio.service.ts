import { Inject, Injectable } from '@nestjs/common';
import { fillDados, type DocumentoEmpresa, type LeituraDocumento, type LeituraGuardada } from '../empresas/index.js';
import { parseDocumentoParcial, type DocumentoEnviado } from '../empresas/empresas.module.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { ArquivosService, cleanJson, FILE_STORE, type FileStore } from '../storage/storage.module.js';
import { EstagiosDocumentos, type OpcoesLer } from './estagios/estagios-documentos.js';
import type { ArquivoLido } from './estagios/tipos.js';
import { warnLacunas } from './domain/warn-lacunas.js';

type Recebido = NonNullable<DocumentoEnviado['arquivo']>;

/**
 * What all of one request's OCR may take, ms: with what its files take to arrive it stays below the five minutes in which a request with an
 * `Idempotency-Key` must be answered.
 */
const TEMPO_OCR_MS = 120_000;

/** When the OCR of a request that begins to be read now must end. */
export const ocrDoPedido = (): number => Date.now() + TEMPO_OCR_MS;

/** Reads the file of a sending and completes the data with what it says. What was given wins. */
@Injectable()
export class LerEnvio {
  constructor(@Inject(FILE_STORE) private readonly store: FileStore, private readonly arquivos: ArquivosService, private readonly estagios: EstagiosDocumentos) {}

  /**
   * With the kind given, a file that cannot be read is kept all the same, and the answer says why it was not read. A refused file is discarded.
   * @throws AlicitError `documento_invalido`; without the kind, why the file cannot be read (`pdf_corrompido`, `sem_texto`…), `varios_documentos`
   */
  async complete(enviado: DocumentoEnviado, signal?: AbortSignal): Promise<DocumentoEnviado> {
    const { arquivo } = enviado;
    if (!arquivo) return enviado;
    try {
      const dados = enviado.dados === undefined ? {} : parseDocumentoParcial(cleanJson(enviado.dados));
      const guardada = choose(await this.read(arquivo, { signal, ocrAte: ocrDoPedido() }), dados);
      return { ...enviado, dados: guardada.leitura ? fillDados(dados, guardada.leitura).dados : dados, leitura: guardada };
    } catch (erro) {
      await this.arquivos.discard([arquivo.transito]);
      throw erro;
    }
  }

  /** Everything a received file holds; a paper of which pages were not read says so. */
  async read({ sha256, nome }: Pick<Recebido, 'sha256' | 'nome'>, opcoes: OpcoesLer): Promise<ArquivoLido> {
    const { documentos, naoLido } = await this.estagios.ler({ nome, caminho: await this.store.localPath(sha256) }, opcoes);
    return { naoLido, documentos: documentos.map((d) => ({ ...d, papeis: d.papeis.map((p) => warnLacunas(p, d.naoLido)) })) };
  }
}

const VARIOS = { codigo: 'varios_documentos', motivo: 'O arquivo traz mais de um documento. Envie cada um num arquivo, ou todos a POST /v1/empresas/{id}/documentos/lote.' };

/** The one paper of the file, or the one of the given kind. */
function choose({ documentos, naoLido }: ArquivoLido, { tipo }: Partial<DocumentoEmpresa>): LeituraGuardada {
  const papeis: LeituraDocumento[] = documentos.flatMap((d) => d.papeis);
  const doTipo = papeis.filter((p) => p.tipo === tipo);
  const leitura = papeis.length === 1 ? papeis[0]! : doTipo.length === 1 ? doTipo[0]! : null;
  if (leitura) return { leitura, naoLido: null };
  const { codigo, motivo } = papeis.length ? VARIOS : (naoLido[0] ?? { codigo: 'sem_texto', motivo: 'Nada pôde ser lido no arquivo.' });
  if (tipo === undefined) throw codigo === 'tempo_esgotado' ? new AlicitError('indisponivel', codigo, motivo) : invalido(codigo, `${motivo} Ou informe em dados ao menos o tipo do documento.`);
  return { leitura: null, naoLido: { codigo, motivo } };
}
