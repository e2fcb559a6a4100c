import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type Config } from '../config/index.js';
import { DocumentosCliModule } from '../documentos/documentos-cli.module.js';
import { EditaisCliModule } from '../editais/editais-cli.module.js';

/** What the reading commands need: no database, no server. */
@Module({})
export class CliModule {
  static register(config: Config): DynamicModule {
    return { module: CliModule, imports: [ConfigModule.register(config), EditaisCliModule, DocumentosCliModule] };
  }
}
