export type { EstadoFila, Fila, OpcoesEnvio, OpcoesTrabalho, Operario, Servico } from './tipos.js';
