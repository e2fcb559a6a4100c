import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiComEtag } from '../../http/index.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo, Quem, type Acesso } from '../../acesso/index.js';
import { CorrecoesService } from '../correcoes/correcoes.service.js';
import { CAMPOS, type Campo, type Fatos } from '../domain/fato.js';
import type { CorrecoesVigentes } from '../correcoes/tipos.js';
import type { LeituraDoConjunto } from '../estagios/tipos.js';
import type { TituloItens } from '../itens/exportar/index.js';
import { fillBeneficio } from '../itens/fill-beneficio.js';
import { LeiturasService } from '../leituras/leituras.service.js';
import { requireLegivel } from '../leituras/require-pronta.js';
import { ApiDaLeitura } from './documentar.js';
import { fatoSchema, fatosSchema, itensSchema, type FatoApi, type FatosApi } from './fato.schema.js';
import { pageItens } from './itens-pagina.js';
import { ApiDaPlanilha, sendPlanilha } from './planilha.js';
import { requireCampo } from './require-campo.js';
import { sendEmCurso, sendQuandoPronta } from './responder.js';
import { toFatoApi } from './to-fato-api.js';
import { toAndamento } from './to-leitura-api.js';

const itensQuerySchema = z.strictObject({
  limite: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'Itens por página, de 1 a 500.' }),
  cursor: z.string().max(40).optional().meta({ description: 'Valor de `proximo` da página anterior.' }),
});

/** The 38 facts of a tender's documents, and its items, with people's corrections in place. */
@ApiTags('Fatos')
@Controller('v1/licitacoes/:id')
@ExigeEscopo('licitacoes:ler')
export class FatosController {
  constructor(private readonly leituras: LeiturasService, private readonly correcoes: CorrecoesService) {}

  @Get('fatos')
  @ApiComEtag()
  @ApiDaLeitura('Os fatos do edital', 'Os 38 campos, cada um com o valor e a prova na página, ou o tipo da ausência. Onde uma pessoa corrigiu, o valor dela com a leitura automática ao lado.', fatosSchema)
  async listFatos(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, async ({ pronta: { chave, leitura } }): Promise<FatosApi> => {
      const correcoes = await this.correcoes.vigentes(organizacaoId, id);
      return { licitacaoId: id, chaveLeitura: chave, versoes: leitura.versoes, aConfirmar: correcoes.aConfirmar.length, fatos: CAMPOS.map((campo) => fatoOf(leitura.fatos, correcoes, campo)) };
    });
  }

  @Get('fatos/:campo')
  @ApiComEtag()
  @ApiParam({ name: 'campo', enum: CAMPOS })
  @ApiDaLeitura('Um fato do edital', 'Um dos 38 campos.', fatoSchema)
  async getFato(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Param('campo') nome: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const campo = requireCampo(nome);
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, async ({ pronta: { leitura } }) => fatoOf(leitura.fatos, await this.correcoes.vigentes(organizacaoId, id), campo));
  }

  @Get('itens')
  @ApiComEtag()
  @ApiDaLeitura('Os itens do edital', 'A tabela de itens como o edital a imprime, na ordem em que está.', itensSchema, 400)
  async listItensDoEdital(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Query({ schema: itensQuerySchema }) query: z.infer<typeof itensQuerySchema>, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = await this.leituras.ensure(organizacaoId, id);
    await sendQuandoPronta({ pedido, resposta }, id, estado, async ({ pronta: { chave, leitura } }) => pageItens(itensOf(leitura, await this.correcoes.vigentes(organizacaoId, id)), leitura.conferencia ?? null, chave, query));
  }

  @Get('itens.xlsx')
  @ApiComEtag()
  @ApiDaPlanilha()
  async getItensXlsx(@Quem() { organizacaoId }: Acesso, @Param('id') id: string, @Req() pedido: FastifyRequest, @Res() resposta: FastifyReply): Promise<void> {
    const estado = requireLegivel(await this.leituras.ensure(organizacaoId, id));
    if (estado.estado !== 'pronta') return sendEmCurso(resposta, { licitacaoId: id, estado: estado.estado, andamento: toAndamento(estado.andamento) }, estado.tentarEmS);
    const { leitura } = estado.pronta;
    const correcoes = await this.correcoes.vigentes(organizacaoId, id);
    await sendPlanilha(pedido, resposta, { titulo: tituloOf(leitura, correcoes), itens: itensOf(leitura, correcoes), conferencia: leitura.conferencia ?? null });
  }
}

const fatoOf = (fatos: Fatos, { fatos: vigentes, aConfirmar }: CorrecoesVigentes, campo: Campo): FatoApi =>
  toFatoApi(fatos[campo], { vigente: vigentes.find((c) => c.campo === campo), aConfirmar: aConfirmar.find((c) => c.campo === campo) });

/** A person's word on the ME/EPP rule changes what follows from it, as it does in a judgement. */
function itensOf({ itens, tabela, fatos }: LeituraDoConjunto, { fatos: vigentes }: CorrecoesVigentes): LeituraDoConjunto['itens'] {
  const c = vigentes.find((v) => v.campo === 'me_epp');
  if (!c) return itens;
  const { evidencia } = c;
  return fillBeneficio(tabela ?? itens, { me_epp: { ...fatos.me_epp, ...evidencia, trecho: evidencia?.trecho, valor: c.valor } as Fatos['me_epp'] });
}

/** The sheet's title, with people's word where they gave it. */
function tituloOf({ fatos }: LeituraDoConjunto, { fatos: vigentes }: CorrecoesVigentes): TituloItens {
  const valor = (campo: 'orgao_nome' | 'numero_edital' | 'objeto' | 'sessao_abertura'): string | null => {
    const c = vigentes.find((v) => v.campo === campo);
    return c ? (c.valor as string | null) : fatos[campo].valor;
  };
  return { orgao: valor('orgao_nome'), edital: valor('numero_edital'), objeto: valor('objeto'), sessao: valor('sessao_abertura') };
}
