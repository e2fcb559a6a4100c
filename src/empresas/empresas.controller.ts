import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiComEtag, ApiErros, etagDaVersao, mergePatch, requireIfMatch, sendComEtag, soDocumenta } from '../http/index.js';
import { empresaRespostaSchema, empresasRespostaSchema, listEmpresasQuery, toEmpresa, type EmpresaResposta, type ListEmpresasQuery } from './api.schema.js';
import type { EmpresaEntity } from './empresa.entity.js';
import { EmpresasService } from './empresas.service.js';
import { perfilEntradaSchema, perfilMudancaSchema } from './perfil.schema.js';

const IF_MATCH = { name: 'If-Match', required: false, description: 'ETag da leitura: se a empresa mudou desde então, 412.' };

@ApiTags('Empresas')
@Controller('v1/empresas')
export class EmpresasController {
  constructor(private readonly empresas: EmpresasService) {}

  @Post()
  @ExigeEscopo('empresas:escrever')
  @ApiOperation({ summary: 'Guarda uma empresa', description: 'Cria a empresa, ou troca o perfil da que já tem o CNPJ (200). Aceita CNPJ com máscara, datas e valores como se escrevem no Brasil; `avisos` diz o que convém conferir.' })
  @ApiCreatedResponse({ standardSchema: empresaRespostaSchema, description: 'Criada.' })
  @ApiOkResponse({ standardSchema: empresaRespostaSchema, description: 'Já existia: perfil trocado.' })
  @ApiErros(400, 413, 415, 422)
  async createEmpresa(@Quem() quem: Acesso, @Body({ schema: soDocumenta(perfilEntradaSchema) }) perfil: unknown, @Res({ passthrough: true }) resposta: FastifyReply): Promise<EmpresaResposta> {
    const { id, avisos, criada } = await this.empresas.upsert(quem.organizacaoId, perfil);
    const empresa = await this.empresas.get(quem.organizacaoId, id);
    void resposta.status(criada ? 201 : 200).header('location', `/v1/empresas/${id}`).header('etag', etagDe(empresa));
    return toEmpresa(empresa, avisos);
  }

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lista as empresas', description: 'Da mais nova à mais antiga; por CNPJ, a que o tem.' })
  @ApiOkResponse({ standardSchema: empresasRespostaSchema })
  @ApiErros(422)
  async listEmpresas(@Quem() quem: Acesso, @Query({ schema: listEmpresasQuery }) consulta: ListEmpresasQuery): Promise<{ itens: EmpresaResposta[]; proximo: string | null }> {
    const { itens, proximo } = await this.empresas.list(quem.organizacaoId, consulta);
    return { itens: itens.map((e) => toEmpresa(e)), proximo };
  }

  @Get(':id')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Lê uma empresa', description: 'O ETag serve ao If-Match de uma mudança e ao If-None-Match de outra leitura.' })
  @ApiOkResponse({ standardSchema: empresaRespostaSchema })
  @ApiComEtag()
  @ApiErros(404)
  async getEmpresa(@Quem() quem: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const empresa = await this.empresas.get(quem.organizacaoId, id);
    sendComEtag(pedido, resposta, JSON.stringify(toEmpresa(empresa)), undefined, etagDe(empresa));
  }

  @Put(':id')
  @ExigeEscopo('empresas:escrever')
  @ApiHeader(IF_MATCH)
  @ApiOperation({ summary: 'Troca o perfil de uma empresa', description: 'O perfil enviado substitui o guardado por inteiro.' })
  @ApiOkResponse({ standardSchema: empresaRespostaSchema })
  @ApiErros(400, 404, 409, 412, 413, 415, 422)
  replaceEmpresa(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: soDocumenta(perfilEntradaSchema) }) perfil: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<EmpresaResposta> {
    return this.change(quem, id, () => perfil, pedido, resposta);
  }

  @Patch(':id')
  @ExigeEscopo('empresas:escrever')
  @ApiHeader(IF_MATCH)
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiOperation({ summary: 'Muda campos do perfil de uma empresa', description: 'Merge patch (RFC 7396): null apaga o campo; listas são trocadas inteiras.' })
  @ApiOkResponse({ standardSchema: empresaRespostaSchema })
  @ApiErros(400, 404, 409, 412, 413, 415, 422)
  patchEmpresa(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: soDocumenta(perfilMudancaSchema) }) mudanca: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<EmpresaResposta> {
    return this.change(quem, id, (perfil) => mergePatch(perfil, mudanca), pedido, resposta);
  }

  @Delete(':id')
  @ExigeEscopo('empresas:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga uma empresa para sempre', description: 'Com os documentos, as análises e os arquivos que ninguém mais usa. Não se desfaz.' })
  @ApiNoContentResponse({ description: 'Apagada.' })
  @ApiErros(404)
  deleteEmpresa(@Quem() quem: Acesso, @Param('id') id: string): Promise<void> {
    return this.empresas.erase(quem.organizacaoId, id);
  }

  private async change(quem: Acesso, id: string, mudar: (perfil: unknown) => unknown, pedido: FastifyRequest, resposta: FastifyReply): Promise<EmpresaResposta> {
    const { empresa, avisos } = await this.empresas.change(quem.organizacaoId, id, mudar, (lida) => requireIfMatch(pedido, etagDe(lida)));
    void resposta.header('etag', etagDe(empresa));
    return toEmpresa(empresa, avisos);
  }
}

const etagDe = (e: EmpresaEntity): string => etagDaVersao(e.id, e.versao);
