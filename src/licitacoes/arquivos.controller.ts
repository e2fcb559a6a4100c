import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExigeEscopo, Quem, type Acesso } from '../acesso/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { ApiArquivo, ApiErros, readMultipart, sendArquivo, type LimitesMultipart } from '../http/index.js';
import { AlicitError, invalido } from '../kernel/index.js';
import { ArquivosService } from '../storage/storage.module.js';
import { arquivoSchema, arquivosRespostaSchema, envioArquivosSchema, toArquivo, type ArquivoResposta } from './api.schema.js';
import { ArquivosLicitacaoService, type ParteArquivo, type ResultadoArquivo } from './arquivos-licitacao.service.js';
import { LicitacoesService } from './licitacoes.service.js';

@ApiTags('Arquivos da licitação')
@Controller('v1/licitacoes/:id/arquivos')
export class ArquivosController {
  private readonly limites: LimitesMultipart;

  constructor(private readonly licitacoes: LicitacoesService, private readonly arquivos: ArquivosLicitacaoService, private readonly conteudos: ArquivosService, @Inject(CONFIG) config: Config) {
    this.limites = config.http;
  }

  @Post()
  @ExigeEscopo('licitacoes:escrever')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['arquivos'], properties: { arquivos: { type: 'array', items: { type: 'string', format: 'binary' } } } } })
  @ApiOperation({ summary: 'Envia arquivos de uma licitação', description: 'Muitos de uma vez, cada um com o seu resultado: 201 se todos entraram, 207 se só alguns. Se nenhum entrou, é erro, com o resultado de cada um em `detalhes.arquivos`. O que já entrou fica, mesmo que a conexão caia.' })
  @ApiCreatedResponse({ standardSchema: envioArquivosSchema, description: 'Todos entraram.' })
  @ApiResponse({ status: 207, standardSchema: envioArquivosSchema, description: 'Só alguns entraram.' })
  @ApiErros(400, 404, 413, 415, 422, 503)
  async sendArquivos(@Quem() quem: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res({ passthrough: true }) resposta: FastifyReply): Promise<{ arquivos: ResultadoArquivo[] }> {
    const arquivos = await this.licitacoes.addArquivos(quem.organizacaoId, id, filesOf(pedido, this.limites));
    const recusados = arquivos.filter((a) => !a.ok);
    if (recusados.length === arquivos.length) throw toErro(recusados);
    void resposta.status(recusados.length ? 207 : 201);
    return { arquivos };
  }

  @Get()
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lista os arquivos de uma licitação', description: 'Todos, na ordem em que entraram.' })
  @ApiOkResponse({ standardSchema: arquivosRespostaSchema })
  @ApiErros(404)
  async listArquivos(@Quem() quem: Acesso, @Param('id') id: string): Promise<{ itens: ArquivoResposta[] }> {
    await this.licitacoes.get(quem.organizacaoId, id);
    return { itens: (await this.arquivos.list(quem.organizacaoId, id)).map(toArquivo) };
  }

  @Get(':arquivoId')
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lê os dados de um arquivo', description: 'O conteúdo está em /conteudo.' })
  @ApiOkResponse({ standardSchema: arquivoSchema })
  @ApiErros(404)
  async getArquivo(@Quem() quem: Acesso, @Param('id') id: string, @Param('arquivoId') arquivoId: string): Promise<ArquivoResposta> {
    return toArquivo(await this.arquivos.get(quem.organizacaoId, id, arquivoId));
  }

  @Get(':arquivoId/conteudo')
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Baixa um arquivo', description: 'Sempre como anexo.' })
  @ApiArquivo('O conteúdo.')
  @ApiErros(404, 503)
  async downloadArquivo(@Quem() quem: Acesso, @Param('id') id: string, @Param('arquivoId') arquivoId: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const arquivo = toArquivo(await this.arquivos.get(quem.organizacaoId, id, arquivoId));
    await sendArquivo(pedido, resposta, arquivo, () => this.conteudos.read(arquivo.sha256));
  }

  @Delete(':arquivoId')
  @ExigeEscopo('licitacoes:escrever')
  @HttpCode(204)
  @ApiOperation({ summary: 'Apaga um arquivo para sempre', description: 'O conteúdo se apaga quando ninguém mais o usa.' })
  @ApiNoContentResponse({ description: 'Apagado.' })
  @ApiErros(404)
  deleteArquivo(@Quem() quem: Acesso, @Param('id') id: string, @Param('arquivoId') arquivoId: string): Promise<void> {
    return this.arquivos.erase(quem.organizacaoId, id, arquivoId);
  }
}

/** The files of the form, whatever their field is called; fields are passed over. */
async function* filesOf(pedido: FastifyRequest, limites: LimitesMultipart): AsyncGenerator<ParteArquivo> {
  for await (const parte of readMultipart(pedido, limites)) if (parte.tipo === 'arquivo') yield parte;
}

/** None was taken: one error, of the one cause when there is one. */
function toErro(recusados: readonly (ResultadoArquivo & { readonly ok: false })[]): AlicitError {
  const [primeiro] = recusados;
  if (!primeiro) return invalido('sem_arquivos', 'O formulário não traz nenhum arquivo: envie-os em partes com nome de arquivo (filename).');
  const detalhes = { arquivos: recusados };
  if (recusados.some((r) => r.codigo !== primeiro.codigo)) return invalido('arquivos_recusados', 'Nenhum dos arquivos pôde ser guardado: veja o motivo de cada um em detalhes.arquivos.', detalhes);
  return new AlicitError(primeiro.codigo === 'arquivos_indisponiveis' ? 'indisponivel' : 'invalido', primeiro.codigo, primeiro.mensagem, detalhes);
}
