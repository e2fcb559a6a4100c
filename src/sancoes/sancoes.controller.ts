import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ExigeEscopo } from '../acesso/index.js';
import { ApiErros } from '../http/index.js';
import { diaNoDeslocamento, parseCnpj } from '../kernel/index.js';
import { cadastrosSancoesSchema, consultaSancoesSchema, toCadastros, toConsulta } from './sancoes.schema.js';
import { SancoesService } from './sancoes.service.js';

@ApiTags('Sanções')
@Controller('v1/sancoes')
export class SancoesController {
  constructor(private readonly sancoes: SancoesService) {}

  @Get()
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Mostra o estado dos cadastros de sanções', description: 'CEIS e CNEP: de quando são os dados e quanto têm. Quem opera o serviço os importa com `alicit sancoes importar`.' })
  @ApiOkResponse({ standardSchema: cadastrosSancoesSchema })
  @ApiErros()
  async getCadastrosSancoes(): Promise<unknown> {
    return toCadastros(await this.sancoes.listCadastros(), this.moment());
  }

  @Get(':cnpj')
  @ExigeEscopo('empresas:ler')
  @ApiOperation({ summary: 'Consulta as sanções de um CNPJ', description: 'No CEIS e no CNEP importados: cada sanção com o seu alcance, e a idade dos dados. Lista vazia só vale como “nada consta” nos cadastros cuja situação é `atual`. Sem pontuação no CNPJ.' })
  @ApiOkResponse({ standardSchema: consultaSancoesSchema })
  @ApiErros(422)
  async getSancoes(@Param('cnpj') cnpj: string): Promise<unknown> {
    return toConsulta(parseCnpj(cnpj), await this.sancoes.consult(cnpj), this.moment());
  }

  private moment() {
    return { maxDias: this.sancoes.diasDeValidade, hoje: diaNoDeslocamento(new Date().toISOString(), '-03:00')! };
  }
}
