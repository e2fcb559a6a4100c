import { Global, Module } from '@nestjs/common';
import { Atalhos } from './atalhos.js';
import { EmCurso } from './em-curso.js';
import { Pressao } from './pressao.js';
import { RegistroDePedidos } from './registro-de-pedidos.js';

export { Atalhos, type Atalho } from './atalhos.js';
export { EmCurso };
export { isDeMaquina } from './registro-de-pedidos.js';

/** What the edge of HTTP keeps for the whole process. */
@Global()
@Module({ providers: [EmCurso, Pressao, RegistroDePedidos, Atalhos], exports: [EmCurso, Pressao, RegistroDePedidos, Atalhos] })
export class HttpModule {}
