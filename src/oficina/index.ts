export { opcoesEmFundo } from './em-fundo.js';
export { Oficina, type EstadoOficina, type OpcoesOficina, type OpcoesTarefa, type TarefaFeita } from './oficina.js';
export { asTarefa, type Entrega, type Tarefa, type Trabalho } from './tarefa.js';
