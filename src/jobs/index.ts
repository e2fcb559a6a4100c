export type { Fila, OpcoesEnvio, OpcoesTrabalho, Operario, Servico } from './tipos.js';
