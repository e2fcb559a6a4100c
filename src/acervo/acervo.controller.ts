import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ExigeEscopo } from '../acesso/index.js';
import { ApiErros } from '../http/index.js';
import { AcervoService } from './acervo.service.js';
import {
  arquivosAcervoSchema, licitacaoAcervoSchema, listAcervoQuery, listMudancasQuery, mudancasSchema, paginaAcervoSchema, toArquivos, toLicitacaoAcervo, toMudanca, toResumoAcervo,
  type ListAcervoQuery, type ListMudancasQuery, type ResumoAcervo,
} from './api.schema.js';
import type { LicitacaoDoAcervo } from './domain/registro.js';
import { foraDoAcervo } from './ler/list-acervo.js';

const NUMERO = { name: 'numero', description: 'Número de controle do PNCP, com a barra codificada (%2F) ou trocada por "-".', schema: { type: 'string', examples: ['00394460000141-1-000123-2026'] } } as const;

/** Public data, the same for every organisation. */
@ApiTags('Acervo')
@Controller('v1/acervo')
export class AcervoController {
  constructor(private readonly acervo: AcervoService) {}

  @Get()
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lista as licitações públicas conhecidas', description: 'Da publicação mais recente à mais antiga, com todos os filtros dados. `de` e `ate`: dia da publicação.' })
  @ApiOkResponse({ standardSchema: paginaAcervoSchema })
  @ApiErros(422)
  async listAcervo(@Query({ schema: listAcervoQuery }) consulta: ListAcervoQuery): Promise<{ itens: ResumoAcervo[]; proximo: string | null }> {
    const { itens, proximo } = await this.acervo.list({ ...consulta, abertas: consulta.abertas === 'true' }, new Date());
    return { itens: itens.map((l) => toResumoAcervo(l, l.dados)), proximo };
  }

  @Get(':numero')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(NUMERO)
  @ApiOperation({ summary: 'Lê uma licitação pública', description: 'Como o PNCP a publicou, com itens, arquivos e números relacionados; `vistaEm` é a idade do dado.' })
  @ApiOkResponse({ standardSchema: licitacaoAcervoSchema })
  @ApiErros(404)
  async getLicitacaoDoAcervo(@Param('numero') numero: string): Promise<ReturnType<typeof toLicitacaoAcervo>> {
    return toLicitacaoAcervo(await this.find(numero));
  }

  @Get(':numero/mudancas')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(NUMERO)
  @ApiOperation({ summary: 'Lista o que mudou numa licitação pública', description: 'Campo a campo, da mudança mais nova à mais antiga.' })
  @ApiOkResponse({ standardSchema: mudancasSchema })
  @ApiErros(404, 422)
  async listMudancas(@Param('numero') numero: string, @Query({ schema: listMudancasQuery }) consulta: ListMudancasQuery): Promise<{ itens: ReturnType<typeof toMudanca>[]; proximo: string | null }> {
    const { itens, proximo } = await this.acervo.mudancas((await this.find(numero)).numero, consulta);
    return { itens: itens.map(toMudanca), proximo };
  }

  @Get(':numero/arquivos')
  @ExigeEscopo('licitacoes:ler')
  @ApiParam(NUMERO)
  @ApiOperation({ summary: 'Lista os arquivos de uma licitação pública', description: 'Como o PNCP os lista; os retirados continuam na lista, com `ativo` falso.' })
  @ApiOkResponse({ standardSchema: arquivosAcervoSchema })
  @ApiErros(404)
  async listArquivosDoAcervo(@Param('numero') numero: string): Promise<ReturnType<typeof toArquivos>> {
    return toArquivos(await this.find(numero));
  }

  private async find(numero: string): Promise<LicitacaoDoAcervo> {
    const achada = await this.acervo.find(numero);
    if (!achada) throw foraDoAcervo();
    return achada;
  }
}
