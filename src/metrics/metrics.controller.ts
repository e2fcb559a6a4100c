import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Publica } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import { MetricasService } from '../observacao/observacao.module.js';

const digest = (texto: string): Buffer => createHash('sha256').update(texto).digest();

/** The numbers of this process, as Prometheus reads them. */
@ApiTags('Operação')
@Publica()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metricas: MetricasService, @Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Métricas para o Prometheus', description: 'Formato de texto 0.0.4. Com ALICIT_METRICS_TOKEN, exige `Authorization: Bearer <token>`.', security: [] })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'As métricas deste processo.', schema: { type: 'string' } })
  async readMetrics(@Headers('authorization') autorizacao: string | undefined, @Res({ passthrough: true }) resposta: FastifyReply): Promise<string> {
    this.requireToken(autorizacao);
    const texto = await this.metricas.registro.metrics();
    void resposta.type(this.metricas.registro.contentType);
    return texto;
  }

  private requireToken(autorizacao: string | undefined): void {
    const { token } = this.config.metricas;
    if (token === null || timingSafeEqual(digest(autorizacao ?? ''), digest(`Bearer ${token}`))) return;
    throw new AlicitError('nao_autenticado', 'token_invalido', 'Informe o token das métricas (ALICIT_METRICS_TOKEN) no cabeçalho Authorization: Bearer.');
  }
}
