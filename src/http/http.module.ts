import { Global, Module } from '@nestjs/common';
import { EmCurso } from './em-curso.js';

export { EmCurso };

/** What the edge of HTTP keeps for the whole process. */
@Global()
@Module({ providers: [EmCurso], exports: [EmCurso] })
export class HttpModule {}
