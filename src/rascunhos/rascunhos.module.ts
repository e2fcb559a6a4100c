import { Module } from '@nestjs/common';
import { AnalisesModule } from '../analises/analises.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosRascunho } from './estagios/estagios-rascunho.js';
import { RascunhosController } from './rascunhos.controller.js';
import { RascunhosService } from './rascunhos.service.js';

/** Drafts of documents, from finished analyses. */
@Module({ imports: [OficinaModule, AnalisesModule], controllers: [RascunhosController], providers: [EstagiosRascunho, RascunhosService] })
export class RascunhosModule {}
