import { Global, Module } from '@nestjs/common';
import { readConfig } from './config.js';
import { CONFIG } from './token.js';

/** Gives the configuration, read once, to whoever asks for `CONFIG`. */
@Global()
@Module({ providers: [{ provide: CONFIG, useFactory: readConfig }], exports: [CONFIG] })
export class ConfigModule {}
