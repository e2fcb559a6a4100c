import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiErros, paginacaoDe, type Paginacao } from '../../http/index.js';
import { naoEncontrado } from '../../kernel/index.js';
import { LicitacoesService } from '../../licitacoes/licitacoes.module.js';
import { CorrecoesService } from '../correcoes/correcoes.service.js';
import { CorrigirService } from '../correcoes/corrigir.service.js';
import { CAMPOS } from '../domain/fato.js';
import { autoriaSchema, correcaoSchema, correcoesSchema, corrigirClasseSchema, corrigirFatoSchema, corrigirRequisitoSchema, type CorrecaoApi } from './correcao.schema.js';
import { ApiLicitacaoId } from './documentar.js';
import { requireCampo } from './require-campo.js';
import { toCorrecaoApi } from './to-correcao-api.js';
import { fromValorApi } from './to-fato-api.js';

type Autoria = z.infer<typeof autoriaSchema>;

/** People's word on what was read: kept beside it, used at once, never overwritten. */
@ApiTags('Correções')
@Controller('v1/licitacoes/:id')
@ApiLicitacaoId()
export class CorrecoesController {
  constructor(private readonly correcoes: CorrecoesService, private readonly corrigir: CorrigirService, private readonly licitacoes: LicitacoesService) {}

  @Get('correcoes')
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Histórico das correções', description: 'Quem corrigiu o quê, quando e por quê, o que a máquina lia então e o que foi feito da correção; da mais nova para a mais antiga.' })
  @ApiOkResponse({ standardSchema: correcoesSchema })
  @ApiErros(404, 422)
  async listCorrecoes(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: paginacaoDe('cor') }) pagina: Paginacao): Promise<z.infer<typeof correcoesSchema>> {
    await this.licitacoes.get(organizacaoId, id);
    const { itens, proximo } = await this.correcoes.page(organizacaoId, id, pagina);
    return { itens: itens.map(toCorrecaoApi), proximo };
  }

  @Patch('fatos/:campo')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'campo', enum: CAMPOS })
  @ApiOperation({ summary: 'Corrige um fato', description: 'Com o valor certo, ou a ausência dele. A leitura automática fica guardada ao lado. Se os documentos mudarem e com eles a leitura deste campo, a correção espera confirmação.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 409, 422)
  async correctFato(@Quem() quem: Acesso, @Param('id') id: string, @Param('campo') nome: string, @Body({ schema: corrigirFatoSchema }) { tipo, ...dados }: z.infer<typeof corrigirFatoSchema>): Promise<CorrecaoApi> {
    const campo = requireCampo(nome);
    return toCorrecaoApi(await this.corrigir.correctFato(quem, id, campo, { ...dados, valor: fromValorApi(campo, tipo, dados.valor) }));
  }

  @Delete('fatos/:campo')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'campo', enum: CAMPOS })
  @ApiOperation({ summary: 'Retira a correção de um fato', description: 'Volta a valer a leitura automática. A correção continua no histórico.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 422)
  async withdrawFato(@Quem() quem: Acesso, @Param('id') id: string, @Param('campo') nome: string, @Body({ schema: autoriaSchema }) autoria: Autoria): Promise<CorrecaoApi> {
    return toCorrecaoApi(await this.corrigir.withdraw(quem, { licitacaoId: id, alvo: 'fato', referencia: requireCampo(nome) }, autoria));
  }

  @Patch('requisitos/:requisitoId')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'requisitoId', description: 'Id na matriz de habilitação da análise.', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Corrige um requisito de habilitação', description: 'Se é exigido, a situação da empresa nele, ou a validade do documento. Vale no próximo julgamento.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 422)
  async correctRequisito(@Quem() quem: Acesso, @Param('id') id: string, @Param('requisitoId') requisitoId: string, @Body({ schema: corrigirRequisitoSchema }) { exigido, status, validade, ...autoria }: z.infer<typeof corrigirRequisitoSchema>): Promise<CorrecaoApi> {
    const valor = { ...(exigido === undefined ? {} : { exigido }), ...(status === undefined ? {} : { status }), ...(validade === undefined ? {} : { validade }) };
    return toCorrecaoApi(await this.corrigir.correctRequisito(quem, id, requireRequisito(requisitoId), { ...valor, ...autoria }));
  }

  @Delete('requisitos/:requisitoId')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'requisitoId', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Retira a correção de um requisito', description: 'A correção continua no histórico.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 422)
  async withdrawRequisito(@Quem() quem: Acesso, @Param('id') id: string, @Param('requisitoId') requisitoId: string, @Body({ schema: autoriaSchema }) autoria: Autoria): Promise<CorrecaoApi> {
    return toCorrecaoApi(await this.corrigir.withdraw(quem, { licitacaoId: id, alvo: 'requisito', referencia: requireRequisito(requisitoId) }, autoria));
  }

  @Patch('documentos/:sha256')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'sha256', description: 'sha256 do documento lido, como em GET leitura.', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Corrige a classe de um documento', description: 'Os documentos são lidos de novo com a classe dada: acompanhe em GET leitura.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 409, 422)
  async correctClasse(@Quem() quem: Acesso, @Param('id') id: string, @Param('sha256') sha256: string, @Body({ schema: corrigirClasseSchema }) dados: z.infer<typeof corrigirClasseSchema>): Promise<CorrecaoApi> {
    return toCorrecaoApi(await this.corrigir.correctClasse(quem, id, sha256, dados));
  }

  @Delete('documentos/:sha256')
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'sha256', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Retira a correção da classe de um documento', description: 'Volta a valer a classe que o conteúdo diz.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 422)
  async withdrawClasse(@Quem() quem: Acesso, @Param('id') id: string, @Param('sha256') sha256: string, @Body({ schema: autoriaSchema }) autoria: Autoria): Promise<CorrecaoApi> {
    return toCorrecaoApi(await this.corrigir.withdraw(quem, { licitacaoId: id, alvo: 'classe', referencia: sha256 }, autoria));
  }

  @Post('correcoes/:correcaoId/confirmar')
  @HttpCode(200)
  @ExigeEscopo('correcoes:escrever')
  @ApiParam({ name: 'correcaoId', description: 'cor_…', schema: { type: 'string' } })
  @ApiOperation({ summary: 'Confirma uma correção depois que os documentos mudaram', description: 'A correção vale de novo, sobre a leitura de agora: uma nova toma o lugar da que esperava.' })
  @ApiOkResponse({ standardSchema: correcaoSchema })
  @ApiErros(404, 409, 422)
  async confirmCorrecao(@Quem() quem: Acesso, @Param('id') id: string, @Param('correcaoId') correcaoId: string, @Body({ schema: autoriaSchema }) autoria: Autoria): Promise<CorrecaoApi> {
    return toCorrecaoApi(await this.corrigir.confirm(quem, id, correcaoId, autoria));
  }
}

/** @throws AlicitError `requisito_nao_encontrado` */
function requireRequisito(id: string): string {
  if (/^[\w.:-]{1,120}$/.test(id)) return id;
  throw naoEncontrado('requisito_nao_encontrado', 'Não existe requisito com esse id: use o `id` da matriz de habilitação da análise.');
}
