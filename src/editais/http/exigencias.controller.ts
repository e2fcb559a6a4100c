import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiComEtag } from '../../http/index.js';
import { LeiturasService } from '../leituras/leituras.service.js';
import { ApiDaLeitura } from './documentar.js';
import { exigenciasSchema } from './exigencias.schema.js';
import { sendQuandoPronta } from './responder.js';

/** What the edital asks of those who bid, how it punishes, what it cites: the same for every company. */
@ApiTags('Fatos')
@Controller('v1/licitacoes/:id')
@ExigeEscopo('licitacoes:ler')
export class ExigenciasController {
  constructor(private readonly leituras: LeiturasService) {}

  @Get('exigencias')
  @ApiComEtag()
  @ApiDaLeitura('As exigências do edital', 'O que o edital pede de quem disputa (habilitação, declarações, proposta, assinatura), as penalidades e os anexos citados, cada um com o trecho e a página.', exigenciasSchema)
  async listExigencias(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, ({ pronta: { chave, leitura } }) => ({ licitacaoId: id, chaveLeitura: chave, versoes: leitura.versoes, ...leitura.listas }));
  }
}
