import { Body, Controller, Get, Module, Param, Post, Query, type DynamicModule } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ExigeEscopo, Publica } from '../../../src/acesso/index.js';
import { Descontinuada } from '../../../src/http/descontinuada.js';
import { ApiErros, paginacaoDe } from '../../../src/http/index.js';

const provaSchema = z.object({ pagina: z.int().min(1), trecho: z.string().nullable(), quando: z.iso.datetime() }).meta({ id: 'ProvaDeTeste', description: 'Prova.' });
const fatoSchema = z
  .discriminatedUnion('tipo', [
    z.object({ tipo: z.literal('texto'), valor: z.string(), prova: provaSchema }),
    z.object({ tipo: z.literal('data_hora'), valor: z.iso.datetime(), fuso: z.enum(['-03:00', '-04:00']).nullable() }),
    z.object({ tipo: z.literal('numero'), valor: z.number() }).meta({ id: 'NumeroDeTeste' }),
  ])
  .meta({ id: 'FatoDeTeste', description: 'Fato.' });
const coisaSchema = z.object({ fatos: z.array(fatoSchema).default([]), prova: provaSchema.nullable() }).meta({ id: 'CoisaDeTeste', description: 'Coisa.' });
const idSchema = z.string().regex(/^coi_[0-9A-Z]{26}$/).meta({ description: 'Identificador da coisa.' });

@ApiTags('Leitura')
@Controller('v1/coisas')
export class CoisasController {
  @Get(':id')
  @ExigeEscopo('licitacoes:ler')
  @ApiOperation({ summary: 'Lê uma coisa', description: 'Como está.' })
  @ApiOkResponse({ standardSchema: coisaSchema, description: 'A coisa.' })
  @ApiErros(404)
  readCoisa(@Param('id', { schema: idSchema }) id: string): unknown {
    return { id };
  }

  @Post()
  @ExigeEscopo('licitacoes:escrever')
  @ApiOperation({ summary: 'Guarda uma coisa' })
  @ApiOkResponse({ standardSchema: coisaSchema })
  @ApiErros(422)
  saveCoisa(@Body({ schema: coisaSchema }) coisa: z.infer<typeof coisaSchema>): unknown {
    return coisa;
  }

  @Get()
  @Publica()
  @Descontinuada({ desde: '2026-01-01', fim: '2026-12-31', alternativa: '/v1/outras' })
  @ApiOperation({ summary: 'Lista coisas' })
  @ApiOkResponse({ standardSchema: provaSchema })
  listCoisas(@Query({ schema: paginacaoDe('coi') }) pagina: z.infer<ReturnType<typeof paginacaoDe>>): unknown {
    return pagina;
  }
}

/** An API with one of each thing the description must say. */
@Module({ controllers: [CoisasController] })
export class ModuloDeTeste {
  static register = (): DynamicModule => ({ module: ModuloDeTeste });
}
