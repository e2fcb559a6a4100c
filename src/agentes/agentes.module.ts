import { Module } from '@nestjs/common';
import { EditaisModule } from '../editais/editais.module.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { AconselharService } from './aconselhar.service.js';
import { EstagiosAgentes } from './estagios/estagios-agentes.js';
import { PreparoDeAgentes } from './preparo.service.js';

export { AconselharService };

/** Agents that explain, over facts that rules established. */
@Module({ imports: [OficinaModule, EditaisModule, ModelosModule], providers: [EstagiosAgentes, PreparoDeAgentes, AconselharService], exports: [AconselharService] })
export class AgentesModule {}
