import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditaisModule } from '../editais/editais.module.js';
import { EmpresasModule } from '../empresas/empresas.module.js';
import { LicitacoesModule } from '../licitacoes/licitacoes.module.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { AgenteDaPergunta } from './agente/agente-da-pergunta.js';
import { EstagiosPerguntas } from './estagios/estagios-perguntas.js';
import { PerguntasController } from './http/perguntas.controller.js';
import { ConversaEntity } from './memoria/conversa.entity.js';
import { ConversasService } from './memoria/conversas.service.js';
import { TurnoEntity } from './memoria/turno.entity.js';
import { MetricasPerguntas } from './metricas-perguntas.js';
import { PerguntasService } from './perguntas.service.js';
import { ResponderService } from './responder.service.js';
import { Vagas } from './vagas.js';

export { PerguntasService };
export { sweepConversas } from './memoria/sweep-conversas.js';

/** Questions to the documents of a tender, in conversations that are remembered. */
@Module({
  imports: [TypeOrmModule.forFeature([ConversaEntity, TurnoEntity]), EditaisModule, EmpresasModule, LicitacoesModule, ModelosModule, OficinaModule],
  controllers: [PerguntasController],
  providers: [EstagiosPerguntas, AgenteDaPergunta, ResponderService, ConversasService, PerguntasService, MetricasPerguntas, Vagas],
  exports: [PerguntasService],
})
export class PerguntasModule {}
