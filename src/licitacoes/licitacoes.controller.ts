import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { ApiComEtag, ApiErros, etagDaVersao, requireIfMatch, sendComEtag, soDocumenta } from '../http/index.js';
import { licitacaoEntradaSchema, licitacaoMudancaSchema, licitacaoRespostaSchema, licitacoesRespostaSchema, listLicitacoesQuery, toLicitacao, toResumo, type LicitacaoResposta, type LicitacaoResumo, type ListLicitacoesQuery } from './api.schema.js';
import { ArquivosLicitacaoService } from './arquivos-licitacao.service.js';
import type { LicitacaoEntity } from './licitacao.entity.js';
import { LicitacoesService } from './licitacoes.service.js';

@ApiTags('Licitações')
@Controller('v1/licitacoes')
export class LicitacoesController {
  constructor(private readonly licitacoes: LicitacoesService, private readonly arquivos: ArquivosLicitacaoService) {}

  @Post()
  @ExigeEscopo('licitacoes:escrever')
  @ApiOperation({ summary: 'Guarda uma licitação', description: 'Pelo registro do PNCP, à mão, pelo número de controle (da organização, do acervo ou, se preciso, consultado no PNCP), ou vazia (só arquivos). O número de uma já guardada atualiza-a (200) em vez de duplicá-la.' })
  @ApiCreatedResponse({ standardSchema: licitacaoRespostaSchema, description: 'Criada.' })
  @ApiOkResponse({ standardSchema: licitacaoRespostaSchema, description: 'Já existia: dados trocados se mudaram.' })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async createLicitacao(@Quem() quem: Acesso, @Body({ schema: soDocumenta(licitacaoEntradaSchema) }) dados: unknown, @Res({ passthrough: true }) resposta: FastifyReply): Promise<LicitacaoResposta> {
    const { id, criada } = await this.licitacoes.create(quem.organizacaoId, dados);
    void resposta.status(criada ? 201 : 200).header('location', `/v1/licitacoes/${id}`);
    return this.show(quem, await this.licitacoes.get(quem.organizacaoId, id), resposta);
  }

  @Get()
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lista as licitações', description: 'Da mais nova à mais antiga; por número de controle do PNCP e por trecho do objeto.' })
  @ApiOkResponse({ standardSchema: licitacoesRespostaSchema })
  @ApiErros(422)
  async listLicitacoes(@Quem() quem: Acesso, @Query({ schema: listLicitacoesQuery }) consulta: ListLicitacoesQuery): Promise<{ itens: LicitacaoResumo[]; proximo: string | null }> {
    const { itens, proximo } = await this.licitacoes.list(quem.organizacaoId, consulta);
    return { itens: itens.map(toResumo), proximo };
  }

  @Get(':id')
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lê uma licitação', description: 'Com os dados e a lista dos arquivos.' })
  @ApiOkResponse({ standardSchema: licitacaoRespostaSchema })
  @ApiComEtag()
  @ApiErros(404)
  async getLicitacao(@Quem() quem: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const licitacao = await this.licitacoes.get(quem.organizacaoId, id);
    sendComEtag(pedido, resposta, JSON.stringify(toLicitacao(licitacao, await this.arquivos.list(quem.organizacaoId, id))), undefined, etagDe(licitacao));
  }

  @Patch(':id')
  @ExigeEscopo('licitacoes:escrever')
  @ApiHeader({ name: 'If-Match', required: false, description: 'ETag da leitura: se a licitação mudou desde então, 412.' })
  @ApiConsumes('application/merge-patch+json', 'application/json')
  @ApiOperation({ summary: 'Muda dados de uma licitação', description: 'Merge patch (RFC 7396) dos campos de `manual`: null torna o campo desconhecido; a lista de itens é trocada inteira.' })
  @ApiOkResponse({ standardSchema: licitacaoRespostaSchema })
  @ApiErros(400, 404, 409, 412, 413, 415, 422)
  async patchLicitacao(@Quem() quem: Acesso, @Param('id') id: string, @Body({ schema: soDocumenta(licitacaoMudancaSchema) }) mudanca: unknown, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<LicitacaoResposta> {
    return this.show(quem, await this.licitacoes.change(quem.organizacaoId, id, mudanca, (lida) => requireIfMatch(pedido, etagDe(lida))), resposta);
  }

  @Delete(':id')
  @ExigeEscopo('licitacoes:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga uma licitação para sempre', description: 'Com os arquivos que ninguém mais usa, as análises e as correções. Não se desfaz.' })
  @ApiNoContentResponse({ description: 'Apagada.' })
  @ApiErros(404)
  deleteLicitacao(@Quem() quem: Acesso, @Param('id') id: string): Promise<void> {
    return this.licitacoes.erase(quem.organizacaoId, id);
  }

  private async show({ organizacaoId }: Acesso, licitacao: LicitacaoEntity, resposta: FastifyReply): Promise<LicitacaoResposta> {
    void resposta.header('etag', etagDe(licitacao));
    return toLicitacao(licitacao, await this.arquivos.list(organizacaoId, licitacao.id));
  }
}

const etagDe = (l: LicitacaoEntity): string => etagDaVersao(l.id, l.versao);
