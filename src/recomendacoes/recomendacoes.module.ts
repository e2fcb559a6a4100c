import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcervoModule } from '../acervo/acervo.module.js';
import { EmpresasModule } from '../empresas/empresas.module.js';
import { CandidatasService } from './http/candidatas.service.js';
import { GeografiaService } from './http/geografia.service.js';
import { RecomendacoesController } from './http/recomendacoes.controller.js';
import { RecomendacoesService } from './http/recomendacoes.service.js';
import { NovidadesService } from './inverso/novidades.service.js';
import { MedidasService } from './motor/medidas.service.js';
import { MotorService } from './motor/motor.service.js';
import { SentidoService } from './sentido/sentido.service.js';
import { VetoresDoAcervo } from './sentido/vetores-do-acervo.service.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { VetoresModule } from '../vetores/vetores.module.js';
import { RetornoEntity } from './retornos/retorno.entity.js';
import { RetornosController } from './retornos/retornos.controller.js';
import { RetornosService } from './retornos/retornos.service.js';

export { RecomendacoesService } from './http/recomendacoes.service.js';
export { NovidadesService } from './inverso/novidades.service.js';
export { sweepRecomendacoes } from './inverso/sweep-recomendacoes.js';
export { recomendacaoSchema, type RecomendacaoJson } from './http/recomendacoes.schema.js';

/** Which tenders suit which company: the list, what companies say of it, and new tenders meeting all companies. */
@Module({
  imports: [TypeOrmModule.forFeature([RetornoEntity]), AcervoModule, EmpresasModule, ModelosModule, VetoresModule],
  controllers: [RecomendacoesController, RetornosController],
  providers: [SentidoService, VetoresDoAcervo, MotorService, MedidasService, GeografiaService, CandidatasService, RecomendacoesService, RetornosService, NovidadesService],
  exports: [RecomendacoesService, NovidadesService],
})
export class RecomendacoesModule {}
