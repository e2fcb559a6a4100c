import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AcervoService } from '../../acervo/acervo.module.js';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiErros } from '../../http/index.js';
import type { LicitacaoEntity } from '../licitacao.entity.js';
import { acompanhamentoEntradaSchema, acompanhamentoSchema, arquivosPncpSchema, mudancasQuery, mudancasSchema, toAcompanhamento, toArquivosPncp, toMudanca, type AcompanhamentoEntrada, type MudancasQuery } from './acompanhamento.schema.js';
import { AcompanhamentosService } from './acompanhamentos.service.js';
import { requireNumero } from './find-licitacao-pedida.js';

const ID = { name: 'id', description: 'Identificador da licitação (`lic_…`), ou o número de controle do PNCP: com a barra como `%2F`, ou com hífen no lugar dela (00394460000141-1-000123-2026).', schema: { type: 'string' as const, examples: ['lic_01K8ZQ5N7R3V9XJ2M4T6B8C0DE', '00394460000141-1-000123-2026'] } };

/** Following a tender: its files, its changes. */
@ApiTags('Acompanhamento')
@Controller('v1/licitacoes/:id')
export class AcompanhamentoController {
  constructor(private readonly acompanhamentos: AcompanhamentosService, private readonly acervo: AcervoService) {}

  @Put('acompanhamento')
  @ExigeEscopo('licitacoes:escrever')
  @ApiParam(ID)
  @ApiOperation({ summary: 'Acompanha uma licitação', description: 'Busca os arquivos dela no PNCP, agora e quando saírem novos; avisa do que muda (`licitacao.mudou`), marca as análises que ficaram desatualizadas e, com `reanalisar`, refaz-as. Pelo número de controle, a licitação é trazida do PNCP se ainda não estiver guardada.' })
  @ApiOkResponse({ standardSchema: acompanhamentoSchema })
  @ApiErros(404, 422, 503)
  async followLicitacao(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Body({ schema: acompanhamentoEntradaSchema }) { acompanhar, ...como }: AcompanhamentoEntrada): Promise<unknown> {
    const licitacao = await this.acompanhamentos.find(organizacaoId, id, { criar: acompanhar });
    if (acompanhar) await this.acompanhamentos.follow(organizacaoId, licitacao, como);
    else await this.acompanhamentos.unfollow(organizacaoId, licitacao.id);
    return this.show(organizacaoId, licitacao);
  }

  @Get('acompanhamento')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(ID)
  @ApiOperation({ summary: 'Mostra se uma licitação é acompanhada', description: 'Com o que houve com cada arquivo dela no PNCP.' })
  @ApiOkResponse({ standardSchema: acompanhamentoSchema })
  @ApiErros(404)
  async getAcompanhamento(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<unknown> {
    return this.show(organizacaoId, await this.acompanhamentos.find(organizacaoId, id));
  }

  @Delete('acompanhamento')
  @ExigeEscopo('licitacoes:escrever')
  @HttpCode(204)
  @ApiParam(ID)
  @ApiOperation({ summary: 'Deixa de acompanhar uma licitação', description: 'O que foi guardado fica. Repetir não muda nada.' })
  @ApiNoContentResponse({ description: 'Não é mais acompanhada.' })
  @ApiErros(404)
  async unfollowLicitacao(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<void> {
    await this.acompanhamentos.unfollow(organizacaoId, (await this.acompanhamentos.find(organizacaoId, id)).id);
  }

  @Post('arquivos/pncp')
  @ExigeEscopo('licitacoes:escrever')
  @HttpCode(202)
  @ApiParam(ID)
  @ApiOperation({ summary: 'Busca os arquivos de uma licitação no PNCP', description: 'Em segundo plano, acompanhada ou não: os que faltam, os que falharam e os que foram apagados daqui. Acompanhe em GET no mesmo endereço até `pendentes` ser 0; então eles estão entre os arquivos da licitação. O mesmo conteúdo não entra duas vezes.' })
  @ApiResponse({ status: 202, standardSchema: arquivosPncpSchema, description: 'Aceito: o que se sabe de cada arquivo agora.' })
  @ApiErros(404, 422, 503)
  async fetchArquivosPncp(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<unknown> {
    return toArquivosPncp(await this.acompanhamentos.fetchArquivos(organizacaoId, await this.acompanhamentos.find(organizacaoId, id, { criar: true })));
  }

  @Get('arquivos/pncp')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(ID)
  @ApiOperation({ summary: 'Mostra o que houve com os arquivos do PNCP', description: 'Na ordem do PNCP; vazio enquanto ninguém os pediu.' })
  @ApiOkResponse({ standardSchema: arquivosPncpSchema })
  @ApiErros(404)
  async listArquivosPncp(@Quem() { organizacaoId }: Acesso, @Param('id') id: string): Promise<unknown> {
    return toArquivosPncp(await this.acompanhamentos.listArquivos(organizacaoId, (await this.acompanhamentos.find(organizacaoId, id)).id));
  }

  @Get('mudancas')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(ID)
  @ApiOperation({ summary: 'Lista o que mudou em uma licitação no PNCP', description: 'Campo a campo, da mudança mais nova à mais antiga. Vazia se o PNCP não mudou nada desde que a licitação é conhecida.' })
  @ApiOkResponse({ standardSchema: mudancasSchema })
  @ApiErros(404, 422)
  async listMudancasDaLicitacao(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: mudancasQuery }) pagina: MudancasQuery): Promise<unknown> {
    const numero = requireNumero(await this.acompanhamentos.find(organizacaoId, id));
    const { itens, proximo } = await this.acervo.mudancas(numero, pagina);
    return { itens: itens.map(toMudanca), proximo };
  }

  private async show(organizacaoId: string, licitacao: LicitacaoEntity): Promise<unknown> {
    const [acompanhamento, arquivos] = await Promise.all([this.acompanhamentos.get(organizacaoId, licitacao.id), this.acompanhamentos.listArquivos(organizacaoId, licitacao.id)]);
    return toAcompanhamento(licitacao, acompanhamento, arquivos);
  }
}
