import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Publica } from '../../acesso/index.js';
import { LimitesService } from '../../acesso/acesso.module.js';
import { readAvisosDaMensagem } from '../correio/mensagens.service.js';
import { PAGINAS } from '../textos/paginas.js';
import { renderPaginaDeAvisos } from '../textos/render-avisos.js';
import { EnderecosService, type LinkAberto } from './enderecos.service.js';

type Tipo = 'confirmar' | 'descadastrar' | 'ver';

/** Pages behind the links of e-mails, for people and mail programs: no part of the API. Opening one changes nothing; its button, or the mail program's own (RFC 8058), does. */
@ApiExcludeController()
@Publica()
@Controller('avisos')
export class LinksController {
  constructor(private readonly enderecos: EnderecosService, private readonly fonte: DataSource, private readonly limites: LimitesService) {}

  @Get('confirmar/:segredo')
  async showConfirmacao(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    send(resposta, (await this.find(pedido, segredo, 'confirmar')) ? PAGINAS.confirmar : null);
  }

  @Post('confirmar/:segredo')
  @HttpCode(200)
  async confirmEmail(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const link = await this.find(pedido, segredo, 'confirmar');
    send(resposta, link && (await this.enderecos.confirm(link)) ? PAGINAS.confirmado : null);
  }

  @Get('descadastrar/:segredo')
  async showDescadastro(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    send(resposta, (await this.find(pedido, segredo, 'descadastrar')) ? PAGINAS.descadastrar : null);
  }

  @Post('descadastrar/:segredo')
  @HttpCode(200)
  async unsubscribeEmail(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const link = await this.find(pedido, segredo, 'descadastrar');
    if (link) await this.enderecos.leave(link);
    send(resposta, link ? PAGINAS.descadastrado : null);
  }

  @Get('ver/:segredo')
  async showMensagem(@Param('segredo') segredo: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const link = await this.find(pedido, segredo, 'ver');
    send(resposta, link?.mensagemId ? await this.renderMensagem(link.organizacaoId, link.mensagemId) : null);
  }

  /** Secrets cannot be tried in bulk: those that are none are counted against the address. @throws AlicitError `muitas_falhas` */
  private async find(pedido: FastifyRequest, segredo: string, tipo: Tipo): Promise<LinkAberto | null> {
    const link = await this.enderecos.findLink(segredo, tipo);
    if (!link) await this.limites.risk(pedido.ip);
    return link;
  }

  private async renderMensagem(organizacaoId: string, mensagemId: string): Promise<string | null> {
    const [empresa] = await this.fonte.query<{ cnpj: string; razao_social: string | null }[]>(
      `select e.cnpj, e.perfil ->> 'razaoSocial' as razao_social from alicit.aviso_mensagem x join alicit.empresa e on e.id = x.empresa_id and e.organizacao_id = x.organizacao_id where x.organizacao_id = $1 and x.id = $2`, [organizacaoId, mensagemId],
    );
    return empresa ? renderPaginaDeAvisos({ razaoSocial: empresa.razao_social, cnpj: empresa.cnpj, avisos: await readAvisosDaMensagem(this.fonte.manager, organizacaoId, mensagemId) }) : null;
  }
}

/** The page, or that there is none. Nobody keeps it, nobody indexes it. */
function send(resposta: FastifyReply, pagina: string | null): void {
  void resposta.status(pagina === null ? 404 : 200).header('cache-control', 'no-store').header('x-robots-tag', 'noindex').type('text/html; charset=utf-8').send(pagina ?? PAGINAS.ausente);
}
