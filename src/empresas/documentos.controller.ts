import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { ApiArquivo, ApiErros, paginacaoDe, sendArquivo, soDocumenta, type LimitesMultipart, type Paginacao } from '../http/index.js';
import { naoEncontrado } from '../kernel/index.js';
import { ArquivosService } from '../storage/storage.module.js';
import { documentoRespostaSchema, documentosRespostaSchema, toDocumento, type DocumentoResposta } from './api.schema.js';
import { DocumentosService, type DocumentoEnviado } from './documentos.service.js';
import { EmpresasService } from './empresas.service.js';
import { documentoEntradaSchema } from './perfil.schema.js';
import { readEnvioDocumento } from './read-envio-documento.js';

@ApiTags('Documentos da empresa')
@Controller('v1/empresas/:id/documentos')
export class DocumentosController {
  private readonly limites: LimitesMultipart;

  constructor(private readonly documentos: DocumentosService, private readonly empresas: EmpresasService, private readonly arquivos: ArquivosService, @Inject(CONFIG) config: Config) {
    this.limites = config.http;
  }

  @Post()
  @ExigeEscopo('empresas:escrever')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiOperation({ summary: 'Guarda um documento da empresa', description: 'JSON com os dados; ou multipart/form-data com `dados` (JSON) e `arquivo`.' })
  @ApiCreatedResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async createDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: soDocumenta(documentoEntradaSchema) }) corpo: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<DocumentoResposta> {
    const documento = await this.documentos.create(quem.organizacaoId, id, await this.read(quem, id, pedido, corpo));
    void resposta.header('location', `/v1/empresas/${id}/documentos/${documento.id}`);
    return toDocumento(documento);
  }

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista os documentos da empresa', description: 'Do mais novo ao mais antigo.' })
  @ApiOkResponse({ standardSchema: documentosRespostaSchema })
  @ApiErros(404, 422)
  async listDocumentos(@Quem() quem: Acesso, @Param('id') id: string, @Query({ schema: paginacaoDe('doc') }) pagina: Paginacao): Promise<{ itens: DocumentoResposta[]; proximo: string | null }> {
    const { itens, proximo } = await this.documentos.list(quem.organizacaoId, id, pagina);
    return { itens: itens.map(toDocumento), proximo };
  }

  @Get(':documentoId')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lê um documento da empresa', description: 'Os dados; o conteúdo está em /arquivo.' })
  @ApiOkResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(404)
  async getDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string): Promise<DocumentoResposta> {
    return toDocumento(await this.documentos.get(quem.organizacaoId, id, documentoId));
  }

  @Put(':documentoId')
  @ExigeEscopo('empresas:escrever')
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiOperation({ summary: 'Troca um documento da empresa', description: 'Os dados são trocados por inteiro; o arquivo fica, a menos que outro seja enviado.' })
  @ApiOkResponse({ standardSchema: documentoRespostaSchema })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async replaceDocumento(@Quem() quem: Acesso, @Param('id') id: string, @Param('documentoId') documentoId: string, @Body({ schema: soDocumenta(documentoEntradaSchema) }) corpo: unknown, @Req() pedido: FastifyRequest): Promise<DocumentoResposta> {
    return toDocumento(await this.documentos.replace(quem.organizacaoId, id, documentoId, await this.read(quem, id, pedido, corpo)));
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
    const { arquivo } = toDocumento(await this.documentos.get(quem.organizacaoId, id, documentoId));
    if (!arquivo) throw naoEncontrado('documento_sem_arquivo', 'Este documento foi guardado sem arquivo.');
    await sendArquivo(pedido, resposta, arquivo, () => this.arquivos.read(arquivo.sha256));
  }

  /** Nothing is received for a company that is not there. */
  private async read({ organizacaoId }: Acesso, id: string, pedido: FastifyRequest, corpo: unknown): Promise<DocumentoEnviado> {
    await this.empresas.get(organizacaoId, id);
    return readEnvioDocumento(pedido, corpo, this.arquivos, this.limites);
  }
}
