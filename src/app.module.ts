import { Module } from '@nestjs/common';
import { ConfigModule } from './config/index.js';
import { EditaisModule } from './editais/editais.module.js';

/** The features in the order of the flow. */
@Module({ imports: [ConfigModule, EditaisModule] })
export class AppModule {}
