import { Body, Controller, Delete, Get, HttpCode, Patch, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { ApiErros, contentDisposition } from '../../http/index.js';
import { ExigeEscopo, Quem } from '../decorators.js';
import type { Acesso } from '../escopos.js';
import { ExportarService } from './exportar.service.js';
import { confirmacaoSchema, mudancaOrganizacaoSchema, organizacaoSchema, type OrganizacaoJson } from './organizacao.schema.js';
import { OrganizacoesService } from './organizacoes.service.js';

/** The organisation of the key that asks. */
@ApiTags('Organização')
@ExigeEscopo('organizacao:gerir')
@Controller('v1/organizacao')
export class OrganizacaoController {
  constructor(private readonly organizacoes: OrganizacoesService, private readonly exportacao: ExportarService) {}

  @Get()
  @ApiOperation({ summary: 'Mostra a organização', description: 'Nome, data e quanto ela guarda.' })
  @ApiOkResponse({ standardSchema: organizacaoSchema })
  @ApiErros()
  getOrganizacao(@Quem() quem: Acesso): Promise<OrganizacaoJson> {
    return this.organizacoes.get(quem.organizacaoId);
  }

  @Patch()
  @ApiOperation({ summary: 'Muda o nome da organização', description: 'O nome só serve para pessoas: os identificadores não mudam.' })
  @ApiOkResponse({ standardSchema: organizacaoSchema })
  @ApiErros(422)
  renameOrganizacao(@Quem() quem: Acesso, @Body({ schema: mudancaOrganizacaoSchema }) { nome }: z.infer<typeof mudancaOrganizacaoSchema>): Promise<OrganizacaoJson> {
    return this.organizacoes.rename(quem.organizacaoId, nome);
  }

  @Get('exportar')
  @ApiOperation({ summary: 'Exporta tudo o que é da organização', description: 'Um ZIP feito enquanto é lido: um NDJSON por tabela, todos do mesmo instante, os arquivos enviados e um LEIA-ME. Sem segredos. Um ZIP cortado (sem o índice do fim) não está completo: peça de novo.' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ description: 'O ZIP.', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  @ApiErros()
  async exportOrganizacao(@Quem() quem: Acesso, @Res() resposta: FastifyReply): Promise<void> {
    const zip = await this.exportacao.open(quem.organizacaoId);
    await resposta.type('application/zip').header('cache-control', 'no-store').header('content-disposition', contentDisposition(`alicit-${quem.organizacaoId}.zip`)).send(zip);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga a organização para sempre', description: 'Com tudo o que é dela: empresas, licitações, análises, webhooks, chaves e os arquivos que ninguém mais usa. Não há como desfazer; exporte antes. O nome da organização confirma.' })
  @ApiNoContentResponse({ description: 'Apagada.' })
  @ApiErros(422)
  eraseOrganizacao(@Quem() quem: Acesso, @Body({ schema: confirmacaoSchema }) { confirmar }: z.infer<typeof confirmacaoSchema>): Promise<void> {
    return this.organizacoes.erase(quem.organizacaoId, confirmar);
  }
}
