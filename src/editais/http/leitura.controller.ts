import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { ApiComEtag, ApiErros, sendComEtag } from '../../http/index.js';
import { naoEncontrado } from '../../kernel/index.js';
import { CorrecoesService } from '../correcoes/correcoes.service.js';
import { EstagiosEdital } from '../estagios/estagios-edital.js';
import type { ConjuntoPedido } from '../estagios/tipos.js';
import { LeiturasService } from '../leituras/leituras.service.js';
import { BuscaTrechosService, type ContextoDeBusca } from '../semantica/busca-trechos.service.js';
import { ApiDaLeitura, ApiLicitacaoId } from './documentar.js';
import type { TrechoAchado } from '../busca/index.js';
import { buscaSchema, leituraSchema, paginaSchema, trechosSchema } from './leitura.schema.js';
import { sendEmCurso, sendQuandoPronta } from './responder.js';
import { toLeituraApi } from './to-leitura-api.js';

/** Most characters of a page that are sent; a dense page of an edital has some 6,000. */
const MAX_TEXTO = 100_000;
const NUMERO = /^[1-9]\d{0,5}$/;

/** What was read of a tender's documents, page by page, and passages of them. */
@ApiTags('Leitura dos documentos')
@Controller('v1/licitacoes/:id')
@ExigeEscopo('licitacoes:ler')
export class LeituraController {
  constructor(private readonly leituras: LeiturasService, private readonly correcoes: CorrecoesService, private readonly estagios: EstagiosEdital, private readonly busca: BuscaTrechosService) {}

  @Get('leitura')
  @ApiComEtag()
  @ApiOperation({ summary: 'Até onde os documentos foram lidos', description: 'Por documento e página: classe e por quê, se é usado, páginas lidas e sem texto, o que não pôde ser lido, o edital em vigor e o que mudou. A leitura começa sozinha; 202 enquanto não termina.' })
  @ApiLicitacaoId()
  @ApiOkResponse({ standardSchema: leituraSchema })
  @ApiResponse({ status: 202, description: 'Na fila ou lendo: repita depois de Retry-After.', standardSchema: leituraSchema })
  @ApiErros(404)
  async getLeitura(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    const { aConfirmar } = await this.correcoes.vigentes(organizacaoId, id);
    const corpo = toLeituraApi(id, estado, aConfirmar.length);
    if (estado.estado === 'na_fila' || estado.estado === 'lendo') return sendEmCurso(resposta, corpo, estado.tentarEmS);
    sendComEtag(pedido, resposta, JSON.stringify(corpo));
  }

  @Get('trechos')
  @ApiComEtag()
  @ApiDaLeitura('Busca trechos nos documentos', 'As cláusulas que melhor respondem a uma pergunta em português, com documento, página e seção.', trechosSchema, 422)
  async searchTrechosDaLicitacao(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: buscaSchema }) { q, top }: z.infer<typeof buscaSchema>, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, async ({ pronta, classes }) => ({
      pergunta: q, trechos: await this.leituras.useConjunto(pronta.lido, classes, (conjunto) => this.search(conjunto, q, top, { organizacaoId, trabalhoId: `busca:${pronta.chave}` })),
    }));
  }

  @Get('documentos/:sha256/paginas/:n')
  @ApiComEtag()
  @ApiParam({ name: 'sha256', description: 'sha256 do documento lido, como em GET leitura.', schema: { type: 'string' } })
  @ApiParam({ name: 'n', description: 'Página, a partir de 1.', schema: { type: 'integer', minimum: 1 } })
  @ApiDaLeitura('Texto de uma página', 'O texto de que os fatos e trechos foram tirados, para conferir onde o documento diz.', paginaSchema)
  async getPagina(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('sha256') sha256: string, @Param('n') n: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, async ({ pronta, classes }) => {
      const documento = pronta.leitura.documentos.find((d) => d.sha256 === sha256);
      if (!documento) throw naoEncontrado('documento_nao_encontrado', 'Não há documento lido com esse sha256 nesta licitação.');
      const pagina = NUMERO.test(n)
        ? await this.leituras.useConjunto(pronta.lido, classes, (c) => this.estagios.pagina(c.documentos.find((d) => d.sha256 === sha256)!, Number(n)))
        : null;
      if (!pagina) throw naoEncontrado('pagina_nao_encontrada', `O documento tem ${documento.paginas} páginas.`, { paginas: documento.paginas });
      const { numero, totalPaginas, texto, origem } = pagina;
      return { documento: documento.nome, sha256, pagina: numero, totalPaginas, texto: texto.slice(0, MAX_TEXTO), origem, cortado: texto.length > MAX_TEXTO };
    });
  }

  private async search(conjunto: ConjuntoPedido, pergunta: string, top: number, contexto: ContextoDeBusca): Promise<readonly TrechoAchado[]> {
    const [achados] = await this.busca.search(conjunto, [pergunta], { top, contexto });
    return achados!;
  }
}
