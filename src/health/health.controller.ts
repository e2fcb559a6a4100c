import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Publica } from '../acesso/index.js';
import { saudeSchema, vidaSchema, type Saude, type Vida } from './saude.schema.js';
import { VerificacaoService } from './verificacao.service.js';

/** How the process is, for whoever keeps it running. */
@ApiTags('Operação')
@Publica()
@Controller('health')
export class HealthController {
  constructor(private readonly verificacao: VerificacaoService) {}

  @Get('live')
  @ApiOperation({ summary: 'O processo está vivo', description: 'Não pergunta a mais ninguém e responde depois de uma volta do laço de eventos: se não responde a tempo, o processo está preso e deve ser reiniciado.', security: [] })
  @ApiOkResponse({ standardSchema: vidaSchema })
  async healthLive(@Res({ passthrough: true }) resposta: FastifyReply): Promise<Vida> {
    void resposta.header('cache-control', 'no-store');
    const antes = performance.now();
    await turn();
    return { estado: 'ok', ativoS: Math.round(process.uptime()), atrasoMs: Math.round((performance.now() - antes) * 10) / 10 };
  }

  @Get('ready')
  @ApiOperation({ summary: 'O processo pode receber pedidos', description: 'Só o que o próximo pedido precisa: banco que responde com o esquema desta versão, ou de uma mais nova, e a fila. 503 enquanto inicia e encerra.', security: [] })
  @ApiOkResponse({ standardSchema: saudeSchema })
  @ApiResponse({ status: 503, description: 'Não deve receber pedidos agora: `codigo` diz por quê.', standardSchema: saudeSchema })
  healthReady(@Res({ passthrough: true }) resposta: FastifyReply): Promise<Saude> {
    return this.answer(resposta, true);
  }

  @Get()
  @ApiOperation({ summary: 'Tudo de que o serviço depende', description: 'Um item indispensável fora do ar: 503. Um opcional: 200 com `degradado`. Dos provedores externos vale a última chamada real, por 5 minutos; sem ela, uma sonda a cada 30 segundos no máximo.', security: [] })
  @ApiOkResponse({ standardSchema: saudeSchema })
  @ApiResponse({ status: 503, description: 'Falta algo indispensável, ou o processo inicia ou encerra.', standardSchema: saudeSchema })
  health(@Res({ passthrough: true }) resposta: FastifyReply): Promise<Saude> {
    return this.answer(resposta, false);
  }

  private async answer(resposta: FastifyReply, soObrigatorios: boolean): Promise<Saude> {
    const saude = await this.verificacao.check({ soObrigatorios });
    void resposta.header('cache-control', 'no-store').status(saude.estado === 'ok' || saude.estado === 'degradado' ? 200 : 503);
    return saude;
  }
}
