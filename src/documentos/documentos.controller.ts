import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { ApiArquivo, ApiErros, paginacaoDe, readMultipart, sendArquivo, sinalDoCliente, soDocumenta, type LimitesMultipart, type Paginacao } from '../http/index.js';
import { AlicitError, diaNoDeslocamento, invalido, naoEncontrado, type Dia } from '../kernel/index.js';
import { ArquivosService } from '../storage/storage.module.js';
import { documentoEntradaSchema, documentoRespostaSchema, documentosRespostaSchema, DocumentosService, EmpresasService, toDocumento, type DocumentoEntity, type DocumentoEnviado, type DocumentoResposta } from '../empresas/empresas.module.js';
import { LerEnvio } from './ler-envio.service.js';
import { loteRespostaSchema, toLote, type LoteResposta } from './lote.schema.js';
import { LoteService, type ParteDoLote, type ResultadoDoLote } from './lote.service.js';
import { readEnvioDocumento } from './read-envio-documento.js';

@ApiTags('Documentos da empresa')
@Controller('v1/empresas/:id/documentos')
export class DocumentosController {
  private readonly limites: LimitesMultipart;

  constructor(
    private readonly documentos: DocumentosService, private readonly empresas: EmpresasService, private readonly arquivos: ArquivosService, private readonly envio: LerEnvio, private readonly lote: LoteService, @Inject(CONFIG) config: Config,
  ) {
    this.limites = config.http;
  }

