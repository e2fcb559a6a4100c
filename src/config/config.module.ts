import { Global, Module, type DynamicModule } from '@nestjs/common';
import { readConfig } from './config.js';
import type { Config } from './tipos.js';
import { CONFIG } from './token.js';

/** Gives the configuration, read once, to whoever asks for `CONFIG`. */
@Global()
@Module({})
export class ConfigModule {
  static register(config: Config = readConfig()): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