  @Post()
  @ExigeEscopo('empresas:escrever')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiOperation({ summary: 'Guarda um documento da empresa', description: 'JSON com os dados; ou multipart/form-data com `arquivo`, `dados` (JSON), ou os dois. O arquivo é lido e completa o que `dados` não traz; o que `dados` traz vale, e o que o documento diz de outro modo vira aviso. Uma certidão positiva, vencida ou de outro titular é guardada com aviso, e `situacao` diz que não atende. Um arquivo que não pode ser lido só é guardado se `dados` trouxer o tipo. Um documento digitalizado ou fotografado é lido por OCR, alguns segundos por página, até 20 páginas de cada documento e dois minutos por pedido: espere a resposta por esse tempo; se a conexão cair, a leitura para.' })
  @ApiCreatedResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async createDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: soDocumenta(documentoEntradaSchema) }) corpo: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<DocumentoResposta> {
    const documento = await this.documentos.create(quem.organizacaoId, id, await this.read(quem, id, pedido, corpo, resposta));
    void resposta.header('location', `/v1/empresas/${id}/documentos/${documento.id}`);
    return this.show(quem, id, documento);
  }

  @Post('lote')
  @ExigeEscopo('empresas:escrever')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['arquivos'], properties: { arquivos: { type: 'array', items: { type: 'string', format: 'binary' } } } } })
  @ApiOperation({ summary: 'Envia muitos documentos da empresa', description: 'Arquivos e ZIP, cada um lido e guardado como os documentos que traz, com o seu resultado: 201 se tudo entrou, 207 se só uma parte. Se nada entrou, é erro, com o resultado de cada arquivo em `detalhes.arquivos`. Os arquivos são lidos depois de recebidos todos. Os digitalizados ou fotografados são lidos por OCR, alguns segundos por página, até 20 páginas de cada documento e dois minutos por pedido; as páginas além disso não são lidas, e isso é dito. Se a conexão cair durante a leitura, o que já entrou fica e o resto não é lido.' })
  @ApiCreatedResponse({ standardSchema: loteRespostaSchema, description: 'Tudo entrou.' })
  @ApiResponse({ status: 207, standardSchema: loteRespostaSchema, description: 'Só uma parte entrou.' })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async sendLote(@Quem() quem: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<LoteResposta> {
    const { cnpj } = await this.empresas.get(quem.organizacaoId, id);
    const resultados = await this.lote.addAll(quem.organizacaoId, id, filesOf(pedido, this.limites), sinalDoCliente(resposta));
    if (resultados.every((r) => !r.documentos.length)) throw toErro(resultados);
    void resposta.status(resultados.some((r) => r.naoLido.length) ? 207 : 201);
    return toLote(resultados, cnpj, today());
  }

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista os documentos da empresa', description: 'Do mais novo ao mais antigo.' })
  @ApiOkResponse({ standardSchema: documentosRespostaSchema })
  @ApiErros(404, 422)
  async listDocumentos(@Quem() quem: Acesso, @Param('id') id: string, @Query({ schema: paginacaoDe('doc') }) pagina: Paginacao): Promise<{ itens: DocumentoResposta[]; proximo: string | null }> {
    const { itens, proximo } = await this.documentos.list(quem.organizacaoId, id, pagina);
    const { cnpj } = await this.empresas.get(quem.organizacaoId, id);
    return { itens: itens.map((d) => toDocumento(d, cnpj, today())), proximo };
  }

  @Get(':documentoId')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lê um documento da empresa', description: 'Os dados; o conteúdo está em /arquivo.' })
  @ApiOkResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(404)
  async getDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string): Promise<DocumentoResposta> {
    return this.show(quem, id, await this.documentos.get(quem.organizacaoId, id, documentoId));
  }

  @Put(':documentoId')
  @ExigeEscopo('empresas:escrever')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiOperation({ summary: 'Troca um documento da empresa', description: 'Os dados são trocados por inteiro; o arquivo fica, com a leitura dele, a menos que outro seja enviado, que então é lido e completa os dados. Digitalizado, é lido por OCR, alguns segundos por página.' })
  @ApiOkResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async replaceDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string, @Body({ schema: soDocumenta(documentoEntradaSchema) }) corpo: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<DocumentoResposta> {
    return this.show(quem, id, await this.documentos.replace(quem.organizacaoId, id, documentoId, await this.read(quem, id, pedido, corpo, resposta)));
  }

  @Delete(':documentoId')
  @ExigeEscopo('empresas:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga um documento da empresa para sempre', description: 'Com o arquivo, se ninguém mais o usa.' })
  @ApiNoContentResponse({ description: 'Apagado.' })
  @ApiErros(404)
  deleteDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string): Promise<void> {
    return this.documentos.erase(quem.organizacaoId, id, documentoId);
  }

  @Get(':documentoId/arquivo')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Baixa o arquivo de um documento', description: 'Sempre como anexo.' })
  @ApiArquivo('O conteúdo.')
  @ApiErros(404, 503)
  async downloadDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const { arquivo } = await this.show(quem, id, await this.documentos.get(quem.organizacaoId, id, documentoId));
    if (!arquivo) throw naoEncontrado('documento_sem_arquivo', 'Este documento foi guardado sem arquivo.');
    await sendArquivo(pedido, resposta, arquivo, () => this.arquivos.read(arquivo.sha256));
  }

  /** Nothing is received for a company that is not there. */
  private async read({ organizacaoId }: Acesso, id: string, pedido: FastifyRequest, corpo: unknown, resposta: FastifyReply): Promise<DocumentoEnviado> {
    await this.empresas.get(organizacaoId, id);
    return this.envio.complete(await readEnvioDocumento(pedido, corpo, this.arquivos, this.limites), sinalDoCliente(resposta));
  }

  private async show({ organizacaoId }: Acesso, id: string, documento: DocumentoEntity): Promise<DocumentoResposta> {
    return toDocumento(documento, (await this.empresas.get(organizacaoId, id)).cnpj, today());
  }
}

/** Where validity is judged. */
const today = (): Dia => diaNoDeslocamento(new Date().toISOString(), '-03:00')!;

/** The files of the form, whatever their field is called; fields are passed over. */
async function* filesOf(pedido: FastifyRequest, limites: LimitesMultipart): AsyncGenerator<ParteDoLote> {
  for await (const parte of readMultipart(pedido, limites)) if (parte.tipo === 'arquivo') yield parte;
}

/** Why nothing of a sending was kept. */
function toErro(resultados: readonly ResultadoDoLote[]): AlicitError {
  const primeiro = resultados.flatMap((r) => r.naoLido)[0];
  if (!primeiro) return invalido('sem_arquivos', 'Nenhum arquivo veio no formulário: envie um ou mais no campo arquivos.');
  const arquivos = resultados.map(({ nome, naoLido }) => ({ nome, naoLido }));
  return new AlicitError(primeiro.codigo === 'tempo_esgotado' ? 'indisponivel' : 'invalido', primeiro.codigo, primeiro.motivo, { arquivos });
}
